package luohu.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.testing.Bundled;
import luohu.testing.SmallPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The check of a rules folder")
class RulesCheckTest {

    private static final RulesCheck CHECK = new RulesCheck(Bundled.SCHEMA);
    private static final String DOCUMENT = SmallPackage.FOLDER + "/package.yaml";
    private static final String RULES = SmallPackage.FOLDER + "/1-town.drl";
    private static final String SCENARIOS = SmallPackage.FOLDER + "/scenarios/town.yaml";
    private static final String MORE = SmallPackage.FOLDER + "/2-more.drl";

    /**
     * One broken package and what is found.
     *
     * @param what what is wrong with it
     * @param damage puts it into the rules folder
     * @param expected file, line and code of each finding
     */
    private record Broken(String what, Consumer<RulesCopy> damage, List<String> expected) {

        @Override
        public String toString() {
            return what;
        }
    }

    @Test
    @DisplayName("finds nothing in the packages that come with the service, however it is asked")
    void bundled() {
        Path root = Path.of("src/main/resources/rules");
        assertEquals(List.of(), CHECK.check(root));
        assertEquals(List.of(), CHECK.check(root.resolve("zibo")));
        assertEquals(List.of(), CHECK.check(root.resolve("zibo/2021-draft")));
        assertEquals(List.of(), CHECK.check(Path.of("src/../src/main/resources/rules/weihai/2021-10-21/.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"files", "documents", "rules", "meanings", "scenarios", "neighbours"})
    @DisplayName("names file, line and kind of all that is wrong")
    void names_what_is_wrong(Broken broken, @TempDir Path root) throws IOException {
        RulesCopy rules = new RulesCopy();
        broken.damage().accept(rules);
        List<Finding> findings = CHECK.check(rules.write(root));
        findings.forEach(each ->
                System.out.printf("| %s | %s | %d | %s |%n", broken.what(), each.file(), each.line(), each.code()));
        assertEquals(
                broken.expected(),
                findings.stream()
                        .map(each -> each.file() + ":" + each.line() + " " + each.code())
                        .toList(),
                findings::toString);
    }

    @Test
    @DisplayName("of one package or city looks at that one alone, and at the others for what they have to do with it")
    void part_of_a_folder(@TempDir Path root) throws IOException {
        RulesCopy rules = new RulesCopy();
        rules.apply(
                "yaml other",
                "id: rizhao-2020-01-01\neffective: {from: 2020-01-01, fromBasis: STATED, to: 2023-01-01, clause: 末段, quote: 施行}");
        rules.put("weihai/2021-10-21/package.yaml", "id: [");
        rules.write(root);
        String overlap = "rizhao/%s/package.yaml:%d overlapping-interval";
        assertEquals(List.of(overlap.formatted("2023-01-01", 7)), codes(root.resolve("rizhao/2023-01-01")));
        assertEquals(List.of(overlap.formatted("2020-01-01", 7)), codes(root.resolve("rizhao/2020-01-01")));
        assertEquals(List.of(overlap.formatted("2023-01-01", 7)), codes(root.resolve("rizhao")));
        assertEquals(3, CHECK.check(root).size(), "all of it");
    }

    @Test
    @DisplayName("of a folder that is not there, holds nothing, or holds no package says so")
    void without_packages(@TempDir Path root) throws IOException {
        assertEquals(List.of("no-packages"), kinds(root.resolve("missing")));
        assertEquals(List.of("no-packages"), kinds(root));
        Files.createDirectories(root.resolve("rizhao/2023-01-01/scenarios"));
        Files.writeString(root.resolve("rizhao/readme.txt"), "");
        assertEquals(List.of("no-packages"), kinds(root));
    }

    @Test
    @DisplayName("goes on where a file cannot be read")
    void unreadable(@TempDir Path root) throws IOException {
        RulesCopy rules = new RulesCopy();
        rules.write(root);
        Files.createSymbolicLink(root.resolve(MORE), root.resolve("nowhere.drl"));
        assertEquals(List.of(MORE + ":1 unreadable-file"), codes(root));
    }

    static Stream<Broken> files() {
        return Stream.of(
                broken(
                        "a byte order mark",
                        r -> r.apply("text encoding", "存为 UTF-8（带 BOM）"),
                        DOCUMENT + ":1 byte-order-mark"),
                broken(
                        "another encoding, and an unknown member as well",
                        r -> {
                            r.apply("yaml package.yaml", "singed: 2022-12-20");
                            r.apply("text encoding", "存为 GBK");
                        },
                        DOCUMENT + ":1 not-utf8",
                        DOCUMENT + ":14 unknown-field"),
                broken(
                        "package.yml",
                        r -> r.apply("text files", SmallPackage.FOLDER + "/package.yml\n" + RULES + "\n" + SCENARIOS),
                        DOCUMENT + ":1 missing",
                        SmallPackage.FOLDER + "/package.yml:1 ignored-file"),
                broken(
                        "scenarios beside their folder",
                        r -> r.put(SmallPackage.FOLDER + "/town.yaml", SmallPackage.SCENARIOS),
                        SmallPackage.FOLDER + "/town.yaml:1 ignored-file"),
                broken(
                        "a package a level too deep",
                        r -> r.put(SmallPackage.FOLDER + "/new/package.yaml", SmallPackage.DOCUMENT),
                        SmallPackage.FOLDER + "/new/package.yaml:1 wrong-folder"),
                broken(
                        "a package without version",
                        r -> r.put("weihai/package.yaml", SmallPackage.DOCUMENT),
                        "weihai/package.yaml:1 wrong-folder"),
                broken("a city in capitals", r -> r.put("Weihai/2021/package.yaml", ""), "Weihai/2021:1 wrong-folder"),
                broken("a file of the rules folder", r -> r.put("readme.md", ""), "readme.md:1 ignored-file"),
                broken("hidden files", r -> r.put(SmallPackage.FOLDER + "/.1-town.drl.swp", "")),
                broken("an empty rule file", r -> r.put(MORE, "\n"), MORE + ":1 empty-file"));
    }

    static Stream<Broken> documents() {
        return Stream.of(
                broken("an empty document", r -> r.put(DOCUMENT, ""), DOCUMENT + ":1 malformed-yaml"),
                edit("a tab", DOCUMENT, "    clause: 一", "\tclause: 一", DOCUMENT + ":20 malformed-yaml"),
                edit(
                        "an unknown value",
                        DOCUMENT,
                        "covers: APPLICANT",
                        "covers: APPLICANTS",
                        DOCUMENT + ":22 unknown-value"),
                edit(
                        "a material nobody defined",
                        DOCUMENT,
                        "HUKOU_BOOK",
                        "HUKOU_BOOKS",
                        DOCUMENT + ":25 unknown-value"),
                edit("no days and no draft", DOCUMENT, "(?s)effective:.*起施行\n", "", DOCUMENT + ":1 bad-interval"),
                edit(
                        "the id of another folder",
                        DOCUMENT,
                        "id: rizhao-2023",
                        "id: rizhao-2024",
                        DOCUMENT + ":1 wrong-id"),
                edit(
                        "a pathway that is no pathway either",
                        DOCUMENT,
                        "otherClauses: \\[\\]",
                        "otherClauses:\n  - {clause: 一, quote: 略, reason: 略}",
                        DOCUMENT + ":32 clause-cited-twice"));
    }

    static Stream<Broken> rules() {
        return Stream.of(
                edit("an unknown fact", RULES, "Applicant\\( res", "Aplicant( res", RULES + ":4 unknown-type"),
                edit("a mistyped property", RULES, "inTown", "inTwon", RULES + ":4 unknown-property"),
                edit("a call", RULES, "== true", "== getRuntime()", RULES + ":4 forbidden-construct"),
                edit("no end", RULES, "(?s)end\n$", "", RULES + ":15 rule-syntax"),
                edit(
                        "a rule without pathway",
                        RULES,
                        "    @pathway\\(\"home\"\\)\nwhen",
                        "when",
                        RULES + ":1 rule-without-pathway"),
                broken(
                        "a rule of an unknown pathway",
                        r -> r.put(MORE, rule("二", "hoem", "Job( inTown == true )")),
                        MORE + ":1 unknown-pathway"),
                edit(
                        "a place without rule",
                        DOCUMENT,
                        "when: origin-here",
                        "when: origin",
                        RULES + ":8 unknown-registration",
                        DOCUMENT + ":26 unknown-registration"));
    }

    static Stream<Broken> meanings() {
        return Stream.of(
                broken(
                        "a condition that can never hold",
                        r -> r.put(MORE, rule("二", "home", "Home( inTown == true, areaType == \"RURAL\" )")),
                        MORE + ":1 never-holds"),
                broken(
                        "two conditions that exclude each other",
                        r -> r.put(
                                MORE, rule("二", "home", "Applicant( adult == true )\nnot Applicant( adult == true )")),
                        MORE + ":1 never-holds"),
                broken(
                        "a condition that asks nothing",
                        r -> r.put(MORE, rule("二", "home", "Job( inTown == true || inTown == false )")),
                        MORE + ":1 always-true"),
                broken(
                        "a rule in the shadow of another",
                        r -> r.put(MORE, rule("二", "home", "Applicant( residence.inTown == true, adult == true )")),
                        MORE + ":1 shadowed-rule"),
                broken(
                        "nine alternatives",
                        r -> r.put(
                                MORE,
                                rule("二", "home", "( Home( inTown == true ) or Job( inTown == true ) )\n".repeat(9))),
                        MORE + ":1 too-many-alternatives"));
    }

    static Stream<Broken> scenarios() {
        return Stream.of(
                broken(
                        "no scenarios",
                        r -> r.apply("text files", DOCUMENT + "\n" + RULES),
                        DOCUMENT + ":1 no-scenarios"),
                edit(
                        "an empty list of scenarios",
                        SCENARIOS,
                        "(?s)scenarios:\n.*",
                        "scenarios: []\n",
                        DOCUMENT + ":1 no-scenarios"),
                edit(
                        "an unknown pathway",
                        SCENARIOS,
                        "matched: \\{home",
                        "matched: {hoem",
                        SCENARIOS + ":11 unknown-pathway"),
                edit("an unknown person", SCENARIOS, "\\[SELF\\]", "[spouse]", SCENARIOS + ":11 unknown-person"),
                edit("an unknown place", SCENARIOS, "OWN_HOME", "WORKPLACE", SCENARIOS + ":12 unknown-place"),
                edit(
                        "a home of nobody",
                        SCENARIOS,
                        "    facts:\n",
                        "    facts:\n      homes:\n        - holderIds: [spouse]\n",
                        SCENARIOS + ":10 unknown-person"),
                edit("an unknown fact", SCENARIOS, "origin", "orgin", SCENARIOS + ":5 unknown-field"),
                edit(
                        "a pathway never shown",
                        SCENARIOS,
                        "(?s)      matched.*",
                        "      matched: {}\n",
                        DOCUMENT + ":18 pathway-without-scenario"),
                broken(
                        "a name in two files",
                        r -> r.put(SmallPackage.FOLDER + "/scenarios/village.yaml", SmallPackage.SCENARIOS),
                        SmallPackage.FOLDER + "/scenarios/village.yaml:7 duplicate-scenario"),
                broken(
                        "something in each file",
                        r -> {
                            r.put(DOCUMENT, r.text(DOCUMENT).replace("HUKOU_BOOK", "HUKOU"));
                            r.put(RULES, r.text(RULES).replace("inTown", "inTwon"));
                            r.put(SCENARIOS, r.text(SCENARIOS).replace("expect:", "expected:"));
                        },
                        RULES + ":4 unknown-property",
                        DOCUMENT + ":25 unknown-value",
                        SCENARIOS + ":7 missing",
                        SCENARIOS + ":10 unknown-field"));
    }

    static Stream<Broken> neighbours() {
        String next = "rizhao/2027-12-31/package.yaml";
        return Stream.of(
                broken(
                        "a common day",
                        r -> r.apply("yaml other", other("2027-12-31", "2027-12-31")),
                        next + ":7 overlapping-interval"),
                broken(
                        "a common day with a package whose rules are broken",
                        r -> {
                            r.apply("yaml other", other("2027-12-31", "2027-12-31"));
                            r.put(RULES, r.text(RULES).replace("inTown", "inTwon"));
                        },
                        RULES + ":4 unknown-property",
                        next + ":7 overlapping-interval"),
                broken(
                        "a day between",
                        r -> r.apply("yaml other", other("2027-12-31", "2028-01-02")),
                        DOCUMENT + ":10 interval-gap"),
                broken("the day after", r -> r.apply("yaml other", other("2027-12-31", "2028-01-01"))),
                broken(
                        "a city otherwise named",
                        r -> r.apply(
                                "yaml other",
                                other("2027-12-31", "2028-01-01")
                                        + "\ncity: {code: \"371200\", name: 日照市, pinyin: rizhao}"),
                        next + ":2 conflicting-city"));
    }

    private static String other(String version, String from) {
        return "id: rizhao-" + version + "\neffective: {from: " + from + ", fromBasis: STATED, clause: 末段, quote: 施行}";
    }

    private static String rule(String name, String pathway, String conditions) {
        return "rule \"" + name + "\"\n    @pathway(\"" + pathway + "\")\nwhen\n" + conditions
                + "\nthen\n    matched();\nend\n";
    }

    private static Broken broken(String what, Consumer<RulesCopy> damage, String... expected) {
        return new Broken(what, damage, List.of(expected));
    }

    private static Broken edit(String what, String file, String from, String to, String... expected) {
        Consumer<RulesCopy> damage = rules -> {
            String changed = rules.text(file).replaceFirst(from, to);
            assertTrue(!changed.equals(rules.text(file)), from);
            rules.put(file, changed);
        };
        return new Broken(what, damage, List.of(expected));
    }

    private static List<String> codes(Path folder) {
        return CHECK.check(folder).stream()
                .map(each -> each.file() + ":" + each.line() + " " + each.code())
                .toList();
    }

    private static List<String> kinds(Path folder) {
        return CHECK.check(folder).stream().map(Finding::code).toList();
    }
}
