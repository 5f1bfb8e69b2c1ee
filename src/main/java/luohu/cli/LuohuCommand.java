package luohu.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code luohu}: everything that can be done with rule packages at a terminal, and the service itself. */
@Command(
        name = "luohu",
        header = "Luohu 落户：把城市的落户文件写成规则包，检查、试算、发布。",
        synopsisHeading = "%n用法：",
        synopsisSubcommandLabel = "命令",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        footerHeading = "%n退出码：%n",
        footer = {
            "  0  完成，没有发现问题",
            "  1  完成，发现了问题（规则包有误、情形不通过、没有达到要求、请求被拒绝）",
            "  2  命令写得不对",
            "  3  没有完成（文件读不到、写不了，名称对不上）",
            "",
            "例：",
            "  ./luohu check                 检查全部规则包",
            "  ./luohu test 威海             运行威海的情形",
            "  ./luohu help new              查看命令 new 的说明"
        },
        subcommands = {
            ServeCommand.class,
            NewCommand.class,
            CheckCommand.class,
            TestCommand.class,
            MutateCommand.class,
            EvaluateCommand.class,
            BatchCommand.class,
            ExplainCommand.class,
            DiffCommand.class,
            ReportCommand.class,
            SignCommand.class,
            IndexCommand.class,
            VerifyCommand.class,
            KeyCommand.class,
            HelpCommand.class
        })
public final class LuohuCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示说明")
    private boolean help;

    /** Without a command the service starts: the jar is what servers run. */
    @Override
    public Integer call() {
        return ServeCommand.serve();
    }

    /** Carries out a command line and gives its exit code. */
    public static int execute(String... args) {
        if (args.length == 0) {
            return ServeCommand.serve(); // servers start as fast as they can
        }
        quiet();
        return execute(Terminal.system(), args);
    }

    /** Carries out a command line that prints to {@code terminal}. */
    static int execute(Terminal terminal, String... args) {
        CommandLine.IFactory defaults = CommandLine.defaultFactory();
        CommandLine line = new CommandLine(new LuohuCommand(), new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Terminal.class ? type.cast(terminal) : constructed(type, terminal, defaults);
            }
        });
        int exit = line.setOut(terminal.out())
                .setExpandAtFiles(false)
                .setErr(new PrintWriter(terminal.err(), true))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setAdjustLineBreaksForWideCJKCharacters(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures(terminal))
                .execute(args);
        boolean lost = terminal.out().checkError();
        return lost && exit == ExitCode.OK ? ExitCode.FAILED : exit;
    }

    /** Libraries have nothing to say at a terminal. */
    private static void quiet() {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
    }

    private static <K> K constructed(Class<K> type, Terminal terminal, CommandLine.IFactory defaults) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                return type.cast(constructor.newInstance(terminal));
            }
        }
        return defaults.create(type);
    }
}
