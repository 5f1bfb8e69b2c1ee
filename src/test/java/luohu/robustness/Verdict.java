package luohu.robustness;

import java.util.Locale;
import java.util.Optional;

/** What speaks against an answer to a bad input. */
final class Verdict {

    private static final int REFUSED = 400;
    private static final int BEYOND = 500;

    /** To the at most 256 KiB that were sent; who could have more made would need few requests to fill the memory. */
    static final int LONGEST_ANSWER = 256 * 1024;

    private Verdict() {}

    /** What speaks against it; empty when it is as it has to be. */
    static Optional<String> on(BadInput input, Answer answer) {
        if (traces(answer.text())) {
            return Optional.of("shows the inside of the program");
        }
        if (answer.body().length > LONGEST_ANSWER) {
            return Optional.of("answered at a length of " + answer.body().length);
        }
        return switch (input.expected()) {
            case PROBLEM -> problem(input, answer, refused(answer));
            case REFUSAL ->
                refused(answer) || answer.status() == 0 ? Optional.empty() : Optional.of("neither refused nor closed");
            case LINE ->
                problem(
                        input,
                        answer,
                        answer.status() == 200
                                && answer.text().contains("\"line\":2")
                                && answer.text().contains("{\"summary\":{\"lines\":3,\"answered\":2,\"refused\":1,"));
            case CUT ->
                answer.status() == 200 && !answer.text().contains("\"summary\"")
                        ? Optional.empty()
                        : Optional.of("not broken off");
            case KEPT ->
                refused(answer) && answer.text().contains("HTTP/1.1 200 OK")
                        ? Optional.empty()
                        : Optional.of("not refused, or not kept");
            case ANSWER -> answer.status() == 200 ? Optional.empty() : Optional.of("not answered");
        };
    }

    private static Optional<String> problem(BadInput input, Answer answer, boolean rightForm) {
        if (!rightForm) {
            return Optional.of("not of the form that was expected");
        } else if (answer.code().isEmpty() || !hasChinese(answer.text())) {
            return Optional.of("no code or no words in Chinese");
        } else if (input.expected() == BadInput.Expected.PROBLEM
                && !answer.head().toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")) {
            return Optional.of("no problem document");
        } else if (input.code() != null && !input.code().equals(answer.code())) {
            return Optional.of("not " + input.code());
        }
        return Optional.empty();
    }

    private static boolean refused(Answer answer) {
        return answer.status() >= REFUSED && answer.status() < BEYOND;
    }

    private static boolean traces(String text) {
        return text.contains("Exception")
                || text.contains("\tat ")
                || text.contains("java.")
                || text.contains("io.vertx");
    }

    private static boolean hasChinese(String text) {
        int detail = text.indexOf("\"detail\":\"");
        return detail >= 0
                && text.substring(detail, Math.min(text.length(), detail + 40))
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
