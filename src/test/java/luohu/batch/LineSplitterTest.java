package luohu.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Lines cut from pieces")
class LineSplitterTest {

    private static final String LONG = "x".repeat(Line.LONGEST);

    private static final String INPUT =
            "\n{a}\r\n\n \t\r\n{\"名\":1}\n" + LONG + "\n" + LONG + "y\n{b}\n" + "z".repeat(3 * Line.LONGEST) + "\n{c}";

    private static final List<String> LINES = List.of(
            "1 BLANK ",
            "2 TEXT {a}\r",
            "3 BLANK ",
            "4 BLANK ",
            "5 TEXT {\"名\":1}",
            "6 TEXT " + LONG,
            "7 TOO_LONG ",
            "8 TEXT {b}",
            "9 TOO_LONG ",
            "10 TEXT {c}");

    @ParameterizedTest(name = "of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 4096, 65_536, 262_144, 262_145, 10_000_000})
    @DisplayName("are the same wherever the pieces end")
    void same_wherever_cut(int size) {
        assertEquals(LINES, words(all(Position.BEGIN, bytes(INPUT), size)));
    }

    @Test
    @DisplayName("go on after any line whose end was seen as if there had been no break")
    void goes_on() {
        byte[] input = bytes(INPUT);
        List<Line> lines = all(Position.BEGIN, input, 1000);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.end() != Line.UNKNOWN) {
                byte[] rest = Arrays.copyOfRange(input, (int) line.end(), input.length);
                assertEquals(
                        LINES.subList(i + 1, LINES.size()),
                        words(all(new Position(line.number(), line.end()), rest, 999)));
            }
        }
        assertEquals(input.length, lines.get(lines.size() - 1).end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\r\n \n", "   "})
    @DisplayName("are none where there is nothing but blanks")
    void nothing(String input) {
        assertEquals(List.of(), all(Position.BEGIN, bytes(input), 2));
    }

    @Test
    @DisplayName("that are blank count for nothing at the end")
    void blank_end() {
        assertEquals(List.of("1 TEXT {a}"), words(all(Position.BEGIN, bytes("{a}\n\n\r\n  "), 1)));
    }

    @Test
    @DisplayName("that never end are given once, as soon as they are too long")
    void never_ends() {
        LineSplitter lines = new LineSplitter(Position.BEGIN);
        byte[] piece = bytes("x".repeat(1000));
        for (int i = 0; i * 1000 <= Line.LONGEST - 1000; i++) {
            lines.feed(piece);
            assertNull(lines.next());
        }
        lines.feed(piece);
        assertEquals(Line.Kind.TOO_LONG, lines.next().kind());
        for (int i = 0; i < 1000; i++) {
            assertNull(lines.next());
            lines.feed(piece);
        }
        lines.end();
        assertNull(lines.next());
    }

    @Test
    @DisplayName("that are blank are held as a number, however many there are")
    void many_blank_lines() {
        LineSplitter lines = new LineSplitter(Position.BEGIN);
        byte[] blanks = new byte[1_000_000];
        Arrays.fill(blanks, (byte) '\n');
        for (int i = 0; i < 10; i++) {
            lines.feed(blanks);
            assertNull(lines.next());
        }
        lines.feed(bytes("{}\n"));
        for (int i = 1; i <= 10_000_000; i++) {
            if (lines.next().number() != i) {
                throw new AssertionError("line " + i);
            }
        }
        Line last = lines.next();
        assertEquals(10_000_001, last.number());
        assertTrue(last.kind() == Line.Kind.TEXT);
    }

    private static List<Line> all(Position position, byte[] input, int size) {
        LineSplitter lines = new LineSplitter(position);
        List<Line> all = new ArrayList<>();
        for (int from = 0; from < input.length; from += size) {
            lines.feed(Arrays.copyOfRange(input, from, Math.min(input.length, from + size)));
            drain(lines, all);
        }
        lines.end();
        drain(lines, all);
        return all;
    }

    private static void drain(LineSplitter lines, List<Line> all) {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
    }

    private static List<String> words(List<Line> lines) {
        return lines.stream()
                .map(line -> line.number() + " " + line.kind() + " " + new String(line.text(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
