package luohu.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to each operation of the OpenAPI document every problem it can answer with, each with an example, and the list of all. */
final class ApiProblems {

    private static final String TYPES = "ProblemType";

    private static final List<ProblemKind> ALWAYS = List.of(
            ProblemKind.BAD_REQUEST,
            ProblemKind.UNAUTHORIZED,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.INTERNAL_ERROR,
            ProblemKind.ISSUER_UNAVAILABLE);

    /** What a body brings that is read as a whole; a batch has such problems on its lines. */
    private static final List<ProblemKind> OF_JSON = List.of(
            ProblemKind.MALFORMED_JSON,
            ProblemKind.INVALID_REQUEST,
            ProblemKind.REQUEST_TIMEOUT,
            ProblemKind.PAYLOAD_TOO_LARGE);

    /** What an operation can answer with beyond what its body brings. */
    private static final Map<String, List<ProblemKind>> OF_PATH = Map.of(
            "/v1/evaluations",
            List.of(
                    ProblemKind.UNKNOWN_CITY,
                    ProblemKind.UNKNOWN_PACKAGE,
                    ProblemKind.NO_PACKAGE_IN_FORCE,
                    ProblemKind.PACKAGE_MISMATCH),
            "/v1/timelines",
            List.of(ProblemKind.UNKNOWN_CITY, ProblemKind.UNKNOWN_PACKAGE, ProblemKind.PACKAGE_MISMATCH),
            "/v1/packages/{id}",
            List.of(ProblemKind.UNKNOWN_PACKAGE),
            "/v1/packages/{id}/rules",
            List.of(ProblemKind.UNKNOWN_PACKAGE),
            "/v1/packages/{id}/changes",
            List.of(ProblemKind.UNKNOWN_PACKAGE, ProblemKind.INVALID_REQUEST));

    private static final Map<ProblemKind, Map<String, Header>> HEADERS = Map.of(
            ProblemKind.UNAUTHORIZED, header("WWW-Authenticate", "怎样出示凭据：Bearer 或者 Mutual（客户端证书）"),
            ProblemKind.TOO_MANY_REQUESTS, header("Retry-After", "几秒之后可以再试"),
            ProblemKind.ISSUER_UNAVAILABLE, header("Retry-After", "几秒之后可以再试"));

    /** What a batch says in words of its own. */
    private static final List<Problem> OF_BATCH = List.of(BatchRoute.NOT_ACCEPTABLE, BatchRoute.UNSUPPORTED_MEDIA_TYPE);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Object> examples;

    ApiProblems() {
        try (InputStream file = ApiDescription.resource("examples/problems.json")) {
            examples = json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(OpenAPI document) {
        Schema types = OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description(Arrays.stream(ProblemKind.values())
                        .map(kind -> kind.type() + " " + kind.title())
                        .collect(Collectors.joining("；")));
        Arrays.stream(ProblemKind.values()).map(ProblemKind::type).forEach(types::addEnumeration);
        types.addExtension(
                FactCodes.NAMES,
                Arrays.stream(ProblemKind.values()).map(Enum::name).toList());
        document.getComponents().addSchema(TYPES, types);
        document.getComponents()
                .getSchemas()
                .get("Problem")
                .getProperties()
                .get("type")
                .type(null)
                .ref("#/components/schemas/" + TYPES);
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> describe(path, operation)));
    }

    private void describe(String path, Operation operation) {
        List<ProblemKind> kinds = new ArrayList<>(ALWAYS);
        kinds.addAll(OF_PATH.getOrDefault(path, List.of()));
        if (operation.getRequestBody() != null) {
            kinds.add(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
            if (operation.getRequestBody().getContent().hasMediaType("application/json")) {
                kinds.addAll(OF_JSON);
            }
        }
        kinds.stream()
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) ->
                        operation.getResponses().addAPIResponse(Integer.toString(status), response(path, same)));
    }

    private APIResponse response(String path, List<ProblemKind> kinds) {
        MediaType problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        APIResponse response = OASFactory.createAPIResponse()
                .description(kinds.stream()
                        .map(kind -> kind.code() + " " + kind.title())
                        .collect(Collectors.joining("；")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
        for (ProblemKind kind : kinds) {
            problem.addExample(
                    kind.code(),
                    OASFactory.createExample().summary(kind.title()).value(example(path, kind)));
            if (HEADERS.containsKey(kind)) {
                HEADERS.get(kind).forEach(response::addHeader);
            }
        }
        return response;
    }

    /** What a problem without particulars always says; of the others, one that a request really gets. */
    private Object example(String path, ProblemKind kind) {
        if (kind.detail().isEmpty()) {
            return examples.get(kind.code());
        }
        Problem problem = OF_BATCH.stream()
                .filter(each -> path.equals(BatchRoute.PATH) && each.type().equals(kind.type()))
                .findFirst()
                .orElse(Problem.of(kind));
        return json.convertValue(problem, Map.class);
    }

    private static Map<String, Header> header(String name, String description) {
        return Map.of(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }
}
