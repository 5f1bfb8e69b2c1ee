package luohu.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.testing.Bundled;
import luohu.testing.SmallPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule package")
class PackageCheckTest {

    private static final String DOCUMENT = SmallPackage.DOCUMENT;
    private static final String RULES = SmallPackage.RULES;

    /**
     * One broken package and what is found in it.
     *
     * @param what what is wrong with it
     * @param document its package.yaml
     * @param rules its rule file
     * @param expected line and code of each finding
     * @param mend what the first message says about mending it
     */
    private record Broken(String what, String document, String rules, List<String> expected, String mend) {

        @Override
        public String toString() {
            return what;
        }
    }

    @Test
    @DisplayName("that is sound is read")
    void is_read() {
        PolicyPackage read = read(DOCUMENT, RULES);
        assertEquals("rizhao-2023-01-01", read.id());
        assertEquals(2, read.rules().size());
        assertTrue(read.digest().matches("sha256:[0-9a-f]{64}"), read.digest());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"shapes", "contents", "rules"})
    @DisplayName("that is broken is refused, with every line and how to mend it")
    void is_refused(Broken broken) {
        BrokenPackageException refusal =
                assertThrows(BrokenPackageException.class, () -> read(broken.document(), broken.rules()));
        assertEquals(
                broken.expected(),
                refusal.findings().stream()
                        .map(each -> each.line() + " " + each.code())
                        .toList(),
                refusal::getMessage);
        assertTrue(refusal.getMessage().contains(broken.mend()), refusal::getMessage);
    }

    @Test
    @DisplayName("without package.yaml is refused")
    void without_document() {
        PackageFiles files = new PackageFiles("rizhao/2023-01-01", new TreeMap<>(Map.of("rules.drl", RULES)));
        assertFindings(
                assertThrows(BrokenPackageException.class, () -> reader().read(files)),
                "rizhao/2023-01-01/package.yaml:1: missing");
    }

    @Test
    @DisplayName("in another encoding than UTF-8, or with a byte order mark, is refused")
    void in_another_encoding(@TempDir Path root) throws IOException {
        Path file = Files.createDirectories(root.resolve("rizhao/2023-01-01")).resolve("package.yaml");
        Files.writeString(file, DOCUMENT, Charset.forName("GBK"));
        assertFindings(
                assertThrows(BrokenPackageException.class, () -> PackageFolders.under(root)),
                "rizhao/2023-01-01/package.yaml:1: not-utf8");
        Files.writeString(file, "\uFEFF" + DOCUMENT, StandardCharsets.UTF_8);
        assertFindings(
                assertThrows(BrokenPackageException.class, () -> PackageFolders.under(root)),
                "rizhao/2023-01-01/package.yaml:1: byte-order-mark");
    }

    @Test
    @DisplayName("of the same city and days as another is refused")
    void of_the_same_days() {
        String other = DOCUMENT.replace("rizhao-2023-01-01", "rizhao-2027-12-31")
                .replace("from: 2023-01-01", "from: 2027-12-31")
                .replace("to: 2027-12-31", "to: null");
        List<PackageFiles> both =
                List.of(files("rizhao/2023-01-01", DOCUMENT, RULES), files("rizhao/2027-12-31", other, RULES));
        assertFindings(
                assertThrows(BrokenPackageException.class, () -> PackageLibrary.of(both, Bundled.SCHEMA)),
                "rizhao/2027-12-31/package.yaml:1: overlapping-interval 施行期间与 rizhao-2023-01-01 重叠");
        PackageLibrary next = PackageLibrary.of(
                List.of(
                        both.get(0),
                        files("rizhao/2027-12-31", other.replace("from: 2027-12-31", "from: 2028-01-01"), RULES)),
                Bundled.SCHEMA);
        assertEquals(2, next.packages().size(), "one the day after the other");
    }

    @Test
    @DisplayName("that gives a city of another another code or name is refused")
    void of_a_city_otherwise_named() {
        String other =
                DOCUMENT.replace("rizhao-2023-01-01", "rizhao-2019-01-01").replace("\"371100\"", "\"371200\"");
        assertFindings(
                assertThrows(
                        BrokenPackageException.class,
                        () -> PackageLibrary.of(
                                List.of(
                                        files("rizhao/2019-01-01", other, RULES),
                                        files("rizhao/2023-01-01", DOCUMENT, RULES)),
                                Bundled.SCHEMA)),
                "rizhao/2023-01-01/package.yaml:1: conflicting-city");
    }

    static Stream<Broken> shapes() {
        return Stream.of(
                document("an unknown field", "signed:", "singed:", "是否想写 signed？", "5 unknown-field"),
                document(
                        "an unknown field within",
                        "covers:",
                        "cover:",
                        "是否想写 covers？",
                        "22 unknown-field",
                        "18 missing"),
                document("a missing field", "title: 日照市户口迁移规定\n", "", "必须写明 title", "1 missing"),
                document("a missing field of a pathway", "    quote: 在城镇居住的人员\n", "", "必须写明 quote", "18 missing"),
                document("a field without value", "revision: 1.0.0", "revision:", "必须写明 revision", "13 missing"),
                document("a code without quotes", "\"371100\"", "371100", "此处应为字符串", "2 wrong-type"),
                document("yes for true", "draft: false", "draft: no", "true 或者 false", "6 wrong-type"),
                document("one ruling for a list", "rulings: [G1]", "rulings: G1", "列表", "23 wrong-type"),
                document(
                        "a value mistyped",
                        "covers: APPLICANT",
                        "covers: APPLICANTS",
                        "可用的值：APPLICANT（本人）、",
                        "22 unknown-value"),
                document("a paper nobody knows", "HUKOU_BOOK", "HUKOU", "可用的值：HUKOU_BOOK", "25 unknown-value"),
                document("an empty item", "rulings: [G1]", "rulings: [null]", "列表中不能有 null", "23 null-item"),
                document("a day that is none", "signed: 2022-12-20", "signed: 2022-02-30", "实际存在的日子", "5 bad-date"),
                document(
                        "a day otherwise written",
                        "signed: 2022-12-20",
                        "signed: 2022/12/20",
                        "yyyy-MM-dd",
                        "5 bad-date"),
                document("a key twice", "signed:", "title: 重复\nsigned:", "请删去其中一个", "5 duplicate-key"),
                document("an alias", "notices: []\n", "notices: &none []\nx: *none\n", "别名", "1 malformed-yaml"),
                document("a list as key", "signed:", "? [a]\n: b\nsigned:", "键必须是一个词", "1 malformed-yaml"),
                document("a bracket too few", "rulings: [G1]", "rulings: [G1", "不是合法的 YAML", "24 malformed-yaml"),
                document("a wrong indent", "    clause: 一\n", "   clause: 一\n", "请检查缩进", "20 malformed-yaml"),
                document("a tab", "    clause: 一\n", "\tclause: 一\n", "请检查缩进", "20 malformed-yaml"),
                document("an invisible character", "日照市户口", "日照\u0000市户口", "不可见的字符", "1 malformed-yaml"),
                new Broken("no YAML at all", "{", RULES, List.of("1 malformed-yaml"), "不是合法的 YAML"),
                new Broken("an empty file", "", RULES, List.of("1 malformed-yaml"), "文件是空的"),
                new Broken("a file of comments", "# 待写\n", RULES, List.of("1 malformed-yaml"), "文件是空的"),
                new Broken("a file that says null", "~\n", RULES, List.of("1 malformed-yaml"), "文件是空的"),
                new Broken("a list instead of a document", "- id: x\n", RULES, List.of("1 wrong-type"), "对象"));
    }

    static Stream<Broken> contents() {
        return Stream.of(
                document(
                        "the id of another folder",
                        "id: rizhao-2023-01-01",
                        "id: rizhao-2023",
                        "写作 rizhao-2023-01-01",
                        "1 wrong-id"),
                document("the pinyin of another folder", "pinyin: rizhao", "pinyin: weihai", "与所在文件夹一致", "2 wrong-id"),
                document("a district for a city", "\"371100\"", "\"371102\"", "末两位为 00", "2 bad-code"),
                document("a draft with days", "draft: false", "draft: true", "effective 应写 null", "7 bad-interval"),
                new Broken(
                        "no draft and no days",
                        DOCUMENT.replaceAll("(?s)effective:.*起施行\n", ""),
                        RULES,
                        List.of("1 bad-interval"),
                        "请写明 effective"),
                document(
                        "a last day before the first",
                        "to: 2027-12-31",
                        "to: 2022-12-31",
                        "不能早于施行之日",
                        "10 bad-interval"),
                document("a quote too long", "在城镇居住的人员", "在城镇居住的人员".repeat(8), "不超过 60 字", "21 bad-quote"),
                document("a quote of two lines", "quote: 在城镇居住的人员", "quote: \"在城镇\\n居住\"", "应为一行", "21 bad-quote"),
                document(
                        "a ruling twice",
                        "rulings:\n",
                        "rulings:\n  - {id: G1, text: 又一次。}\n",
                        "请改用不同的代码",
                        "16 duplicate-code"),
                document("an unknown ruling", "rulings: [G1]", "rulings: [G1, G9]", "请补写或者改正", "23 unknown-ruling"),
                document("a paper without options", "[[HUKOU_BOOK]]", "[]", "至少有一种可选的组合", "25 missing"),
                document("an option without papers", "[[HUKOU_BOOK]]", "[[HUKOU_BOOK], []]", "至少有一个证件代码", "25 missing"),
                document(
                        "a condition of place without rule",
                        "when: origin-here",
                        "when: origin-there",
                        "请写出 @registration",
                        "8 unknown-registration",
                        "26 unknown-registration"),
                document(
                        "discretion on an unknown ground",
                        "    rulings: [G1]",
                        "    discretion: [{ground: g, authority: 公安机关, decides: 是否准予}]\n    rulings: [G1]",
                        "没有规则写明 @ground(\"g\")",
                        "23 unknown-ground"),
                document(
                        "a restriction without rule",
                        "restrictions: []",
                        "restrictions: [{code: r, title: 限制, clause: 二, quote: 严格控制, effect: STRICTLY_CONTROLLED, rulings: []}]",
                        "请在 .drl 文件中写出 @restriction(\"r\") 的规则",
                        "30 pathway-without-rule"));
    }

    static Stream<Broken> rules() {
        String second = DOCUMENT.replace(
                "restrictions: []",
                """
                  - {code: work, kind: EMPLOYMENT, title: 按就业落户, clause: 二, quote: 就业的人员, covers: APPLICANT,
                     rulings: [], materials: [], registration: []}
                restrictions: []""");
        return Stream.of(
                rules(
                        "a rule without pathway",
                        DOCUMENT,
                        RULES + rule("三", "hoem", "Home( )"),
                        "是否想写 home？",
                        "16 unknown-pathway"),
                rules(
                        "a pathway without rule",
                        second,
                        RULES,
                        "请在 .drl 文件中写出 @pathway(\"work\") 的规则",
                        "30 pathway-without-rule"),
                rules(
                        "a rule name twice",
                        DOCUMENT,
                        RULES + rule("一 按居住落户", "home", "Home( )"),
                        "请改用不同的名称",
                        "16 duplicate-code"),
                rules(
                        "a paper the pathway does not ask for",
                        DOCUMENT,
                        RULES + rule("三", "home", "Home( )").replace("when", "@material(\"ID_CARD\") when"),
                        "材料中没有 ID_CARD",
                        "16 unknown-material"),
                rules(
                        "an outcome of an unknown pathway",
                        second,
                        RULES + rule("二", "work", "Pathway( code == \"hoem\", holds == true )"),
                        "是否想写 home？",
                        "16 unknown-pathway"),
                rules(
                        "a pathway that asks for itself",
                        second,
                        RULES + rule("二", "work", "not Pathway( code == \"work\", holds == true )"),
                        "请去掉其中一个 Pathway(…) 条件",
                        "16 cyclic-pathways"),
                rules(
                        "two pathways that ask for each other",
                        second,
                        RULES
                                + rule("二", "work", "Pathway( code == \"home\", holds == false )")
                                + rule("三", "home", "Pathway( code == \"work\", holds == false )"),
                        "绕了一圈又取决于自己",
                        "16 cyclic-pathways",
                        "20 cyclic-pathways"),
                rules(
                        "a broken rule, which hides what rules decide",
                        second,
                        RULES.replace("inTown", "inTwon"),
                        "inTown",
                        "4 unknown-property"));
    }

    private static Broken document(String what, String from, String to, String mend, String... findings) {
        assertTrue(DOCUMENT.contains(from), from);
        return new Broken(
                what,
                DOCUMENT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)),
                RULES,
                List.of(findings),
                mend);
    }

    private static Broken rules(String what, String document, String rules, String mend, String... findings) {
        return new Broken(what, document, rules, Arrays.asList(findings), mend);
    }

    private static String rule(String name, String pathway, String condition) {
        return "rule \"" + name + "\"\n    @pathway(\"" + pathway + "\")\nwhen " + condition
                + "\nthen matched(); end\n";
    }

    private static PolicyPackage read(String document, String rules) {
        return reader().read(files("rizhao/2023-01-01", document, rules));
    }

    private static PackageReader reader() {
        return new PackageReader(Bundled.VOCABULARY);
    }

    private static PackageFiles files(String folder, String document, String rules) {
        return new PackageFiles(folder, new TreeMap<>(Map.of(PackageFiles.DOCUMENT, document, "rules.drl", rules)));
    }

    private static void assertFindings(BrokenPackageException refusal, String start) {
        List<String> findings =
                refusal.findings().stream().map(Finding::toString).toList();
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.get(0).startsWith(start), findings::toString);
    }
}
