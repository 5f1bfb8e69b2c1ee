package luohu.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import org.jboss.logmanager.LogContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation in process, of the applicants of the package's own scenarios in turn. Iterations take turns too: the first
 * has Drools decide without reasons, the second explains everything, and so on. What disturbs the machine thus meets both,
 * and both run in a virtual machine that has compiled both, as the service has. {@link EvaluationTable} tells them apart;
 * the one score that JMH itself would print is a mean over the two and says nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 120, time = 50, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 100, time = 50, timeUnit = TimeUnit.MILLISECONDS)
public class EvaluationBenchmark {

    @Param("weihai-2021-10-21")
    private String packageId;

    private PackageDecider decider;
    private Ready[] applicants;
    private int next;
    private boolean explains = true;

    /** Compiles the packages and reads the applicants; Drools logs as little as it does in the service. */
    @Setup(Level.Trial)
    public void load() {
        LogContext.getLogContext().getLogger("").setLevel(java.util.logging.Level.INFO);
        List<PackageFiles> packages = PackageFolders.bundled();
        decider = PackageLibrary.of(packages, new FactSchema())
                .byId(packageId)
                .orElseThrow()
                .decider();
        PackageFiles files = packages.stream()
                .filter(each -> each.folder().replace('/', '-').equals(packageId))
                .findFirst()
                .orElseThrow();
        applicants = new ScenarioReader().read(files).toArray(Ready[]::new);
    }

    /** Changes sides; bare comes first. Both begin with the same applicant. */
    @Setup(Level.Iteration)
    public void takeTurns() {
        explains = !explains;
        next = 0;
    }

    /** One evaluation. */
    @Benchmark
    public Object evaluate() {
        Ready applicant = applicants[next++ % applicants.length];
        return explains
                ? decider.decide(applicant.facts(), applicant.date())
                : decider.verdicts(applicant.facts(), applicant.date());
    }
}
