package luohu.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import luohu.library.PackageLibrary;
import luohu.testing.Bundled;
import luohu.testing.InventedPackage;
import luohu.testing.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A batch from a file")
class BatchFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final PackageLibrary LIBRARY = PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA);

    private static final String PROGRAM = "sha256:1";

    @TempDir
    private Path folder;

    private Path in;
    private Path out;
    private Path part;
    private Path journal;

    @BeforeEach
    void files() throws IOException {
        in = folder.resolve("in.ndjson");
        out = folder.resolve("out.ndjson");
        part = folder.resolve("out.ndjson.part");
        journal = folder.resolve("out.ndjson.journal");
        Files.writeString(in, String.join("\n", Requests.drawn(120)) + "\n\n[]\n{\"city\":\"weihai\"}\n");
    }

    @Test
    @DisplayName("leaves its output and nothing else")
    void leaves_only_its_output() throws Exception {
        Summary summary = undisturbed();
        List<String> lines = Files.readAllLines(out);
        assertEquals(124, lines.size());
        assertEquals(123, summary.lines());
        assertTrue(lines.get(121).contains("\"line\":122"), lines.get(121));
        assertTrue(lines.get(123).startsWith("{\"summary\":{\"lines\":123,"), lines.get(123));
        assertFalse(Files.exists(part));
        assertFalse(Files.exists(journal));
    }

    @Test
    @DisplayName("that was broken off anywhere is gone on with to the same bytes, on another day as well")
    void gone_on_with() throws Exception {
        Summary summary = undisturbed();
        String expected = Files.readString(out);
        Files.delete(out);
        for (long after = 0; after < Files.size(in); after += 9_999) {
            breakOff(after);
            Files.writeString(part, "{\"id\":\"torn", StandardOpenOption.APPEND);
            Clock later = Clock.offset(CLOCK, Duration.ofDays(1000));
            assertEquals(summary, new BatchFile(LIBRARY, later, 3, PROGRAM).run(in, out, size -> {}, size -> {}));
            assertEquals(expected, Files.readString(out), "broken off after " + after);
            Files.delete(out);
        }
    }

    @Test
    @DisplayName("is not gone on with when the input has changed")
    void changed_input() throws Exception {
        breakOff(5_000);
        byte[] before = Files.readAllBytes(part);
        byte[] input = Files.readAllBytes(in);
        input[input.length - 3] = ' ';
        Files.write(in, input);
        refused(LIBRARY, "输入文件与上次中断时的不同");
        assertEquals(before.length, Files.size(part));
    }

    @Test
    @DisplayName("is not gone on with when the packages have changed")
    void changed_packages() throws Exception {
        breakOff(5_000);
        refused(PackageLibrary.of(List.of(InventedPackage.version(1)), Bundled.SCHEMA), "规则包与上次中断时的不同");
    }

    @Test
    @DisplayName("is not gone on with by another program, nor when nobody knows by which it was begun")
    void changed_program() throws Exception {
        breakOff(5_000);
        byte[] before = Files.readAllBytes(part);
        refused(LIBRARY, "sha256:2", "程序与上次中断时的不是同一个");
        String noted = Files.readString(journal);
        Files.writeString(journal, noted.replace("\"program\":\"" + PROGRAM + "\",", ""));
        refused(LIBRARY, "程序与上次中断时的不是同一个");
        assertArrayEquals(before, Files.readAllBytes(part));
        Files.writeString(journal, noted);
        assertEquals(123, undisturbed().lines());
    }

    @Test
    @DisplayName("is not gone on with when part of the output or the journal is missing")
    void missing_parts() throws Exception {
        breakOff(50_000);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.truncate(10);
        }
        refused(LIBRARY, "比 out.ndjson.journal 所记的短");
        Files.writeString(journal, "{");
        refused(LIBRARY, "读不懂");
        Files.delete(journal);
        refused(LIBRARY, "却没有记录做到何处");
    }

    @Test
    @DisplayName("never overwrites what is there")
    void overwrites_nothing() throws IOException {
        Files.writeString(out, "x");
        refused(LIBRARY, "已经存在");
        assertEquals("x", Files.readString(out));
        assertFalse(Files.exists(part));
    }

    private Summary undisturbed() throws Exception {
        return new BatchFile(LIBRARY, CLOCK, 2, PROGRAM).run(in, out, size -> {}, size -> {});
    }

    /** Leaves things as a process does that is killed when so many bytes of the input are evaluated. */
    private void breakOff(long bytes) {
        long[] evaluated = {0};
        assertThrows(CancellationException.class, () -> new BatchFile(LIBRARY, CLOCK, 2, PROGRAM)
                .run(in, out, size -> {}, size -> {
                    evaluated[0] += size;
                    if (evaluated[0] >= bytes && evaluated[0] > 0) {
                        throw new CancellationException();
                    }
                }));
        assertTrue(Files.exists(part));
        assertTrue(Files.exists(journal));
    }

    private void refused(PackageLibrary library, String words) {
        refused(library, PROGRAM, words);
    }

    private void refused(PackageLibrary library, String program, String words) {
        BatchFileException refusal =
                assertThrows(BatchFileException.class, () -> new BatchFile(library, CLOCK, 2, program)
                        .run(in, out, size -> {}, size -> {}));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
