package luohu.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.facts.Facts;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioFile;
import luohu.testing.Bundled;
import luohu.testing.SmallPackage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The JSON Schemas")
class PackageSchemasTest {

    private static final PackageSchemas SCHEMAS = new PackageSchemas();
    private static final Path PUBLISHED = Path.of("src/main/resources/rules/schema");
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private static final JsonSchema PACKAGE = FACTORY.getSchema(SCHEMAS.packageSchema());
    private static final JsonSchema SCENARIOS = FACTORY.getSchema(SCHEMAS.scenarioSchema());

    /**
     * A file with something wrong in it.
     *
     * @param what what is wrong
     * @param schema the schema of such files
     * @param text the file
     */
    private record Broken(String what, JsonSchema schema, String text) {

        @Override
        public String toString() {
            return what;
        }
    }

    @Test
    @DisplayName("are published as they are (-Dluohu.schema.write=true writes them anew)")
    void are_current() throws IOException {
        if (Boolean.getBoolean("luohu.schema.write")) {
            Files.createDirectories(PUBLISHED);
            Files.writeString(PUBLISHED.resolve("package.schema.json"), SCHEMAS.packageSchema());
            Files.writeString(PUBLISHED.resolve("scenarios.schema.json"), SCHEMAS.scenarioSchema());
        }
        assertEquals(SCHEMAS.packageSchema(), Files.readString(PUBLISHED.resolve("package.schema.json")));
        assertEquals(SCHEMAS.scenarioSchema(), Files.readString(PUBLISHED.resolve("scenarios.schema.json")));
    }

    @Test
    @DisplayName("are no package")
    void are_no_package() {
        assertTrue(Bundled.FILES.stream().noneMatch(each -> each.folder().startsWith("schema")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("accept every file that comes with the service, and each names its schema")
    void accept_bundled_files(String id) {
        PackageFiles files = Bundled.files(id);
        String document = files.texts().get(PackageFiles.DOCUMENT);
        assertEquals(List.of(), errors(PACKAGE, document));
        assertTrue(document.startsWith("# yaml-language-server: $schema=../../schema/package.schema.json\n"));
        files.scenarios().forEach((name, text) -> {
            assertEquals(List.of(), errors(SCENARIOS, text), name);
            assertTrue(
                    text.startsWith("# yaml-language-server: $schema=../../../schema/scenarios.schema.json\n"), name);
        });
    }

    @Test
    @DisplayName("accept what the reader accepts where facts are unknown")
    void accept_null() {
        assertEquals(List.of(), errors(SCENARIOS, SmallPackage.SCENARIOS));
        String unknown = SmallPackage.SCENARIOS.replace(
                "applicant: {residence: {divisionCode: \"371102\"}}",
                "{applicant: {residence: null, maritalStatus: \"10\"}, homes: null, talentKinds: []}");
        assertEquals(List.of(), errors(SCENARIOS, unknown));
        assertEquals(List.of(), errors(PACKAGE, SmallPackage.DOCUMENT.replace("draft: false", "draft: null")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"documents", "scenarios"})
    @DisplayName("refuse what the reader refuses")
    void refuse_broken_files(Broken broken) {
        assertFalse(errors(broken.schema(), broken.text()).isEmpty(), "by the schema");
        assertFalse(faults(broken).isEmpty(), "by the reader");
    }

    static Stream<Broken> documents() {
        return Stream.of(
                document("an unknown member", "signed:", "singed:"),
                document("an unknown member within", "covers:", "cover:"),
                document("a missing member", "title: 日照市户口迁移规定\n", ""),
                document("a missing member of a pathway", "    quote: 在城镇居住的人员\n", ""),
                document("a member without value", "revision: 1.0.0", "revision:"),
                document("a code without quotes", "\"371100\"", "371100"),
                document("yes for true", "draft: false", "draft: no"),
                document("one ruling for a list", "rulings: [G1]", "rulings: G1"),
                document("an unknown value", "covers: APPLICANT", "covers: APPLICANTS"),
                document("an unknown paper", "HUKOU_BOOK", "HUKOU"),
                document("an empty item", "rulings: [G1]", "rulings: [null]"),
                document("an empty item within", "[[HUKOU_BOOK]]", "[[null]]"),
                document("a day that is none", "signed: 2022-12-20", "signed: 2022-02-30"),
                document("a day otherwise written", "signed: 2022-12-20", "signed: 2022/12/20"),
                document("a year nought", "signed: 2022-12-20", "signed: 0000-12-20"),
                document("a required list as null", "notices: []", "notices: null"),
                new Broken("a list for a document", PACKAGE, "- id: x\n"));
    }

    static Stream<Broken> scenarios() {
        return Stream.of(
                scenario("an unknown member", "expect:", "expects:"),
                scenario("no date", "date: 2024-05-01\n", ""),
                scenario("default facts left out", "given:\n", "givn:\n"),
                scenario("an unknown fact", "origin:", "orgin:"),
                scenario("an unknown fact of a scenario", "divisionCode: \"371102\"", "code: \"371102\""),
                scenario("a division code of five digits", "371102", "37110"),
                scenario("a division code as number", "\"371102\"", "371102"),
                scenario("an unknown area", "areaType: URBAN", "areaType: TOWN"),
                scenario("one person for a list", "[SELF]", "SELF"),
                scenario("an unknown place", "[OWN_HOME]", "[HOME]"),
                scenario("an education level of one digit", "facts:\n", "facts:\n      studies: [{level: \"2\"}]\n"),
                scenario("a level out of range", "facts:\n", "facts:\n      studies: [{level: \"91\"}]\n"),
                scenario("an empty item", "facts:\n", "facts:\n      homes: [null]\n"),
                scenario("an unknown talent", "facts:\n", "facts:\n      talentKinds: [CADRES]\n"),
                scenario("a code of no standard", "facts:\n", "facts:\n      relatives: [{relation: \"98\"}]\n"),
                scenario("a word for true", "facts:\n", "facts:\n      homes: [{leaseFiled: \"true\"}]\n"));
    }

    private static Broken document(String what, String from, String to) {
        assertTrue(SmallPackage.DOCUMENT.contains(from), from);
        return new Broken(what, PACKAGE, SmallPackage.DOCUMENT.replace(from, to));
    }

    private static Broken scenario(String what, String from, String to) {
        assertTrue(SmallPackage.SCENARIOS.contains(from), from);
        return new Broken(what, SCENARIOS, SmallPackage.SCENARIOS.replace(from, to));
    }

    private static List<String> errors(JsonSchema schema, String yaml) {
        YamlSource source = YamlSource.of(yaml);
        assertEquals(List.of(), source.faults());
        return schema
                .validate(source.tree().toString(), InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Object> faults(Broken broken) {
        RecordReader reader = new RecordReader();
        YamlSource source = YamlSource.of(broken.text());
        List<Object> faults = new ArrayList<>();
        if (broken.schema() == PACKAGE) {
            reader.read(source.tree(), PolicyDocument.class);
        } else {
            ScenarioFile file = reader.read(source.tree(), ScenarioFile.class);
            if (reader.faults().isEmpty()) {
                reader.read(file.given(), Facts.class);
                file.scenarios().forEach(each -> reader.read(each.facts(), Facts.class));
            }
        }
        faults.addAll(reader.faults());
        return faults;
    }
}
