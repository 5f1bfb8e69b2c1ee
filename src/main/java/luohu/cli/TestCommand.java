package luohu.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import luohu.language.Truth;
import luohu.packages.PackageFiles;
import luohu.scenarios.Coverage;
import luohu.scenarios.JUnitXml;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the scenarios of packages. */
@Command(
        name = "test",
        header = "运行规则包的情形，并说明规则里的条件哪些还没有被情形看到。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "情形写在规则包的 scenarios 文件夹里。不通过的，逐条说明哪条途径、预期什么、",
            "实际什么、由哪个条件决定。",
            "条件覆盖：规则里的每个比较都应被情形看到成立、不成立和不清楚各一次；",
            "别的条件已经定下结果的，不算看到。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu test                              运行全部规则包的情形",
            "  ./luohu test 威海                         只运行威海的",
            "  ./luohu test --threshold 100              条件没有全部看到的也算不通过",
            "  ./luohu test --junit target/rules.xml     另写一份 JUnit XML，供其他系统读取"
        })
final class TestCommand implements Callable<Integer> {

    /** How many unseen conditions a package lists unless all are asked for. */
    private static final int LISTED = 10;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Workshop workshop;

    @Parameters(paramLabel = "城市或目录", arity = "0..1", description = "城市的名称、代码或拼音，规则包的 id，或者目录；不写则是全部")
    private String which;

    @Option(names = "--threshold", paramLabel = "百分数", description = "条件覆盖的最低百分数，任何一个规则包低于它就算不通过")
    private Double threshold;

    @Option(names = "--uncovered", description = "列出全部没有看到的条件（平时每个规则包最多列 " + LISTED + " 个）")
    private boolean uncovered;

    @Option(names = "--junit", paramLabel = "文件", description = "把结果另写成 JUnit XML")
    private Path junit;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (threshold != null && !(threshold >= 0 && threshold <= 100)) {
            throw new ParameterException(spec.commandLine(), "--threshold 应为 0 至 100 的百分数。");
        }
        Map<PackageFiles, List<ScenarioReader.Ready>> scenarios = new LinkedHashMap<>();
        for (PackageFiles files : workshop.select(which)) {
            scenarios.put(files, new ScenarioReader().read(files));
        }
        int total = scenarios.values().stream().mapToInt(List::size).sum();
        List<PackageTest> tests = new ArrayList<>();
        try (Progress progress = new Progress(terminal, "运行情形", total)) {
            scenarios.forEach(
                    (files, ready) -> tests.add(PackageTest.run(workshop.decider(files), ready, progress::step)));
        }
        tests.forEach(this::print);
        if (junit != null) {
            write(tests);
        }
        return summary(tests, total);
    }

    private void print(PackageTest test) {
        String id = test.decider().policy().id();
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s  %d 个情形，%s；条件覆盖 %s（%d/%d）%n",
                        terminal.strong(id),
                        test.results().size(),
                        verdict(test),
                        percent(test.coverage()),
                        test.coverage().shown(),
                        test.coverage().total());
        for (ScenarioResult each : test.failures()) {
            terminal.out().println();
            terminal.out()
                    .println(terminal.bad("不通过") + "  " + each.scenario().file() + ":"
                            + each.scenario().line() + "  " + each.scenario().name());
            each.differences().forEach(difference -> terminal.out().println("  " + difference));
        }
        unseen(test);
    }

    private String verdict(PackageTest test) {
        int failed = test.failures().size();
        return test.results().isEmpty()
                ? terminal.bad("没有情形可以运行")
                : failed == 0 ? terminal.good("全部通过") : terminal.bad(failed + " 个不通过");
    }

    private void unseen(PackageTest test) {
        List<Coverage.Entry> unseen = test.coverage().entries().stream()
                .filter(entry -> !entry.unseen().isEmpty())
                .toList();
        unseen.stream().limit(uncovered ? unseen.size() : LISTED).forEach(entry -> terminal.out()
                .println("  没有看到  " + entry.rule().file() + ":" + entry.rule().line() + "  " + entry.text() + "  "
                        + entry.unseen().stream().map(TestCommand::words).collect(Collectors.joining("、"))));
        if (!uncovered && unseen.size() > LISTED) {
            terminal.out().println("  ……还有 " + (unseen.size() - LISTED) + " 个条件没有看全，加 --uncovered 全部列出");
        }
    }

    private int summary(List<PackageTest> tests, int total) {
        int failed = tests.stream().mapToInt(test -> test.failures().size()).sum();
        terminal.out()
                .println("合计 " + tests.size() + " 个规则包，" + total + " 个情形，"
                        + (failed == 0 ? terminal.good("全部通过") : terminal.bad(failed + " 个不通过")) + "。");
        List<String> low = tests.stream()
                .filter(test -> threshold != null && test.coverage().percent() < threshold)
                .map(test -> test.decider().policy().id() + " " + percent(test.coverage()))
                .toList();
        if (!low.isEmpty()) {
            terminal.out().println(terminal.bad("条件覆盖没有达到 " + threshold + " %") + "：" + String.join("、", low));
        }
        boolean untested = tests.stream().anyMatch(test -> test.results().isEmpty());
        return failed == 0 && low.isEmpty() && !untested ? ExitCode.OK : ExitCode.FOUND;
    }

    private void write(List<PackageTest> tests) throws IOException {
        if (junit.toAbsolutePath().getParent() != null) {
            Files.createDirectories(junit.toAbsolutePath().getParent());
        }
        try (Writer writer = Files.newBufferedWriter(junit)) {
            JUnitXml.write(tests, writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Rounded down, so that 100 means all. */
    private static String percent(Coverage coverage) {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(coverage.percent() * 10) / 10);
    }

    private static String words(Truth truth) {
        return switch (truth) {
            case TRUE -> "成立";
            case FALSE -> "不成立";
            case UNKNOWN -> "不清楚";
        };
    }
}
