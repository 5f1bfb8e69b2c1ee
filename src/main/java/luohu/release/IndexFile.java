package luohu.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file in which a program notes the packages it has verified, for its next start. Another program's notes count for
 * nothing, since it may have checked otherwise.
 *
 * @param path the file
 * @param program says which program this is; another one for any that could check otherwise
 */
public record IndexFile(Path path, String program) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** What the file holds. */
    private record Notes(String program, VerifiedIndex verified) {}

    /**
     * What this program has noted; nothing where there is no such file yet, or another program's.
     *
     * @throws IOException when the file cannot be read or is no such file
     */
    public VerifiedIndex read() throws IOException {
        Notes notes;
        try {
            notes = JSON.readValue(Files.readAllBytes(path), Notes.class);
        } catch (NoSuchFileException e) {
            return VerifiedIndex.NONE;
        } catch (JacksonException e) {
            throw new IOException("no index of packages"); // without what stands in it
        }
        boolean ours = notes != null && program.equals(notes.program()) && notes.verified() != null;
        return ours && notes.verified().packages() != null ? notes.verified() : VerifiedIndex.NONE;
    }

    /**
     * Notes what is verified now, as a whole or not at all.
     *
     * @throws IOException when the file cannot be written; what it held is still there
     */
    public void write(VerifiedIndex verified) throws IOException {
        // A name of its own, since two services may begin on one folder at the same time.
        Path draft = Files.createTempFile(
                path.toAbsolutePath().getParent(), path.getFileName().toString(), ".new");
        try {
            Files.write(draft, JSON.writeValueAsBytes(new Notes(program, verified)));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
