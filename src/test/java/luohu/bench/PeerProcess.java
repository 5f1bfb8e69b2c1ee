package luohu.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another engine in its own process, which answers on its standard output what is asked on its standard input. */
final class PeerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedWriter questions;
    private final BufferedReader answers;
    private final String library;
    private final String version;

    /** Starts the engine, which says its library and version when it is ready. */
    PeerProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = process.outputWriter();
        answers = process.inputReader();
        String[] name = line().split(" ");
        library = name[0];
        version = name[1];
    }

    String library() {
        return library;
    }

    String version() {
        return version;
    }

    /** The outcomes of each applicant, in one line and in the order of the document. */
    List<String> answers(int applicants) throws IOException {
        ask("answers");
        List<String> lines = new ArrayList<>(applicants);
        for (int i = 0; i < applicants; i++) {
            lines.add(line());
        }
        return lines;
    }

    /** Has it decide the timed applicants for at least so long; gives microseconds per decision. */
    double round(long millis) throws IOException {
        ask("round " + millis);
        return Double.parseDouble(line());
    }

    @Override
    public void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void ask(String question) throws IOException {
        questions.write(question);
        questions.newLine();
        questions.flush();
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new EOFException("the engine ended; what it said last stands above");
        }
        return line;
    }
}
