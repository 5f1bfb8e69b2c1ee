package luohu.robustness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luohu.robustness.BadInput.Last;
import luohu.robustness.Operations.Operation;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Bad inputs to every operation of the packaged service")
class BadInputsIT {

    private static final int ROUNDS = 5;

    /** Those that wait for a limit do nothing meanwhile. */
    private static final int WAITING = 64;

    private static final int BUSY = 4;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "are refused in words or not answered at all, leave no trace, no connection and no memory behind, and change nothing "
                    + "for who asks rightly")
    void are_refused_and_leave_nothing_behind() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Xmx256m",
                "-Dluohu.http.body-timeout=2s",
                "-Dquarkus.http.idle-timeout=4s",
                "-Dluohu.batch.idle-timeout=4s")) {
            Operations operations = new Operations(new ObjectMapper()
                    .readTree(ServiceProcess.get(service.api("/q/openapi?format=json"))
                            .body()));
            Map<String, byte[]> before = answers(service, operations);
            List<BadInput> inputs = inputs(operations);
            assertTrue(inputs.size() > 200, inputs.size() + " inputs");
            Occupied atFirst = Occupied.by(service);
            String said = service.output();

            List<Outcome> outcomes = send(service, inputs, 1);
            Files.writeString(Path.of("target", "bad-inputs.md"), Table.of(outcomes));
            assertEquals(List.of(), wrong(outcomes));
            assertEquals(said, service.output(), "nothing of it is worth a word in the log");

            Occupied first = Occupied.by(service);
            assertEquals(List.of(), wrong(send(service, inputs, ROUNDS)));
            Occupied last = Occupied.by(service);
            long sent = ROUNDS
                    * inputs.stream()
                            .flatMap(each -> each.pieces().stream())
                            .mapToLong(piece -> piece.length)
                            .sum();
            System.out.printf(
                    "%d bad inputs, %d rounds, %d KiB sent; heap after a full collection %d and then %d KiB; connections %d, %d, %d%n",
                    inputs.size(),
                    ROUNDS + 1,
                    sent / 1024,
                    first.heap() / 1024,
                    last.heap() / 1024,
                    atFirst.connections(),
                    first.connections(),
                    last.connections());
            assertTrue(sent / 20 > Occupied.NOISE, "too little was sent to show anything");
            assertTrue(last.heap() - first.heap() < Occupied.NOISE, first + " " + last);
            assertEquals(atFirst.connections(), last.connections());
            assertEquals(said, service.output(), "nothing of it is worth a word in the log");
            answers(service, operations).forEach((name, body) -> assertArrayEquals(before.get(name), body, name));
        }
    }

    private static List<BadInput> inputs(Operations operations) {
        List<BadInput> inputs = new ArrayList<>();
        for (Operation operation : operations.all()) {
            inputs.addAll(new MessageInputs().of(operation));
            if (operation.takesJson()) {
                inputs.addAll(new FieldInputs().of(operation));
                TextInputs.of(operation.good().toString())
                        .forEach((what, text) -> inputs.add(new BadInput(
                                operation.name(),
                                "a body " + what,
                                Http.request(operation.method(), operation.target(), Http.JSON, text.body()),
                                BadInput.Expected.PROBLEM,
                                text.code())));
            } else if (operation.takesLines()) {
                inputs.addAll(new LineInputs().of(operation));
            }
        }
        inputs.addAll(WireInputs.all());
        return inputs;
    }

    /** What every operation answers to a request that is right. */
    private static Map<String, byte[]> answers(ServiceProcess service, Operations operations)
            throws IOException, InterruptedException {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        for (Operation operation : operations.all()) {
            Answer answer = Exchange.send(service.port(), operation.request());
            assertEquals(200, answer.status(), operation.name() + "\n" + answer.text());
            answers.put(operation.name(), answer.body());
        }
        return answers;
    }

    /** Sends every input some times over; gives what became of each, round after round. */
    private static List<Outcome> send(ServiceProcess service, List<BadInput> inputs, int rounds) throws Exception {
        ExecutorService busy = Executors.newFixedThreadPool(BUSY);
        ExecutorService waiting = Executors.newFixedThreadPool(WAITING);
        try {
            List<Future<Outcome>> sent = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (BadInput input : inputs) {
                    sent.add((input.last() == Last.WAIT_FOR_LIMIT ? waiting : busy)
                            .submit(() -> outcome(service.port(), input)));
                }
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : sent) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            busy.shutdownNow();
            waiting.shutdownNow();
        }
    }

    private static Outcome outcome(int port, BadInput input) throws InterruptedException {
        try {
            return Outcome.of(input, Exchange.send(port, input));
        } catch (IOException | RuntimeException e) {
            return Outcome.of(input, e);
        }
    }

    private static List<Outcome> wrong(List<Outcome> outcomes) {
        return outcomes.stream().filter(each -> !each.isRight()).toList();
    }
}
