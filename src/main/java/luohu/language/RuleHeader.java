package luohu.language;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** Reads what stands above a rule's conditions: its name, and the annotations that say what it decides. */
final class RuleHeader {

    private static final Set<String> ANNOTATIONS =
            Set.of("pathway", "restriction", "ground", "material", "registration");

    private final RuleDescr descr;
    private final RuleFindings findings;

    RuleHeader(RuleDescr descr, RuleFindings findings) {
        this.descr = descr;
        this.findings = findings;
    }

    /** What the rule decides; empty when that cannot be told. */
    Optional<Rule.Target> read() {
        refuseExtras();
        return target();
    }

    private void refuseExtras() {
        String mend = "各条规则相互独立，不设先后、不分组，请删去";
        descr.getAttributes().values().forEach(each -> findings.forbid(each.getLine(), "规则属性 " + each.getName(), mend));
        if (descr.getName().isBlank()) {
            findings.report(descr.getLine(), FindingKind.RULE_SYNTAX, "请给规则起名，写明条款和内容，例如 rule \"一（二）按租房途径落户\"。");
        }
        if (descr.getParentName() != null && !descr.getParentName().isEmpty()) {
            findings.forbid(descr.getLine(), "extends（继承规则）", "请把条件写全");
        }
        if (!descr.getNamedConsequences().isEmpty()) {
            findings.forbid(descr.getLine(), "命名的结论", "then 之下只写一个 matched(…)");
        }
    }

    private Optional<Rule.Target> target() {
        for (AnnotationDescr each : descr.getAnnotations()) {
            if (!ANNOTATIONS.contains(each.getName())) {
                findings.forbid(
                        descr.getLine(),
                        "注解 @" + each.getName(),
                        "可用：@pathway、@restriction、@ground、@material、@registration");
            } else if (each.isDuplicated()) {
                findings.report(
                        descr.getLine(), FindingKind.RULE_WITHOUT_PATHWAY, "注解 @" + each.getName() + " 写了两次；请删去其中一个。");
            }
        }
        String pathway = annotation("pathway");
        String restriction = annotation("restriction");
        if ((pathway == null) == (restriction == null)) {
            findings.report(
                    descr.getLine(),
                    FindingKind.RULE_WITHOUT_PATHWAY,
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
            findings.report(
                    descr.getLine(),
                    FindingKind.RULE_WITHOUT_PATHWAY,
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
            findings.report(
                    annotation.getLine(),
                    FindingKind.RULE_SYNTAX,
                    "@" + name + " 的值应是双引号括起的代码，例如 @" + name + "(\"own-home\")。");
            return "";
        }
        return text.substring(1, text.length() - 1);
    }
}
