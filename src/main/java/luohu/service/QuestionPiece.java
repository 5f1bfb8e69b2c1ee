package luohu.service;

import luohu.decision.Question;

/**
 * A question in JSON.
 *
 * @param fact the path of the fact it asks for
 * @param label the label of the fact
 * @param head its JSON, up to the value of {@code decides}
 */
record QuestionPiece(String fact, String label, byte[] head) {

    static QuestionPiece of(String fact, String label, PlainJson json) {
        return new QuestionPiece(
                fact,
                label,
                PlainJson.piece("{\"fact\":" + json.text(fact) + ",\"label\":" + json.text(label) + ",\"decides\":"));
    }

    /** Whether it is the JSON of this question. */
    boolean fits(Question question) {
        return fact.equals(question.fact()) && label.equals(question.label());
    }
}
