package luohu.api;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;
import luohu.problems.Problem;
import luohu.receipts.Receipts;
import luohu.request.EvaluationRequest;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import luohu.service.Refusal.Refused;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Evaluations of applicants. */
@Path("/v1/evaluations")
@Tag(name = "按文件评估", description = "依据城市文件评估申请人可以按哪些途径落户")
public class EvaluationResource {

    private final EvaluationService service;
    private final AnswerWriter writer;
    private final Receipts receipts;
    private final ServiceMeters meters;

    EvaluationResource(EvaluationService service, AnswerWriter writer, Receipts receipts, ServiceMeters meters) {
        this.service = service;
        this.writer = writer;
        this.receipts = receipts;
        this.meters = meters;
    }

    /**
     * Evaluates one applicant: on the event loop where that is short, as nearly always, else on a worker, so that a long evaluation
     * delays no other request.
     */
    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "evaluate",
            summary = "评估一名申请人",
            description = "装入所询城市在所询日期施行的规则包，判断文件的每一条途径，给出符合的途径、所需材料、登记地点、理由和尚缺的事实。"
                    + "未写或者写 null 的事实视为不知道，不视为否；写 [] 表示没有。请求不被保存，也不写入日志。")
    @RequestBody(
            required = true,
            description = "申请人的事实；只有 city 必须写",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvaluationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "评估结果",
            headers =
                    @Header(
                            name = Receipts.HEADER,
                            description = "回执：分离载荷的 JWS（RFC 7515 附录 F，EdDSA），载荷是答复正文；只有服务配置了回执密钥时才有",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EvaluationAnswer.class)))
    public Uni<RestResponse<byte[]>> evaluate(byte[] json, @Context RoutingContext context) {
        long begun = System.nanoTime();
        Optional<EvaluationRequest> request = readIfShort(json);
        Optional<EvaluationAnswer> answer = request.filter(this::isShort).flatMap(this::decidedIfReady);
        if (answer.isEmpty()) {
            Supplier<EvaluationAnswer> rest =
                    request.isPresent() ? () -> service.decide(request.get()) : () -> service.evaluate(json);
            return Uni.createFrom()
                    .item(() -> evaluateAtLength(json, rest, context))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }
        meters.evaluated(begun, answer.get());
        return Uni.createFrom().item(response(json, answer.get(), context));
    }

    /** The request, where reading it is short: not where a fault has to be searched for. */
    private Optional<EvaluationRequest> readIfShort(byte[] json) {
        return ShortWork.isShort(json) ? service.readIfSound(json) : Optional.empty();
    }

    /** Whether the rest is short as well: not where much has to be decided, or where a receipt has to be signed. */
    private boolean isShort(EvaluationRequest request) {
        return !receipts.areGiven() && ShortWork.isShort(request.facts());
    }

    /** A refusal is left to a worker as well: it can list a hundred faults, or fifty packages. */
    private Optional<EvaluationAnswer> decidedIfReady(EvaluationRequest request) {
        try {
            return service.decideIfReady(request);
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private RestResponse<byte[]> evaluateAtLength(
            byte[] json, Supplier<EvaluationAnswer> evaluation, RoutingContext context) {
        long begun = System.nanoTime();
        EvaluationAnswer answer;
        try {
            answer = evaluation.get();
        } catch (Refused refused) {
            return refusal(Problem.of(refused.refusal()), context);
        }
        meters.evaluated(begun, answer);
        return response(json, answer, context);
    }

    /** Written here and not by {@link ProblemMapper}, which would write it on the event loop. */
    private RestResponse<byte[]> refusal(Problem problem, RoutingContext context) {
        meters.refused(problem.code());
        AuditEdge.note(context, problem);
        return ResponseBuilder.<byte[]>create(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(writer.bytes(problem))
                .build();
    }

    /** The answer is written here, with a receipt or without, so that a receipt can never change a byte of it. */
    private RestResponse<byte[]> response(byte[] json, EvaluationAnswer answer, RoutingContext context) {
        AuditEdge.note(context, answer);
        byte[] body = writer.bytes(answer);
        ResponseBuilder<byte[]> response = ResponseBuilder.ok(body);
        receipts.receipt(json, answer, body).ifPresent(receipt -> response.header(Receipts.HEADER, receipt));
        return response.build();
    }
}
