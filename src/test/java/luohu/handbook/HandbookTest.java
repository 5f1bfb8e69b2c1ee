package luohu.handbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import luohu.checks.RulesCheck;
import luohu.decision.PackageDecider;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.library.PackageFolders;
import luohu.mutation.MutationRun;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.schema.PackageSchemas;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("docs/规则编写指南.md")
class HandbookTest {

    private static final Pattern QUOTE = Pattern.compile("(?m)^ +quote: (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");

    /** A row of the table of frequent mistakes. */
    private static final Pattern MISTAKE = Pattern.compile(
            "(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| `([^`]+)` \\| \\[([a-z-]+)\\]\\(checks.md#\\4\\)：.+ \\|$");

    /**
     * A mistake and the finding it gives.
     *
     * @param file the file it is made in
     * @param wrong what is written
     * @param right what stands there in the example
     * @param code the finding
     */
    private record Mistake(String file, String wrong, String right, String code) {}

    @Test
    @DisplayName("has an example that is sound: no finding, every scenario passes, coverage and mutation complete")
    void example_is_sound() {
        assertEquals(List.of(), new RulesCheck(Bundled.SCHEMA).check(Handbook.RULES));
        PackageFiles files = PackageFolders.in(Handbook.EXAMPLE).get(0);
        PackageDecider decider = new PackageDecider(
                new PackageReader(Bundled.VOCABULARY).read(files), Bundled.VOCABULARY, Bundled.SCHEMA);
        List<Ready> scenarios = new ScenarioReader().read(files);
        PackageTest test = PackageTest.run(decider, scenarios, () -> {});
        assertEquals(List.of(), test.failures());
        assertEquals(100, test.coverage().percent());
        assertEquals(
                List.of(),
                new MutationRun(decider, files, Bundled.SCHEMA, scenarios)
                        .run(() -> {})
                        .survivors());
    }

    @Test
    @DisplayName("has an example whose schemas are the published ones")
    void schemas_are_current() throws IOException {
        PackageSchemas schemas = new PackageSchemas();
        Path folder = Handbook.RULES.resolve("schema");
        assertEquals(schemas.packageSchema(), Files.readString(folder.resolve("package.schema.json")));
        assertEquals(schemas.scenarioSchema(), Files.readString(folder.resolve("scenarios.schema.json")));
    }

    static Stream<Handbook.Block> quoted() {
        return Handbook.blocks().stream().filter(Handbook.Block::isQuoted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quoted")
    @DisplayName("quotes the files of the example literally")
    void quotes_literally(Handbook.Block block) {
        assertTrue(("\n" + Handbook.read(block.file())).contains("\n" + block.text()));
    }

    @Test
    @DisplayName("prints the document, in which every quote of the example stands")
    void prints_the_document() {
        String document = Handbook.text().split("## 文件原文")[1].split("\n## ")[0];
        Matcher quote = QUOTE.matcher(Handbook.read(Handbook.EXAMPLE.resolve(PackageFiles.DOCUMENT)));
        int quotes = 0;
        for (; quote.find(); quotes++) {
            assertTrue(document.contains(quote.group(1)), quote.group(1));
        }
        assertTrue(quotes > 10, quotes + " quotes");
    }

    static Stream<Mistake> mistakes() {
        List<Mistake> mistakes = MISTAKE.matcher(Handbook.text())
                .results()
                .map(row -> new Mistake(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
        assertTrue(mistakes.size() >= 20, mistakes.size() + " mistakes");
        return mistakes.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    @DisplayName("names for each frequent mistake the finding it gives")
    void names_findings(Mistake mistake, @TempDir Path rules) throws IOException {
        Path copy = rules.resolve("haitang/2026-01-01");
        try (Stream<Path> files = Files.walk(Handbook.EXAMPLE)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Handbook.EXAMPLE.relativize(each).toString());
                Files.createDirectories(target.getParent());
                Files.copy(each, target);
            }
        }
        Path changed = copy.resolve(mistake.file());
        String text = Files.readString(changed);
        assertTrue(text.contains(mistake.right()), "the example has it right");
        int at = text.indexOf(mistake.right());
        String before = text.substring(0, at);
        Files.writeString(
                changed,
                before + mistake.wrong() + text.substring(at + mistake.right().length()));
        List<Finding> findings = new RulesCheck(Bundled.SCHEMA).check(rules);
        assertTrue(
                findings.stream()
                        .anyMatch(each -> each.code().equals(mistake.code())
                                && each.file().endsWith(mistake.file())),
                findings::toString);
    }

    @Test
    @DisplayName("links to pages and findings that are there")
    void links_lead_somewhere() {
        List<String> codes =
                Stream.of(FindingKind.values()).map(FindingKind::code).toList();
        LINK.matcher(Handbook.text()).results().forEach(link -> {
            String target = link.group(1);
            assertTrue(
                    target.isEmpty() || Files.exists(Handbook.PAGE.getParent().resolve(target)), link.group());
            assertTrue(
                    !target.equals("checks.md") || link.group(2) == null || codes.contains(link.group(2)),
                    link.group());
        });
    }
}
