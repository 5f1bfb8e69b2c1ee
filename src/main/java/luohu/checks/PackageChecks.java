package luohu.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.language.Vocabulary;
import luohu.packages.Effective;
import luohu.packages.PolicyPackage;

/** What the rules of a readable package still have wrong: conditions that contradict each other, rules that decide nothing. */
public final class PackageChecks {

    /** Drools multiplies {@code or} groups out: each one at least doubles what has to be compiled. */
    private static final int MOST_ALTERNATIVES = 8;

    /** Each further list that depends on the ones before is gone through once for each combination of their items. */
    private static final int DEEPEST_JOIN = 3;

    /** The day from which a package without days is asked. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final Vocabulary vocabulary;
    private final FactSchema schema;

    /** Checks for packages over a vocabulary. */
    public PackageChecks(Vocabulary vocabulary, FactSchema schema) {
        this.vocabulary = vocabulary;
        this.schema = schema;
    }

    /** Everything found, errors and warnings, in the order of the rules. */
    public List<Finding> check(PolicyPackage policy) {
        Effective effective = policy.document().effective();
        String city = policy.document().city().code();
        Values values = new Values(
                schema,
                city,
                effective == null ? FIRST_DAY : effective.from(),
                effective == null ? null : effective.to());
        Worlds worlds = new Worlds(vocabulary, values, city);
        List<Finding> findings = new ArrayList<>();
        List<Rule> sound = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            List<Finding> own = check(rule, worlds);
            findings.addAll(own);
            if (own.stream().noneMatch(Finding::isError)) {
                sound.add(rule);
            }
        }
        findings.addAll(new ShadowCheck(vocabulary, worlds).check(sound));
        return findings;
    }

    private List<Finding> check(Rule rule, Worlds worlds) {
        int alternatives = alternatives(rule.body());
        if (alternatives > MOST_ALTERNATIVES) {
            return List.of(new Finding(
                    rule.file(),
                    rule.line(),
                    FindingKind.TOO_MANY_ALTERNATIVES,
                    "规则“" + rule.name() + "”有 " + alternatives + " 组 or，超过 " + MOST_ALTERNATIVES
                            + " 组，组合起来太多；请拆成几条规则。"));
        }
        int joined = joined(rule.body());
        if (joined > DEEPEST_JOIN) {
            return List.of(new Finding(
                    rule.file(),
                    rule.line(),
                    FindingKind.TOO_MANY_JOINS,
                    "规则“" + rule.name() + "”里有 " + joined + " 个列表的模式一环扣一环，超过 " + DEEPEST_JOIN
                            + " 个，逐一组合要算太久；请拆成几条规则，或者去掉不必要的 $变量。"));
        }
        NormalForm form = new NormalForm(vocabulary);
        List<Formula> parts = form.of(rule).parts();
        return new ConditionCheck(form, new Possibilities(worlds, form), rule).check(parts);
    }

    /** How many lists are gone through inside each other. */
    private static int joined(Formula formula) {
        int inside =
                formula.parts().stream().mapToInt(PackageChecks::joined).max().orElse(0);
        return formula instanceof Formula.Some some && some.type().isList() ? inside + 1 : inside;
    }

    /** The {@code or} groups between patterns; alternatives within one pattern cost nothing. */
    private static int alternatives(Formula formula) {
        if (formula instanceof Formula.Any any) {
            return (Formulas.subject(any).isPresent() ? 0 : 1)
                    + any.parts().stream().mapToInt(PackageChecks::alternatives).sum();
        } else if (formula instanceof Formula.All all) {
            return all.parts().stream().mapToInt(PackageChecks::alternatives).sum();
        } else if (formula instanceof Formula.Not not) {
            return alternatives(not.inner());
        }
        return formula instanceof Formula.Some some ? alternatives(some.where()) : 0;
    }
}
