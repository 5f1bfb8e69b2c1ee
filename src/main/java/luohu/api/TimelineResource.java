package luohu.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import luohu.request.TimelineRequest;
import luohu.timeline.Timeline;
import luohu.timeline.TimelineService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When outcomes change. */
@Path("/v1/timelines")
@Tag(name = "比较", description = "同一申请人在不同城市、不同规则包、不同日期之间的比较")
public class TimelineResource {

    private final TimelineService service;

    TimelineResource(TimelineService service) {
        this.service = service;
    }

    /** Follows the outcomes over a span, off the event loop: the facts are evaluated once for each day that may differ. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "timeline",
            summary = "结果在哪些日子变化",
            description = "以同一组事实评估 from 至 to（含首尾两日）的每一日，把结果相同的相邻日子合为一段，并说明每一次变化的日期和原因："
                    + "规则包施行或者期满、工作满若干个月、本人或者亲属成年。结果与逐日评估完全一致。事实本身视为不随时间变化。")
    @RequestBody(
            required = true,
            description = "申请人的事实，以及城市和起止日期",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TimelineRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "各段的结果和各次变化",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Timeline.class)))
    public Timeline timeline(byte[] json) {
        return service.timeline(json);
    }
}
