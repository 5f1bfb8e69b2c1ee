package luohu.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luohu.binding.Nearest;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
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
    private static final Set<String> ANNOTATIONS =
            Set.of("pathway", "restriction", "ground", "material", "registration");

    /** Of how many other patterns Drools lets one constraint speak, as rules are put to it here. */
    private static final int WIDEST = 3;

    /** Deeper nesting is no rule anybody could check against a document. */
    private static final int DEEPEST = 20;

    private final Vocabulary vocabulary;
    private final String file;
    private final RuleDescr descr;
    private final List<Finding> findings = new ArrayList<>();
    private final List<FactType> slots = new ArrayList<>();
    private final Set<String> dependsOn = new LinkedHashSet<>();
    private int depth;

    RuleParser(Vocabulary vocabulary, String file, RuleDescr descr) {
        this.vocabulary = vocabulary;
        this.file = file;
        this.descr = descr;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The rule; empty when there are findings. */
    Optional<Rule> parse() {
        refuseExtras();
        Optional<Rule.Target> target = target();
        Scope scope = new Scope();
        List<Element> elements = elements(descr.getLhs().getDescrs(), scope);
        if (elements.isEmpty() && findings.isEmpty()) {
            report(descr.getLine(), "empty-rule", "这条规则没有条件，会对所有人成立；请在 when 下写出条文的条件。");
        }
        int personSlot = consequence(scope);
        if (target.isEmpty() || !findings.isEmpty()) {
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

    private void refuseExtras() {
        String mend = "各条规则相互独立，不设先后、不分组，请删去";
        descr.getAttributes().values().forEach(each -> forbid(each.getLine(), "规则属性 " + each.getName(), mend));
        if (descr.getName().isBlank()) {
            report(descr.getLine(), "rule-syntax", "请给规则起名，写明条款和内容，例如 rule \"一（二）按租房途径落户\"。");
        }
        if (descr.getParentName() != null && !descr.getParentName().isEmpty()) {
            forbid(descr.getLine(), "extends（继承规则）", "请把条件写全");
        }
        if (!descr.getNamedConsequences().isEmpty()) {
            forbid(descr.getLine(), "命名的结论", "then 之下只写一个 matched(…)");
        }
    }

    private Optional<Rule.Target> target() {
        for (AnnotationDescr each : descr.getAnnotations()) {
            if (!ANNOTATIONS.contains(each.getName())) {
                forbid(
                        descr.getLine(),
                        "注解 @" + each.getName(),
                        "可用：@pathway、@restriction、@ground、@material、@registration");
            } else if (each.isDuplicated()) {
                report(descr.getLine(), "rule-without-pathway", "注解 @" + each.getName() + " 写了两次；请删去其中一个。");
            }
        }
        String pathway = annotation("pathway");
        String restriction = annotation("restriction");
        if ((pathway == null) == (restriction == null)) {
            report(
                    descr.getLine(),
                    "rule-without-pathway",
                    "规则“" + descr.getName()
                            + "”须写明它判断哪条途径或者哪项限制：在规则名下写 @pathway(\"代码\") 或者 @restriction(\"代码\")，二者择一。");
            return Optional.empty();
        }
        String material = annotation("material");
        String registration = annotation("registration");
        String ground = annotation("ground");
        long details = Stream.of(material, registration, ground)
                .filter(Objects::nonNull)
                .count();
        if (details > (restriction == null ? 1 : 0)) {
            report(
                    descr.getLine(),
                    "rule-without-pathway",
                    "@ground、@material、@registration 只能与 @pathway 一起写，并且只能写一个。");
            return Optional.empty();
        }
        if (restriction != null) {
            return Optional.of(new Rule.Target(Rule.Aspect.RESTRICTION, restriction, ""));
        } else if (material != null) {
            return Optional.of(new Rule.Target(Rule.Aspect.MATERIAL, pathway, material));
        } else if (registration != null) {
            return Optional.of(new Rule.Target(Rule.Aspect.REGISTRATION, pathway, registration));
        }
        return Optional.of(new Rule.Target(Rule.Aspect.PATHWAY, pathway, ground == null ? "" : ground));
    }

    private String annotation(String name) {
        AnnotationDescr annotation = descr.getAnnotation(name);
        if (annotation == null) {
            return null;
        }
        String text = String.valueOf(annotation.getSingleValue());
        if (!text.matches("\"[A-Za-z0-9_-]+\"")) {
            report(annotation.getLine(), "rule-syntax", "@" + name + " 的值应是双引号括起的代码，例如 @" + name + "(\"own-home\")。");
            return "";
        }
        return text.substring(1, text.length() - 1);
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
            report(each.getLine(), "rule-syntax", "not、exists、or 和括号嵌套过深；请拆成几条规则。");
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
        forbid(
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
            forbid(pattern.getLine(), " from、accumulate、over、:=、?、/ 以及模式上的注解", "只能写“类型( 约束, … )”");
            return Optional.empty();
        }
        FactType type = vocabulary.type(pattern.getObjectType());
        if (type == null) {
            List<String> known = vocabulary.types().stream().map(FactType::name).toList();
            report(
                    pattern.getLine(),
                    "unknown-type",
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
                        type, slot, scope, (code, message) -> report(expression.getLine(), code, message));
                constraints.addAll(parser.parse(expression.getExpression()));
            } else {
                forbid(each.getLine(), "按位置写的约束", "约束应写作“属性 运算符 值”");
            }
        }
        constraints.removeIf(
                each -> each instanceof Formula.All all && all.parts().isEmpty());
        if (constraints.stream().anyMatch(each -> Element.joins(each).size() > WIDEST)) {
            report(pattern.getLine(), "forbidden-construct", "一个约束里最多引用 " + WIDEST + " 个变量；请拆成几个约束或者几条规则。");
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
            scope.bind(name, variable, (code, message) -> report(pattern.getLine(), code, message));
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
            report(
                    pattern.getLine(),
                    "wrong-value",
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
            forbid(descr.getConsequenceLine(), "别的结论", "then 与 end 之间只能写一个 matched(); 或者 matched($人员);，end 之后只能另写一条规则");
            return -1;
        }
        if (call.group(1) == null) {
            return -1;
        }
        Scope.Variable variable = scope.get(call.group(1));
        if (variable == null || variable.property() != null || variable.type().property("id") == null) {
            report(
                    descr.getConsequenceLine(),
                    "unknown-variable",
                    "matched(" + call.group(1) + ") 中的变量应是 when 最外层的 Person 或者 Relative 模式。");
            return -1;
        }
        return variable.slot();
    }

    private void forbid(int line, String what, String mend) {
        findings.add(RuleFileParser.forbidden(file, line, what, mend));
    }

    private void report(int line, String code, String message) {
        findings.add(new Finding(file, Math.max(1, line), code, message));
    }

    @SuppressWarnings("unchecked")
    private static List<BaseDescr> cast(List<?> descrs) {
        return (List<BaseDescr>) descrs;
    }
}
