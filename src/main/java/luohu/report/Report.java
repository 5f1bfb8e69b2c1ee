package luohu.report;

import java.util.Comparator;
import java.util.List;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;

/**
 * Packages as one HTML file for people to read, print and sign off: time line, clauses beside their rules, scenarios,
 * coverage, rulings, and the matrix of pathways by city. The file needs no network, and the same packages give the same
 * bytes.
 */
public final class Report {

    private static final Comparator<ReportedPackage> BY_CITY_AND_TIME = Comparator.comparing(
                    ReportedPackage::document,
                    Comparator.comparing(
                                    (PolicyDocument document) -> document.city().code())
                            .thenComparing(
                                    PolicyDocument::effective,
                                    Comparator.nullsLast(Comparator.comparing(Effective::from))))
            .thenComparing(each -> each.document().id());

    private final ReportTemplates templates = new ReportTemplates();

    /**
     * The report.
     *
     * @param packages the packages, in any order
     * @return HTML, to be stored as UTF-8
     */
    public String html(List<ReportedPackage> packages) {
        List<ReportedPackage> sorted =
                packages.stream().sorted(BY_CITY_AND_TIME).toList();
        InlineText style = templates.inline("report.css");
        InlineText script = templates.inline("report.js");
        return templates.render(new ReportView(
                policy(style, script),
                style,
                script,
                Timeline.of(sorted),
                Matrix.of(sorted),
                sorted.stream().map(PackageView::of).toList()));
    }

    private static String policy(InlineText style, InlineText script) {
        return "default-src 'none'; style-src " + style.source() + "; script-src " + script.source()
                + "; base-uri 'none'; form-action 'none'";
    }
}
