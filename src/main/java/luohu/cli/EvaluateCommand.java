package luohu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import luohu.binding.Fault;
import luohu.binding.YamlSource;
import luohu.library.PackageLibrary;
import luohu.service.AnswerJson;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationAnswer;
import luohu.service.EvaluationService;
import luohu.service.Refusal;
import luohu.service.Refusal.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates the applicant a file describes. */
@Command(
        name = "evaluate",
        header = "按一个文件里写的事实评估，打印看得懂的结果。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "文件用 YAML 或者 JSON 写，内容与 POST /v1/evaluations 的请求相同：",
            "",
            "  city: 威海",
            "  effectiveDate: 2024-05-01",
            "  homes: [{tenure: LEASED, occupantIds: [SELF], divisionCode: \"371002\", areaType: URBAN}]",
            "",
            "没有写的事实是不知道，不是否；[] 表示没有。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu evaluate 申请人.yaml",
            "  ./luohu evaluate 申请人.json --json     打印与接口相同的 JSON",
            "  ./luohu evaluate - < 申请人.yaml        从标准输入读"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(paramLabel = "文件", description = "YAML 或者 JSON 文件；- 表示标准输入")
    private String file;

    @Option(names = "--json", description = "打印与接口相同的 JSON")
    private boolean json;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        byte[] text = read();
        YamlSource source = isJson(text) ? null : YamlSource.of(new String(text, StandardCharsets.UTF_8));
        if (source != null && !source.faults().isEmpty()) {
            source.faults().forEach(fault -> print(fault, source));
            return ExitCode.FOUND;
        }
        byte[] request = source == null ? text : AnswerJson.mapper().writeValueAsBytes(source.tree());
        PackageLibrary library = PackageLibrary.of(workshop.all(), workshop.schema());
        EvaluationService service = new EvaluationService(() -> library, Clock.system(ZoneId.of("Asia/Shanghai")));
        EvaluationAnswer answer;
        try {
            answer = service.evaluate(request);
        } catch (Refused refused) {
            print(refused.refusal(), source);
            return ExitCode.FOUND;
        }
        if (json) {
            byte[] written = new AnswerWriter(AnswerJson.mapper()).bytes(answer);
            terminal.out().println(new String(written, StandardCharsets.UTF_8));
        } else {
            new AnswerText(terminal, workshop.schema()).print(answer);
        }
        return ExitCode.OK;
    }

    private byte[] read() throws IOException {
        if (file.equals("-")) {
            return System.in.readAllBytes();
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("没有文件 " + file + "；请写明事实所在的 YAML 或者 JSON 文件。");
        }
        return Files.readAllBytes(path);
    }

    /** A request in JSON begins with a brace; everything else is taken for YAML. */
    private static boolean isJson(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private void print(Refusal refusal, YamlSource source) {
        terminal.out().println(terminal.bad("没有评估") + "：" + refusal.detail());
        if (refusal.errors() != null) {
            refusal.errors().forEach(each -> print(each, source));
        }
        if (refusal.reason() == Refusal.Reason.UNKNOWN_CITY) {
            terminal.out().println("规则包在别的目录里的，请加 --rules 目录。");
        }
    }

    private void print(Fault fault, YamlSource source) {
        String place = source == null ? fault.pointer() : "第 " + source.line(fault.pointer()) + " 行 " + fault.pointer();
        terminal.out().println("  " + place + ": " + fault.code() + " " + fault.message());
    }
}
