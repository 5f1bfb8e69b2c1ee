package luohu.report;

import java.util.List;

/**
 * The whole report as the template shows it.
 *
 * @param policy the content security policy: nothing but its own style and script
 * @param style the style sheet
 * @param script the script
 */
record ReportView(
        String policy,
        InlineText style,
        InlineText script,
        Timeline timeline,
        Matrix matrix,
        List<PackageView> packages) {

    public int scenarios() {
        return packages.stream().mapToInt(each -> each.tally().scenarios()).sum();
    }

    public int failures() {
        return packages.stream().mapToInt(each -> each.tally().failures()).sum();
    }

    public int clauses() {
        return packages.stream().mapToInt(each -> each.clauses().size()).sum();
    }

    public int unseen() {
        return packages.stream().mapToInt(each -> each.tally().unseen()).sum();
    }
}
