package luohu.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import luohu.access.AccessKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key for a caller of the service. */
@Command(
        name = "key",
        header = "给一个调用方生成密钥：密钥只显示这一次，服务只存它的摘要。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {"把显示的那一行加进密钥文件（luohu.access.keys），服务不用重启就认得新密钥。", "怎样保管、轮换和作废，见 docs/安全与访问.md。"},
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu key 政务平台 --expires 2027-06-30"})
final class KeyCommand implements Callable<Integer> {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "名称", description = "调用方的名称，写进审计日志；1 至 64 个字符，只用汉字、字母、数字和 . _ -")
    private String name;

    @Option(names = "--expires", paramLabel = "日期", description = "最后一个有效日，形如 2027-06-30；不写就一直有效")
    private LocalDate expires;

    KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!AccessKey.isName(name)) {
            throw new ParameterException(spec.commandLine(), "名称应为 1 至 64 个字符，只用汉字、字母、数字和 . _ -。");
        }
        if (expires != null && expires.isBefore(LocalDate.now(BEIJING))) {
            throw new ParameterException(spec.commandLine(), expires + " 已经过去，这样的密钥一开始就不能用；请改正 --expires。");
        }
        String key = AccessKey.random();
        PrintWriter out = terminal.out();
        out.println("密钥（只显示这一次，请经安全的渠道交给调用方）：");
        out.println(key);
        out.println();
        out.println("加进密钥文件的一行：");
        out.println(new AccessKey(name, AccessKey.hashOf(key), expires).line());
        out.flush();
        return ExitCode.OK;
    }
}
