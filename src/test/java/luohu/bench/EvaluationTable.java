package luohu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link EvaluationBenchmark} for every bundled package and prints a line for each. */
public final class EvaluationTable {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private EvaluationTable() {}

    /** Takes JMH's options, for shorter or longer runs; the number of warm-up iterations must stay even. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        String[] ids = PackageLibrary.of(PackageFolders.bundled(), new FactSchema()).packages().stream()
                .map(each -> each.head().id())
                .toArray(String[]::new);
        System.out.printf(
                "%d cores, %s %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"));
        System.out.println("| package | bare, µs | explained, µs | ratio | quartiles | bare, KiB | explained, KiB |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (String id : ids) {
            new Runner(new OptionsBuilder()
                            .parent(new CommandLineOptions(args))
                            .include("^" + EvaluationBenchmark.class.getName() + "\\.")
                            .param("packageId", id)
                            .addProfiler(GCProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run()
                    .forEach(EvaluationTable::print);
        }
    }

    private static void print(RunResult run) {
        BenchmarkParams params = run.getParams();
        if (params.getWarmup().getCount() % 2 != 0) {
            throw new IllegalArgumentException("an odd number of warm-up iterations");
        }
        List<Double> bare = new ArrayList<>();
        List<Double> explained = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> bareBytes = new ArrayList<>();
        List<Double> explainedBytes = new ArrayList<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            List<IterationResult> iterations = List.copyOf(fork.getIterationResults());
            for (int i = 0; i + 1 < iterations.size(); i += 2) {
                double without = iterations.get(i).getPrimaryResult().getScore();
                double with = iterations.get(i + 1).getPrimaryResult().getScore();
                bare.add(without);
                explained.add(with);
                ratios.add(with / without);
                bareBytes.add(allocated(iterations.get(i)));
                explainedBytes.add(allocated(iterations.get(i + 1)));
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f | %.2f–%.2f | %.1f | %.1f |%n",
                params.getParam("packageId"),
                quantile(bare, 0.5),
                quantile(explained, 0.5),
                quantile(ratios, 0.5),
                quantile(ratios, 0.25),
                quantile(ratios, 0.75),
                quantile(bareBytes, 0.5) / 1024,
                quantile(explainedBytes, 0.5) / 1024);
    }

    private static double allocated(IterationResult iteration) {
        return iteration.getSecondaryResults().get(ALLOCATED).getScore();
    }

    private static double quantile(List<Double> values, double share) {
        double at = share * (values.size() - 1);
        List<Double> sorted = values.stream().sorted().toList();
        double below = sorted.get((int) Math.floor(at));
        double above = sorted.get((int) Math.ceil(at));
        return below + (at - Math.floor(at)) * (above - below);
    }
}
