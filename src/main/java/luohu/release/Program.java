package luohu.release;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luohu.packages.Sha256;

/** Says which program is running: SHA-256 over its jar and the names of its libraries, which bear their versions. */
public final class Program {

    private Program() {}

    /** The program; empty where it does not run from its jar, so that nobody can say which it is. */
    public static Optional<String> running() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : of(Path.of(new URI(source.getLocation().toString())));
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The program in a jar that stands as Quarkus puts it: in {@code app}, beside {@code lib}. */
    static Optional<String> of(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            return Optional.empty();
        }
        Sha256 sha256 = new Sha256().add(Files.readAllBytes(jar));
        Path libraries = jar.resolveSibling("../lib/main").normalize();
        if (Files.isDirectory(libraries)) {
            names(libraries).forEach(sha256::addMeasured);
        }
        return Optional.of(sha256.digest());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
