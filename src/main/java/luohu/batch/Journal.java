package luohu.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.SortedMap;
import luohu.service.AnswerJson;

/**
 * How far a batch from a file had come when its output was last known to be on the disk, and what it was decided by.
 *
 * @param program the program that evaluated
 * @param input the digest of the input
 * @param packages the digests of all packages, by id
 * @param today the day that counts as today from begin to end
 * @param position how far the input had been evaluated
 * @param output how many bytes of output that gave
 * @param summary what had become of these lines
 */
record Journal(
        String program,
        String input,
        SortedMap<String, String> packages,
        LocalDate today,
        Position position,
        long output,
        Summary summary) {

    private static final ObjectMapper JSON = AnswerJson.mapper();

    /** Before the first line. */
    static Journal begin(String program, String input, SortedMap<String, String> packages, LocalDate today) {
        return new Journal(program, input, packages, today, Position.BEGIN, 0, new Tally().summary());
    }

    /** The same batch, further on. */
    Journal at(Position reached, long written, Summary soFar) {
        return new Journal(program, input, packages, today, reached, written, soFar);
    }

    /** The journal in a file. */
    static Journal read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), Journal.class);
    }

    /** Puts this in the place of what the file says, as a whole or not at all. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer text = ByteBuffer.wrap(JSON.writeValueAsBytes(this));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
