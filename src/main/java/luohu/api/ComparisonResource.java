package luohu.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import luohu.comparison.Comparison;
import luohu.comparison.ComparisonService;
import luohu.request.ComparisonRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comparisons of cities and packages for one applicant. */
@Path("/v1/comparisons")
@Tag(name = "比较", description = "同一申请人在不同城市、不同规则包、不同日期之间的比较")
public class ComparisonResource {

    private final ComparisonService service;

    ComparisonResource(ComparisonService service) {
        this.service = service;
    }

    /** Compares, off the event loop: the facts are evaluated once for each column. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "compare",
            summary = "比较多个城市",
            description = "以同一组事实、同一日期评估多个城市（cities，最多写 100 个，不写即全部城市）或者多个规则包（packageIds），按途径的种类并排列出。"
                    + "该日没有施行中的规则包的城市，在其位置写明原因。asksAlso 列出该城市的条文要求、而同一行其他城市的条文没有要求的条件和材料："
                    + "比较的是逐项条件的措辞（及其取值范围）和条文列明的材料，不是对整个政策宽严的评价。")
    @RequestBody(
            required = true,
            description = "申请人的事实，以及要比较的城市或者规则包",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ComparisonRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "比较结果",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Comparison.class)))
    public Comparison compare(byte[] json) {
        return service.compare(json);
    }
}
