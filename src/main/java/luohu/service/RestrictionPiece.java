package luohu.service;

import luohu.decision.RestrictionAnswer;
import luohu.packages.RestrictionText;

/**
 * What every answer says of a restriction, in JSON.
 *
 * @param text the restriction
 * @param head its JSON, up to the value of {@code outcome}
 */
record RestrictionPiece(RestrictionText text, byte[] head) {

    static RestrictionPiece of(RestrictionText text, PlainJson json) {
        return new RestrictionPiece(
                text,
                PlainJson.piece("{\"code\":" + json.text(text.code()) + ",\"title\":" + json.text(text.title())
                        + ",\"clause\":" + json.text(text.clause()) + ",\"effect\":" + json.text(text.effect())
                        + ",\"outcome\":"));
    }

    /** Whether it is the JSON of this restriction. */
    boolean fits(RestrictionAnswer answer) {
        return text.code().equals(answer.code())
                && text.title().equals(answer.title())
                && text.clause().equals(answer.clause())
                && text.effect() == answer.effect();
    }
}
