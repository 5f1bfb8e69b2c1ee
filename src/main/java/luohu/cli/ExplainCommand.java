package luohu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import luohu.binding.Nearest;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.language.Rule;
import luohu.packages.Discretion;
import luohu.packages.Material;
import luohu.packages.Note;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText;
import luohu.packages.Ruling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one pathway as its package states it. */
@Command(
        name = "explain",
        header = "说明一条途径：条文原话、谁可以凭此落户、规则逐条译成中文、材料、登记地、提示、裁定、读取的事实。",
        synopsisHeading = "用法：",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {"  ./luohu explain weihai-2021-10-21 rented-home", "  ./luohu explain 威海 rented-home"})
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(index = "0", paramLabel = "规则包", description = "规则包的 id 或者目录；城市只有一个规则包时也可以写城市")
    private String which;

    @Parameters(index = "1", paramLabel = "途径", description = "途径或者限制的代码")
    private String code;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PackageDecider decider = workshop.decider(workshop.one(which));
        PolicyDocument document = decider.policy().document();
        for (PathwayText each : document.pathways()) {
            if (each.code().equals(code)) {
                pathway(each, decider);
                return ExitCode.OK;
            }
        }
        for (RestrictionText each : document.restrictions()) {
            if (each.code().equals(code)) {
                head(each.title(), each.clause(), each.quote(), document);
                rules(decider);
                notes(each.notes());
                rulings(each.rulings(), document);
                return ExitCode.OK;
            }
        }
        List<String> known = Stream.concat(
                        document.pathways().stream().map(PathwayText::code),
                        document.restrictions().stream().map(RestrictionText::code))
                .toList();
        throw new CommandFailure(document.id() + " 没有途径或者限制 " + code
                + Nearest.to(code, known).map(near -> "；是否想写 " + near + "？").orElse("。") + "可用："
                + String.join("、", known)
                + "。");
    }

    private void pathway(PathwayText pathway, PackageDecider decider) {
        PrintWriter out = terminal.out();
        head(
                pathway.title(),
                pathway.clause(),
                pathway.quote(),
                decider.policy().document());
        out.println("可以凭此落户的：" + pathway.covers().label());
        rules(decider);
        if (pathway.discretion() != null) {
            out.println();
            out.println(terminal.strong("由机关决定"));
            for (Discretion each : pathway.discretion()) {
                out.println("  " + each.authority() + "决定：" + each.decides()
                        + (each.ground() == null ? "" : "（依据 " + each.ground() + "）"));
            }
        }
        out.println();
        out.println(terminal.strong("材料"));
        pathway.materials().forEach(each -> out.println("  " + material(each)));
        out.println();
        out.println(terminal.strong("登记地"));
        pathway.registration()
                .forEach(each -> out.println("  " + each.place().label()
                        + (each.mandatory() ? "（应当）" : "")
                        + (each.when() == null ? "" : "，条件：" + each.when())));
        notes(pathway.notes());
        rulings(pathway.rulings(), decider.policy().document());
    }

    private void head(String title, String clause, String quote, PolicyDocument document) {
        PrintWriter out = terminal.out();
        out.println(terminal.strong(title) + "（" + code + "）");
        out.println("《" + document.title() + "》" + clause + "：“" + quote + "”");
    }

    private void rules(PackageDecider decider) {
        PrintWriter out = terminal.out();
        TreeSet<String> reads = new TreeSet<>();
        for (RuleExplanation each : decider.explanations()) {
            Rule rule = each.rule();
            if (rule.target().code().equals(code)) {
                out.println();
                out.println(terminal.strong(purpose(rule.target()) + "：" + rule.name()) + "（" + rule.file() + ":"
                        + rule.line() + "）");
                each.texts().forEach(text -> out.println("  · " + text));
                reads.addAll(each.reads());
            }
        }
        out.println();
        out.println(terminal.strong("读取的事实"));
        reads.forEach(path ->
                out.println("  " + path + "  " + workshop.schema().at(path).fullLabel()));
    }

    private static String purpose(Rule.Target target) {
        return switch (target.aspect()) {
            case PATHWAY -> "下列各项都成立就符合" + (target.detail().isEmpty() ? "" : "（依据 " + target.detail() + "）");
            case RESTRICTION -> "下列各项都成立就适用";
            case MATERIAL -> "材料 " + target.detail() + " 何时能取得";
            case REGISTRATION -> "登记地条件 " + target.detail();
        };
    }

    private static String material(Material material) {
        return PaperText.of(material.name(), material.options()) + "，"
                + (material.basis() == Material.Basis.STATED ? "条文列明" : "条文没有列，但条件总要证明");
    }

    private void notes(List<Note> notes) {
        if (notes != null && !notes.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.strong("提示"));
            notes.forEach(each -> terminal.out().println("  " + each.code() + "  " + each.text()));
        }
    }

    private void rulings(List<String> ids, PolicyDocument document) {
        List<Ruling> used = document.rulings().stream()
                .filter(each -> ids.contains(each.id()))
                .toList();
        if (!used.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.strong("裁定"));
            used.forEach(each -> terminal.out().println("  " + each.id() + "  " + each.text()));
        }
    }
}
