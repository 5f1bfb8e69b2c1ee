package luohu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luohu.decision.PackageDecider;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.testing.Bundled;

/** Packages of any number of rules: the bundled packages' own rules in turn, each for a pathway of its own. */
final class ManyRules {

    private static final Pattern RULE = Pattern.compile(
            "(?s)rule \"[^\"]*\"\\s+@pathway\\(\"[^\"]*\"\\)\\s+(?:@ground\\(\"[^\"]*\"\\)\\s+)?when(.*?)\\bend\\b");

    private static final String DOCUMENT =
            """
            id: rizhao-2023-01-01
            city: {code: "371100", name: 日照市, pinyin: rizhao}
            title: 日照市户口迁移规定
            issuer: 日照市人民政府
            signed: 2022-12-20
            draft: false
            effective: {from: 2023-01-01, fromBasis: STATED, to: 2027-12-31, clause: 末段, quote: 自2023年1月1日起施行}
            revision: 1.0.0
            rulings: [{id: G1, text: 居住不等于拥有。}]
            notices: []
            restrictions: []
            otherClauses: []
            pathways:
            """;

    private static final String PATHWAY =
            """
              - code: p%d
                title: 途径%d
                clause: 一
                quote: 在城镇居住的人员
                covers: APPLICANT
                rulings: [G1]
                materials: [{name: 居民户口簿, options: [[HUKOU_BOOK]], basis: STATED, from: APPLICANT}]
                registration: [{place: OWN_HOME, mandatory: true}]
                kind: OWN_HOME
            """;

    private ManyRules() {}

    /** A package of so many rules, read as every package is. */
    static PackageDecider of(int count) {
        List<String> bodies = bodies();
        StringBuilder document = new StringBuilder(DOCUMENT);
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < count; i++) {
            document.append(PATHWAY.formatted(i, i));
            rules.append("rule \"一 途径%d\"%n    @pathway(\"p%d\")%nwhen%send%n"
                    .formatted(i, i, bodies.get(i % bodies.size())));
        }
        PackageFiles files = new PackageFiles(
                "rizhao/2023-01-01",
                new TreeMap<>(Map.of("package.yaml", document.toString(), "1-rules.drl", rules.toString())));
        return new PackageDecider(
                new PackageReader(Bundled.VOCABULARY).read(files), Bundled.VOCABULARY, Bundled.SCHEMA);
    }

    /** Conditions and consequence of each rule that decides a pathway and asks for no other. */
    private static List<String> bodies() {
        List<String> bodies = new ArrayList<>();
        Bundled.ids().forEach(id -> {
            Matcher matcher = RULE.matcher(Bundled.decider(id).policy().source());
            while (matcher.find()) {
                if (!matcher.group(1).contains("Pathway(")) {
                    bodies.add(matcher.group(1));
                }
            }
        });
        return bodies;
    }
}
