package luohu.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import luohu.receipts.ReceiptCheck;
import luohu.receipts.Replay;
import luohu.receipts.Step;
import luohu.receipts.Step.Result;
import luohu.release.KeyFile;
import luohu.release.UnusableKeyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the receipt of an answer, and the answer by deciding again. */
@Command(
        name = "verify",
        header = "核对一份答复的回执，并重新评估，看答复是否逐字节相同。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "不连网，不问服务。请求和答复须是当时收发的原样；回执是响应头 Luohu-Receipt 的值。",
            "依次核对签名、请求、答复；都符合，再用当时的规则包（id 和摘要都要相同）重新评估。",
            "任何一项不符合，退出码是 1；手头没有当时的规则包，退出码是 3。回执的格式见 docs/回执.md。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu verify 请求.json 答复.json 回执.txt --key 公钥.pem",
            "  ./luohu verify 请求.json 答复.json 回执.txt --key 公钥.pem --rules /srv/luohu/rules"
        })
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(index = "0", paramLabel = "请求", description = "当时发送的请求正文")
    private Path request;

    @Parameters(index = "1", paramLabel = "答复", description = "当时收到的答复正文")
    private Path answer;

    @Parameters(index = "2", paramLabel = "回执", description = "响应头 Luohu-Receipt 的值")
    private Path receipt;

    @Option(names = "--key", paramLabel = "文件", required = true, description = "PEM 格式的 Ed25519 公钥，可以有几个")
    private Path key;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<PublicKey> keys;
        try {
            keys = KeyFile.publicKeys(key);
        } catch (UnusableKeyException e) {
            throw new CommandFailure(e.getMessage());
        }
        byte[] asked = read("请求", request);
        byte[] answered = read("答复", answer);
        String received = new String(read("回执", receipt), StandardCharsets.ISO_8859_1).strip();
        Replay replay = new Replay(workshop.all(), workshop.schema(), Clock.system(ZoneId.of("Asia/Shanghai")));
        List<Step> steps = new ReceiptCheck(keys, replay).check(asked, answered, received);
        steps.forEach(this::print);
        if (steps.stream().anyMatch(step -> step.result() == Result.FAILS)) {
            return ExitCode.FOUND;
        }
        return steps.stream().allMatch(step -> step.result() == Result.HOLDS) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static byte[] read(String what, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(what + "文件 " + file + " 读不出来；请检查路径和读取权限。");
        }
    }

    private void print(Step step) {
        String result =
                switch (step.result()) {
                    case HOLDS -> terminal.good("符合");
                    case FAILS -> terminal.bad("不符合");
                    case OPEN -> terminal.open("未核对");
                };
        terminal.out()
                .println(step.subject() + "  " + result + "  " + (step.code() == null ? "" : step.code() + " ")
                        + step.text());
    }
}
