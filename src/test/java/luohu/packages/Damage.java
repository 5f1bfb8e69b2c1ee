package luohu.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import luohu.testing.Bundled;

/** Does random damage to the text of a rule file, the same for the same seed. */
final class Damage {

    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"\n]*\"|//[^\n]*|/\\*(?s:.*?)\\*/|\\$?[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+|==|!=|>=|&&|\\|\\||\\s+|.");

    /** What somebody might smuggle in, or slip into by mistake. */
    private static final List<String> FRAGMENTS = List.of(
            " Runtime.getRuntime().exec(\"x\") ",
            " getRuntime() ",
            " eval( System.exit(0) == null ) ",
            " from java.util.List.of() ",
            " \"x\" + \"y\" ",
            "\\\" || getRuntime() == \\\"",
            "; System.exit(0);",
            " || getRuntime() == true",
            " && (Boolean) true",
            " new java.io.File(\"x\") ",
            " /homes[ inTown == true ] ",
            " this ",
            " null ",
            " !",
            " not ",
            " exists ",
            " forall( ",
            " accumulate( Home(), $c : count(1) ) ",
            " collect( Home() ) ",
            " ?q( ; ) ",
            " @watch( * ) ",
            " do[x] ",
            " then[x] ",
            " then ",
            " end ",
            " when ",
            " or ",
            " and ",
            " import java.lang.Runtime;\n",
            " function void f() { } ",
            " declare Home end ",
            " global java.util.List x; ",
            " query q() Home() end ",
            " matches \"(a+)+\" ",
            " memberOf $who ",
            " str[startsWith] \"x\" ",
            "#",
            "[0]",
            ".size()",
            "!.x",
            "“",
            "，",
            "/*",
            "*/",
            "//",
            "\"",
            "\u0000",
            "\\u0022",
            "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
            "𠀀");

    /** Every word and sign that the bundled rule files use. */
    private static final List<String> WORDS = Bundled.FILES.stream()
            .flatMap(files -> files.rules().values().stream())
            .flatMap(text -> tokens(text).stream())
            .filter(token -> !token.isBlank())
            .distinct()
            .toList();

    private Damage() {}

    /** The text with some tokens lost, doubled, mixed up or replaced. */
    static String to(String text, Random random) {
        List<String> parts = new ArrayList<>(tokens(text));
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(parts.size());
            String other = random.nextInt(3) == 0
                    ? FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
                    : WORDS.get(random.nextInt(WORDS.size()));
            switch (random.nextInt(4)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, other);
                case 2 -> parts.set(at, other);
                default -> parts.set(at, parts.get(random.nextInt(parts.size())));
            }
        }
        return String.join("", parts);
    }

    /** The words and signs of a text, one after the other. */
    static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
