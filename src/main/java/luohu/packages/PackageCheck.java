package luohu.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import luohu.binding.Formats;
import luohu.binding.Nearest;
import luohu.binding.YamlSource;
import luohu.facts.DocumentCode;
import luohu.language.Finding;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;

/** Checks a well-formed document in itself and against the rules beside it. */
final class PackageCheck {

    private static final int LONGEST_QUOTE = 60;

    private final String folder;
    private final PolicyDocument document;
    private final YamlSource source;
    private final List<Finding> findings;

    PackageCheck(String folder, PolicyDocument document, YamlSource source, List<Finding> findings) {
        this.folder = folder;
        this.document = document;
        this.source = source;
        this.findings = findings;
    }

    /** Checks everything; what rules decide is compared only when every rule could be read. */
    void check(List<Rule> rules, boolean rulesAreWhole) {
        identity();
        dates();
        quotes();
        unique("/pathways", document.pathways(), PathwayText::code);
        unique("/restrictions", document.restrictions(), RestrictionText::code);
        unique("/rulings", document.rulings(), Ruling::id);
        rulingsExist();
        materials();
        if (rulesAreWhole) {
            uniqueRuleNames(rules);
            rulesFitDocument(rules);
            documentFitsRules(rules);
            noCycles(rules);
        }
    }

    private void identity() {
        City city = document.city();
        if (!Formats.isDivisionCode(city.code()) || !city.code().endsWith("00")) {
            report("/city/code", "bad-code", "城市代码应为六位区划代码，末两位为 00，例如 \"371000\"。");
        }
        String expected = folder.replace('/', '-');
        if (!document.id().equals(expected)) {
            report("/id", "wrong-id", "规则包的 id 应与所在文件夹一致，写作 " + expected + "。");
        }
        if (!folder.startsWith(city.pinyin() + "/")) {
            report("/city/pinyin", "wrong-id", "城市拼音应与所在文件夹一致。");
        }
    }

    private void dates() {
        Effective effective = document.effective();
        if (document.draft() != (effective == null)) {
            report(
                    "/effective",
                    "bad-interval",
                    document.draft() ? "草案从未施行，effective 应写 null。" : "请写明 effective（施行日期），草案则写 draft: true。");
        } else if (effective != null && effective.to() != null && effective.to().isBefore(effective.from())) {
            report("/effective/to", "bad-interval", "最后一日不能早于施行之日。");
        }
    }

    private void quotes() {
        source.lines().keySet().stream()
                .filter(at -> at.endsWith("/quote"))
                .sorted()
                .forEach(at -> {
                    String quote = source.tree().at(at).asText();
                    if (quote.codePointCount(0, quote.length()) > LONGEST_QUOTE || quote.contains("\n")) {
                        report(at, "bad-quote", "引文应为一行，不超过 " + LONGEST_QUOTE + " 字；请只引起决定作用的词句。");
                    }
                });
    }

