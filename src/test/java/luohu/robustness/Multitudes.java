package luohu.robustness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of no more than 256 KiB that ask for far more to be said or held than real requests do; all are invalid requests. */
final class Multitudes {

    private Multitudes() {}

    /**
     * The bodies by what is wrong with them.
     *
     * @param with makes a body with one more member
     */
    static Map<String, String> of(UnaryOperator<String> with) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(
                "20,000 unknown fields",
                IntStream.range(0, 20_000).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(",")));
        members.put("a list of 50,000 nulls", list("talentKinds", 50_000, "null"));
        members.put("a list of 100,000 numbers", list("talentKinds", 100_000, "1"));
        members.put("a list of 80,000 empty texts", list("documentsHeld", 80_000, "\"\""));
        members.put("100 papers nobody knows", list("documentsHeld", 100, "\"x\""));
        members.put("30,000 homes of an unknown field", list("homes", 30_000, "{\"a\":1}"));
        members.put("85,000 homes", list("homes", 85_000, "{}"));
        members.put("10,000 wrong holders", list("homes", 100, "{" + list("holderIds", 100, "1") + "}"));
        members.put("10,000 holders who are nobody", list("homes", 100, "{" + list("holderIds", 100, "\"a\"") + "}"));
        members.put("20,000 relatives of one id", list("relatives", 20_000, "{\"id\":\"a\"}"));
        members.put(
                "a relative whose id has 200,000 characters",
                list("relatives", 1, "{\"id\":\"" + "a".repeat(200_000) + "\"}"));
        members.put("a field said 40,000 times", items(40_000, "\"x\":1"));
        members.put(
                "a field said 30,000 times below a name of 50,000 characters",
                "\"" + "n".repeat(50_000) + "\":{" + items(30_000, "\"b\":1") + "}");
        members.put("30,000 objects in an unknown field", list("x", 30_000, "{\"a\":1}"));
        members.put("65,000 packages", list("packageIds", 65_000, "\"x\""));
        members.put("65,000 cities", list("cities", 65_000, "\"x\""));
        Map<String, String> bodies = new LinkedHashMap<>();
        members.forEach((what, member) -> bodies.put("with " + what, with.apply(member)));
        return bodies;
    }

    private static String list(String name, int count, String item) {
        return "\"" + name + "\":[" + items(count, item) + "]";
    }

    private static String items(int count, String item) {
        return item + ("," + item).repeat(count - 1);
    }
}
