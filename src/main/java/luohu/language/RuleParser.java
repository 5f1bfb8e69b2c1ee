package luohu.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luohu.binding.Nearest;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Turns one rule, as Drools' parser gives it, into a checked {@link Rule}. */
final class RuleParser {

    private static final Pattern CONSEQUENCE =
            Pattern.compile("matched\\s*\\(\\s*(\\$[\\p{L}_][\\p{L}\\p{N}_]*)?\\s*\\)\\s*;?");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    /** Of how many other patterns Drools lets one constraint speak, as rules are put to it here. */
    private static final int WIDEST = 3;

    /** Deeper nesting is no rule anybody could check against a document. */
    private static final int DEEPEST = 20;

    private final Vocabulary vocabulary;
    private final String file;
    private final RuleDescr descr;
    private final RuleFindings findings;
    private final List<FactType> slots = new ArrayList<>();
    private final Set<String> dependsOn = new LinkedHashSet<>();
    private int depth;

    RuleParser(Vocabulary vocabulary, String file, RuleDescr descr) {
        this.vocabulary = vocabulary;
        this.file = file;
        this.findings = new RuleFindings(file, new ArrayList<>());
        this.descr = descr;
    }

    List<Finding> findings() {
        return findings.all();
    }

    /** The rule; empty when there are findings. */
    Optional<Rule> parse() {
        Optional<Rule.Target> target = new RuleHeader(descr, findings).read();
        Scope scope = new Scope();
        List<Element> elements = elements(descr.getLhs().getDescrs(), scope);
        if (elements.isEmpty() && findings.all().isEmpty()) {
            findings.report(descr.getLine(), FindingKind.EMPTY_RULE, "这条规则没有条件，会对所有人成立；请在 when 下写出条文的条件。");
        }
        int personSlot = consequence(scope);
        if (target.isEmpty() || !findings.all().isEmpty()) {
            return Optional.empty();
        }
        Formula.All body = FormulaBuilder.all(elements);
        return Optional.of(new Rule(
                descr.getName(),
                file,
                descr.getLine(),
                target.get(),
                List.copyOf(slots),
                body,
                personSlot,
                Set.copyOf(dependsOn)));
    }

    private List<Element> elements(List<? extends BaseDescr> descrs, Scope scope) {
        List<Element> elements = new ArrayList<>();
        for (BaseDescr each : descrs) {
            if (each instanceof AndDescr and) {
                elements.addAll(elements(and.getDescrs(), scope));
            } else {
                element(each, scope).ifPresent(elements::add);
            }
        }
        return elements;
    }

    private Optional<Element> element(BaseDescr each, Scope scope) {
        if (depth == DEEPEST) {
            findings.report(each.getLine(), FindingKind.RULE_SYNTAX, "not、exists、or 和括号嵌套过深；请拆成几条规则。");
            return Optional.empty();
        }
        depth++;
        try {
            return nested(each, scope);
        } finally {
            depth--;
        }
    }

    private Optional<Element> nested(BaseDescr each, Scope scope) {
        if (each instanceof PatternDescr pattern) {
            return pattern(pattern, scope);
        } else if (each instanceof NotDescr not) {
            return Optional.of(new Element.None(inner(not, scope)));
        } else if (each instanceof ExistsDescr exists) {
            return Optional.of(new Element.Exists(inner(exists, scope)));
        } else if (each instanceof OrDescr or) {
            List<List<Element>> branches = new ArrayList<>();
            for (BaseDescr branch : or.getDescrs()) {
                branches.add(elements(List.of(branch), scope.inner()));
            }
            return Optional.of(new Element.Either(branches));
        }
        String what = each.getClass().getSimpleName().replace("Descr", "").toLowerCase(Locale.ROOT);
        findings.forbid(
                each.getLine(),
                switch (what) {
                    case "namedconsequence" -> " do[…] ";
                    case "conditionalbranch" -> " if … do[…] ";
                    default -> " " + what + " ";
                },
                "只能写事实的模式，以及 not、exists、or、and");
        return Optional.empty();
    }

    private List<Element> inner(ConditionalElementDescr descr, Scope scope) {
        return elements(cast(descr.getDescrs()), scope.inner());
    }

