package luohu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Chinese what is wrong with a command line. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException error, String[] args) {
        CommandLine line = error.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("命令写得不对：" + message(error));
        if (error instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println("是否想写 " + String.join("、", near) + "？");
            }
        }
        err.println("说明：" + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            return "认不出 " + String.join(" ", unmatched.getUnmatched()) + "。";
        } else if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "还缺 " + missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining("、")) + "。";
        }
        ArgSpec argument = error.getArgSpec();
        String value = error.getValue() == null ? "" : "“" + error.getValue() + "”";
        return argument == null
                ? own(error)
                : name(argument) + " 不能写作" + value + "；" + String.join("", argument.description()) + "。";
    }

    /** What a command itself says is in Chinese; picocli's own words are not. */
    private static String own(ParameterException error) {
        String message = String.valueOf(error.getMessage());
        boolean chinese = message.codePoints().anyMatch(Character::isIdeographic);
        return chinese ? message : "参数或者选项有误，或者写了两次。";
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((CommandLine.Model.OptionSpec) argument).longestName() : argument.paramLabel();
    }
}
