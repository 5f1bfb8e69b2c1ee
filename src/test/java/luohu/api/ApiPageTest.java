package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luohu.problems.ProblemKind;
import luohu.testing.OpenApiDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("docs/api.md")
class ApiPageTest {

    private static final Path PAGE = Path.of("docs/api.md");

    /** Every code of an error of an input that some request among these gets; lists that are too long are tested beside them. */
    private static final Path BAD_REQUESTS = Path.of("src/test/resources/bad-requests.yaml");

    @Test
    @DisplayName("lists the operations and codes of the OpenAPI document (-Dluohu.docs.write=true writes them anew)")
    void is_current() throws IOException {
        ApiPage generated = new ApiPage(
                new OpenApiDocument(given().get("/q/openapi?format=json").asString()));
        String current = with(Files.readString(PAGE), "接口", generated.operations());
        current = with(current, "代码", generated.codes());
        if (Boolean.getBoolean("luohu.docs.write")) {
            Files.writeString(PAGE, current);
        }
        assertEquals(current, Files.readString(PAGE));
    }

    @Test
    @DisplayName("says of every problem with which status it comes, when, and how to mend it")
    void lists_problems() throws IOException {
        Set<String> listed = rows("\\| ([0-9]{3}) \\| `([a-z-]+)` \\| [^|]{4,} \\| [^|]{4,} \\|", "$1 $2");
        assertEquals(
                Arrays.stream(ProblemKind.values())
                        .map(kind -> kind.status() + " " + kind.code())
                        .collect(Collectors.toCollection(TreeSet::new)),
                listed);
    }

    @Test
    @DisplayName("says of every code of an error in a request what it means")
    void lists_errors() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("too-many-items"));
        for (String line : Files.readAllLines(BAD_REQUESTS)) {
            int errors = line.indexOf("errors: [");
            if (errors >= 0) {
                String list = line.substring(errors + "errors: [".length(), line.lastIndexOf(']'));
                Arrays.stream(list.split(", ?"))
                        .map(each -> each.strip().replaceAll("[\"']", ""))
                        .forEach(each -> known.add(each.substring(each.lastIndexOf(' ') + 1)));
            }
        }
        Set<String> listed = new TreeSet<>();
        String table = Files.readString(PAGE).split("`errors\\[\\].code` 是：")[1].split("\n## ")[0];
        Pattern.compile("`([a-z-]+)`")
                .matcher(table.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split(" \\| ")[0])
                        .collect(Collectors.joining(" ")))
                .results()
                .forEach(each -> listed.add(each.group(1)));
        assertEquals(known, listed);
    }

    @Test
    @DisplayName("generates clients as .ci/clients/generate does, which tries them")
    void generates_as_tried() throws IOException {
        String page = Files.readString(PAGE);
        String script = Files.readString(Path.of(".ci/clients/generate"));
        Matcher version = Pattern.compile("(?m)^version=(.+)$").matcher(script);
        assertTrue(version.find());
        assertTrue(page.contains("org.openapitools:openapi-generator-cli:" + version.group(1) + " "));
        List<MatchResult> options = Pattern.compile("--[a-z-]+ [^\\s\"\\\\]+")
                .matcher(script)
                .results()
                .toList();
        assertTrue(options.size() > 6, script);
        options.forEach(each -> assertTrue(page.contains(each.group()), each.group()));
    }

    @Test
    @DisplayName("links to pages and headings that are there")
    void links_hold() throws IOException {
        String page = Files.readString(PAGE);
        List<MatchResult> links =
                Pattern.compile("\\]\\(([^):]+)\\)").matcher(page).results().toList();
        assertTrue(links.size() > 8);
        for (MatchResult each : links) {
            String[] parts = each.group(1).split("#", 2);
            Path target = parts[0].isEmpty() ? PAGE : PAGE.resolveSibling(parts[0]);
            assertTrue(Files.exists(target), each.group(1));
            assertTrue(parts.length == 1 || anchors(target).contains(parts[1]), each.group(1));
        }
    }

    private static Set<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(line -> line.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> rows(String row, String as) throws IOException {
        Pattern pattern = Pattern.compile(row);
        return Files.readAllLines(PAGE).stream()
                .filter(line -> pattern.matcher(line).matches())
                .map(line -> pattern.matcher(line).replaceAll(as))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The page with a generated part between its marks. */
    private static String with(String page, String name, String part) {
        String begin = "<!-- " + name + "：由程序生成，不要手改 -->\n";
        String end = "<!-- " + name + "：完 -->\n";
        assertTrue(page.contains(begin) && page.contains(end), name);
        return page.substring(0, page.indexOf(begin) + begin.length()) + "\n" + part + "\n"
                + page.substring(page.indexOf(end));
    }
}
