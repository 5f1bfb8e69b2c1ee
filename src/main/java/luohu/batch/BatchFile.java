package luohu.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import luohu.library.PackageLibrary;
import luohu.service.AnswerJson;
import luohu.service.EvaluationService;

/**
 * Evaluates a file line by line into another. The output grows under the name {@code OUT.part} and takes its own name when it is
 * complete; {@code OUT.journal} says how much of it is certain, so that a run that was killed is gone on with, from the last entry, to the
 * same bytes.
 */
public final class BatchFile {

    private static final long BETWEEN_ENTRIES = TimeUnit.SECONDS.toNanos(1);
    private static final int PIECE = 64 * 1024;

    private final PackageLibrary library;
    private final Clock clock;
    private final int threads;
    private final String program;

    /**
     * @param library decides
     * @param clock says what today is, in Asia/Shanghai; a run that is gone on with keeps the day it began with
     * @param threads how many lines are evaluated at the same time
     * @param program which program this is: another one does not go on with what it has begun
     */
    public BatchFile(PackageLibrary library, Clock clock, int threads, String program) {
        this.library = library;
        this.clock = clock;
        this.threads = threads;
        this.program = program;
    }

    /**
     * Evaluates a whole file, or what is left of it.
     *
     * @param checked gets the bytes of the input as they are read to see whether it is the same as before
     * @param evaluated gets the bytes of the input as they are evaluated, at the begin those of earlier runs
     * @return what became of all lines, those of earlier runs included
     * @throws BatchFileException when the output is there already or belongs to something else; nothing has been changed
     * @throws IOException when a file cannot be read or written; what is written stays and can be gone on with
     */
    public Summary run(Path in, Path out, LongConsumer checked, LongConsumer evaluated)
            throws IOException, BatchFileException {
        if (Files.exists(out)) {
            throw new BatchFileException(out + " 已经存在；请先移走，或者换一个输出文件。");
        }
        Path part = out.resolveSibling(out.getFileName() + ".part");
        Path journal = out.resolveSibling(out.getFileName() + ".journal");
        Summary summary;
        try (FileChannel output = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = output.tryLock()) {
            if (lock == null) {
                throw new BatchFileException("另一个进程正在写 " + part + "；请等它做完。");
            }
            Journal begin = Journal.begin(program, digest(in, checked), digests(), LocalDate.now(clock));
            Journal reached = reached(begin, journal, part, output.size());
            reached.write(journal);
            output.truncate(reached.output());
            output.position(reached.output());
            summary = evaluate(in, output, reached, journal, evaluated);
        }
        Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(journal);
        return summary;
    }

    private static Journal reached(Journal begin, Path journal, Path part, long size)
            throws IOException, BatchFileException {
        String again = "；要从头做，请删去 " + part + " 和 " + journal + "。";
        if (!Files.exists(journal)) {
            if (size > 0) {
                throw new BatchFileException(part + " 已经有内容，却没有记录做到何处的 " + journal.getFileName() + again);
            }
            return begin;
        }
        Journal reached;
        try {
            reached = Journal.read(journal);
        } catch (IOException e) {
            throw new BatchFileException(journal + " 读不懂，不知道上次做到何处" + again);
        }
        if (!begin.program().equals(reached.program())) {
            throw new BatchFileException("程序与上次中断时的不是同一个，不能接着做，否则同一个结果会出自两个程序；请换回原来的程序接着做" + again);
        } else if (!reached.input().equals(begin.input())) {
            throw new BatchFileException("输入文件与上次中断时的不同，不能接着做" + again);
        } else if (!reached.packages().equals(begin.packages())) {
            throw new BatchFileException("规则包与上次中断时的不同，不能接着做，否则同一个结果会出自两套规则" + again);
        } else if (size < reached.output()) {
            throw new BatchFileException(part + " 比 " + journal.getFileName() + " 所记的短，不能接着做" + again);
        }
        return reached;
    }

    private Summary evaluate(Path in, FileChannel output, Journal begin, Path journal, LongConsumer evaluated)
            throws IOException {
        Clock today = Clock.fixed(begin.today().atStartOfDay(clock.getZone()).toInstant(), clock.getZone());
        EvaluationService service = new EvaluationService(() -> library, today);
        Journal entry = begin;
        long entered = System.nanoTime() - BETWEEN_ENTRIES;
        try (FileChannel channel = FileChannel.open(in);
                InputStream input = Channels.newInputStream(
                        channel.position(begin.position().bytes()));
                BatchEvaluation batches = new BatchEvaluation(service, AnswerJson.mapper(), threads)) {
            evaluated.accept(begin.position().bytes());
            BatchRun batch = batches.resume(begin.position(), Tally.of(begin.summary()));
            long read = begin.position().bytes();
            while (!batch.isFinished()) {
                feed(batch, input);
                if (batch.next() == null) {
                    continue;
                }
                Answered answered = batch.takeAnswered();
                write(output, answered.text());
                if (answered.reached() != null) {
                    evaluated.accept(answered.reached().bytes() - read);
                    read = answered.reached().bytes();
                    if (System.nanoTime() - entered > BETWEEN_ENTRIES) {
                        output.force(false);
                        entry = entry.at(answered.reached(), output.position(), batch.soFar());
                        entry.write(journal);
                        entered = System.nanoTime();
                    }
                }
            }
            write(output, batch.summary());
            output.force(true);
            return batch.soFar();
        }
    }

    private static void feed(BatchRun batch, InputStream input) throws IOException {
        byte[] piece = new byte[PIECE];
        while (batch.isHungry()) {
            int size = input.read(piece);
            if (size < 0) {
                batch.end();
            } else {
                batch.feed(Arrays.copyOf(piece, size));
            }
        }
    }

    private static void write(FileChannel output, byte[] text) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(text);
        while (rest.hasRemaining()) {
            output.write(rest);
        }
    }

    private SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        library.packages().forEach(each -> digests.put(each.head().id(), each.digest()));
        return digests;
    }

    private static String digest(Path in, LongConsumer checked) throws IOException {
        try (DigestInputStream input =
                new DigestInputStream(Files.newInputStream(in), MessageDigest.getInstance("SHA-256"))) {
            byte[] piece = new byte[PIECE];
            for (int size = input.read(piece); size >= 0; size = input.read(piece)) {
                checked.accept(size);
            }
            return "sha256:" + HexFormat.of().formatHex(input.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
