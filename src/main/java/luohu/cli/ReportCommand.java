package luohu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import luohu.packages.PackageFiles;
import luohu.report.Report;
import luohu.report.ReportedPackage;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes packages as one HTML file. */
@Command(
        name = "report",
        header = "把规则包写成一个 HTML 文件，供阅读、打印和签核。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {"文件里有各城市规则包的时间线、条文和规则的对照、情形和条件覆盖、裁定、", "各城市途径对照表。不用联网就能打开。"},
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu report                           写到 target/report.html",
            "  ./luohu report 淄博 --output 淄博.html    只写淄博"
        })
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(paramLabel = "城市或目录", arity = "0..1", description = "城市的名称、代码或拼音，规则包的 id，或者目录；不写则是全部")
    private String which;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "文件",
            defaultValue = "target/report.html",
            description = "写到哪里，默认 target/report.html")
    private Path output;

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Map<PackageFiles, List<Ready>> scenarios = new LinkedHashMap<>();
        workshop.select(which).forEach(files -> scenarios.put(files, new ScenarioReader().read(files)));
        int total = scenarios.values().stream().mapToInt(List::size).sum();
        List<ReportedPackage> packages = new ArrayList<>();
        try (Progress progress = new Progress(terminal, "运行情形", total)) {
            scenarios.forEach((files, ready) -> packages.add(
                    ReportedPackage.of(PackageTest.run(workshop.decider(files), ready, progress::step), files)));
        }
        Path target = output.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Files.writeString(target, new Report().html(packages));
        terminal.out().println("已写 " + output);
        boolean failing =
                packages.stream().anyMatch(each -> !each.test().failures().isEmpty());
        if (failing) {
            terminal.out().println(terminal.bad("有情形不通过") + "，报告里已列在前面。");
        }
        return failing ? ExitCode.FOUND : ExitCode.OK;
    }
}
