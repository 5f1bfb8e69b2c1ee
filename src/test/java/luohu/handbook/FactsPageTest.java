package luohu.handbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luohu.facts.ValueKind;
import luohu.language.FactType;
import luohu.language.Operator;
import luohu.language.Property;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docs/事实一览.md")
class FactsPageTest {

    private static final Path PAGE = Path.of("docs/事实一览.md");
    private static final String MARK = "<!-- 以下由程序生成，不要手改 -->\n\n";

    @Test
    @DisplayName("shows the vocabulary as it is (-Dluohu.docs.write=true writes it anew)")
    void is_current() throws IOException {
        String page = Files.readString(PAGE);
        assertTrue(page.contains(MARK), "the mark before the generated part");
        String current = page.substring(0, page.indexOf(MARK) + MARK.length())
                + FactsPage.of(Bundled.SCHEMA, Bundled.VOCABULARY).strip() + "\n";
        if (Boolean.getBoolean("luohu.docs.write")) {
            Files.writeString(PAGE, current);
        }
        assertEquals(current, Files.readString(PAGE));
    }

    @Test
    @DisplayName("names every property that rules can ask, and every fact of a request")
    void is_complete() throws IOException {
        String page = Files.readString(PAGE);
        for (FactType type : Bundled.VOCABULARY.types()) {
            String section = page.split("\n## " + type.name() + "（")[1].split("\n## ")[0];
            for (Property each : type.properties()) {
                assertTrue(section.contains("\n| `" + each.name() + "` | "), type.name() + " " + each.name());
            }
        }
        Bundled.SCHEMA.paths().stream()
                .filter(each -> each.kind() != ValueKind.OBJECT)
                .forEach(each -> assertTrue(page.contains("`" + each.path()), each.path()));
    }

    @Test
    @DisplayName("allows for each kind of value the operators that the parser lets through, and no other")
    void operators_are_those_of_the_parser() {
        for (FactType type : Bundled.VOCABULARY.types()) {
            for (Property property : type.properties()) {
                for (Operator operator : Operator.values()) {
                    RuleFile file = new RuleFileParser(Bundled.VOCABULARY)
                            .parse(
                                    "a/b/1.drl",
                                    "rule \"r\" @pathway(\"p\") when " + type.name() + "( " + property.name() + " "
                                            + operator.symbol()
                                            + (operator.isMembership() ? " (\"x\", \"y\")" : " 1")
                                            + " ) then matched(); end");
                    boolean refused = file.findings().stream()
                            .anyMatch(each -> each.code().equals("wrong-operator"));
                    assertEquals(operator.fits(property.kind()), !refused, property + " " + operator);
                }
            }
        }
    }
}
