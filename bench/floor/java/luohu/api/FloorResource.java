package luohu.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luohu.request.InvalidRequestException;
import luohu.request.RequestReader;
import luohu.service.EvaluationService;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The least that a service of this kind does: reads the explorer's examples as an evaluation does, decides nothing, and answers
 * with bytes that were made beforehand. Only for measurements ({@code luohu.bench.HttpTable}); the profile {@code floor} adds it.
 */
@Path("/v1/floor")
public class FloorResource {

    private static final List<String> EXAMPLES =
            List.of("weihai", "liaocheng", "zaozhuang", "zibo", "zibo-draft", "tieling");

    private final RequestReader reader;
    private final Map<String, byte[]> answers = new HashMap<>();

    FloorResource(EvaluationService service, ObjectMapper writer, Clock clock) throws IOException {
        this.reader = new RequestReader(clock);
        for (String example : EXAMPLES) {
            try (InputStream file = ApiDescription.resource("examples/" + example + ".json")) {
                byte[] answer = writer.writeValueAsBytes(service.evaluate(file.readAllBytes()));
                answers.put("example-" + example, answer);
            }
        }
    }

    /** The answer that the service gives to an example. */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<byte[]> answer(byte[] json) throws InvalidRequestException {
        return RestResponse.ok(answers.get(reader.read(json).id()));
    }
}
