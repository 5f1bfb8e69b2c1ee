package luohu.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** Certificates for tests, made by the keytool of the JDK; each with its key in a PKCS #12 file under its name. */
public final class Certificates {

    public static final String PASSWORD = "certificates";

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    private final Path folder;

    /** Keeps them in a folder. */
    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes an authority, and a file to trust it by. */
    public void authority(String name) throws IOException, InterruptedException {
        pair(name, "CN=" + name, "-30d", "365", "bc:c");
        keytool("-exportcert", "-alias", name, "-keystore", store(name).toString(), "-file", file(name, "crt"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-keystore",
                trust(name).toString(),
                "-file",
                file(name, "crt"));
    }

    /** Makes a certificate of an authority that holds for ten days. */
    public void issue(String name, String authority, String subject, String from, String extension)
            throws IOException, InterruptedException {
        String start = from.equals("now") ? "-1d" : from;
        pair(name, subject, start, "10", extension);
        keytool("-certreq", "-alias", name, "-keystore", store(name).toString(), "-file", file(name, "csr"));
        keytool(
                "-gencert",
                "-alias",
                authority,
                "-keystore",
                store(authority).toString(),
                "-infile",
                file(name, "csr"),
                "-outfile",
                file(name, "crt"),
                "-startdate",
                start,
                "-validity",
                "10",
                "-ext",
                extension);
        keytool(
                "-exportcert",
                "-alias",
                authority,
                "-keystore",
                store(authority).toString(),
                "-file",
                file(name, "ca"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                authority,
                "-keystore",
                store(name).toString(),
                "-file",
                file(name, "ca"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                name,
                "-keystore",
                store(name).toString(),
                "-file",
                file(name, "crt"));
    }

    /** The file of a certificate with its key. */
    public Path store(String name) {
        return folder.resolve(name + ".p12");
    }

    /** The file to trust an authority by. */
    public Path trust(String name) {
        return folder.resolve(name + "-trust.p12");
    }

    /** What is in a file. */
    public KeyStore load(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private void pair(String name, String subject, String start, String days, String extension)
            throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keystore",
                store(name).toString(),
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-startdate",
                start,
                "-validity",
                days,
                "-ext",
                extension);
    }

    private String file(String name, String kind) {
        return folder.resolve(name + "." + kind).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(KEYTOOL.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }
}
