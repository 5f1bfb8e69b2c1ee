package luohu.robustness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that are no JSON, no object, no UTF-8, or JSON that says too much; made from a right body. */
final class TextInputs {

    private static final String MALFORMED = "malformed-json";
    private static final String INVALID = "invalid-request";

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final String good;

    /** A body and the code of the problem it gets; null where there is more than one right one. */
    record Text(byte[] body, String code) {}

    private TextInputs(String good) {
        this.good = good;
    }

    /** Bad bodies by what is wrong with them. */
    static Map<String, Text> of(String good) {
        TextInputs inputs = new TextInputs(good);
        inputs.other();
        inputs.broken();
        inputs.numbers();
        inputs.members();
        Multitudes.of(inputs::with).forEach((what, text) -> inputs.add(what, text, INVALID));
        inputs.encodings();
        return inputs.texts;
    }

    private void other() {
        add("only white space", " \t ", MALFORMED);
        add("null", "null", MALFORMED);
        add("true", "true", MALFORMED);
        add("a number", "42", MALFORMED);
        add("a text", "\"city\"", MALFORMED);
        add("an empty list", "[]", MALFORMED);
        add("a list of requests", "[" + good + "]", MALFORMED);
        add("XML", "<city>371000</city>", MALFORMED);
        add("a form", "city=371000&effectiveDate=2024-05-01", MALFORMED);
        add("YAML", "city: 371000", MALFORMED);
        add("words", "你好", MALFORMED);
    }

