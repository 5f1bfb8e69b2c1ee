package luohu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import luohu.checks.PackageChecks;
import luohu.facts.FactSchema;
import luohu.release.DirectoryRelease;
import luohu.release.IndexFile;
import luohu.release.LibraryBuilder;
import luohu.release.Program;
import luohu.release.RulesDirectory;
import luohu.release.VerifiedIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Verifies a rules directory as the service does, and notes the result for the service's next start. */
@Command(
        name = "index",
        header = "检查规则目录里的全部规则包，记在索引里，服务启动时就不必再检查。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {
            "与服务采用规则包时同样检查、编译、运行情形；索引已有的、文件没有变的不再检查。",
            "规则包很多时使用，例如在制作镜像时；服务用 luohu.rules.index 指明索引，见 docs/规则目录.md。"
        },
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu index /srv/luohu/rules /srv/luohu/index.json"})
final class IndexCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "规则目录", description = "其中是 <城市>/<版本>/ 两级文件夹")
    private Path rules;

    @Parameters(index = "1", paramLabel = "索引", description = "索引文件；已有的会更新")
    private Path index;

    IndexCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(rules)) {
            throw new CommandFailure("没有目录 " + rules + "；请写明规则目录。");
        }
        String program = Program.running()
                .orElseThrow(() -> new CommandFailure("程序不是从发布的 jar 运行的，索引说不出是哪一个版本检查的；请用 ./luohu 运行。"));
        IndexFile file = new IndexFile(index.toAbsolutePath(), program);
        FactSchema schema = new FactSchema();
        DirectoryRelease release = new DirectoryRelease(
                new RulesDirectory(rules),
                new LibraryBuilder(
                        List.of(),
                        schema,
                        List.of(),
                        2 * Runtime.getRuntime().availableProcessors(), // as many as are tried at a time
                        words -> new PackageChecks(words, schema)::check),
                noted(file),
                Clock.systemUTC());
        VerifiedIndex verified = release.verified();
        file.write(verified);
        terminal.out().println("规则包 " + verified.packages().size() + " 个，都没有错误，已记在 " + index);
        return ExitCode.OK;
    }

    /** A damaged index is written anew. */
    private static VerifiedIndex noted(IndexFile file) {
        try {
            return file.read();
        } catch (IOException e) {
            return VerifiedIndex.NONE;
        }
    }
}
