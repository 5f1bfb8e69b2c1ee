package luohu.peers;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import luohu.peers.Findings.Pathway;
import luohu.peers.Findings.Reading;
import luohu.peers.Policy.Application;
import luohu.peers.Policy.Home;
import luohu.peers.Policy.Homestead;
import luohu.peers.Policy.Job;
import luohu.peers.Policy.Person;
import luohu.peers.Policy.Study;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** The rules of 威海 for Evrete: each is there twice, read as certain and as possible. */
final class EvreteRules {

    private static final String WHO = "$who";
    private static final String HOME = "$home";
    private static final String JOB = "$job";
    private static final String STUDY = "$study";
    private static final String HOMESTEAD = "$homestead";
    private static final String APPLICATION = "$application";

    private final Findings findings;

    EvreteRules(Findings findings) {
        this.findings = findings;
    }

    Knowledge compiled(KnowledgeService service) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (Reading reading : Reading.values()) {
            town(rules, reading);
            countryside(rules, reading);
        }
        return rules.build();
    }

    private void town(RuleSetBuilder<Knowledge> rules, Reading reading) {
        ValuesPredicate family = one(reading, Person::selfOrClose);
        rule(rules, "一（一）" + reading)
                .addFact(WHO, Person.class)
                .addFact(HOME, Home.class)
                .where(family, WHO)
                .where(one(reading, Home::ownedInTown), HOME)
                .where(two(reading, Home::heldBy), HOME, WHO)
                .execute(opens(Pathway.OWN_HOME, reading));
        rule(rules, "一（二）" + reading)
                .addFact(WHO, Person.class)
                .addFact(HOME, Home.class)
                .where(family, WHO)
                .where(one(reading, Home::rentedInTown), HOME)
                .where(two(reading, Home::heldBy), HOME, WHO)
                .where(two(reading, Home::livedInBy), HOME, WHO)
                .execute(opens(Pathway.RENTED_HOME, reading));
        rule(rules, "一（三）" + reading)
                .addFact(WHO, Person.class)
                .addFact(JOB, Job.class)
                .where(family, WHO)
                .where(one(reading, Job::employedInTown), JOB)
                .where(two(reading, Job::doneBy), JOB, WHO)
                .execute(opens(Pathway.EMPLOYMENT, reading));
        rule(rules, "一（四）" + reading)
                .addFact(WHO, Person.class)
                .addFact(JOB, Job.class)
                .where(family, WHO)
                .where(one(reading, Job::businessInTown), JOB)
                .where(two(reading, Job::doneBy), JOB, WHO)
                .execute(opens(Pathway.BUSINESS, reading));
        rule(rules, "一（五）" + reading)
                .addFact(WHO, Person.class)
                .where(one(reading, Person::closeInTown), WHO)
                .execute(opens(Pathway.JOIN_RELATIVE, reading));
    }

    private void countryside(RuleSetBuilder<Knowledge> rules, Reading reading) {
        rule(rules, "三（一）宅基地" + reading)
                .addFact(APPLICATION, Application.class)
                .addFact(HOMESTEAD, Homestead.class)
                .where(one(reading, Application::leftTheCountryside), APPLICATION)
                .where(one(reading, Homestead::ownUsable), HOMESTEAD)
                .execute(opens(Pathway.RETURN_TO_ORIGIN, reading));
        rule(rules, "三（一）其他" + reading)
                .addFact(APPLICATION, Application.class)
                .where(one(reading, Application::leftTheCountrysideWithALiving), APPLICATION)
                .execute(opens(Pathway.RETURN_TO_ORIGIN, reading));
        rule(rules, "三（二）" + reading)
                .addFact(APPLICATION, Application.class)
                .addFact(WHO, Person.class)
                .addFact(HOMESTEAD, Homestead.class)
                .where(one(reading, Application::livesInTheCountryside), APPLICATION)
                .where(one(reading, Person::ofTheCountryside), WHO)
                .where(one(reading, Homestead::usable), HOMESTEAD)
                .where(two(reading, Person::familyJoin), WHO, APPLICATION)
                .where(two(reading, Homestead::heldBy), HOMESTEAD, WHO)
                .execute(opens(Pathway.RURAL_JOIN_RELATIVE, reading));
        rules.newRule("三（三）宅基地使用权证件" + reading)
                .salience(1) // before the rules that ask whether there is none
                .getLhs()
                .addFact(HOMESTEAD, Homestead.class)
                .where(one(reading, Homestead::ownCertified), HOMESTEAD)
                .execute(context -> findings.certificate(reading));
        rule(rules, "三（三）高校毕业生" + reading)
                .addFact(APPLICATION, Application.class)
                .addFact(STUDY, Study.class)
                .addFact(JOB, Job.class)
                .where(one(reading, Application::ofTheTown), APPLICATION)
                .where(one(reading, Study::graduatedOfHigherEducation), STUDY)
                .where(one(reading, Job::ownInTheCountryside), JOB)
                .execute(context -> ruralWork(reading));
        rule(rules, "三（三）退伍军人" + reading)
                .addFact(APPLICATION, Application.class)
                .addFact(JOB, Job.class)
                .where(one(reading, Application::dischargedOfTheTown), APPLICATION)
                .where(one(reading, Job::ownInTheCountryside), JOB)
                .execute(context -> ruralWork(reading));
        rule(rules, "三（四）" + reading)
                .addFact(APPLICATION, Application.class)
                .addFact(STUDY, Study.class)
                .where(one(reading, Application::inASchoolHousehold), APPLICATION)
                .where(one(reading, Study::graduatedFullTime), STUDY)
                .execute(opens(Pathway.SCHOOL_COLLECTIVE_GRADUATE, reading));
    }

    private void ruralWork(Reading reading) {
        if (findings.noCertificate(reading)) {
            findings.open(Pathway.RURAL_WORK, reading);
        }
    }

    private Consumer<RhsContext> opens(Pathway pathway, Reading reading) {
        return context -> findings.open(pathway, reading);
    }

    private static LhsBuilder<Knowledge> rule(RuleSetBuilder<Knowledge> rules, String name) {
        return rules.newRule(name).getLhs();
    }

    @SuppressWarnings("unchecked")
    private static <A> ValuesPredicate one(Reading reading, Function<A, Boolean> condition) {
        return values -> reading.accepts(condition.apply((A) values.get(0)));
    }

    @SuppressWarnings("unchecked")
    private static <A, B> ValuesPredicate two(Reading reading, BiFunction<A, B, Boolean> condition) {
        return values -> reading.accepts(condition.apply((A) values.get(0), (B) values.get(1)));
    }
}
