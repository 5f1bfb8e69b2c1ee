package luohu.report;

import java.util.ArrayList;
import java.util.List;
import luohu.packages.Effective;
import luohu.packages.Notice;
import luohu.packages.OtherClause;
import luohu.packages.PolicyDocument;
import luohu.packages.RegistrationOrder;
import luohu.packages.Ruling;

/**
 * A package as the template shows it.
 *
 * @param anchors its anchors
 * @param document its document
 * @param version what tells it from others of its city
 * @param digest its digest
 * @param facts the head: dates and what they rest on, number, issuer, digest
 * @param order where and in which order the document wants places considered; null where it states none
 * @param clauses the pathways, then the restrictions
 * @param rulings the rulings with the pathways that lean on them
 * @param scenarios the scenarios
 * @param tally figures for the overview
 */
record PackageView(
        Anchors anchors,
        PolicyDocument document,
        String version,
        String digest,
        List<Fact> facts,
        Order order,
        List<ClauseView> clauses,
        List<RulingView> rulings,
        List<ScenarioView> scenarios,
        Tally tally) {

    /** One line of the head. */
    record Fact(String label, String value, boolean code) {

        Fact(String label, String value) {
            this(label, value, false);
        }
    }

    /** The order of places of registration. */
    record Order(String clause, String quote, String places) {}

    /** A ruling, and who leans on it. */
    record RulingView(String anchor, String id, String text, List<ClauseView> usedBy) {}

    static PackageView of(ReportedPackage reported) {
        PolicyDocument document = reported.document();
        Anchors anchors = Anchors.of(document);
        List<ScenarioView> scenarios = ScenarioView.of(reported, anchors);
        List<ClauseView> clauses = new ClauseViews(reported, anchors, scenarios).all();
        return new PackageView(
                anchors,
                document,
                Words.version(document),
                reported.test().decider().policy().digest(),
                facts(reported),
                order(document.registrationOrder()),
                clauses,
                rulings(document, anchors, clauses),
                scenarios,
                Tally.of(reported));
    }

    public String interval() {
        return Words.interval(document);
    }

    public List<Notice> notices() {
        return document.notices();
    }

    public List<OtherClause> otherClauses() {
        return document.otherClauses();
    }

    public List<ScenarioView> failing() {
        return scenarios.stream().filter(each -> !each.passes()).toList();
    }

    public List<ScenarioView> passing() {
        return scenarios.stream().filter(ScenarioView::passes).toList();
    }

    private static List<Fact> facts(ReportedPackage reported) {
        PolicyDocument document = reported.document();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("规则包", document.id(), true));
        facts.add(new Fact("城市", document.city().name() + "（" + document.city().code() + "）"));
        facts.add(new Fact("文号", Words.orNone(document.documentNumber(), "文本中没有")));
        facts.add(new Fact("发文机关", Words.orNone(document.issuer(), "文本中没有")));
        facts.add(new Fact("成文日期", Words.orNone(document.signed(), "文本中没有")));
        facts.add(new Fact("状态", Words.status(document)));
        facts.add(new Fact("施行期间", Words.interval(document)));
        Effective effective = document.effective();
        if (effective != null) {
            facts.add(new Fact(
                    "日期依据",
                    Words.fromBasis(effective.fromBasis()) + "：" + effective.clause() + "“" + effective.quote() + "”"));
        }
        facts.add(new Fact("修订版次", document.revision()));
        facts.add(new Fact("摘要", reported.test().decider().policy().digest(), true));
        return facts;
    }

    private static Order order(RegistrationOrder order) {
        return order == null ? null : new Order(order.clause(), order.quote(), Words.places(order.places()));
    }

    private static List<RulingView> rulings(PolicyDocument document, Anchors anchors, List<ClauseView> clauses) {
        List<RulingView> rulings = new ArrayList<>();
        for (Ruling ruling : document.rulings()) {
            List<ClauseView> usedBy = clauses.stream()
                    .filter(clause ->
                            clause.rulings().stream().anyMatch(link -> link.id().equals(ruling.id())))
                    .toList();
            rulings.add(new RulingView(anchors.ruling(ruling.id()), ruling.id(), ruling.text(), usedBy));
        }
        return rulings;
    }
}
