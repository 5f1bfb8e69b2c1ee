package luohu.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.stream.Stream;
import luohu.handbook.Handbook;
import luohu.handbook.Handbook.Block;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The commands of docs/规则编写指南.md")
class HandbookCommandsTest {

    /** Stands on a line of its own for what is left out. */
    private static final String LEFT_OUT = "……\n";

    static Stream<Block> commands() {
        return Handbook.blocks().stream().filter(each -> each.info().equals("console"));
    }

    @Test
    @DisplayName("are shown with what they print (-Dluohu.docs.write=true writes it anew where nothing is left out)")
    void are_current() throws IOException {
        if (Boolean.getBoolean("luohu.docs.write")) {
            String page = Handbook.text();
            for (Block each : commands().toList()) {
                if (!each.text().contains(LEFT_OUT)) {
                    String command = each.text().lines().findFirst().orElseThrow() + "\n";
                    page = page.replace("```console\n" + each.text(), "```console\n" + command + printed(each));
                }
            }
            Files.writeString(Handbook.PAGE, page);
        }
        assertTrue(commands().count() >= 8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    @DisplayName("print what is shown")
    void print_what_is_shown(Block block) {
        String shown = block.text().substring(block.text().indexOf('\n') + 1);
        String printed = printed(block);
        if (!shown.contains(LEFT_OUT)) {
            assertEquals(shown, printed);
        }
        int at = 0;
        for (String part : shown.split(LEFT_OUT)) {
            int found = printed.indexOf(part, at);
            assertTrue(found >= 0, "not printed, or not in this order:\n" + part + "\nprinted:\n" + printed);
            at = found + part.length();
        }
    }

    private static String printed(Block block) {
        String command = block.text().lines().findFirst().orElseThrow();
        assertTrue(command.startsWith("$ ./luohu "), command);
        StringWriter out = new StringWriter();
        Terminal terminal =
                new Terminal(new PrintWriter(out, true), new PrintStream(PrintStream.nullOutputStream()), false);
        LuohuCommand.execute(terminal, command.substring("$ ./luohu ".length()).split(" "));
        return out.toString().replace("\r\n", "\n");
    }
}
