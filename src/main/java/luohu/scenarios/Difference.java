package luohu.scenarios;

import java.util.List;
import java.util.stream.Collectors;
import luohu.engine.Condition;
import luohu.language.Truth;

/**
 * One respect in which a package decides a scenario otherwise than expected.
 *
 * @param subject the pathway, restriction or package it is about: code and title
 * @param expected what the scenario expects, in Chinese
 * @param actual what the package decides, in Chinese
 * @param decidedBy the conditions that brought the actual result about; empty where none did
 */
public record Difference(String subject, String expected, String actual, List<Condition> decidedBy) {

    @Override
    public String toString() {
        String reasons = decidedBy.stream()
                .map(each -> "\n    " + words(each.result()) + " " + each.text() + "〔" + each.rule() + "〕")
                .collect(Collectors.joining());
        return subject + "：应为" + expected + "，实为" + actual + reasons;
    }

    private static String words(Truth truth) {
        return switch (truth) {
            case TRUE -> "成立：";
            case FALSE -> "不成立：";
            case UNKNOWN -> "不清楚：";
        };
    }
}
