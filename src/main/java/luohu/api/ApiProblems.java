package luohu.api;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to each operation of the OpenAPI document every problem it can answer with. */
final class ApiProblems {

    private static final List<ProblemKind> ALWAYS = List.of(
            ProblemKind.UNAUTHORIZED,
            ProblemKind.NOT_ACCEPTABLE,
            ProblemKind.TOO_MANY_REQUESTS,
            ProblemKind.INTERNAL_ERROR);

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

    void describe(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> describe(path, operation));
    }

    private static void describe(String path, Operation operation) {
        List<ProblemKind> kinds = new ArrayList<>(ALWAYS);
        kinds.addAll(OF_PATH.getOrDefault(path, List.of()));
        if (operation.getRequestBody() != null) {
            kinds.add(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
            if (operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_JSON)) {
                kinds.addAll(OF_JSON);
            }
        }
        kinds.stream()
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(ProblemKind::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) ->
                        operation.getResponses().addAPIResponse(Integer.toString(status), response(same)));
    }

    private static APIResponse response(List<ProblemKind> kinds) {
        return OASFactory.createAPIResponse()
                .description(kinds.stream()
                        .map(kind -> kind.code() + " " + kind.title())
                        .collect(Collectors.joining("；")))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }
}