    private Optional<Element> pattern(PatternDescr pattern, Scope scope) {
        if (pattern.getObjectType() == null
                || pattern.getSource() != null
                || pattern.isQuery()
                || pattern.isUnification()
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotationNames().isEmpty()) {
            findings.forbid(pattern.getLine(), " from、accumulate、over、:=、?、/ 以及模式上的注解", "只能写“类型( 约束, … )”");
            return Optional.empty();
        }
        FactType type = vocabulary.type(pattern.getObjectType());
        if (type == null) {
            List<String> known = vocabulary.types().stream().map(FactType::name).toList();
            findings.report(
                    pattern.getLine(),
                    FindingKind.UNKNOWN_TYPE,
                    "没有事实类型 " + pattern.getObjectType() + "；"
                            + Nearest.to(pattern.getObjectType(), known)
                                    .map(near -> "是否想写 " + near + "？")
                                    .orElse("可用：" + String.join("、", known) + "。"));
            return Optional.empty();
        }
        int slot = slots.size();
        slots.add(type);
        bind(pattern, new Scope.Variable(slot, type, null), scope);
        List<Formula> constraints = new ArrayList<>();
        for (BaseDescr each : pattern.getDescrs()) {
            if (each instanceof ExprConstraintDescr expression
                    && expression.getType() == ExprConstraintDescr.Type.NAMED) {
                ConstraintParser parser = new ConstraintParser(
                        type, slot, scope, (code, message) -> findings.report(expression.getLine(), code, message));
                constraints.addAll(parser.parse(expression.getExpression()));
            } else {
                findings.forbid(each.getLine(), "按位置写的约束", "约束应写作“属性 运算符 值”");
            }
        }
        constraints.removeIf(
                each -> each instanceof Formula.All all && all.parts().isEmpty());
        if (constraints.stream().anyMatch(each -> Element.joins(each).size() > WIDEST)) {
            findings.report(
                    pattern.getLine(), FindingKind.FORBIDDEN_CONSTRUCT, "一个约束里最多引用 " + WIDEST + " 个变量；请拆成几个约束或者几条规则。");
        }
        if (type == vocabulary.pathway()) {
            dependency(pattern, constraints);
        }
        if (constraints.isEmpty()) {
            constraints.add(new Formula.Given(slot));
        }
        return Optional.of(new Element.Pattern(slot, type, constraints));
    }

    private void bind(PatternDescr pattern, Scope.Variable variable, Scope scope) {
        String name = pattern.getIdentifier();
        if (name != null && !name.isEmpty()) {
            scope.bind(name, variable, (code, message) -> findings.report(pattern.getLine(), code, message));
        }
    }

    /** A pattern over another pathway's outcome names the one pathway it asks about, so that rules can be put in order. */
    private void dependency(PatternDescr pattern, List<Formula> constraints) {
        List<Atom> atoms = constraints.stream()
                .filter(Atom.class::isInstance)
                .map(Atom.class::cast)
                .toList();
        Optional<Atom> code = atoms.stream()
                .filter(atom ->
                        atom.property().name().equals("code") && atom.operator() == Operator.EQUAL && !atom.isJoin())
                .findFirst();
        boolean holds = atoms.stream().anyMatch(atom -> atom.property().name().equals("holds") && !atom.isJoin());
        if (constraints.size() != 2 || code.isEmpty() || !holds) {
            findings.report(
                    pattern.getLine(),
                    FindingKind.WRONG_VALUE,
                    "其他途径的结果应写作 Pathway( code == \"途径代码\", holds == true ) 或者 holds == false。");
            return;
        }
        dependsOn.add((String) code.get().literals().get(0));
    }

    /** The slot of the person the rule records; −1 for the applicant. */
    private int consequence(Scope scope) {
        String text = COMMENT.matcher(String.valueOf(descr.getConsequence()))
                .replaceAll("")
                .trim();
        Matcher call = CONSEQUENCE.matcher(text);
        if (!call.matches()) {
            findings.forbid(
                    descr.getConsequenceLine(),
                    "别的结论",
                    "then 与 end 之间只能写一个 matched(); 或者 matched($人员);，end 之后只能另写一条规则");
            return -1;
        }
        if (call.group(1) == null) {
            return -1;
        }
        Scope.Variable variable = scope.get(call.group(1));
        if (variable == null || variable.property() != null || variable.type().property("id") == null) {
            findings.report(
                    descr.getConsequenceLine(),
                    FindingKind.UNKNOWN_VARIABLE,
                    "matched(" + call.group(1) + ") 中的变量应是 when 最外层的 Person 或者 Relative 模式。");
            return -1;
        }
        return variable.slot();
    }

    @SuppressWarnings("unchecked")
    private static List<BaseDescr> cast(List<?> descrs) {
        return (List<BaseDescr>) descrs;
    }
}
