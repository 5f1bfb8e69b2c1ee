package luohu.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the service. */
@Command(
        name = "serve",
        header = "启动服务，直到按 Ctrl+C 或者收到停止信号。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu serve",
            "  ./luohu serve --port 9090 --rules /srv/rules",
            "不加 --rules 时用程序自带的规则包；src/main/resources/rules 里改过的，加 --rules src/main/resources/rules 才看得到。",
            "其他设置写作环境变量，例如 LUOHU_ACCESS_MODE=api-key，见 docs/运行手册.md。"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Option(names = "--host", paramLabel = "地址", description = "监听的地址，默认 127.0.0.1（只有本机能访问）")
    private String host;

    @Option(names = "--port", paramLabel = "端口", description = "监听的端口，默认 8080")
    private Integer port;

    @Option(names = "--rules", paramLabel = "目录", description = "规则目录：补充或者替换随程序发布的规则包，改动不用重启就能生效")
    private Path rules;

    @Override
    public Integer call() {
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw new CommandFailure("--port 应为 0 至 " + LAST_PORT + " 的整数；0 表示任选一个空闲的。");
        } else if (rules != null && !Files.isDirectory(rules)) {
            throw new CommandFailure("没有目录 " + rules + "；请改正 --rules。");
        }
        set("quarkus.http.host", host);
        set("quarkus.http.port", port);
        set("luohu.rules.directory", rules);
        return serve();
    }

    /** Serves until the process is told to stop. */
    static int serve() {
        // Otherwise Quarkus answers an address it cannot decode with an empty 400, before HttpEdge can say what is
        // wrong.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run();
        return ExitCode.OK;
    }

    private static void set(String property, Object value) {
        if (value != null) {
            System.setProperty(property, value.toString());
        }
    }
}
