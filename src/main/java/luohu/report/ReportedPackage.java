package luohu.report;

import java.util.ArrayList;
import java.util.List;
import luohu.decision.PackageDecider;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;
import luohu.scenarios.Coverage;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;

/**
 * Everything the report says of one package.
 *
 * @param decider the package, checked and compiled
 * @param files its files, for the rules as they are written
 * @param scenarios its scenarios with their results, in the order of files and lines
 * @param coverage what the scenarios show of its conditions
 */
public record ReportedPackage(
        PackageDecider decider, PackageFiles files, List<ScenarioResult> scenarios, List<Coverage.Entry> coverage) {

    /**
     * Runs the scenarios of a package and gathers what they show.
     *
     * @param decider the package
     * @param files the files it was read from
     * @throws luohu.packages.BrokenPackageException with every finding, when a scenario file cannot be read
     */
    public static ReportedPackage of(PackageDecider decider, PackageFiles files) {
        ScenarioRunner runner = new ScenarioRunner(decider);
        Coverage coverage = new Coverage(decider);
        List<ScenarioResult> results = new ArrayList<>();
        for (Ready scenario : new ScenarioReader().read(files)) {
            boolean decided = isDecided(decider.policy().document(), scenario);
            if (decided) {
                coverage.observe(scenario.facts(), scenario.date());
            }
            results.add(new ScenarioResult(
                    scenario,
                    runner.run(scenario),
                    decided ? Showing.of(decider.reasons(scenario.facts(), scenario.date())) : Showing.nothing()));
        }
        return new ReportedPackage(decider, files, List.copyOf(results), coverage.entries());
    }

    /** Outside its interval a package decides nothing; a draft is tried on any day. */
    private static boolean isDecided(PolicyDocument document, Ready scenario) {
        return document.draft() || document.inForceOn(scenario.date());
    }

    PolicyDocument document() {
        return decider.policy().document();
    }
}
