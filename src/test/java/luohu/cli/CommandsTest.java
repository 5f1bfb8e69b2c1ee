package luohu.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@DisplayName("The command line")
class CommandsTest {

    /** What a command printed and how it ended. */
    private record Run(int exit, String out, String err) {

        static Run of(Object... args) {
            StringWriter out = new StringWriter();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Terminal terminal =
                    new Terminal(new PrintWriter(out, true), new PrintStream(err, true, StandardCharsets.UTF_8), false);
            String[] words = new String[args.length];
            for (int i = 0; i < args.length; i++) {
                words[i] = String.valueOf(args[i]);
            }
            int exit = LuohuCommand.execute(terminal, words);
            return new Run(exit, out.toString(), err.toString(StandardCharsets.UTF_8));
        }
    }

    @TempDir
    private Path rules;

    @Test
    @DisplayName("begins a package for a new city that passes its first scenario, and leaves what is there alone")
    void begins_a_package() throws IOException {
        Run made = Run.of("new", "海棠", "2026-01-01", "--code", "990100", "--pinyin", "haitang", "--rules", rules);
        assertEquals(0, made.exit(), made.err());
        Run checked = Run.of("check", rules);
        assertEquals(0, checked.exit(), checked.out());
        assertTrue(checked.out()
                .lines()
                .allMatch(line -> line.contains(": placeholder ") || !line.startsWith("haitang/")));
        assertEquals(1, Run.of("check", rules, "--strict").exit(), "what is still to be written is found");
        Run tested = Run.of("test", "海棠", "--rules", rules);
        assertEquals(0, tested.exit(), tested.out() + tested.err());
        assertTrue(tested.out().contains("haitang-2026-01-01  1 个情形，全部通过"), tested.out());
        Path document = rules.resolve("haitang/2026-01-01/package.yaml");
        Files.writeString(document, "# 改过\n" + Files.readString(document));
        Run again = Run.of("new", "海棠", "2026-01-01", "--rules", rules);
        assertEquals(3, again.exit());
        assertTrue(Files.readString(document).startsWith("# 改过"));
        assertEquals(0, Run.of("new", "海棠市", "2027-draft", "--rules", rules).exit());
        assertEquals(0, Run.of("test", "--rules", rules).exit());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "海棠 2026-02-30 --code 990100 --pinyin haitang",
                "海棠 2026-01-01",
                "海棠 2026-01-01 --code 990102 --pinyin haitang",
                "海棠 2026-01-01 --code 990100 --pinyin ../x",
                "haitang 2026-01-01 --code 990100 --pinyin haitang",
                "海棠 2026-01-01 --code 990100 --pinyin schema",
                "海棠[x 2026-01-01 --code 990100 --pinyin haitang",
            })
    @DisplayName("refuses to begin a package it could not name")
    void refuses_bad_names(String args) {
        Run run = Run.of((Object[]) ("new " + args + " --rules " + rules).split(" "));
        assertEquals(3, run.exit());
        assertFalse(run.err().isBlank());
        assertFalse(Files.exists(rules.resolve("haitang")));
    }

    @Test
    @DisplayName("checks files and prints place, code and how to mend for each finding")
    void checks() throws IOException {
        begins_a_package();
        Path drl = rules.resolve("haitang/2026-01-01/1-town.drl");
        Files.writeString(drl, Files.readString(drl).replace("tenure ==", "tenur =="));
        Run run = Run.of("check", rules.resolve("haitang/2026-01-01"));
        assertEquals(1, run.exit());
        assertTrue(
                run.out().contains("haitang/2026-01-01/1-town.drl:6: unknown-property Home（住房）没有属性 tenur；是否想写 tenure？"),
                run.out());
        assertEquals(0, Run.of("check", "--strict").exit(), "the bundled packages");
    }

    @Test
    @DisplayName("does not call a folder without packages, or a package without scenarios, tested")
    void calls_nothing_tested() throws IOException {
        assertEquals(3, Run.of("test", "--rules", rules).exit());
        assertEquals(3, Run.of("mutate", "--rules", rules).exit());
        begins_a_package();
        Files.delete(rules.resolve("haitang/2026-01-01/scenarios/town.yaml"));
        Run run = Run.of("test", "--rules", rules);
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("没有情形可以运行"), run.out());
    }

    @Test
    @DisplayName("says which file it cannot write, and never gives a program error for it")
    void says_what_it_cannot_write() {
        Run run = Run.of("report", "铁岭", "--output", rules);
        assertEquals(3, run.exit());
        assertTrue(run.err().startsWith("读不了或者写不了 " + rules), run.err());
    }

    @Test
    @DisplayName("compares two packages pathway by pathway, and a package with itself as having no difference")
    void compares() {
        Run run = Run.of("diff", "zibo-2021-draft", "zibo-2021-12-29");
        assertEquals(0, run.exit(), run.err());
        assertAll(
                run.out(),
                () -> assertTrue(run.out().contains("zibo-2021-draft → zibo-2021-12-29")),
                () -> assertTrue(run.out().contains("取消途径 ")),
                () -> assertTrue(run.out().contains("新增途径 ")));
        assertTrue(Run.of("diff", "威海", "威海").out().contains("两个规则包没有不同。"));
    }

    @Test
    @DisplayName("writes the report of a city to the file named")
    void reports() throws IOException {
        Path file = rules.resolve("out/report.html");
        assertEquals(0, Run.of("report", "淄博", "--output", file).exit());
        String html = Files.readString(file);
        assertTrue(html.contains("zibo-2021-draft") && !html.contains("weihai-2021-10-21"));
    }

    @Test
    @DisplayName("signs packages so that the public key verifies them")
    void signs() throws Exception {
        begins_a_package();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path key = rules.resolve("private.pem");
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        Path folder = rules.resolve("haitang/2026-01-01");
        Run run = Run.of("sign", folder, "--key", key);
        assertEquals(0, run.exit(), run.err());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(pair.getPublic());
        String digest = run.out().strip().replaceAll(".*(sha256:[0-9a-f]{64})$", "$1");
        signature.update(digest.getBytes(StandardCharsets.UTF_8));
        String signed = Files.readString(folder.resolve("package.sig")).strip();
        assertTrue(signature.verify(Base64.getDecoder().decode(signed)), digest);
        assertEquals(
                3,
                Run.of("sign", folder, "--key", folder.resolve("package.yaml")).exit());
    }

    @Test
    @DisplayName("says which pathway fails a scenario, what was expected, and which condition decided it")
    void explains_failures() throws IOException {
        begins_a_package();
        Path scenarios = rules.resolve("haitang/2026-01-01/scenarios/town.yaml");
        Files.writeString(
                scenarios, Files.readString(scenarios).replace("titleStatus: REGISTERED", "titleStatus: NONE"));
        Run run = Run.of("test", "haitang-2026-01-01", "--rules", rules);
        assertEquals(1, run.exit());
        assertAll(
                run.out(),
                () -> assertTrue(run.out().contains("haitang/2026-01-01/scenarios/town.yaml:27")),
                () -> assertTrue(run.out().contains("应为符合（符合条件的人：SELF），实为不符合")),
                () -> assertTrue(run.out().contains("不成立： 住房：权属状况为已登记产权")));
    }

    @Test
    @DisplayName("fails a run whose coverage is below the threshold, and names what was not seen")
    void holds_to_the_threshold() throws IOException {
        begins_a_package();
        assertEquals(0, Run.of("test", "--rules", rules, "--threshold", "33").exit());
        Run low = Run.of("test", "--rules", rules, "--threshold", "34");
        assertEquals(1, low.exit());
        assertTrue(low.out().contains("Home( inTown == true )  不成立、不清楚"), low.out());
        assertTrue(low.out().contains("条件覆盖没有达到 34.0 %"), low.out());
    }

    @Test
    @DisplayName("writes results as JUnit XML, one case a scenario")
    void writes_junit_xml() throws Exception {
        Path xml = rules.resolve("out/rules.xml");
        assertEquals(0, Run.of("test", "铁岭", "--junit", xml).exit());
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml.toFile());
        int scenarios = document.getElementsByTagName("testcase").getLength();
        assertTrue(scenarios > 100, scenarios + " cases");
        assertEquals(0, document.getElementsByTagName("failure").getLength());
    }

    @Test
    @DisplayName("evaluates a file in YAML and says what is open, with its papers, and why the rest is not")
    void evaluates() throws IOException {
        Path file = rules.resolve("applicant.yaml");
        Files.writeString(
                file,
                """
                city: 威海
                effectiveDate: 2024-05-01
                homes: [{tenure: LEASED, occupantIds: [SELF], divisionCode: "371002", areaType: URBAN}]
                jobs: []
                """);
        Run run = Run.of("evaluate", file);
        assertEquals(0, run.exit(), run.err());
        assertAll(
                run.out(),
                () -> assertTrue(run.out().contains("按租房途径落户（一（二），rented-home）")),
                () -> assertTrue(run.out().contains("材料：房屋产权人同意落户承诺书")),
                () -> assertTrue(run.out().contains("不成立 工作：就业地在本市城镇")),
                () -> assertTrue(run.out().contains("亲属（relatives），关系到")));
        assertTrue(
                Run.of("evaluate", file, "--json").out().startsWith("{\"id\":null,\"effectiveDate\":\"2024-05-01\""));
    }

    @Test
    @DisplayName("names the line of every mistake in a file to evaluate")
    void names_lines() throws IOException {
        Path file = rules.resolve("applicant.yaml");
        Files.writeString(file, "city: 威海\nhomes:\n  - tenur: LEASED\n  - areaType: URBN\n");
        Run run = Run.of("evaluate", file);
        assertEquals(1, run.exit());
        assertAll(
                run.out(),
                () -> assertTrue(run.out().contains("第 3 行 /homes/0/tenur: unknown-field")),
                () -> assertTrue(run.out().contains("第 4 行 /homes/1/areaType: unknown-value")));
    }

    @Test
    @DisplayName("explains a pathway with its clause, its rules in sentences, papers, rulings and facts")
    void explains_a_pathway() {
        Run run = Run.of("explain", "威海", "rented-home");
        assertEquals(0, run.exit(), run.err());
        assertAll(
                run.out(),
                () -> assertTrue(run.out().contains("“在城镇区域居住在租赁住房的人员”")),
                () -> assertTrue(run.out().contains("住房：实际居住人包括该人员")),
                () -> assertTrue(run.out().contains("homes[].occupantIds  住房：实际居住人")));
        Run wrong = Run.of("explain", "威海", "rented-hom");
        assertEquals(3, wrong.exit());
        assertTrue(wrong.err().contains("是否想写 rented-home？"), wrong.err());
    }

    @Test
    @DisplayName("prints for a mutant nobody notices the scenario to paste, and a total on the last line")
    void measures_scenarios() throws IOException {
        begins_a_package();
        Run run = Run.of("mutate", "haitang-2026-01-01", "--rules", rules);
        assertEquals(1, run.exit(), run.err());
        String[] lines = run.out().strip().split("\n");
        assertTrue(lines[lines.length - 1].startsWith("合计 改错 "), run.out());
        int begin = run.out().indexOf("  - name:");
        String scenario = run.out().substring(begin, run.out().indexOf("\n\n", begin));
        Path scenarios = rules.resolve("haitang/2026-01-01/scenarios/town.yaml");
        Files.writeString(scenarios, Files.readString(scenarios).stripTrailing() + "\n" + scenario + "\n");
        Run better = Run.of("mutate", "haitang-2026-01-01", "--rules", rules);
        assertTrue(better.out().split("没有发觉").length < run.out().split("没有发觉").length, better.out() + better.err());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "tst",
                "test --thresold 3",
                "test --threshold x",
                "test --threshold NaN",
                "test @pom.xml x y",
                "new 海棠",
                "evaluate",
                "explain 威海",
                "verify a b c",
                "help nothing",
                "key 人/社",
                "key 甲 --expires 2020-01-01"
            })
    @DisplayName("says in Chinese what is wrong with a command line and exits with 2")
    void refuses_bad_usage(String args) {
        Run run = Run.of((Object[]) args.split(" "));
        assertEquals(2, run.exit());
        assertTrue(run.err().startsWith("命令写得不对："), run.err());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "test 北京",
                "evaluate /nowhere/x.yaml",
                "test --rules /nowhere",
                "explain 淄博 x",
                "verify a b c --key /nowhere"
            })
    @DisplayName("says what it cannot find and exits with 3")
    void refuses_unknown_names(String args) {
        Run run = Run.of((Object[]) args.split(" "));
        assertEquals(3, run.exit(), run.out());
        assertFalse(run.err().isBlank());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "serve",
                "new",
                "check",
                "test",
                "mutate",
                "evaluate",
                "explain",
                "diff",
                "report",
                "sign",
                "verify",
                "key"
            })
    @DisplayName("has help with examples for every command, in Chinese, without colour when no terminal reads it")
    void helps(String command) {
        Run run = Run.of("help", command);
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("用法：luohu " + command), run.out());
        assertTrue(run.out().contains("./luohu " + command), run.out());
        assertFalse(run.out().contains("\u001B["), run.out());
    }
}
