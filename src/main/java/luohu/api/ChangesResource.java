package luohu.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import luohu.changes.ApplicantChanges;
import luohu.changes.ChangesService;
import luohu.changes.PackageChanges;
import luohu.request.ChangesRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What differs between two packages. */
@Path("/v1/packages/{id}/changes")
@Tag(name = "比较", description = "同一申请人在不同城市、不同规则包、不同日期之间的比较")
public class ChangesResource {

    private static final String ID = "规则包 id";
    private static final String FROM = "与之比较的规则包 id，通常是较早的一个；可以是别的城市的";

    private final ChangesService service;

    ChangesResource(ChangesService service) {
        this.service = service;
    }

    /** What differs between two packages. */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "packageChanges",
            summary = "两个规则包有何不同",
            description = "文件的标题、日期等数据，增加、删去和改动的途径与限制：名称、条款、原文、条件、材料、登记地、裁定和说明。途径以代码相对应，条件比较的是措辞。")
    @APIResponse(
            responseCode = "200",
            description = "不同之处",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PackageChanges.class)))
    public PackageChanges changes(
            @PathParam("id") @Parameter(description = ID, example = "zibo-2021-12-29") String id,
            @QueryParam("from") @Parameter(description = FROM, required = true, example = "zibo-2021-draft")
                    String from) {
        return service.between(from, id);
    }

    /** What the change from one package to another means for one applicant. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changesForApplicant",
            summary = "规则包的变化对申请人意味着什么",
            description = "以同一组事实、同一日期分别按两个规则包评估（不问该日是否施行），列出每条途径前后的结果、得失，以及起决定作用的条件。")
    @RequestBody(
            required = true,
            description = "申请人的事实；没有必须写的字段",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangesRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "得失",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApplicantChanges.class)))
    public ApplicantChanges changesForApplicant(
            @PathParam("id") @Parameter(description = ID, example = "zibo-2021-12-29") String id,
            @QueryParam("from") @Parameter(description = FROM, required = true, example = "zibo-2021-draft")
                    String from,
            byte[] json) {
        return service.forApplicant(from, id, json);
    }
}
