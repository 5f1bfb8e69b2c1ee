package luohu.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Adds the batch, which is no resource that could be scanned, to the OpenAPI document. Its bodies are text: JSON line by line. */
final class BatchDescription {

    private static final String LINES = "一行一个 JSON 值，以换行符分隔，UTF-8 编码。";

    private BatchDescription() {}

    static void add(OpenAPI document) {
        document.getPaths()
                .addPathItem(BatchRoute.PATH, OASFactory.createPathItem().POST(operation()));
    }

    private static Operation operation() {
        return OASFactory.createOperation()
                .operationId("evaluateBatch")
                .tags(List.of("按文件评估"))
                .summary("批量评估")
                .description(
                        "请求的每一行是一个评估请求，响应的第 n 行是对请求第 n 行的答复，最后另有一行汇总。边收边答，总长不限，每行最多 256 KiB。"
                                + "能够评估的行，答复与单独评估逐字节相同（含有 package）；有误的行，答复是一个问题（含有 type 和行号 line），其余各行照常评估；"
                                + "汇总行只有 summary。没有收到汇总行，就是没有做完。超过频率限制时各行均匀地放慢，不会被拒绝；同一调用方同时进行的批太多的，在开始之前答复 429。整批自始至终使用开始时的规则包和日期；文末的空行不计。")
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .description("评估请求，一行一个")
                        .content(content(
                                lines(OASFactory.createSchema().ref("#/components/schemas/EvaluationRequest")),
                                example())))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("各行的答复和汇总")
                                        .content(content(lines(answers()).format("binary"), null))));
    }

    private static Schema answers() {
        return OASFactory.createSchema()
                .addOneOf(OASFactory.createSchema().ref("#/components/schemas/EvaluationAnswer"))
                .addOneOf(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .addOneOf(OASFactory.createSchema().ref("#/components/schemas/BatchEnd"));
    }

    /** Text. Clients are to keep the answers as they come, which for generators is what {@code binary} says. */
    private static Schema lines(Schema line) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description(LINES)
                .contentMediaType(BatchRoute.MEDIA_TYPE)
                .contentSchema(line);
    }

    private static Content content(Schema lines, String example) {
        return OASFactory.createContent()
                .addMediaType(
                        BatchRoute.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(lines).example(example));
    }

    /** Two lines that are answered and one that is not. */
    private static String example() {
        ObjectMapper json = new ObjectMapper();
        StringBuilder lines = new StringBuilder();
        for (String name : List.of("weihai", "zibo")) {
            try (InputStream example = ApiDescription.resource("examples/" + name + ".json")) {
                lines.append(json.readTree(example)).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines.append("{\"city\":\"没有的城市\"}\n").toString();
    }
}
