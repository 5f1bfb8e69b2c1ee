package luohu.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/checks.md")
class ChecksDocumentationTest {

    private static final Pattern FENCE = Pattern.compile("```([^\n]+)\n(.*?)\n```", Pattern.DOTALL);

    /** What no fragment can show: the file system, a scenario that is run, a running service. */
    private static final Set<FindingKind> WITHOUT_EXAMPLE = EnumSet.of(
            FindingKind.UNREADABLE_FILE,
            FindingKind.FAILING_SCENARIO,
            FindingKind.UNSIGNED_PACKAGE,
            FindingKind.BAD_SIGNATURE,
            FindingKind.EMPTY_DIRECTORY,
            FindingKind.INTERNAL_ERROR);

    private static final Map<String, String> ENTRIES = entries();

    @Test
    @DisplayName("has an entry for each kind of finding and for nothing else")
    void is_complete() {
        assertEquals(
                Stream.of(FindingKind.values()).map(FindingKind::code).sorted().toList(),
                ENTRIES.keySet().stream().sorted().toList());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(FindingKind.class)
    @DisplayName("says of each kind whether it stops the package")
    void states_severity(FindingKind kind) {
        String level = kind.severity() == FindingKind.Severity.ERROR ? "错误。" : "警告。";
        assertTrue(ENTRIES.get(kind.code()).strip().startsWith(level), ENTRIES.get(kind.code()));
    }

    static Stream<FindingKind> shown() {
        return EnumSet.complementOf(EnumSet.copyOf(WITHOUT_EXAMPLE)).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shown")
    @DisplayName("shows a wrong example that gives exactly this finding, and a right one that gives none")
    void examples_do_what_they_say(FindingKind kind, @TempDir Path wrong, @TempDir Path right) throws IOException {
        String[] halves = ENTRIES.get(kind.code()).split("正确的写法：");
        assertEquals(2, halves.length, "a wrong and a right example");
        List<Finding> found = check(halves[0], wrong);
        assertFalse(found.isEmpty());
        assertTrue(found.stream().allMatch(each -> each.kind() == kind), found::toString);
        assertEquals(List.of(), check(halves[1], right));
    }

    private static List<Finding> check(String half, Path folder) throws IOException {
        RulesCopy rules = new RulesCopy();
        Matcher fence = FENCE.matcher(half);
        List<String> fragments = new ArrayList<>();
        while (fence.find()) {
            fragments.add(fence.group(2));
            rules.apply(fence.group(1), fence.group(2));
        }
        assertFalse(fragments.isEmpty(), "an example");
        return new RulesCheck(Bundled.SCHEMA).check(rules.write(folder));
    }

    private static Map<String, String> entries() {
        try {
            Map<String, String> entries = new LinkedHashMap<>();
            for (String part : Files.readString(Path.of("docs/checks.md")).split("\n## ")) {
                int end = part.indexOf('\n');
                if (!part.startsWith("# ")) {
                    entries.put(part.substring(0, end), part.substring(end));
                }
            }
            return entries;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