    private void broken() {
        add("cut off in the middle", good.substring(0, good.length() / 2), MALFORMED);
        add("cut off before the last brace", good.substring(0, good.length() - 1), MALFORMED);
        add("one brace", "{", MALFORMED);
        add("followed by a letter", good + "x", MALFORMED);
        add("followed by a brace", good + "}", MALFORMED);
        add("followed by another", good + good, MALFORMED);
        add("followed by a NUL", good + "\0", MALFORMED);
        add("begun with a NUL", "\0" + good, MALFORMED);
        add("with a comment", good.replaceFirst(",", "/* */,"), MALFORMED);
        add("with a comment to the end", good + "// end", MALFORMED);
        add("in single quotes", good.replace('"', '\''), MALFORMED);
        add("with bare names", good.replaceAll("\"([a-zA-Z]+)\":", "$1:"), MALFORMED);
        add("with a comma too many", good.substring(0, good.length() - 1) + ",}", MALFORMED);
        add("with a comma at the begin", "{," + good.substring(1), MALFORMED);
        add("with equals signs", good.replace(':', '='), MALFORMED);
        add("with an escape that is none", with("\"x\":\"\\x41\""), MALFORMED);
        add("with an escape cut off", with("\"x\":\"\\u12\""), MALFORMED);
        add("with a text that does not end", with("\"x\":\"abc"), MALFORMED);
        add("with a control character in a text", with("\"x\":\"a\tb\""), MALFORMED);
        add("100,000 lists in each other", "[".repeat(100_000), MALFORMED);
        add("100,000 lists in a field", "{\"homes\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", MALFORMED);
        add("40,000 objects in each other", "{\"a\":".repeat(40_000), MALFORMED);
        add("900 objects in an unknown field", with("\"x\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(900)), null);
    }

    private void numbers() {
        number("NaN", MALFORMED);
        number("Infinity", MALFORMED);
        number("-Infinity", MALFORMED);
        number("1e400", INVALID);
        number("-1e400", INVALID);
        number("1e-400", INVALID);
        number("-0", INVALID);
        number("-0.0", INVALID);
        number("1e999999999", INVALID);
        number("1e99999999999999", null);
        number("99999999999999999999999999999", INVALID);
        number("0x10", MALFORMED);
        number("010", MALFORMED);
        number("+1", MALFORMED);
        number(".5", MALFORMED);
        number("1.", MALFORMED);
        number("--1", MALFORMED);
        add("the number of 900 digits", with("\"livesAtOrigin\":" + "9".repeat(900)), INVALID);
        add("a number of 100,000 digits", with("\"x\":" + "9".repeat(100_000)), null);
        add("a fraction of 100,000 digits", with("\"x\":0." + "9".repeat(100_000)), null);
    }

    private void members() {
        add("with an unknown field", with("\"surname\":\"x\""), INVALID);
        add("with an unknown field without a name", with("\"\":1"), INVALID);
        add("with an unknown field named __proto__", with("\"__proto__\":{\"city\":\"weihai\"}"), INVALID);
        add("with an unknown field named @class", with("\"@class\":\"java.lang.Runtime\""), INVALID);
        add("with an unknown field of 200,000 characters", with("\"" + "a".repeat(200_000) + "\":1"), null);
        add("with an unknown field and a NUL in its name", with("\"ci\\u0000ty\":1"), INVALID);
        add("with half a surrogate pair as a name", with("\"\\ud800\":1"), MALFORMED);
        add("with the other half as a name", with("\"a\\udfff\":1"), MALFORMED);
        add("with names that read from right to left", with("\"\\u202ecity\":1"), INVALID);
        add("with a field said twice", with("\"intent\":{},\"intent\":{}"), INVALID);
        add("with a field said twice, once in escapes", with("\"intent\":{},\"\\u0069ntent\":{}"), INVALID);
        add(
                "with a field said twice, deep inside",
                with("\"intent\":{\"worksHere\":true,\"worksHere\":true}"),
                INVALID);
        add("with half a surrogate pair as a value", with("\"homes\":[{\"tenure\":\"\\ud800\"}]"), INVALID);
        add("with half a surrogate pair as its own id", with("\"id\":\"\\ud800\""), INVALID);
        add("with half a surrogate pair as a relative's id", with("\"relatives\":[{\"id\":\"\\udc00\"}]"), INVALID);
        add("with an id of 65 characters", with("\"id\":\"" + "a".repeat(65) + "\""), INVALID);
        add("with two relatives of one id", with("\"relatives\":[{\"id\":\"a\"},{\"id\":\"a\"}]"), INVALID);
        add("with a relative who is the applicant", with("\"relatives\":[{\"id\":\"SELF\"}]"), INVALID);
        add("with a birth tomorrow and later", with("\"applicant\":{\"birthDate\":\"9999-12-31\"}"), INVALID);
    }

    private void encodings() {
        bytes("in UTF-16, little end first", good.getBytes(StandardCharsets.UTF_16LE), MALFORMED);
        bytes("in UTF-16, big end first", good.getBytes(StandardCharsets.UTF_16BE), MALFORMED);
        bytes("in UTF-16 with a mark", good.getBytes(StandardCharsets.UTF_16), MALFORMED);
        bytes("in UTF-32", good.getBytes(Charset.forName("UTF-32")), MALFORMED);
        bytes("in GBK", with("\"id\":\"落户\"").getBytes(Charset.forName("GBK")), MALFORMED);
        bytes("with a byte that UTF-8 never has", at(0xFF), MALFORMED);
        bytes("with half a pair in UTF-8", at(0xED, 0xA0, 0x80), MALFORMED);
        bytes("with an overlong slash", at(0xC0, 0xAF), MALFORMED);
        bytes("with a character cut off", at(0xE5, 0xA8), MALFORMED);
        bytes("with a character beyond Unicode", at(0xF4, 0x90, 0x80, 0x80), MALFORMED);
        bytes("packed with gzip's first bytes", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0}, MALFORMED);
    }

    private void number(String number, String code) {
        add("the number " + number, with("\"applicant\":{\"livesAtOrigin\":" + number + "}"), code);
    }

    /** The right body with one more member, or with a member replaced. */
    private String with(String member) {
        String name = member.substring(0, member.indexOf(':') + 1);
        String city = good.contains("\"city\":") ? "\"city\":\"淄博\"," : "";
        String days = good.contains("\"from\":") ? "\"from\":\"2024-05-01\",\"to\":\"2024-12-31\"," : "";
        return "{" + (name.equals("\"city\":") ? "" : city) + days + member + "}";
    }

    private byte[] at(int... bytes) {
        byte[] begin = with("\"id\":\"").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(Arrays.copyOf(begin, begin.length - 1));
        for (int each : bytes) {
            text.write(each);
        }
        text.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }

    private void add(String what, String text, String code) {
        bytes(what, Http.utf8(text), code);
    }

    private void bytes(String what, byte[] body, String code) {
        texts.put(what, new Text(body, code));
    }
}
