package luohu.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One line of the audit log: who asked for what kind of thing, and what was answered, in codes. Nothing of what a request
 * says stands in it. A batch has an entry for each of its lines, and one for itself.
 *
 * @param time when the request came, ISO 8601 with milliseconds and offset
 * @param caller the caller's name; null where nobody looked, or nobody was recognised
 * @param trace the trace id, 32 hexadecimal digits
 * @param operation the method and the template of the path
 * @param line the number of the line of a batch, from 1; null for a request
 * @param status the HTTP status, for a line what an evaluation by itself would have; 0 when the caller went away before the answer
 * @param problem the code of the problem; null for an answer
 * @param decisions what the packages decided
 * @param millis how long it took, in milliseconds; null for a line of a batch
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        String time,
        String caller,
        String trace,
        String operation,
        Long line,
        @JsonInclude(JsonInclude.Include.ALWAYS) int status,
        String problem,
        List<AuditDecision> decisions,
        Double millis) {}
