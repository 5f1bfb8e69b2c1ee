package luohu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import luohu.release.PackageSigner;
import luohu.release.PackageSigner.Signed;
import luohu.release.UnusableKeyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs packages for a service that takes up only signed ones. */
@Command(
        name = "sign",
        header = "给规则包签名：只接受签过名的规则包的服务才会换上它。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {"签名写在规则包文件夹里的 package.sig；规则包改动以后要重新签名。", "怎样生成密钥、配置服务，见 docs/规则目录.md。"},
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu sign /srv/rules/weihai/2021-10-21 --key 私钥.pem"})
final class SignCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "文件夹", arity = "1..*", description = "规则包的文件夹，可以写几个")
    private List<Path> folders;

    @Option(names = "--key", paramLabel = "文件", required = true, description = "PEM 格式的 Ed25519 私钥")
    private Path key;

    SignCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PackageSigner signer;
        try {
            signer = PackageSigner.of(key);
        } catch (UnusableKeyException e) {
            throw new CommandFailure(e.getMessage());
        }
        for (Path folder : folders) {
            Signed signed = signer.sign(folder);
            terminal.out().println("已签 " + signed.file() + "  " + signed.digest());
        }
        return ExitCode.OK;
    }
}
