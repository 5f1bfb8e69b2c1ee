package luohu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import luohu.decision.MaterialAnswer;
import luohu.decision.Outcome;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Truth;
import luohu.service.EvaluationAnswer;
import luohu.service.PackageIdentity;

/** An answer as people at a window read it: what is open, with its papers; what is still to be asked; what is not, and why. */
final class AnswerText {

    private final Terminal terminal;
    private final PrintWriter out;
    private final FactSchema schema;

    AnswerText(Terminal terminal, FactSchema schema) {
        this.terminal = terminal;
        this.out = terminal.out();
        this.schema = schema;
    }

    void print(EvaluationAnswer answer) {
        PackageIdentity identity = answer.policyPackage();
        out.println(terminal.strong(identity.city().name() + "  " + answer.effectiveDate()) + "  依据《" + identity.title()
                + "》（" + identity.id() + (identity.status() == PackageIdentity.Status.DRAFT ? "，征求意见稿，没有施行" : "")
                + "）");
        section(terminal.good("符合"), answer, Outcome.MATCHED);
        section(terminal.open("不能确定"), answer, Outcome.UNDETERMINED);
        section("不符合（本文件未规定可按此途径落户，不等于不予落户）", answer, Outcome.NOT_MATCHED);
        answer.restrictions().forEach(this::restriction);
        questions(answer.questions());
        out.println();
        answer.notices().forEach(notice -> out.println("注：" + notice));
    }

    private void section(String title, EvaluationAnswer answer, Outcome outcome) {
        List<PathwayAnswer> pathways = answer.pathways().stream()
                .filter(each -> each.outcome() == outcome)
                .toList();
        if (pathways.isEmpty()) {
            return;
        }
        out.println();
        out.println(title + "：");
        pathways.forEach(this::pathway);
    }

    private void pathway(PathwayAnswer pathway) {
        out.println("  " + terminal.strong(pathway.title()) + "（" + pathway.clause() + "，" + pathway.code() + "）"
                + (pathway.discretionary() ? "  由机关决定" : ""));
        if (!pathway.qualifyingPersons().isEmpty()) {
            out.println("    符合条件的人："
                    + pathway.qualifyingPersons().stream()
                            .map(each -> each.equals(Facts.SELF) ? "申请人" : each)
                            .collect(Collectors.joining("、")));
        }
        conditions(pathway.conditions(), pathway.outcome());
        if (!pathway.missing().isEmpty()) {
            out.println("    还缺：" + labels(pathway.missing()));
        }
        pathway.materials().forEach(this::material);
        if (!pathway.registration().isEmpty()) {
            out.println("    登记："
                    + pathway.registration().stream().map(AnswerText::place).collect(Collectors.joining("、")));
        }
        if (pathway.outcome() != Outcome.NOT_MATCHED) {
            pathway.notes().forEach(note -> out.println("    说明：" + note.text()));
        }
    }

    /** What holds explains a match; what fails or is open explains the rest. */
    private void conditions(List<Condition> conditions, Outcome outcome) {
        conditions.stream()
                .filter(each -> outcome == Outcome.MATCHED || each.result() != Truth.TRUE)
                .forEach(each -> out.println("    " + mark(each.result()) + " " + each.text()));
    }

    private String mark(Truth truth) {
        return switch (truth) {
            case TRUE -> terminal.good("成立");
            case FALSE -> terminal.bad("不成立");
            case UNKNOWN -> terminal.open("不清楚");
        };
    }

    private void material(MaterialAnswer material) {
        String held = material.held() == null ? "" : material.held() ? "  已备" : "  未备";
        out.println("    材料：" + PaperText.of(material.name(), material.options()) + held);
    }

    private static String place(PlaceAnswer place) {
        return place.place().label() + (place.mandatory() ? "（应当在此登记）" : "");
    }

    private void restriction(RestrictionAnswer restriction) {
        out.println();
        out.println(terminal.open("限制") + "：" + restriction.title() + "（" + restriction.clause() + "）"
                + (restriction.outcome() == Outcome.MATCHED ? "适用：严格控制，不等于禁止" : "是否适用还不能确定"));
        conditions(restriction.conditions(), restriction.outcome());
    }

    private void questions(List<Question> questions) {
        if (!questions.isEmpty()) {
            out.println();
            out.println("问清下列事实就能确定更多途径：");
            questions.forEach(each -> out.println("  " + each.label() + "（" + each.fact() + "），关系到 "
                    + each.decides().size() + " 条途径"));
        }
    }

    private String labels(List<String> paths) {
        return paths.stream().map(path -> schema.at(path).fullLabel()).collect(Collectors.joining("；"));
    }
}
