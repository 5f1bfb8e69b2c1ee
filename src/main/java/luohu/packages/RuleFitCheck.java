package luohu.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import luohu.binding.Nearest;
import luohu.language.FindingKind;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;

/** Checks that a document and the rules beside it fit: what each names, the other has. */
final class RuleFitCheck {

    private final PolicyDocument document;
    private final List<Rule> rules;
    private final DocumentFindings findings;

    RuleFitCheck(PolicyDocument document, List<Rule> rules, DocumentFindings findings) {
        this.document = document;
        this.rules = rules;
        this.findings = findings;
    }

    void check() {
        uniqueRuleNames();
        rulesFitDocument();
        documentFitsRules();
        noCycles();
    }

    private void uniqueRuleNames() {
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            if (!seen.add(rule.name())) {
                findings.report(rule, FindingKind.DUPLICATE_CODE, "规则名“" + rule.name() + "”出现了两次；请改用不同的名称。");
            }
        }
    }

    private void rulesFitDocument() {
        Map<String, PathwayText> pathways =
                document.pathways().stream().collect(Collectors.toMap(PathwayText::code, each -> each, (a, b) -> a));
        Set<String> restrictions =
                document.restrictions().stream().map(RestrictionText::code).collect(Collectors.toSet());
        for (Rule rule : rules) {
            Rule.Target target = rule.target();
            Set<String> known = target.aspect() == Aspect.RESTRICTION ? restrictions : pathways.keySet();
            if (!known.contains(target.code())) {
                findings.report(
                        rule,
                        FindingKind.UNKNOWN_PATHWAY,
                        "package.yaml 中没有代码 " + target.code() + near(target.code(), known));
                continue;
            }
            PathwayText pathway = pathways.get(target.code());
            if (target.aspect() == Aspect.MATERIAL && !asksFor(pathway, target.detail())) {
                findings.report(
                        rule, FindingKind.UNKNOWN_MATERIAL, "途径 " + target.code() + " 的材料中没有 " + target.detail() + "。");
            } else if (target.aspect() == Aspect.REGISTRATION
                    && pathway.registration().stream()
                            .noneMatch(each -> target.detail().equals(each.when()))) {
                findings.report(
                        rule,
                        FindingKind.UNKNOWN_REGISTRATION,
                        "途径 " + target.code() + " 的登记地中没有 when: " + target.detail() + "。");
            }
            rule.dependsOn().stream()
                    .filter(code -> !pathways.containsKey(code))
                    .forEach(code -> findings.report(
                            rule,
                            FindingKind.UNKNOWN_PATHWAY,
                            "package.yaml 中没有途径 " + code + near(code, pathways.keySet())));
        }
    }

    private void documentFitsRules() {
        for (int i = 0; i < document.pathways().size(); i++) {
            PathwayText pathway = document.pathways().get(i);
            String at = "/pathways/" + i;
            Set<String> grounds = details(rules, Aspect.PATHWAY, pathway.code());
            if (grounds.isEmpty()) {
                findings.report(
                        at,
                        FindingKind.PATHWAY_WITHOUT_RULE,
                        "途径 " + pathway.code() + " 没有规则；请在 .drl 文件中写出 @pathway(\"" + pathway.code() + "\") 的规则。");
            }
            Set<String> conditions = details(rules, Aspect.REGISTRATION, pathway.code());
            pathway.registration().stream()
                    .filter(each -> each.when() != null && !conditions.contains(each.when()))
                    .forEach(each -> findings.report(
                            at + "/registration",
                            FindingKind.UNKNOWN_REGISTRATION,
                            "登记地条件 " + each.when() + " 没有规则；请写出 @registration(\"" + each.when() + "\") 的规则。"));
            for (Discretion discretion : pathway.discretion() == null ? List.<Discretion>of() : pathway.discretion()) {
                if (discretion.ground() != null && !grounds.contains(discretion.ground())) {
                    findings.report(
                            at + "/discretion",
                            FindingKind.UNKNOWN_GROUND,
                            "没有规则写明 @ground(\"" + discretion.ground() + "\")。");
                }
            }
        }
        for (int i = 0; i < document.restrictions().size(); i++) {
            String code = document.restrictions().get(i).code();
            if (details(rules, Aspect.RESTRICTION, code).isEmpty()) {
                findings.report(
                        "/restrictions/" + i,
                        FindingKind.PATHWAY_WITHOUT_RULE,
                        "限制 " + code + " 没有规则；请在 .drl 文件中写出 @restriction(\"" + code + "\") 的规则。");
            }
        }
    }

    /** Rules decide in the order of what they ask of each other, so no pathway may ask for itself. */
    private void noCycles() {
        Map<String, Set<String>> needs = new HashMap<>();
        rules.stream().filter(rule -> rule.target().aspect() == Aspect.PATHWAY).forEach(rule -> needs.computeIfAbsent(
                        rule.target().code(), code -> new HashSet<>())
                .addAll(rule.dependsOn()));
        for (Rule rule : rules) {
            Set<String> reached = new HashSet<>();
            List<String> open = new ArrayList<>(rule.dependsOn());
            while (!open.isEmpty()) {
                String code = open.remove(open.size() - 1);
                if (reached.add(code)) {
                    open.addAll(needs.getOrDefault(code, Set.of()));
                }
            }
            if (rule.target().aspect() == Aspect.PATHWAY
                    && reached.contains(rule.target().code())) {
                findings.report(
                        rule,
                        FindingKind.CYCLIC_PATHWAYS,
                        "途径 " + rule.target().code() + " 绕了一圈又取决于自己；请去掉其中一个 Pathway(…) 条件。");
            }
        }
    }

    private static Set<String> details(List<Rule> rules, Aspect aspect, String code) {
        return rules.stream()
                .map(Rule::target)
                .filter(target -> target.aspect() == aspect && target.code().equals(code))
                .map(Rule.Target::detail)
                .collect(Collectors.toSet());
    }

    private static boolean asksFor(PathwayText pathway, String code) {
        return pathway.materials().stream()
                .flatMap(material -> material.options().stream())
                .anyMatch(option -> option.stream().anyMatch(each -> each.name().equals(code)));
    }

    private static String near(String code, Set<String> known) {
        return Nearest.to(code, known).map(near -> "；是否想写 " + near + "？").orElse("；请补写或者改正。");
    }
}
