package luohu.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import luohu.problems.Problem;
import luohu.problems.ProblemKind;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;
import luohu.service.Utf8Text;
import org.jboss.logging.Logger;

/** Gives each line of a batch its line of output. Safe for use by many threads at once. */
final class LineEvaluation {

    private static final Logger LOG = Logger.getLogger(LineEvaluation.class);

    private final EvaluationService service;
    private final AnswerWriter writer;
    private final LineObserver observer;

    /**
     * @param service decides
     * @param json writes answers as a single evaluation has them
     * @param observer hears what becomes of each line
     */
    LineEvaluation(EvaluationService service, ObjectMapper json, LineObserver observer) {
        this.service = service;
        this.writer = new AnswerWriter(json);
        this.observer = observer;
    }

    /** The output for lines that follow each other; at least one. */
    Answered answer(List<Line> lines) {
        Utf8Text text = new Utf8Text();
        Tally tally = new Tally();
        for (Line line : lines) {
            writer.write(answer(line, tally), text);
            text.add('\n');
        }
        return new Answered(
                text.toByteArray(), tally, lines.get(lines.size() - 1).reached());
    }

    /** The last line of output. */
    byte[] end(Summary summary) {
        Utf8Text text = new Utf8Text();
        writer.write(new Summary.End(summary), text);
        text.add('\n');
        return text.toByteArray();
    }

    private Object answer(Line line, Tally tally) {
        return switch (line.kind()) {
            case TEXT -> evaluate(line, tally);
            case BLANK -> refuse(ProblemKind.MALFORMED_JSON, "这一行是空行；请删去，或者写一个 JSON 对象 {…}。", line, tally);
            case TOO_LONG -> refuse(ProblemKind.PAYLOAD_TOO_LARGE, "批量评估的一行不能超过 256 KiB。", line, tally);
        };
    }

    private Object evaluate(Line line, Tally tally) {
        try {
            EvaluationAnswer answer = service.evaluate(line.text());
            tally.add(answer);
            observer.answered(line.number(), answer);
            return answer;
        } catch (Refused refused) {
            Refusal refusal = refused.refusal();
            ProblemKind kind = ProblemKind.of(refusal.reason());
            if (kind == ProblemKind.MALFORMED_JSON) {
                return refuse(kind, "这一行应是一个 UTF-8 编码的 JSON 对象 {…}，前后不能有其他内容。", line, tally);
            }
            count(kind, line, tally);
            return Problem.of(refusal).onLine(line.number());
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            observer.log(() -> LOG.errorf(
                    "internal-error: %s at %s", // never the message, which could hold request data
                    e.getClass().getName(), trace.length == 0 ? "?" : trace[0]));
            return refuse(ProblemKind.INTERNAL_ERROR, ProblemKind.INTERNAL_ERROR.detail(), line, tally);
        }
    }

    private Problem refuse(ProblemKind kind, String detail, Line line, Tally tally) {
        count(kind, line, tally);
        return Problem.of(kind, detail).onLine(line.number());
    }

    private void count(ProblemKind kind, Line line, Tally tally) {
        tally.add(kind);
        observer.refused(line.number(), kind);
    }
}
