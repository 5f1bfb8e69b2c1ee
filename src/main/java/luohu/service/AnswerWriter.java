package luohu.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import luohu.decision.PackageDecider;

/**
 * Writes answers, byte for byte as {@link AnswerJson#mapper} does. Most of the answer to an evaluation is the same for everybody: that is
 * written once for each package and copied from then on. Safe for use by many threads at once.
 */
public final class AnswerWriter {

    private final PlainJson json;

    /**
     * @param mapper writes what there are no pieces for, and the pieces
     */
    public AnswerWriter(ObjectMapper mapper) {
        this.json = new PlainJson(mapper);
    }

    /** An answer or problem in JSON. */
    public byte[] bytes(Object answer) {
        if (answer instanceof EvaluationAnswer evaluation) {
            Utf8Text text = new Utf8Text();
            write(evaluation, text);
            return text.toByteArray();
        }
        return json.of(answer);
    }

    /** Adds an answer or problem to a text. */
    public void write(Object answer, Utf8Text text) {
        if (answer instanceof EvaluationAnswer evaluation) {
            new AnswerWriting(pieces(evaluation.decider()), text).answer(evaluation);
        } else {
            text.add(json.of(answer));
        }
    }

    private PackagePieces pieces(PackageDecider decider) {
        return decider.derived(PackagePieces.class, each -> new PackagePieces(each, json));
    }
}
