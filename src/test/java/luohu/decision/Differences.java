package luohu.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import luohu.engine.Condition;
import luohu.engine.Judged;
import luohu.engine.RuleExplanation;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import luohu.testing.Reasoning;
import luohu.testing.Unknowns;

/** Where Drools, the explanations and the answer differ about one applicant. */
final class Differences {

    /** Whatever fails is at least this far off, whatever is only open is nearer: see Requirement. */
    private static final int FAILED = 10_000;

    /** Every how manieth applicant gets a whole answer, which takes Drools once more. */
    private static final int ANSWERED = 4;

    private final Drawn drawn;
    private final List<Truth> truths;
    private final List<String> found = new ArrayList<>();

    Differences(PackageDecider decider, Reasoning reasoning, Drawn drawn) {
        this.drawn = drawn;
        this.truths = decider.verdicts(drawn.facts(), drawn.date());
        Set<String> unknown = Unknowns.of(drawn.facts());
        Case context = reasoning.open(drawn.facts(), drawn.date());
        for (int i = 0; i < truths.size(); i++) {
            rule(
                    reasoning.rules().get(i).name(),
                    truths.get(i),
                    reasoning.explanations().get(i),
                    context,
                    unknown);
        }
        if (drawn.seed() % ANSWERED == 0) {
            answer(decider, reasoning, context, unknown);
        }
    }

    private void answer(PackageDecider decider, Reasoning reasoning, Case context, Set<String> unknown) {
        Decision decision = decider.decide(drawn.facts(), drawn.date());
        decision.pathways().forEach(answer -> pathway(answer, reasoning, context, unknown));
        restrictions(decider, decision, reasoning, context);
        questions(decision);
    }

    /** What Drools made of each rule, in the order of the package. */
    List<Truth> truths() {
        return truths;
    }

    List<String> found() {
        return found;
    }

    private void rule(String name, Truth truth, RuleExplanation explanation, Case context, Set<String> unknown) {
        check(explanation.truth(context) == truth, name, () -> "Drools says " + truth + ", the explanation does not");
        Judged judged = explanation.judge(context);
        check(judged.truth() == truth, name, () -> "Drools says " + truth + ", the conditions " + judged.truth());
        int distance = explanation.distance(context);
        check((distance == 0) == (truth == Truth.TRUE), name, () -> truth + " at distance " + distance);
        check((distance >= FAILED) == (truth == Truth.FALSE), name, () -> truth + " at distance " + distance);
        conditions(name, truth, judged.conditions());
        if (truth == Truth.UNKNOWN) {
            Collection<String> missing = new TreeSet<>();
            explanation.missing(context, missing);
            missing(name, missing, unknown);
        }
    }

    private void pathway(PathwayAnswer answer, Reasoning reasoning, Case context, Set<String> unknown) {
        String code = answer.code();
        Truth truth = reasoning.truth(Aspect.PATHWAY, code, context);
        check(answer.outcome() == Outcome.of(truth), code, () -> answer.outcome() + " beside " + truth);
        conditions(code, truth, answer.conditions());
        check(
                List.copyOf(new TreeSet<>(answer.missing())).equals(answer.missing()),
                code,
                () -> "missing is not sorted: " + answer.missing());
        if (truth == Truth.UNKNOWN) {
            missing(code, answer.missing(), unknown);
        } else {
            check(answer.missing().isEmpty(), code, () -> answer.outcome() + " misses " + answer.missing());
        }
        check(
                answer.qualifyingPersons().isEmpty() == (truth != Truth.TRUE)
                        && context.persons().stream()
                                .map(Item::reference)
                                .toList()
                                .containsAll(answer.qualifyingPersons()),
                code,
                () -> answer.outcome() + " by " + answer.qualifyingPersons());
    }

    private void restrictions(PackageDecider decider, Decision decision, Reasoning reasoning, Case context) {
        decider.policy().document().restrictions().forEach(text -> {
            Truth truth = reasoning.truth(Aspect.RESTRICTION, text.code(), context);
            List<RestrictionAnswer> answers = decision.restrictions().stream()
                    .filter(each -> each.code().equals(text.code()))
                    .toList();
            check(answers.isEmpty() == (truth == Truth.FALSE), text.code(), () -> truth + " answered by " + answers);
            answers.forEach(answer -> {
                check(answer.outcome() == Outcome.of(truth), text.code(), () -> answer.outcome() + " beside " + truth);
                conditions(text.code(), truth, answer.conditions());
            });
        });
    }

    /** Questions are what the open pathways miss, those that decide most first. */
    private void questions(Decision decision) {
        Set<String> missing = new TreeSet<>();
        decision.pathways().forEach(each -> missing.addAll(each.missing()));
        Set<String> asked = new TreeSet<>();
        int decides = Integer.MAX_VALUE;
        for (Question question : decision.questions()) {
            asked.add(question.fact());
            check(question.decides().size() <= decides, question.fact(), () -> "stands behind what decides less");
            decides = question.decides().size();
        }
        check(missing.equals(asked), "questions", () -> "ask for " + asked + ", missing is " + missing);
    }

    private void conditions(String what, Truth truth, List<Condition> conditions) {
        boolean failed = conditions.stream().anyMatch(each -> each.result() == Truth.FALSE);
        boolean open = conditions.stream().anyMatch(each -> each.result() == Truth.UNKNOWN);
        boolean fits =
                switch (truth) {
                    case TRUE -> !failed && !open;
                    case FALSE -> failed;
                    case UNKNOWN -> !failed && open;
                };
        check(fits && !conditions.isEmpty(), what, () -> truth + " beside " + conditions);
    }

    private void missing(String what, Collection<String> missing, Set<String> unknown) {
        check(!missing.isEmpty(), what, () -> "is open but misses nothing");
        missing.forEach(path -> {
            check(Bundled.SCHEMA.at(path) != null, what, () -> "misses " + path + ", which is no fact");
            check(unknown.contains(path), what, () -> "misses " + path + ", which is given");
        });
    }

    private void check(boolean holds, String what, Supplier<String> otherwise) {
        if (!holds) {
            found.add("seed " + drawn.seed() + ", " + what + ": " + otherwise.get() + "\n  " + drawn);
        }
    }
}
