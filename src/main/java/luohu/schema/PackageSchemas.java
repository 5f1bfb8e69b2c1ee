package luohu.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import luohu.facts.Facts;
import luohu.packages.PolicyDocument;
import luohu.scenarios.ScenarioFile;

/**
 * JSON Schemas of the files of a rule package, from the records they are read into, so that editors complete and check what
 * the reader will accept. They are of draft 7, which every editor's YAML support knows.
 */
public final class PackageSchemas {

    private final Descriptions descriptions = Descriptions.read();

    /** The schema of {@code package.yaml}, as JSON text. */
    public String packageSchema() {
        return text(new SchemaWriter(descriptions).of(PolicyDocument.class));
    }

    /** The schema of scenario files, as JSON text. */
    public String scenarioSchema() {
        SchemaWriter writer = new SchemaWriter(descriptions);
        ObjectNode schema = writer.of(ScenarioFile.class);
        schema.putObject("definitions").set(SchemaWriter.FACTS, writer.of(Facts.class));
        return text(schema);
    }

    private static String text(ObjectNode schema) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("$schema", "http://json-schema.org/draft-07/schema#");
        document.setAll(schema);
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
