package luohu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import luohu.batch.BatchFile;
import luohu.batch.BatchFileException;
import luohu.batch.Summary;
import luohu.library.PackageLibrary;
import luohu.release.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Evaluates the applicants of a file, line by line. */
@Command(
        name = "batch",
        header = "评估一个文件里的许多申请人，一行一个；中断以后可以接着做。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "输入文件的每一行是一个 JSON 写的评估请求，内容与 POST /v1/evaluations 的请求相同。",
            "输出文件的第 n 行是对第 n 行的答复，与接口逐字节相同；有误的行，答复是一个写明",
            "行号的问题，其余各行照常评估；最后另有一行汇总。",
            "",
            "做完之前，结果写在“输出.part”，做到何处记在“输出.journal”。中断以后再运行同一个",
            "命令，就从所记之处接着做，结果与没有中断过的逐字节相同；输入文件、规则包或者",
            "程序变了，就不接着做。没有写明日期的行，以开始时的北京时间当日为准。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu batch 申请人.ndjson 结果.ndjson", "", "有任何一行没有评估的，退出码为 1。"})
final class BatchCommand implements Callable<Integer> {

    /** Where nobody can say which program runs, all of them count as one: that is so only while the program is being written. */
    private static final String UNKNOWN = "unknown";

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(index = "0", paramLabel = "输入", description = "一行一个评估请求的文件")
    private Path in;

    @Parameters(index = "1", paramLabel = "输出", description = "写结果的文件；已经存在的不覆盖")
    private Path out;

    BatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(in)) {
            throw new CommandFailure("没有文件 " + in + "；请写明一行一个评估请求的文件。");
        }
        PackageLibrary library = PackageLibrary.of(workshop.all(), workshop.schema());
        BatchFile batch = new BatchFile(
                library,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Runtime.getRuntime().availableProcessors(),
                Program.running().orElse(UNKNOWN));
        Summary summary;
        try (Progress checking = new Progress(terminal, "核对输入", Files.size(in));
                Progress evaluating = new Progress(terminal, "批量评估", Files.size(in))) {
            summary = batch.run(in, out, checking::steps, evaluating::steps);
        } catch (BatchFileException e) {
            throw new CommandFailure(e.getMessage());
        } catch (IOException e) {
            throw new CommandFailure(
                    "文件读写出错（" + e.getClass().getSimpleName() + "：" + e.getMessage() + "）；已经写出的仍在，排除以后再运行同一个命令即可接着做。");
        }
        print(summary);
        return summary.refused() == 0 ? ExitCode.OK : ExitCode.FOUND;
    }

    private void print(Summary summary) {
        terminal.out().println("共 " + summary.lines() + " 行，已评估 " + summary.answered() + " 行，结果在 " + out);
        Summary.Outcomes applicants = summary.applicants();
        terminal.out()
                .println("  有途径符合条件 " + applicants.matched() + "，尚不能确定 " + applicants.undetermined() + "，全部不符合 "
                        + applicants.notMatched());
        if (summary.refused() > 0) {
            terminal.out()
                    .println(terminal.bad("没有评估") + " " + summary.refused() + " 行："
                            + summary.problems().entrySet().stream()
                                    .map(each -> each.getKey() + " " + each.getValue())
                                    .collect(Collectors.joining("，")));
        }
    }
}