    private <T> void unique(String at, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                report(at + "/" + i, "duplicate-code", key.apply(items.get(i)) + " 出现了两次；请改用不同的代码。");
            }
        }
    }

    private void rulingsExist() {
        Set<String> known = document.rulings().stream().map(Ruling::id).collect(Collectors.toSet());
        for (int i = 0; i < document.pathways().size(); i++) {
            rulingsExist("/pathways/" + i, document.pathways().get(i).rulings(), known);
        }
        for (int i = 0; i < document.restrictions().size(); i++) {
            rulingsExist("/restrictions/" + i, document.restrictions().get(i).rulings(), known);
        }
    }

    private void rulingsExist(String at, List<String> rulings, Set<String> known) {
        for (int i = 0; i < rulings.size(); i++) {
            if (!known.contains(rulings.get(i))) {
                report(at + "/rulings/" + i, "unknown-ruling", "rulings 中没有裁定 " + rulings.get(i) + "；请补写或者改正。");
            }
        }
    }

    private void materials() {
        for (int i = 0; i < document.pathways().size(); i++) {
            List<Material> materials = document.pathways().get(i).materials();
            for (int j = 0; j < materials.size(); j++) {
                List<List<DocumentCode>> options = materials.get(j).options();
                if (options.isEmpty() || options.stream().anyMatch(List::isEmpty)) {
                    report(
                            "/pathways/" + i + "/materials/" + j + "/options",
                            "missing",
                            "每份材料至少有一种可选的组合，每种组合至少有一个证件代码。");
                }
            }
        }
    }

    private void uniqueRuleNames(List<Rule> rules) {
        Set<String> seen = new HashSet<>();
        for (Rule rule : rules) {
            if (!seen.add(rule.name())) {
                findings.add(new Finding(
                        rule.file(), rule.line(), "duplicate-code", "规则名“" + rule.name() + "”出现了两次；请改用不同的名称。"));
            }
        }
    }

    private void rulesFitDocument(List<Rule> rules) {
        Map<String, PathwayText> pathways =
                document.pathways().stream().collect(Collectors.toMap(PathwayText::code, each -> each, (a, b) -> a));
        Set<String> restrictions =
                document.restrictions().stream().map(RestrictionText::code).collect(Collectors.toSet());
        for (Rule rule : rules) {
            Rule.Target target = rule.target();
            Set<String> known = target.aspect() == Aspect.RESTRICTION ? restrictions : pathways.keySet();
            if (!known.contains(target.code())) {
                report(rule, "unknown-pathway", "package.yaml 中没有代码 " + target.code() + near(target.code(), known));
                continue;
            }
            PathwayText pathway = pathways.get(target.code());
            if (target.aspect() == Aspect.MATERIAL && !asksFor(pathway, target.detail())) {
                report(rule, "unknown-material", "途径 " + target.code() + " 的材料中没有 " + target.detail() + "。");
            } else if (target.aspect() == Aspect.REGISTRATION
                    && pathway.registration().stream()
                            .noneMatch(each -> target.detail().equals(each.when()))) {
                report(rule, "unknown-registration", "途径 " + target.code() + " 的登记地中没有 when: " + target.detail() + "。");
            }
            rule.dependsOn().stream()
                    .filter(code -> !pathways.containsKey(code))
                    .forEach(code -> report(
                            rule, "unknown-pathway", "package.yaml 中没有途径 " + code + near(code, pathways.keySet())));
        }
    }

    private void documentFitsRules(List<Rule> rules) {
        for (int i = 0; i < document.pathways().size(); i++) {
            PathwayText pathway = document.pathways().get(i);
            String at = "/pathways/" + i;
            Set<String> grounds = details(rules, Aspect.PATHWAY, pathway.code());
            if (grounds.isEmpty()) {
                report(
                        at,
                        "pathway-without-rule",
                        "途径 " + pathway.code() + " 没有规则；请在 .drl 文件中写出 @pathway(\"" + pathway.code() + "\") 的规则。");
            }
            Set<String> conditions = details(rules, Aspect.REGISTRATION, pathway.code());
            pathway.registration().stream()
                    .filter(each -> each.when() != null && !conditions.contains(each.when()))
                    .forEach(each -> report(
                            at + "/registration",
                            "unknown-registration",
                            "登记地条件 " + each.when() + " 没有规则；请写出 @registration(\"" + each.when() + "\") 的规则。"));
            for (Discretion discretion : pathway.discretion() == null ? List.<Discretion>of() : pathway.discretion()) {
                if (discretion.ground() != null && !grounds.contains(discretion.ground())) {
                    report(at + "/discretion", "unknown-ground", "没有规则写明 @ground(\"" + discretion.ground() + "\")。");
                }
            }
        }
        for (int i = 0; i < document.restrictions().size(); i++) {
            String code = document.restrictions().get(i).code();
            if (details(rules, Aspect.RESTRICTION, code).isEmpty()) {
                report(
                        "/restrictions/" + i,
                        "pathway-without-rule",
                        "限制 " + code + " 没有规则；请在 .drl 文件中写出 @restriction(\"" + code + "\") 的规则。");
            }
        }
    }

    /** Rules decide in the order of what they ask of each other, so no pathway may ask for itself. */
    private void noCycles(List<Rule> rules) {
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
                report(rule, "cyclic-pathways", "途径 " + rule.target().code() + " 绕了一圈又取决于自己；请去掉其中一个 Pathway(…) 条件。");
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

    private void report(Rule rule, String code, String message) {
        findings.add(new Finding(rule.file(), rule.line(), code, message));
    }

    private void report(String pointer, String code, String message) {
        findings.add(new Finding(folder + "/" + PackageFiles.DOCUMENT, source.line(pointer), code, message));
    }
}
