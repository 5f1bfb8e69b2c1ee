package luohu.service;

import java.util.List;
import luohu.decision.PathwayAnswer;
import luohu.packages.PathwayText;

/**
 * What every answer says of a pathway, in JSON.
 *
 * @param text the pathway
 * @param head its JSON, up to the value of {@code outcome}
 * @param covers from there, after the qualifying persons, up to the value of {@code discretionary}
 * @param materials its papers
 */
record PathwayPiece(PathwayText text, byte[] head, byte[] covers, List<MaterialPiece> materials) {

    static PathwayPiece of(PathwayText text, PlainJson json) {
        return new PathwayPiece(
                text,
                PlainJson.piece("{\"code\":" + json.text(text.code()) + ",\"title\":" + json.text(text.title())
                        + ",\"clause\":" + json.text(text.clause()) + ",\"outcome\":"),
                PlainJson.piece(",\"covers\":" + json.text(text.covers()) + ",\"discretionary\":"),
                text.materials().stream()
                        .map(material -> MaterialPiece.of(material, text, json))
                        .toList());
    }

    /** Whether it is the JSON of this pathway. */
    boolean fits(PathwayAnswer answer) {
        return text.code().equals(answer.code())
                && text.title().equals(answer.title())
                && text.clause().equals(answer.clause())
                && text.covers() == answer.covers();
    }
}
