package luohu.checks;

import java.util.ArrayList;
import java.util.List;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.language.Vocabulary;

/** Looks for rules that decide nothing because another rule of the same target holds whenever they do. */
final class ShadowCheck {

    private final Vocabulary vocabulary;
    private final Worlds worlds;

    ShadowCheck(Vocabulary vocabulary, Worlds worlds) {
        this.vocabulary = vocabulary;
        this.worlds = worlds;
    }

    /** One finding for each shadowed rule; of two that say the same, for the later. */
    List<Finding> check(List<Rule> rules) {
        List<Finding> findings = new ArrayList<>();
        List<Rule> kept = new ArrayList<>(rules);
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            kept.stream()
                    .filter(other -> other != rule && other.target().equals(rule.target()) && shadows(other, rule))
                    .findFirst()
                    .ifPresent(other -> {
                        kept.remove(rule);
                        findings.add(0, finding(rule, other));
                    });
        }
        return findings;
    }

    private boolean shadows(Rule other, Rule rule) {
        NormalForm form = new NormalForm(vocabulary);
        NormalForm.Body given = form.of(rule);
        NormalForm.Body goal = form.of(other);
        return given.person() < 0 == goal.person() < 0
                && new Implication(form, new Possibilities(worlds, form), given.person(), goal.person())
                        .holds(given.parts(), new Formula.All(goal.parts()));
    }

    private static Finding finding(Rule rule, Rule other) {
        return new Finding(
                rule.file(),
                rule.line(),
                FindingKind.SHADOWED_RULE,
                "规则“" + rule.name() + "”成立时，" + other.file() + " 第 " + other.line() + " 行的规则“" + other.name()
                        + "”也成立，所以它不起作用；请删去，或者补写二者的区别。");
    }
}
