package luohu.packages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import luohu.binding.Formats;
import luohu.facts.DocumentCode;
import luohu.language.FindingKind;

/** Checks a well-formed document in itself. */
final class DocumentCheck {

    private static final int LONGEST_QUOTE = 60;

    private final PolicyDocument document;
    private final DocumentFindings findings;

    DocumentCheck(PolicyDocument document, DocumentFindings findings) {
        this.document = document;
        this.findings = findings;
    }

    void check() {
        identity();
        dates();
        quotes();
        unique("/pathways", document.pathways(), PathwayText::code);
        unique("/restrictions", document.restrictions(), RestrictionText::code);
        unique("/rulings", document.rulings(), Ruling::id);
        rulingsExist();
        materials();
    }

    private void identity() {
        City city = document.city();
        if (!Formats.isDivisionCode(city.code()) || !city.code().endsWith("00")) {
            findings.report("/city/code", FindingKind.BAD_CODE, "城市代码应为六位区划代码，末两位为 00，例如 \"371000\"。");
        }
        String expected = findings.folder().replace('/', '-');
        if (!document.id().equals(expected)) {
            findings.report("/id", FindingKind.WRONG_ID, "规则包的 id 应与所在文件夹一致，写作 " + expected + "。");
        }
        if (!findings.folder().startsWith(city.pinyin() + "/")) {
            findings.report("/city/pinyin", FindingKind.WRONG_ID, "城市拼音应与所在文件夹一致。");
        }
    }

    private void dates() {
        Effective effective = document.effective();
        if (document.draft() != (effective == null)) {
            findings.report(
                    "/effective",
                    FindingKind.BAD_INTERVAL,
                    document.draft() ? "草案从未施行，effective 应写 null。" : "请写明 effective（施行日期），草案则写 draft: true。");
        } else if (effective != null && effective.to() != null && effective.to().isBefore(effective.from())) {
            findings.report("/effective/to", FindingKind.BAD_INTERVAL, "最后一日不能早于施行之日。");
        }
    }

    private void quotes() {
        findings.source().lines().keySet().stream()
                .filter(at -> at.endsWith("/quote"))
                .sorted()
                .forEach(at -> {
                    String quote = findings.source().tree().at(at).asText();
                    if (quote.codePointCount(0, quote.length()) > LONGEST_QUOTE || quote.contains("\n")) {
                        findings.report(at, FindingKind.BAD_QUOTE, "引文应为一行，不超过 " + LONGEST_QUOTE + " 字；请只引起决定作用的词句。");
                    }
                });
    }

    private <T> void unique(String at, List<T> items, Function<T, String> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(key.apply(items.get(i)))) {
                findings.report(at + "/" + i, FindingKind.DUPLICATE_CODE, key.apply(items.get(i)) + " 出现了两次；请改用不同的代码。");
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
                findings.report(
                        at + "/rulings/" + i,
                        FindingKind.UNKNOWN_RULING,
                        "rulings 中没有裁定 " + rulings.get(i) + "；请补写或者改正。");
            }
        }
    }

    private void materials() {
        for (int i = 0; i < document.pathways().size(); i++) {
            List<Material> materials = document.pathways().get(i).materials();
            for (int j = 0; j < materials.size(); j++) {
                List<List<DocumentCode>> options = materials.get(j).options();
                if (options.isEmpty() || options.stream().anyMatch(List::isEmpty)) {
                    findings.report(
                            "/pathways/" + i + "/materials/" + j + "/options",
                            FindingKind.MISSING,
                            "每份材料至少有一种可选的组合，每种组合至少有一个证件代码。");
                }
            }
        }
    }
}
