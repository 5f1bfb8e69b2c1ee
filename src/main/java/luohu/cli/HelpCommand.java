package luohu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the help of a command. */
@Command(
        name = "help",
        header = "查看一个命令的说明。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n")
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "命令", arity = "0..1", description = "命令的名称；不写则列出全部命令")
    private String command;

    @Override
    public Integer call() {
        CommandLine parent = spec.parent().commandLine();
        CommandLine asked = command == null ? parent : parent.getSubcommands().get(command);
        if (asked == null) {
            throw new ParameterException(
                    parent,
                    "没有命令 " + command + "；可用："
                            + String.join("、", parent.getSubcommands().keySet()) + "。");
        }
        asked.usage(parent.getOut());
        return ExitCode.OK;
    }
}
