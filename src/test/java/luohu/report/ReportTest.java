package luohu.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luohu.engine.RuleExplanation;
import luohu.language.Rule;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText;
import luohu.scenarios.ScenarioResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The report")
class ReportTest {

    private static final String HTML = new Report().html(Samples.BUNDLED);

    static Stream<ReportedPackage> packages() {
        return Samples.BUNDLED.stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    @DisplayName("shows the head of every package: title, dates and what they rest on, digest")
    void shows_every_head(ReportedPackage reported) {
        PolicyDocument document = reported.document();
        String part = part(document);
        assertShows(part, document.title());
        assertShows(part, reported.test().decider().policy().digest());
        if (document.effective() == null) {
            assertShows(part, "草案，从未施行");
        } else {
            assertShows(part, document.effective().from().toString());
            assertShows(part, document.effective().quote());
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    @DisplayName("shows every pathway with its clause, its quote, its materials and the rulings it leans on")
    void shows_every_pathway(ReportedPackage reported) {
        for (PathwayText pathway : reported.document().pathways()) {
            String clause = clause(reported.document(), pathway.code());
            assertShows(clause, pathway.title());
            assertShows(clause, pathway.clause());
            assertShows(clause, pathway.quote());
            pathway.materials().forEach(each -> assertShows(clause, each.name()));
            pathway.registration()
                    .forEach(each -> assertShows(clause, each.place().label()));
            pathway.rulings()
                    .forEach(each -> assertTrue(
                            clause.contains(
                                    "href=\"#package." + reported.document().id() + ".ruling." + each + "\""),
                            each));
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    @DisplayName("shows every restriction, every clause that is no pathway and why, every ruling and every notice")
    void shows_everything_else_of_a_document(ReportedPackage reported) {
        PolicyDocument document = reported.document();
        for (RestrictionText restriction : document.restrictions()) {
            assertShows(clause(document, restriction.code()), restriction.quote());
            assertShows(clause(document, restriction.code()), "严格控制，不是禁止");
        }
        String part = part(document);
        document.otherClauses().forEach(each -> {
            assertShows(part, each.quote());
            assertShows(part, each.reason());
        });
        document.rulings().forEach(each -> assertShows(part, each.text()));
        document.notices().forEach(each -> assertShows(part, each.text()));
    }

    @ParameterizedTest
    @MethodSource("packages")
    @DisplayName("shows every rule beside its clause, in Chinese sentences and as it is written")
    void shows_every_rule(ReportedPackage reported) {
        for (RuleExplanation explanation : reported.test().decider().explanations()) {
            Rule rule = explanation.rule();
            String clause = clause(reported.document(), rule.target().code());
            explanation.texts().forEach(each -> assertShows(clause, each));
            assertShows(clause, rule.file() + ":" + rule.line());
            String file = reported.files()
                    .rules()
                    .get(rule.file().substring(reported.files().folder().length() + 1));
            String written = file.lines().skip(rule.line() - 1L).limit(3).reduce("", (all, line) -> all + line + "\n");
            assertShows(clause, written);
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    @DisplayName("shows every scenario once, with file and line")
    void shows_every_scenario(ReportedPackage reported) {
        String part = part(reported.document());
        for (ScenarioResult each : reported.test().results()) {
            assertShows(part, each.scenario().name());
            String place = each.scenario().file() + ":" + each.scenario().line();
            assertEquals(1, count(part, ">" + place + "<"), place);
        }
        assertTrue(part.contains("通过 " + reported.test().results().size() + " 个"));
        assertFalse(part.contains("未通过"));
    }

    @Test
    @DisplayName("links every pathway from the matrix, and says where a document is silent")
    void lays_pathways_side_by_side() {
        String matrix = between(HTML, "<section id=\"matrix\">", "</section>");
        for (ReportedPackage each : Samples.BUNDLED) {
            for (PathwayText pathway : each.document().pathways()) {
                assertTrue(
                        matrix.contains("href=\"#package." + each.document().id() + ".clause." + pathway.code() + "\""),
                        pathway.code());
            }
        }
        String row = between(matrix, ">RENTED_HOME<", "</tr>");
        assertEquals(2, count(row, "文件未规定"), "铁岭 and 枣庄 have no clause on rented homes");
    }

    @Test
    @DisplayName("is the same, byte by byte, whatever the order of the packages")
    void is_deterministic() {
        List<ReportedPackage> reversed = new ArrayList<>(Samples.BUNDLED);
        Collections.reverse(reversed);
        assertEquals(HTML, new Report().html(reversed));
    }

    @Test
    @DisplayName("holds one style and one script, allows no other, and refers to nothing outside")
    void is_self_contained() throws Exception {
        assertAll(
                () -> assertEquals(1, count(HTML, "<script")),
                () -> assertEquals(1, count(HTML, "<style")),
                () -> assertFalse(HTML.contains(" style=")),
                () -> assertFalse(HTML.contains("http:") || HTML.contains("https:")),
                () -> assertFalse(HTML.contains(" src=") || HTML.contains("<link") || HTML.contains("@import")),
                () -> assertFalse(HTML.contains("url(")));
        String policy = between(HTML, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">")
                .replace("&#39;", "'");
        assertEquals(
                "default-src 'none'; style-src " + hash(between(HTML, "<style>", "</style>")) + "; script-src "
                        + hash(between(HTML, "<script>", "</script>")) + "; base-uri 'none'; form-action 'none'",
                policy);
    }

    @Test
    @DisplayName("escapes whatever documents, rules and scenarios hold")
    void escapes_what_packages_hold() {
        String attack = "</title><script>alert(1)</script><img src=x onerror='alert(2)'>";
        String html = new Report()
                .html(List.of(Samples.weihai(text -> text.replace("title: 威海市人民政府", "title: " + attack + "威海市人民政府")
                        .replace("title: 按居住途径落户", "title: 按居住" + attack)
                        .replace("quote: 在城镇区域拥有合法产权房屋的人员", "quote: <script>alert(3)</script>")
                        .replace("一（一）按居住途径落户", "一（一）" + attack)
                        .replace("- name: ", "- name: " + attack)
                        .replace("// 一、", "// " + attack))));
        assertFalse(html.contains("<script>alert") || html.contains("<img"));
        assertEquals(1, count(html, "<script"));
        assertTrue(
                count(html, "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;") > 5);
    }

    @Test
    @DisplayName(
            "shows a failing scenario first, with what was expected, what came out, and the conditions that decide")
    void shows_what_fails() {
        ReportedPackage reported = Samples.weihai(text -> text.replace(
                "matched: {rented-home: [SELF]}\n      registration: {rented-home: [RENTED_HOME]}",
                "matched: {own-home: [SELF]}"));
        String html = new Report().html(List.of(reported));
        long failing = reported.test().failures().size();
        assertTrue(failing > 0);
        assertTrue(html.contains("<strong>有 " + failing + " 个情形未通过</strong>"));
        assertEquals(failing, count(html, "<li class=\"fails\""));
        assertTrue(html.indexOf("<li class=\"fails\"") < html.indexOf("<details class=\"passing\""));
        String first = between(html, "<li class=\"fails\"", "\n</li>");
        assertTrue(first.contains("<dd>own-home（按居住途径落户）</dd>"), first);
        assertTrue(first.contains("<dt>应为</dt><dd>符合（符合条件的人：SELF）</dd>"), first);
        assertTrue(first.contains("<dt>实为</dt><dd><strong>不符合</strong></dd>"), first);
        assertTrue(first.contains("<strong>不成立</strong>：住房："), first);
    }

    @Test
    @DisplayName("marks what no scenario has shown")
    void marks_what_is_unseen() {
        assertFalse(HTML.contains(">未见<"));
        String html = new Report().html(List.of(Samples.withoutExamples()));
        assertTrue(html.contains("<td class=\"unseen\">未见</td>"));
        assertTrue(html.contains("<details class=\"coverage\" open>"));
        assertFalse(html.contains("100.0%"));
    }

    @Test
    @DisplayName("can be written of no package at all")
    void can_be_empty() {
        assertTrue(new Report().html(List.of()).contains("没有规则包。"));
    }

    private static String part(PolicyDocument document) {
        return between(
                HTML, "<section class=\"package\" id=\"package." + document.id() + "\"", "\n</section>\n</section>");
    }

    private static String clause(PolicyDocument document, String code) {
        return between(
                HTML,
                "<details class=\"clause\" id=\"package." + document.id() + ".clause." + code + "\"",
                "<div class=\"shown\">");
    }

    private static void assertShows(String html, String text) {
        assertTrue(html.contains(escaped(text)), () -> "missing: " + text);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        assertTrue(from >= 0, () -> "missing: " + start);
        int to = text.indexOf(end, from + start.length());
        assertTrue(to >= 0, () -> "missing: " + end);
        return text.substring(from + start.length(), to);
    }

    private static int count(String text, String part) {
        Matcher matcher = Pattern.compile(part, Pattern.LITERAL).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
