package luohu.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One line of the audit log: who asked for what kind of thing, and what was answered, in codes. Nothing of what a request
 * says stands in it.
 *
 * @param time when the request came, ISO 8601 with milliseconds and offset
 * @param caller the caller's name; null where nobody looked, or nobody was recognised
 * @param trace the trace id, 32 hexadecimal digits
 * @param operation the method and the template of the path
 * @param status the HTTP status; 0 when the caller went away before the answer
 * @param problem the code of the problem; null for an answer
 * @param decisions what the packages decided
 * @param millis how long it took, in milliseconds
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        String time,
        String caller,
        String trace,
        String operation,
        @JsonInclude(JsonInclude.Include.ALWAYS) int status,
        String problem,
        List<AuditDecision> decisions,
        @JsonInclude(JsonInclude.Include.ALWAYS) double millis) {}
