package luohu.service;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import luohu.engine.Condition;
import luohu.engine.RuleExplanation;
import luohu.language.Truth;

/**
 * A condition in JSON.
 *
 * @param asked what is asked, up to the value of {@code result}
 * @param judged from there to its end
 */
record ConditionPiece(byte[] asked, byte[] judged) {

    /** The pieces of all conditions that some rules can give, by the condition itself: what several share is there once. */
    static Map<Condition, ConditionPiece> of(List<RuleExplanation> explanations, PlainJson json) {
        Map<String, byte[]> asked = new HashMap<>();
        Map<Condition, ConditionPiece> pieces = new IdentityHashMap<>();
        for (RuleExplanation explanation : explanations) {
            Map<Truth, byte[]> judged = judged(explanation.rule().name(), json);
            for (Condition each : explanation.conditions()) {
                byte[] text = asked.computeIfAbsent(
                        each.text(), key -> PlainJson.piece("{\"text\":" + json.text(key) + ",\"result\":"));
                pieces.put(each, new ConditionPiece(text, judged.get(each.result())));
            }
        }
        return pieces;
    }

    private static Map<Truth, byte[]> judged(String rule, PlainJson json) {
        Map<Truth, byte[]> judged = new EnumMap<>(Truth.class);
        for (Truth truth : Truth.values()) {
            judged.put(truth, PlainJson.piece(json.text(truth) + ",\"rule\":" + json.text(rule) + "}"));
        }
        return judged;
    }
}
