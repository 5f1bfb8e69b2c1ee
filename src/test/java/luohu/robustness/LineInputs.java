package luohu.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luohu.robustness.BadInput.Expected;
import luohu.robustness.Operations.Operation;

/** Batches in which one line is bad, between two that are right. */
final class LineInputs {

    List<BadInput> of(Operation batch) {
        String good = batch.good().toString();
        List<BadInput> inputs = new ArrayList<>();
        for (Map.Entry<String, TextInputs.Text> text : TextInputs.of(good).entrySet()) {
            TextInputs.Text line = text.getValue();
            inputs.add(input(batch, "a line " + text.getKey(), good, line.body(), line.code()));
        }
        inputs.add(input(batch, "an empty line", good, new byte[0], "malformed-json"));
        inputs.add(input(batch, "a line of 300,000 blanks", good, Http.utf8(" ".repeat(300_000)), null));
        inputs.add(input(
                batch,
                "a line of more than 256 KiB",
                good,
                Http.utf8(good + "x".repeat(300_000)),
                "payload-too-large"));
        inputs.add(input(batch, "a line of an unknown city", good, Http.utf8("{\"city\":\"X\"}"), "unknown-city"));
        inputs.add(input(
                batch,
                "a line of an unknown package",
                good,
                Http.utf8("{\"city\":\"zibo\",\"packageId\":\"x\"}"),
                "unknown-package"));
        inputs.add(input(
                batch,
                "a line of a day without a package",
                good,
                Http.utf8("{\"city\":\"zibo\",\"effectiveDate\":\"1999-01-01\"}"),
                "no-package-in-force"));
        inputs.add(input(
                batch,
                "a line of a package of another city",
                good,
                Http.utf8("{\"city\":\"zibo\",\"packageId\":\"tieling-undated\"}"),
                "package-mismatch"));
        return inputs;
    }

    private static BadInput input(Operation batch, String what, String good, byte[] line, String code) {
        return new BadInput(
                batch.name(),
                what,
                Http.request("POST", batch.target(), Http.LINES, lines(good, line)),
                Expected.LINE,
                code);
    }

    private static byte[] lines(String good, byte[] line) {
        byte[] rest = Http.utf8("\n" + good + "\n");
        byte[] end = new byte[line.length + rest.length];
        System.arraycopy(line, 0, end, 0, line.length);
        System.arraycopy(rest, 0, end, line.length, rest.length);
        return Http.join(good + "\n", end);
    }
}
