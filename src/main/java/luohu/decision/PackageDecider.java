package luohu.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import luohu.engine.Firings;
import luohu.engine.RuleEngine;
import luohu.engine.RuleExplanation;
import luohu.engine.RuleJudge;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.Truth;
import luohu.language.Vocabulary;
import luohu.packages.Note;
import luohu.packages.Notice;
import luohu.packages.PlaceOfRegistration;
import luohu.packages.PolicyPackage;

/** Decides applicants under one package. Safe for use by many threads at once. */
public final class PackageDecider {

    private static final String NOTICE = "以户口登记机关审核为准；本结果只依据所报事实和公开文件的条文得出。";

    private static final Comparator<Question> MOST_DECISIVE = Comparator.comparingInt(
                    (Question question) -> -question.decides().size())
            .thenComparing(Question::fact);

    private final PolicyPackage policy;
    private final Vocabulary vocabulary;
    private final FactSchema schema;
    private final List<RuleExplanation> explanations;
    private final Verdicts verdicts;
    private final List<PathwayAssessor> pathways;
    private final List<RestrictionAssessor> restrictions;
    private final List<PlaceOfRegistration> registrationOrder;
    private final List<String> notices;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /**
     * A decider that has Drools judge the rules.
     *
     * @param policy the package
     * @param vocabulary the vocabulary its rules are written in
     * @param schema the facts, for the labels of questions
     */
    public PackageDecider(PolicyPackage policy, Vocabulary vocabulary, FactSchema schema) {
        this(policy, vocabulary, schema, new RuleEngine(policy.rules()));
    }

    /** A decider that has the rules judged by {@code judge}. */
    public PackageDecider(PolicyPackage policy, Vocabulary vocabulary, FactSchema schema, RuleJudge judge) {
        this.policy = policy;
        this.vocabulary = vocabulary;
        this.schema = schema;
        Map<String, String> titles = policy.pathwayTitles();
        this.explanations = policy.rules().stream()
                .map(rule -> new RuleExplanation(rule, titles))
                .toList();
        this.verdicts = new Verdicts(policy.rules(), explanations, vocabulary.pathway(), judge);
        this.pathways = policy.document().pathways().stream()
                .map(text -> new PathwayAssessor(policy, text, verdicts, schema))
                .toList();
        this.restrictions = policy.document().restrictions().stream()
                .map(text -> new RestrictionAssessor(policy, text))
                .toList();
        this.registrationOrder = policy.document().registrationOrder() == null
                ? List.of()
                : policy.document().registrationOrder().places();
        List<String> all = new ArrayList<>(List.of(NOTICE));
        policy.document().notices().stream().map(Notice::text).forEach(all::add);
        this.notices = List.copyOf(all);
    }

    /** A decider of a changed package, in the same vocabulary, with its rules judged by {@code judge}. */
    public PackageDecider variant(PolicyPackage changed, RuleJudge judge) {
        return new PackageDecider(changed, vocabulary, schema, judge);
    }

    /** The package. */
    public PolicyPackage policy() {
        return policy;
    }

    /** The explanations of the rules, in the order of the package. */
    public List<RuleExplanation> explanations() {
        return explanations;
    }

    /** The order of places the document states; empty when it states none. */
    public List<PlaceOfRegistration> registrationOrder() {
        return registrationOrder;
    }

    /** What applies to every answer. */
    public List<String> notices() {
        return notices;
    }

    /** The remarks its answers can make in words that depend on no applicant. */
    public Set<Note> remarks() {
        Set<Note> remarks = new LinkedHashSet<>();
        pathways.forEach(pathway -> remarks.addAll(pathway.remarks()));
        policy.document()
                .restrictions()
                .forEach(text -> remarks.addAll(Notes.of(policy.document(), text.rulings(), text.notes())));
        return remarks;
    }

    /** The label of a fact, as questions give it. */
    public String label(String path) {
        return schema.at(path).fullLabel();
    }

    /**
     * What somebody else makes of this package: made at the first use, kept for as long as the package is, and garbage with it.
     *
     * @param type what is made
     * @param maker makes it, of nothing but the package
     */
    public <T> T derived(Class<T> type, Function<PackageDecider, T> maker) {
        return type.cast(derived.computeIfAbsent(type, key -> maker.apply(this)));
    }

    /** What the package decides about an applicant on a day. */
    public Decision decide(Facts facts, LocalDate date) {
        Case context = open(facts, date);
        Firings firings = verdicts.decide(context);
        Reasons reasons = new Reasons(policy.id(), explanations, context, firings);
        List<PathwayAnswer> answers = new ArrayList<>(pathways.size());
        for (PathwayAssessor pathway : pathways) {
            answers.add(pathway.assess(reasons, facts.documentsHeld()));
        }
        return new Decision(answers, restrictions(reasons), registrationOrder, questions(answers), notices);
    }

    /** What the judge alone makes of an applicant, without reasons: the truth of each rule, in the order of the package. */
    public List<Truth> verdicts(Facts facts, LocalDate date) {
        Firings firings = verdicts.decide(open(facts, date));
        return IntStream.range(0, explanations.size()).mapToObj(firings::truth).toList();
    }

    /** What each rule makes of an applicant, and why; in the order of the package. */
    public List<RuleReason> reasons(Facts facts, LocalDate date) {
        Case context = open(facts, date);
        Firings firings = verdicts.decide(context);
        return IntStream.range(0, explanations.size())
                .mapToObj(i -> reason(explanations.get(i), context, firings.truth(i)))
                .toList();
    }

    /** The applicant's case with the outcomes of all pathways that rules ask about. */
    public Case settled(Facts facts, LocalDate date) {
        Case context = open(facts, date);
        verdicts.decide(context);
        return context;
    }

    private Case open(Facts facts, LocalDate date) {
        return new Case(vocabulary, facts, policy.document().city().code(), date);
    }

    private RuleReason reason(RuleExplanation explanation, Case context, Truth truth) {
        return new RuleReason(
                explanation.rule(),
                truth,
                Reasons.judge(policy.id(), explanation, context, truth).conditions());
    }

    private List<RestrictionAnswer> restrictions(Reasons reasons) {
        List<RestrictionAnswer> answers = new ArrayList<>();
        for (RestrictionAssessor restriction : restrictions) {
            restriction.assess(reasons).ifPresent(answers::add);
        }
        return answers;
    }

    /** The missing facts of all undetermined pathways, those that decide most first, then by path. */
    private List<Question> questions(List<PathwayAnswer> answers) {
        Map<String, List<String>> decides = new HashMap<>();
        for (PathwayAnswer answer : answers) {
            for (String path : answer.missing()) {
                decides.computeIfAbsent(path, key -> new ArrayList<>()).add(answer.code());
            }
        }
        List<Question> questions = new ArrayList<>(decides.size());
        decides.forEach((path, codes) -> questions.add(new Question(path, label(path), codes)));
        questions.sort(MOST_DECISIVE);
        return Collections.unmodifiableList(questions);
    }
}
