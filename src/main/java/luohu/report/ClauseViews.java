package luohu.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import luohu.engine.RuleExplanation;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.packages.Material;
import luohu.packages.PathwayText;
import luohu.packages.Registration;
import luohu.packages.RestrictionText;
import luohu.report.ClauseView.MaterialView;
import luohu.report.ClauseView.PlaceView;
import luohu.report.ClauseView.RulingLink;
import luohu.report.ClauseView.ShownView;
import luohu.report.Showing.Shown;

/** Lays the clauses of one package beside their rules and scenarios. */
final class ClauseViews {

    private final ReportedPackage reported;
    private final Anchors anchors;
    private final List<ScenarioView> scenarios;
    private final RuleTexts sources;

    ClauseViews(ReportedPackage reported, Anchors anchors, List<ScenarioView> scenarios) {
        this.reported = reported;
        this.anchors = anchors;
        this.scenarios = scenarios;
        this.sources = new RuleTexts(reported.test().decider().policy(), reported.files());
    }

    /** The pathways, then the restrictions, each in the order of the document. */
    List<ClauseView> all() {
        List<ClauseView> all = new ArrayList<>();
        reported.document().pathways().forEach(each -> all.add(pathway(each)));
        reported.document().restrictions().forEach(each -> all.add(restriction(each)));
        return all;
    }

    private ClauseView pathway(PathwayText text) {
        return new ClauseView(
                anchors.clause(text.code()),
                false,
                text.code(),
                text.title(),
                text.clause(),
                text.quote(),
                text.covers().label(),
                orEmpty(text.discretion()),
                links(text.rulings()),
                orEmpty(text.notes()),
                text.materials().stream()
                        .map(each -> material(each, text.clause()))
                        .toList(),
                text.registration().stream().map(each -> place(each, text)).toList(),
                text.registrationOtherwise(),
                rules(text.code()),
                shown(text.code()));
    }

    private ClauseView restriction(RestrictionText text) {
        return new ClauseView(
                anchors.clause(text.code()),
                true,
                text.code(),
                text.title(),
                text.clause(),
                text.quote(),
                Words.effect(text.effect()),
                List.of(),
                links(text.rulings()),
                orEmpty(text.notes()),
                List.<MaterialView>of(),
                List.<PlaceView>of(),
                null,
                rules(text.code()),
                shown(text.code()));
    }

    private List<RulingLink> links(List<String> rulings) {
        return rulings.stream()
                .map(id -> new RulingLink(id, anchors.ruling(id)))
                .toList();
    }

    private static MaterialView material(Material material, String clause) {
        return new MaterialView(
                material.name(),
                Words.papers(material.options()),
                Words.source(material.from()),
                Words.basis(material.basis()) + (material.openEnded() ? "（条文以“等”结尾）" : ""),
                Objects.requireNonNullElse(material.clause(), clause));
    }

    private PlaceView place(Registration registration, PathwayText text) {
        String rule = registration.when() == null
                ? null
                : reported.test().decider().policy().rules(Aspect.REGISTRATION, text.code()).stream()
                        .filter(each -> each.target().detail().equals(registration.when()))
                        .map(Rule::name)
                        .findFirst()
                        .orElse(registration.when());
        return new PlaceView(registration.place().label(), registration.mandatory(), rule);
    }

    private List<RuleView> rules(String code) {
        return reported.test().decider().explanations().stream()
                .filter(each -> each.rule().target().code().equals(code))
                .map(this::rule)
                .toList();
    }

    private RuleView rule(RuleExplanation explanation) {
        Rule rule = explanation.rule();
        return new RuleView(
                rule.name(),
                Words.decides(rule.target()),
                rule.file() + ":" + rule.line(),
                explanation.texts(),
                sources.of(rule),
                reported.test().coverage().entries().stream()
                        .filter(each -> each.rule() == rule)
                        .map(RuleView.ConditionView::of)
                        .toList());
    }

    private List<ShownView> shown(String code) {
        return List.of(
                shown("符合", true, Shown.MATCHES, code),
                shown("不能确定", true, Shown.OPEN, code),
                shown("只差一个条件", true, Shown.FAILS_BY_ONE, code),
                shown("其他不符合", false, Shown.FAILS, code));
    }

    private ShownView shown(String label, boolean listed, Shown shown, String code) {
        return new ShownView(
                label,
                listed,
                scenarios.stream()
                        .filter(each -> each.showing().byCode().get(code) == shown)
                        .toList());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
