package luohu.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import luohu.decision.PackageDecider;
import luohu.mutation.Mutant;
import luohu.mutation.MutationRun;
import luohu.mutation.MutationScore;
import luohu.mutation.Witness;
import luohu.packages.PackageFiles;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures how much the scenarios notice. */
@Command(
        name = "mutate",
        header = "衡量情形写得够不够：每次把规则改错一处，看有没有情形发觉。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "每次只改一处：去掉或者取反一条规则的一个条件，从几个可选值中去掉一个，",
            "把日期或者数字加一、减一。没有任何情形发觉的，打印能够发觉它的情形，可以直接",
            "贴进 scenarios 里的文件。其中的预期结果取自现行规则：请先对照条文核对，再改写名称。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu mutate           全部规则包，最后一行是合计", "  ./luohu mutate 威海      只看威海"})
final class MutateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(paramLabel = "城市或目录", arity = "0..1", description = "城市的名称、代码或拼音，规则包的 id，或者目录；不写则是全部")
    private String which;

    MutateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Map<PackageFiles, MutationRun> runs = new LinkedHashMap<>();
        for (PackageFiles files : workshop.select(which)) {
            PackageDecider decider = workshop.decider(files);
            List<Ready> scenarios = new ScenarioReader().read(files);
            if (!PackageTest.run(decider, scenarios, () -> {}).failures().isEmpty()) {
                throw new CommandFailure(Workshop.id(files) + " 有情形不通过，衡量不了；请先以同样的参数运行 ./luohu test，查看并改正。");
            }
            runs.put(files, new MutationRun(decider, files, workshop.schema(), scenarios));
        }
        List<MutationScore> scores = new ArrayList<>();
        int total = runs.values().stream().mapToInt(MutationRun::size).sum();
        try (Progress progress = new Progress(terminal, "改错并试算", total)) {
            runs.values().forEach(run -> scores.add(run.run(progress::step)));
        }
        scores.forEach(this::print);
        int noticed = scores.stream().mapToInt(MutationScore::noticed).sum();
        terminal.out().println("合计 " + score(noticed, total));
        return noticed == total ? ExitCode.OK : ExitCode.FOUND;
    }

    private void print(MutationScore score) {
        Map<Witness, List<Mutant>> byScenario = new LinkedHashMap<>();
        score.survivors().forEach(each -> byScenario
                .computeIfAbsent(each.witness(), key -> new ArrayList<>())
                .add(each.mutant()));
        byScenario.forEach((witness, mutants) -> {
            mutants.forEach(each -> terminal.out().println(terminal.bad("没有发觉") + "  " + each));
            terminal.out()
                    .println(
                            witness == null
                                    ? "  没有找到能发觉它的情形：这一处改了可能什么也不改变，请核对这个条件是否多余。\n"
                                    : "  贴进 " + witness.scenario().file() + " 的这个情形能发觉（预期结果取自现行规则，请对照条文核对）：\n"
                                            + witness.yaml());
        });
        terminal.out().println(terminal.strong(score.packageId()) + "  " + score(score.noticed(), score.mutants()));
    }

    /** Rounded down, so that 100 means all. */
    private static String score(int noticed, int total) {
        double percent = total == 0 ? 100 : Math.floor(1000.0 * noticed / total) / 10;
        return String.format(Locale.ROOT, "改错 %d 处，发觉 %d 处，%.1f %%", total, noticed, percent);
    }
}
