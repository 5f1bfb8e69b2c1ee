package luohu.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import luohu.decision.PathwayAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.packages.PlaceOfRegistration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to an evaluation.
 *
 * @param id the caller's own reference
 * @param effectiveDate the day decided for
 * @param policyPackage the package that decided
 * @param matched the codes of the pathways open to the applicant
 * @param undetermined the codes of the pathways that more facts would settle
 * @param pathways every pathway of the package
 * @param restrictions the restrictions that hold or are open
 * @param registrationOrder the order of places the document states
 * @param questions the facts worth asking for
 * @param notices what applies to the whole answer
 */
@Schema(description = "评估结果")
public record EvaluationAnswer(
        @Schema(description = "调用方自己的编号，原样返回") String id,
        @Schema(description = "据以评估的日期") LocalDate effectiveDate,
        @JsonProperty("package") @Schema(description = "据以评估的规则包") PackageIdentity policyPackage,
        @Schema(description = "符合条件的途径代码，按文件顺序") List<String> matched,
        @Schema(description = "尚不能确定的途径代码，按文件顺序") List<String> undetermined,
        @Schema(description = "文件的全部途径，按文件顺序") List<PathwayAnswer> pathways,
        @Schema(description = "成立或者尚不能确定的限制") List<RestrictionAnswer> restrictions,
        @Schema(description = "文件规定的登记顺序；未规定的为空") List<PlaceOfRegistration> registrationOrder,
        @Schema(description = "值得补充的事实，能决定途径最多的在前") List<Question> questions,
        @Schema(description = "对整个结果的提示") List<String> notices) {}
