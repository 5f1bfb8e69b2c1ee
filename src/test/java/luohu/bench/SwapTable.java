package luohu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import luohu.checks.PackageChecks;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.release.DirectoryRelease;
import luohu.release.LibraryBuilder;
import luohu.release.Reload;
import luohu.release.RulesDirectory;
import luohu.release.VerifiedIndex;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import org.jboss.logmanager.LogContext;

/**
 * Swaps a package for one with other rules, again and again, while another thread evaluates; prints what the heap still holds
 * after a full collection and how much metaspace is used. Both stay flat when replaced packages are given back.
 */
public final class SwapTable {

    private static final String FOLDER = "weihai/2021-10-21";
    private static final String ID = FOLDER.replace('/', '-');

    /** One more alternative of a pathway that says what another says, so that every scenario still passes. */
    private static final String RULE =
            """

            rule "一（二）按租房途径落户，第 %d 版"
                @pathway("rented-home")
            when
                $who : Person( selfOrCloseRelative == true )
                Home( tenure in ("LEASED", "PUBLIC_RENTAL"), inTown == true,
                      holderIds contains $who.id, occupantIds contains $who.id )
            then
                matched($who);
            end
            """;

    private SwapTable() {}

    /** Takes the number of swaps, 1000 unless given; prints ten lines. */
    public static void main(String[] args) throws IOException, InterruptedException {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        int swaps = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
        List<PackageFiles> bundled = PackageFolders.bundled();
        PackageFiles files = bundled.stream()
                .filter(each -> each.folder().equals(FOLDER))
                .findFirst()
                .orElseThrow();
        Path root = Path.of("target", "swaps");
        write(root, files, 0);
        FactSchema schema = new FactSchema();
        DirectoryRelease release = new DirectoryRelease(
                new RulesDirectory(root),
                new LibraryBuilder(
                        bundled,
                        schema,
                        List.of(),
                        bundled.size() + 1,
                        words -> new PackageChecks(words, schema)::check),
                VerifiedIndex.NONE,
                Clock.systemUTC());
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong evaluations = new AtomicLong();
        Lock pause = new ReentrantLock(true); // what is allocated during a collection would count as held
        Thread requests = new Thread(() -> evaluate(release, files, done, evaluations, pause));
        requests.start();
        System.out.println("| swaps | heap after full collection, KiB | metaspace, KiB | evaluations meanwhile |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        print(0, evaluations, pause);
        for (int swap = 1; swap <= swaps; swap++) {
            write(root, files, swap);
            release.look();
            Reload reload = release.look().orElseThrow();
            if (!(reload instanceof Reload.Taken)) {
                throw new IllegalStateException(reload.toString());
            }
            if (swap % Math.max(1, swaps / 10) == 0) {
                print(swap, evaluations, pause);
            }
        }
        done.set(true);
        requests.join();
    }

    private static void evaluate(
            DirectoryRelease release, PackageFiles files, AtomicBoolean done, AtomicLong evaluations, Lock pause) {
        List<Ready> applicants = new ScenarioReader().read(files);
        while (!done.get()) {
            for (Ready applicant : applicants) {
                pause.lock();
                release.library().get().byId(ID).orElseThrow().decider().decide(applicant.facts(), applicant.date());
                pause.unlock();
                evaluations.incrementAndGet();
            }
        }
    }

    private static void write(Path root, PackageFiles files, int version) throws IOException {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            Path path = root.resolve(FOLDER).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String more = file.getKey().equals("1-town.drl") ? RULE.formatted(version) : "";
            Files.writeString(path, file.getValue() + more);
        }
    }

    private static void print(int swaps, AtomicLong evaluations, Lock pause) throws InterruptedException {
        pause.lock();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(100); // what one collection only finds to be unused, the next one frees
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        pause.unlock();
        System.out.printf(
                Locale.ROOT, "| %d | %d | %d | %d |%n", swaps, heap / 1024, metaspace / 1024, evaluations.get());
    }
}
