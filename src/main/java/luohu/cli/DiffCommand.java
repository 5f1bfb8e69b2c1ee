package luohu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import luohu.changes.PackageChanges;
import luohu.changes.PackageChanges.ChangeKind;
import luohu.changes.PackageChanges.ClauseChange;
import luohu.changes.PackageChanges.Difference;
import luohu.changes.PackageChanges.MaterialChange;
import luohu.changes.PackageChanges.RuleChange;
import luohu.changes.PackageDifference;
import luohu.facts.Labelled;
import luohu.packages.Material;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what differs between two packages. */
@Command(
        name = "diff",
        header = "比较两个规则包：哪些途径新增、取消、改了什么。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        description = {"途径按代码对应；规则按内容对应，只改名称不算改动。− 是甲有乙没有的，+ 是乙有甲没有的。"},
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        footer = {
            "  ./luohu diff zibo-2021-draft zibo-2021-12-29       征求意见稿和正式文件",
            "  ./luohu diff /srv/rules/weihai/2021-10-21 威海     已发布的和正在改的"
        })
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private Workshop workshop;

    @Parameters(index = "0", paramLabel = "甲", description = "原来的规则包：id、目录，或者只有一个规则包的城市")
    private String before;

    @Parameters(index = "1", paramLabel = "乙", description = "现在的规则包，写法相同")
    private String after;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PackageChanges changes = PackageDifference.between(
                workshop.decider(workshop.one(before)), workshop.decider(workshop.one(after)));
        PrintWriter out = terminal.out();
        out.println(terminal.strong(changes.from().id() + " → " + changes.to().id()));
        changes.document().forEach(each -> difference(each, "  "));
        clauses("途径", changes.pathways());
        clauses("限制", changes.restrictions());
        boolean same = changes.document().isEmpty()
                && changes.pathways().isEmpty()
                && changes.restrictions().isEmpty();
        out.println();
        out.println(same ? "两个规则包没有不同。" : "没有改动的途径：" + list(changes.unchanged()) + "。");
        return ExitCode.OK;
    }

    private void clauses(String what, List<ClauseChange> clauses) {
        for (ClauseChange each : clauses) {
            terminal.out().println();
            terminal.out()
                    .println(word(each.change()) + what + " " + terminal.strong(each.title()) + "（" + each.clause()
                            + "，" + each.code() + "）");
            each.differences().forEach(difference -> difference(difference, "    "));
            each.rules().forEach(this::rule);
            each.materials().forEach(this::material);
        }
    }

    private void rule(RuleChange rule) {
        String name = rule.after() == null ? rule.before() : rule.after();
        terminal.out().println("    " + word(rule.change()) + "规则 " + name);
        lines(rule.dropped(), rule.added(), "      ");
    }

    private void material(MaterialChange material) {
        Material named = material.after() == null ? material.before() : material.after();
        terminal.out().println("    " + word(material.change()) + "材料 " + named.name());
        if (material.change() == ChangeKind.CHANGED) {
            lines(List.of(words(material.before())), List.of(words(material.after())), "      ");
        }
    }

    private void difference(Difference difference, String indent) {
        terminal.out().println(indent + difference.label() + "：");
        lines(difference.dropped(), difference.added(), indent + "  ");
    }

    private void lines(List<String> dropped, List<String> added, String indent) {
        dropped.forEach(each -> terminal.out().println(indent + terminal.bad("−") + " " + each));
        added.forEach(each -> terminal.out().println(indent + terminal.good("+") + " " + each));
    }

    private String word(ChangeKind change) {
        return switch (change) {
            case ADDED -> terminal.good("新增");
            case DROPPED -> terminal.bad("取消");
            case CHANGED -> terminal.open("改动");
        };
    }

    private static String words(Material material) {
        return material.options().stream()
                        .map(option -> option.stream().map(Labelled::label).collect(Collectors.joining(" 和 ")))
                        .collect(Collectors.joining("，或者 "))
                + "，" + material.basis() + "，" + material.from() + (material.openEnded() ? "，等" : "")
                + (material.clause() == null ? "" : "，" + material.clause());
    }

    private static String list(List<String> codes) {
        return codes.isEmpty() ? "没有" : String.join("、", codes);
    }
}
