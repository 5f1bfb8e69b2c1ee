package luohu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import luohu.checks.RulesCheck;
import luohu.language.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what is wrong with the files of packages. */
@Command(
        name = "check",
        header = "检查规则包的写法：逐条打印“文件:行: 代码 哪里不对、怎样改”。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "查 YAML 的写法、事实和值的拼写、规则和途径是否对应、条款和施行期间、",
            "永远不成立的条件、被别的规则盖过的规则、情形的写法等。",
            "每个代码的意思和改法见 docs/checks.md。警告不算问题，除非加 --strict。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu check                                            检查全部规则包",
            "  ./luohu check src/main/resources/rules/weihai            一个城市",
            "  ./luohu check src/main/resources/rules/weihai/2021-10-21 一个规则包"
        })
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(paramLabel = "目录", arity = "0..1", description = "规则目录、城市的文件夹或者规则包的文件夹；不写则是整个规则目录")
    private Path folder;

    @Option(names = "--strict", description = "有警告也算发现了问题")
    private boolean strict;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path checked = folder == null ? workshop.directory() : folder;
        if (checked == null) {
            throw new CommandFailure("这里没有规则目录；请写明要检查的目录。");
        }
        List<Finding> findings = check(checked);
        findings.forEach(terminal.out()::println);
        long errors = findings.stream().filter(Finding::isError).count();
        long warnings = findings.size() - errors;
        terminal.out()
                .println(
                        findings.isEmpty()
                                ? terminal.good("没有发现问题。")
                                : "错误 " + errors + " 处，警告 " + warnings + " 处；代码的意思和改法见 docs/checks.md。");
        return errors > 0 || strict && warnings > 0 ? ExitCode.FOUND : ExitCode.OK;
    }

    private List<Finding> check(Path checked) {
        try (Progress progress = new Progress(terminal, "检查规则包")) {
            return new RulesCheck(workshop.schema()).check(checked, new RulesCheck.Watcher() {
                @Override
                public void begins(int packages) {
                    progress.total(packages);
                }

                @Override
                public void checked() {
                    progress.step();
                }
            });
        }
    }
}
