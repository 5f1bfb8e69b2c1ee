package luohu.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of a file")
class RuleTextsTest {

    @Test
    @DisplayName("end with their own end, not with one in a comment, a name or a condition")
    void end_where_they_end() {
        String first =
                "// then end\nrule \"a then end\"\nwhen\n  Home( /* end */ inTown == true )\nthen\n  matched();\nend";
        String second = "rule 'b' when Job( kind == \"end\" ) then matched(); end";
        assertEquals(List.of(first, second), RuleTexts.split(first + "\n\n" + second + "\n"));
    }

    @Test
    @DisplayName("keep the comments above them, and the last one those below it")
    void keep_their_comments() {
        String rule = "rule \"a\" when Home() then matched(); end";
        assertEquals(
                List.of("// 一\n\n// 二\n" + rule, "// 三\n" + rule + "\n// 四"),
                RuleTexts.split("// 一\n\n// 二\n" + rule + "\n// 三\n" + rule + "\n// 四\n"));
    }
}
