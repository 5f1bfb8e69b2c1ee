package luohu.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads rule files: Drools parses them, and whatever is more than patterns over known facts is refused. Nothing in a rule
 * file is ever compiled to code or evaluated as an expression, so what is refused here cannot run elsewhere either.
 */
public final class RuleFileParser {

    private final Vocabulary vocabulary;

    /** A parser for rules over a vocabulary. */
    public RuleFileParser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads one file; never throws for what the text holds. */
    public RuleFile parse(String file, String text) {
        try {
            return parsed(file, text);
        } catch (StackOverflowError e) {
            return new RuleFile(
                    List.of(),
                    List.of(new Finding(file, 1, FindingKind.RULE_SYNTAX, "规则文件里的括号或者列表嵌套过深，无法解析；请拆成几条规则。")));
        }
    }

    private RuleFile parsed(String file, String text) {
        RuleFindings findings = new RuleFindings(file, new ArrayList<>());
        List<Rule> rules = new ArrayList<>();
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr descr = null;
        try {
            descr = parser.parse(null, text);
        } catch (DroolsParserException | RuntimeException e) {
            findings.report(1, FindingKind.RULE_SYNTAX, "规则文件无法解析，请检查引号、括号和 rule … when … then … end 的结构。");
        }
        for (DroolsError error : parser.getErrors()) {
            String hint = error.getMessage().lines().findFirst().orElse("");
            findings.report(
                    error.getLines().length == 0 ? 1 : error.getLines()[0],
                    FindingKind.RULE_SYNTAX,
                    "不符合 DRL 语法，请检查这一行及其上一行的引号、括号、逗号（都要用半角）和 end：" + hint);
        }
        if (descr == null || parser.hasErrors()) {
            return new RuleFile(List.of(), findings.all());
        }
        refuseDeclarations(descr, findings);
        if (descr.getRules().isEmpty() && findings.all().isEmpty()) {
            findings.report(1, FindingKind.EMPTY_FILE, "规则文件里没有规则；请写出 rule … when … then … end，或者删去这个文件。");
        }
        for (RuleDescr rule : descr.getRules()) {
            if (rule instanceof QueryDescr) {
                findings.forbid(rule.getLine(), "query（查询）", "只能写 rule");
                continue;
            }
            RuleParser ruleParser = new RuleParser(vocabulary, file, rule);
            ruleParser.parse().ifPresent(rules::add);
            findings.all().addAll(ruleParser.findings());
        }
        return new RuleFile(rules, findings.all());
    }

    private static void refuseDeclarations(PackageDescr descr, RuleFindings findings) {
        String noCode = "规则里只写条件，不写代码，请删去";
        String ownTypes = "只能使用已有的事实类型";
        refuse(descr.getImports(), "import（引入）", "事实类型不用引入，直接写 Person、Home 等即可", findings);
        refuse(descr.getFunctionImports(), "import function（引入函数）", noCode, findings);
        refuse(descr.getAccumulateImports(), "import accumulate（引入累计函数）", noCode, findings);
        refuse(descr.getFunctions(), "function（函数）", noCode, findings);
        refuse(descr.getGlobals(), "global（全局变量）", noCode, findings);
        refuse(descr.getTypeDeclarations(), "declare（声明类型）", ownTypes, findings);
        refuse(descr.getEnumDeclarations(), "declare enum（声明枚举）", ownTypes, findings);
        refuse(descr.getEntryPointDeclarations(), "declare entry-point（声明入口）", noCode, findings);
        refuse(descr.getWindowDeclarations(), "declare window（声明窗口）", noCode, findings);
        refuse(descr.getAttributes(), "规则属性（如 dialect、salience）", "各条规则相互独立，不设先后，请删去", findings);
        if (descr.getUnit() != null) {
            findings.forbid(descr.getUnit().getLine(), "unit（规则单元）", noCode);
        }
        if (descr.getName() != null && !descr.getName().isEmpty()) {
            findings.forbid(descr.getLine(), "package（包名）", "规则属于它所在的文件夹，请删去这一行");
        }
    }

    private static void refuse(
            Collection<? extends BaseDescr> descrs, String what, String mend, RuleFindings findings) {
        descrs.forEach(each -> findings.forbid(each.getLine(), what, mend));
    }
}
