package luohu.report;

import java.util.List;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader.Ready;

/**
 * Everything the report says of one package.
 *
 * @param test the package, and what became of its scenarios
 * @param files its files, for the rules as they are written
 * @param showings what each scenario shows of each pathway and restriction, in the order of the scenarios
 */
public record ReportedPackage(PackageTest test, PackageFiles files, List<Showing> showings) {

    /**
     * Gathers what the scenarios of a package show.
     *
     * @param test the package, its scenarios run
     * @param files the files it was read from
     */
    public static ReportedPackage of(PackageTest test, PackageFiles files) {
        List<Showing> showings = test.results().stream()
                .map(result -> showing(test, result.scenario()))
                .toList();
        return new ReportedPackage(test, files, showings);
    }

    /** Outside its interval a package decides nothing; a draft is tried on any day. */
    private static Showing showing(PackageTest test, Ready scenario) {
        PolicyDocument document = test.decider().policy().document();
        return document.draft() || document.inForceOn(scenario.date())
                ? Showing.of(test.decider().reasons(scenario.facts(), scenario.date()))
                : Showing.nothing();
    }

    PolicyDocument document() {
        return test.decider().policy().document();
    }
}
