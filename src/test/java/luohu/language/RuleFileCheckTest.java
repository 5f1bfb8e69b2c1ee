package luohu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A rule file")
class RuleFileCheckTest {

    private static final String ONLY_COMPARISONS = "只能写“属性 运算符 值”";
    private static final String ONLY_MATCHED = "只能写一个 matched()";
    private static final String ONLY_PATTERNS = "只能写事实的模式，以及 not、exists、or、and";
    private static final String CHECK_LINE = "请检查这一行及其上一行的引号、括号、逗号（都要用半角）和 end";

    /**
     * One broken rule file and what is found in it first.
     *
     * @param what what is wrong with it
     * @param text its text
     * @param code the finding's code
     * @param line the finding's line
     * @param mend what the message says about mending it
     */
    private record Broken(String what, String text, String code, int line, String mend) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"code", "operators", "values", "variables", "patterns", "headings", "consequences", "files"})
    @DisplayName("that holds more or less than conditions is refused, with the line and how to mend it")
    void is_refused(Broken broken) {
        RuleFile file = parse(broken.text());
        List<Finding> findings = file.findings();
        assertTrue(!findings.isEmpty(), () -> "accepted: " + broken.text());
        Finding first = findings.get(0);
        assertEquals(
                broken.code() + " in line " + broken.line(),
                first.code() + " in line " + first.line(),
                () -> broken + ": " + first);
        assertTrue(first.message().contains(broken.mend()), first::message);
    }

    @Test
    @DisplayName("that is sound has no findings")
    void is_sound() {
        assertEquals(List.of(), parse(constraint("inTown == true")).findings());
        assertEquals(1, parse(constraint("inTown == true")).rules().size());
    }

    @Test
    @DisplayName("that names many values is read in full")
    void is_read_in_full() {
        String many = String.join(", ", Collections.nCopies(2_000, "\"371002\""));
        RuleFile file = parse(constraint("divisionCode in (" + many + ")"));
        assertEquals(List.of(), file.findings());
        Formula.Some home = (Formula.Some) file.rules().get(0).body().parts().get(0);
        assertEquals(2_000, ((Atom) home.where().parts().get(0)).literals().size());
    }

    @Test
    @DisplayName("with one broken rule still gives the findings of all others")
    void gives_all_findings() {
        String text = constraint("inTwon == true") + condition("Hoem( )") + consequence("insert(1);");
        assertEquals(
                List.of("unknown-property", "unknown-type", "forbidden-construct"),
                parse(text).findings().stream().map(Finding::code).toList());
        assertEquals(
                List.of(4, 11, 19),
                parse(text).findings().stream().map(Finding::line).toList());
    }

    static Stream<Broken> code() {
        return Stream.of(
                        "tenure == getRuntime()",
                        "getRuntime() == \"OWNED\"",
                        "inTown == true || getRuntime() == true",
                        "( inTown == true || getRuntime() == true )",
                        "inTown == true && getRuntime()",
                        "tenure == \"OWNED\\\" || getRuntime() == \\\"\"",
                        "tenure == 'OWNED\" || getRuntime() == \"x'",
                        "tenure in (\"OWNED\", getRuntime())",
                        "holderIds.size() > 0",
                        "holderIds[0] == \"SELF\"",
                        "eval( true )",
                        "this#Home.tenure == \"OWNED\"",
                        "hukou!.areaType == \"URBAN\"",
                        "tenure str[startsWith] \"O\"",
                        "tenure + \"\" == \"OWNED\"",
                        "1 + 1 == 2",
                        "inTown == !false",
                        "!inTown",
                        "inTown == new Boolean( true )",
                        "tenure == \"OWNED\".trim()")
                .map(text ->
                        new Broken("constraint " + text, constraint(text), "forbidden-construct", 4, ONLY_COMPARISONS));
    }

    static Stream<Broken> operators() {
        return Stream.of(
                operator("tenure matches \"O.*\"", "matches"),
                operator("tenure not matches \"O.*\"", "not matches"),
                operator("tenure memberOf $x", "memberOf"),
                operator("tenure soundslike \"OWNED\"", "soundslike"),
                operator("holderIds excludes \"SELF\"", "excludes"),
                operator("inTown instanceof Boolean", "instanceof"),
                wrong("an operator nobody knows", "tenure resembles \"OWNED\"", "rule-syntax", CHECK_LINE),
                wrong("an assignment", "inTown = true", "rule-syntax", CHECK_LINE),
                wrong("an order of names", "tenure > \"OWNED\"", "wrong-operator", "请用 ==、!=、in 或者 not in"),
                wrong("a name that contains", "tenure contains \"SELF\"", "wrong-operator", "请用 ==、!=、in 或者 not in"),
                wrong("a list that equals", "holderIds == \"SELF\"", "wrong-operator", "名单用 contains 或者 not contains"),
                new Broken(
                        "a day that contains",
                        condition("Job( startDate contains \"2021-01-01\" )"),
                        "wrong-operator",
                        4,
                        "日期和数字用 == != >= > <= <"),
                wrong("a word alone", "inTown", "forbidden-construct", "例如 inTown == true"),
                wrong("a comparison of a comparison", "tenure == \"OWNED\" == true", "forbidden-construct", "一个属性和一个值"),
                wrong(
                        "two constraints without a comma",
                        "inTown == true leaseFiled == true",
                        "rule-syntax",
                        CHECK_LINE),
                wrong("two values without a comma", "tenure in (\"OWNED\" \"LEASED\")", "rule-syntax", CHECK_LINE),
                wrong("something behind a value", "inTown == true \"x\"", "rule-syntax", CHECK_LINE),
                wrong("a call behind a value", "inTown == true getRuntime()", "rule-syntax", CHECK_LINE),
                wrong("an empty list of values", "tenure in ()", "rule-syntax", CHECK_LINE),
                wrong("a call behind a semicolon", "inTown == true; getRuntime()", "forbidden-construct", "约束应写作"),
                wrong("constraints by position", "\"OWNED\"; inTown == true", "forbidden-construct", "约束应写作"));
    }

    static Stream<Broken> values() {
        return Stream.of(
                wrong("a value mistyped", "tenure == \"OWNNED\"", "unknown-value", "是否想写 \"OWNED\"？"),
                wrong("a value nobody knows", "tenure == \"一二三\"", "unknown-value", "可用的值（用双引号括起）：OWNED、LEASED"),
                wrong("a value without quotes", "tenure == OWNED", "unknown-value", "用双引号括起"),
                wrong("null", "tenure != null", "unknown-value", "不能与 null 比较，不知道的情形由系统处理"),
                wrong("null for yes or no", "inTown == null", "unknown-value", "应为 true 或者 false"),
                wrong("yes or no in quotes", "inTown == \"true\"", "unknown-value", "应为 true 或者 false"),
                wrong("a division without quotes", "divisionCode == 371002", "unknown-value", "例如 \"371002\""),
                wrong("a division too short", "divisionCode == \"3710\"", "unknown-value", "六位区划代码"),
                wrong("a person by name", "holderIds contains \"r1\"", "unknown-value", "\"SELF\"（申请人本人）或者 $变量.id"),
                value("Job( monthsWorked >= \"6\" )", "应为整数，不加引号"),
                value("Job( startDate >= \"2021-02-30\" )", "应为双引号括起的日期"),
                value("Study( level == \"99\" )", "两位学历代码"),
                wrong("a property mistyped", "tenur == \"OWNED\"", "unknown-property", "是否想写 tenure？"),
                wrong("a property nobody knows", "一二三四五 == true", "unknown-property", "可用的属性：tenure、holderIds"),
                wrong("both sides turned round", "\"OWNED\" == tenure", "unknown-property", "可用的属性：tenure、holderIds"),
                wrong("null on the left", "null == tenure", "unknown-property", "可用的属性：tenure、holderIds"),
                wrong("Chinese quotes", "tenure == “OWNED”", "rule-syntax", CHECK_LINE),
                wrong("a Chinese comma", "inTown == true， leaseFiled == true", "rule-syntax", CHECK_LINE));
    }

    static Stream<Broken> variables() {
        return Stream.of(
                wrong("an unknown variable", "tenure == $x.tenure", "unknown-variable", "变量要先在前面的模式里写出"),
                wrong("this without a variable", "this == \"x\"", "wrong-value", "this == $变量"),
                wrong("a property bound without $", "t : tenure", "rule-syntax", "变量名要以 $ 开头"),
                wrong("a property bound twice", "$t : tenure, $t : areaType", "duplicate-variable", "请换一个名字"),
                wrong("an unknown property bound", "$t : tenur == \"OWNED\"", "unknown-property", "是否想写 tenure？"),
                variable("h : Home( )", "rule-syntax", "变量名要以 $ 开头"),
                variable("$h : Home( )\n$h : Home( )", 5, "duplicate-variable", "请换一个名字"),
                variable("$h : Home( this == $h )", "wrong-value", "变量是前面同一类型"),
                variable("$p : Person( )\nHome( this == $p )", 5, "wrong-value", "变量是前面同一类型"),
                variable("$p : Person( )\nHome( holderIds contains $p )", 5, "wrong-value", "例如 $p.id"),
                variable("$p : Person( )\nJob( startDate == $p.id )", 5, "wrong-value", "不是同一类值"),
                variable("$h : Home( $t : tenure )\nHome( tenure == $t.x )", 5, "wrong-value", "后面不能再写“.”"),
                variable("not( $h : Home( ) )\nHome( tenure == $h.tenure )", 5, "unknown-variable", "变量要先在前面"),
                variable("( $h : Home( ) or Job( ) )\nHome( tenure == $h.tenure )", 5, "unknown-variable", "变量要先在前面"),
                new Broken(
                        "a constraint over five patterns",
                        condition("$a : Home( )\n$b : Home( )\n$c : Home( )\n$d : Home( )\n"
                                + "Home( tenure == $a.tenure || == $b.tenure || == $c.tenure || == $d.tenure )"),
                        "forbidden-construct",
                        8,
                        "请拆成几个约束或者几条规则"));
    }

    static Stream<Broken> patterns() {
        return Stream.of(
                pattern("eval( true )", ONLY_PATTERNS),
                pattern("forall( Home( inTown == true ) )", ONLY_PATTERNS),
                pattern("Home( ) do[x]", ONLY_PATTERNS),
                pattern("Home( ) if ( tenure == \"OWNED\" ) do[x]", ONLY_PATTERNS),
                pattern("Home( inTown == true ) from $x.homes", "只能写“类型( 约束, … )”"),
                pattern("Home( ) from collect( Home( ) )", "只能写“类型( 约束, … )”"),
                pattern("accumulate( Home( ); $c : count(1) )", "只能写“类型( 约束, … )”"),
                pattern("Number( ) from accumulate( Home( ), count(1) )", "只能写“类型( 约束, … )”"),
                pattern("groupby( $h : Home( ); $h.tenure; $c : count(1) )", "只能写“类型( 约束, … )”"),
                pattern("Home( ) over window:length( 2 )", "只能写“类型( 约束, … )”"),
                pattern("Home( ) @watch( tenure )", "只能写“类型( 约束, … )”"),
                pattern("$h := Home( )", "只能写“类型( 约束, … )”"),
                pattern("?owners( \"x\"; )", "只能写“类型( 约束, … )”"),
                pattern("/homes[ inTown == true ]", "只能写“类型( 约束, … )”"),
                new Broken("a type mistyped", condition("Hmoe( )"), "unknown-type", 4, "是否想写 Home？"),
                new Broken("a type with a package", condition("a.b.Home( )"), "unknown-type", 4, "可用：Applicant、Person"),
                new Broken("no condition", condition(""), "empty-rule", 1, "请在 when 下写出条文的条件"),
                new Broken(
                        "Pathway without code",
                        condition("Pathway( holds == true )"),
                        "wrong-value",
                        4,
                        "holds == true"),
                new Broken("Pathway alone", condition("Pathway( )"), "wrong-value", 4, "holds == true"),
                new Broken(
                        "Pathway over several codes",
                        condition("Pathway( code in (\"a\", \"b\"), holds == true )"),
                        "wrong-value",
                        4,
                        "holds == true"),
                new Broken(
                        "not of not of not …",
                        condition("not( ".repeat(21) + "Home( )" + " )".repeat(21)),
                        "rule-syntax",
                        4,
                        "请拆成几条规则"));
    }

    static Stream<Broken> headings() {
        return Stream.of(
                heading("no annotation", "", 1, "rule-without-pathway", "@pathway(\"代码\") 或者 @restriction(\"代码\")"),
                heading("both", "@pathway(\"p\") @restriction(\"p\")", 1, "rule-without-pathway", "二者择一"),
                heading("two pathways", "@pathway(\"p\") @pathway(\"q\")", 1, "rule-without-pathway", "请删去其中一个"),
                heading("a misspelt annotation", "@pathwya(\"p\")", 1, "forbidden-construct", "可用：@pathway"),
                heading(
                        "a foreign annotation",
                        "@pathway(\"p\") @role( event )",
                        1,
                        "forbidden-construct",
                        "可用：@pathway"),
                heading("code in an annotation", "@pathway( getRuntime() )", 1, "rule-syntax", "双引号括起的代码"),
                heading("no quotes", "@pathway( p )", 1, "rule-syntax", "双引号括起的代码"),
                heading(
                        "two details",
                        "@pathway(\"p\") @ground(\"g\") @material(\"ID_CARD\")",
                        1,
                        "rule-without-pathway",
                        "只能写一个"),
                heading(
                        "a detail of a restriction",
                        "@restriction(\"p\") @ground(\"g\")",
                        1,
                        "rule-without-pathway",
                        "只能与 @pathway 一起写"),
                heading("salience", "@pathway(\"p\") salience 10", 2, "forbidden-construct", "请删去"),
                heading(
                        "code in salience",
                        "@pathway(\"p\") salience ( getRuntime() )",
                        2,
                        "forbidden-construct",
                        "请删去"),
                heading("no-loop", "@pathway(\"p\") no-loop true", 2, "forbidden-construct", "请删去"),
                heading("dialect", "@pathway(\"p\") dialect \"mvel\"", 2, "forbidden-construct", "请删去"),
                heading("extends", "extends \"other\" @pathway(\"p\")", 1, "forbidden-construct", "请把条件写全"),
                new Broken("no name", constraint("").replace("一（一）", ""), "rule-syntax", 1, "请给规则起名"));
    }

    static Stream<Broken> consequences() {
        return Stream.concat(
                Stream.of(
                                "insert( new Object() );",
                                "System.exit(0);",
                                "matched(); matched();",
                                "matched(); System.exit(0);",
                                "matched( Runtime.getRuntime() );",
                                "matched(); \"/*\" System.exit(0); \"*/\"",
                                "matched(); /* \" */ System.exit(0); /* \" */",
                                "",
                                "Matched();",
                                "matched();\nend\nSystem.exit(0);")
                        .map(text -> new Broken(
                                "consequence " + text, consequence(text), "forbidden-construct", 5, ONLY_MATCHED)),
                Stream.of(
                        new Broken(
                                "a named consequence",
                                consequence("matched();\nthen[x]\nSystem.exit(0);"),
                                "forbidden-construct",
                                1,
                                "then 之下只写一个 matched"),
                        new Broken(
                                "nobody", consequence("matched($x);"), "unknown-variable", 5, "Person 或者 Relative 模式"),
                        new Broken(
                                "a home",
                                condition("$h : Home( )").replace("matched()", "matched($h)"),
                                "unknown-variable",
                                5,
                                "Person 或者 Relative 模式"),
                        new Broken(
                                "a person who need not be there",
                                condition("not( $p : Person( ) )").replace("matched()", "matched($p)"),
                                "unknown-variable",
                                5,
                                "when 最外层")));
    }

    static Stream<Broken> files() {
        return Stream.of(
                above("package luohu;", "forbidden-construct", "请删去这一行"),
                above("import java.util.List;", "forbidden-construct", "不用引入"),
                above("import static java.lang.Runtime.getRuntime;", "forbidden-construct", "请删去"),
                above("import function java.lang.Runtime.getRuntime;", "forbidden-construct", "请删去"),
                above("import accumulate a.B sum;", "forbidden-construct", "请删去"),
                above("global java.util.List x;", "forbidden-construct", "请删去"),
                above("function void f() { System.exit(0); }", "forbidden-construct", "请删去"),
                above("query q() Home( ) end", "forbidden-construct", "只能写 rule"),
                above("declare Home inTown : Boolean end", "forbidden-construct", "只能使用已有的事实类型"),
                above("declare enum E A; end", "forbidden-construct", "只能使用已有的事实类型"),
                above("declare entry-point \"x\" end", "forbidden-construct", "请删去"),
                above("declare window W Home( ) over window:length( 1 ) end", "forbidden-construct", "请删去"),
                above("dialect \"mvel\"", "forbidden-construct", "请删去"),
                above("salience 10", "forbidden-construct", "请删去"),
                above("unit Homes;", "rule-syntax", CHECK_LINE),
                above("expander x.dsl", "rule-syntax", CHECK_LINE),
                new Broken("an empty file", "", "empty-file", 1, "或者删去这个文件"),
                new Broken("a file of comments", "// 待写\n", "empty-file", 1, "请写出 rule"),
                new Broken("no DRL at all", "{\"id\": 1}", "rule-syntax", 1, CHECK_LINE),
                new Broken("a missing end", constraint("").replace("end\n", ""), "rule-syntax", 7, CHECK_LINE),
                new Broken("a missing then", constraint("").replace("then\n", ""), "rule-syntax", 6, CHECK_LINE),
                new Broken("a missing when", constraint("").replace("when\n", ""), "rule-syntax", 3, CHECK_LINE),
                wrong("a missing quote", "tenure == \"OWNED", "rule-syntax", 8),
                new Broken("a missing bracket", condition("Home( inTown == true"), "rule-syntax", 5, CHECK_LINE),
                new Broken("one bracket too many", condition("Home( ) )"), "rule-syntax", 4, CHECK_LINE),
                new Broken(
                        "brackets without end",
                        constraint("(".repeat(100_000) + "inTown == true" + ")".repeat(100_000)),
                        "rule-syntax",
                        1,
                        "嵌套过深"));
    }

    private static Broken wrong(String what, String constraint, String code, String mend) {
        return new Broken(what + ": " + constraint, constraint(constraint), code, 4, mend);
    }

    private static Broken wrong(String what, String constraint, String code, int line) {
        return new Broken(what + ": " + constraint, constraint(constraint), code, line, CHECK_LINE);
    }

    private static Broken operator(String constraint, String operator) {
        return wrong("operator", constraint, "forbidden-construct", "不能使用运算符 " + operator + "；可用：== !=");
    }

    private static Broken value(String pattern, String mend) {
        return new Broken(pattern, condition(pattern), "unknown-value", 4, mend);
    }

    private static Broken variable(String conditions, String code, String mend) {
        return variable(conditions, 4, code, mend);
    }

    private static Broken variable(String conditions, int line, String code, String mend) {
        return new Broken(conditions, condition(conditions), code, line, mend);
    }

    private static Broken pattern(String conditions, String mend) {
        return new Broken(conditions, condition(conditions), "forbidden-construct", 4, mend);
    }

    private static Broken heading(String what, String annotations, int line, String code, String mend) {
        return new Broken(
                what + ": " + annotations, constraint("").replace("@pathway(\"p\")", annotations), code, line, mend);
    }

    private static Broken above(String declaration, String code, String mend) {
        return new Broken(declaration, declaration + "\n" + constraint(""), code, 1, mend);
    }

    private static String constraint(String constraint) {
        return condition("Home( " + constraint + " )");
    }

    /** A rule whose conditions start in line 4. */
    private static String condition(String conditions) {
        return "rule \"一（一）\"\n    @pathway(\"p\")\nwhen\n" + conditions + "\nthen\n    matched();\nend\n";
    }

    private static String consequence(String consequence) {
        return constraint("").replace("matched();", consequence);
    }

    private static RuleFile parse(String text) {
        return new RuleFileParser(Bundled.VOCABULARY).parse("weihai/2021-10-21/town.drl", text);
    }
}
