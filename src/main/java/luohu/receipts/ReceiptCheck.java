package luohu.receipts;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luohu.service.AnswerJson;

/** Checks receipts with public keys, and answers by deciding again. */
public final class ReceiptCheck {

    private final List<PublicKey> keys;
    private final Replay replay;
    private final ObjectReader reader = AnswerJson.mapper()
            .readerFor(Statement.class)
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * @param keys the keys of whoever gives receipts, any of which may have signed
     * @param replay decides again
     */
    public ReceiptCheck(List<PublicKey> keys, Replay replay) {
        this.keys = List.copyOf(keys);
        this.replay = replay;
    }

    /**
     * Checks signature, request and answer, and, when these hold, whether deciding again gives the same bytes.
     *
     * @param request the request, byte for byte as it was sent
     * @param answer the answer, byte for byte as it came
     * @param receipt the receipt, as the response header held it
     * @return every step, in the order taken
     */
    public List<Step> check(byte[] request, byte[] answer, String receipt) {
        DetachedJws jws;
        Statement statement;
        try {
            jws = DetachedJws.parse(receipt);
            statement = reader.readValue(jws.headerBytes());
        } catch (IllegalArgumentException | IOException e) {
            statement = null;
            jws = null;
        }
        if (statement == null || !statement.isWhole()) {
            return List.of(
                    Step.fails("回执", "bad-receipt", "不是本服务的回执；应为响应头 Luohu-Receipt 的值，形如 eyJ…..…（两段，中间两个点），前后没有别的内容。"));
        }
        List<Step> steps = new ArrayList<>();
        boolean sameAnswer = statement.answerHash().equals(Statement.hash(answer));
        steps.add(signature(jws, statement, answer, sameAnswer));
        steps.add(
                statement.requestHash().equals(Statement.hash(statement.salt(), request))
                        ? Step.holds("请求", "就是回执所说的请求")
                        : Step.fails("请求", "request-differs", "不是回执所说的请求：内容改动过，或者拿错了文件；请求须与发送时逐字节相同。"));
        steps.add(
                sameAnswer
                        ? Step.holds("答复", "就是回执所说的答复，" + statement.answerHash())
                        : Step.fails(
                                "答复",
                                "answer-differs",
                                "不是回执所说的答复：回执所说的是 " + statement.answerHash() + "，文件是 " + Statement.hash(answer)
                                        + "；答复须与收到时逐字节相同，不能重新排版。"));
        if (steps.stream().allMatch(step -> step.result() == Step.Result.HOLDS)) {
            steps.addAll(replay.steps(statement, request, answer));
        } else {
            steps.add(Step.open("重现", "not-replayed", "没有做：以上各项都符合，才重新评估。"));
        }
        return steps;
    }

    private Step signature(DetachedJws jws, Statement statement, byte[] answer, boolean sameAnswer) {
        Optional<PublicKey> named = keys.stream()
                .filter(key -> Thumbprint.of(key).equals(statement.kid()))
                .findFirst();
        if (named.isEmpty()) {
            return Step.fails(
                    "签名",
                    "unknown-key",
                    "签名的密钥是 " + statement.kid() + "，公钥文件里没有；文件里有："
                            + String.join("、", keys.stream().map(Thumbprint::of).toList()) + "。");
        } else if (jws.verifies(answer, named.get())) {
            return Step.holds("签名", "密钥 " + statement.kid() + "，程序版本 " + statement.serviceVersion());
        } else if (sameAnswer) {
            return Step.fails("签名", "bad-signature", "签名不对：回执改动过，或者不是用密钥 " + statement.kid() + " 签的。");
        }
        return Step.fails("签名", "bad-signature", "签名不对：签的是答复全文，而答复与回执不符；回执本身是否可靠，须用原来的答复核对。");
    }
}
