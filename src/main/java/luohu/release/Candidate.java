package luohu.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Vocabulary;
import luohu.library.PackageLibrary;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.packages.PolicyPackage;
import luohu.scenarios.Difference;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;

/** A library that is being put together, with everything that speaks against it. */
final class Candidate {

    private final Vocabulary vocabulary;
    private final FactSchema schema;
    private final PackageReader reader;
    private final Release before;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<PackageFiles, PackageDecider> packages = new HashMap<>();

    Candidate(Vocabulary vocabulary, FactSchema schema, Release before) {
        this.vocabulary = vocabulary;
        this.schema = schema;
        this.reader = new PackageReader(vocabulary);
        this.before = before;
    }

    /** Something that keeps the library from being used. */
    void report(Finding finding) {
        findings.add(finding);
    }

    /** Adds a package that comes with the service, whose scenarios were run when it was built. */
    void add(PackageFiles files) {
        attempt(files, () -> packages.put(files, compiled(files, policy -> List.of())));
    }

    /** Adds a package of the directory; when it has changed it is asked everything, and its scenarios are run. */
    void addFromDirectory(PackageFiles files, PackageCheck check) {
        if (before.packages().containsKey(files)) {
            add(files);
            return;
        }
        attempt(files, () -> packages.put(files, compiled(files, check)));
        attempt(files, () -> tryScenarios(files, packages.get(files)));
    }

    /**
     * The library with everything added.
     *
     * @throws BrokenPackageException with everything that speaks against it
     */
    Release release() {
        PackageLibrary library = null;
        try {
            library = PackageLibrary.of(packages.values());
        } catch (BrokenPackageException e) {
            findings.addAll(e.findings());
        }
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new Release(library, packages);
    }

    private PackageDecider compiled(PackageFiles files, PackageCheck check) {
        PackageDecider known = before.packages().get(files);
        if (known != null) {
            return known;
        }
        PolicyPackage policy = reader.read(files);
        check.check(policy).stream().filter(Finding::isError).forEach(this::report);
        return new PackageDecider(policy, vocabulary, schema);
    }

    /** Without a decider, since the package is broken, the scenarios are only read. */
    private void tryScenarios(PackageFiles files, PackageDecider decider) {
        List<Ready> scenarios = new ScenarioReader().read(files);
        if (scenarios.isEmpty()) {
            report(new Finding(
                    files.folder() + "/" + PackageFiles.DOCUMENT,
                    1,
                    FindingKind.NO_SCENARIOS,
                    "规则包没有情形，无从知道规则写得对不对；请在 scenarios 文件夹中至少写一个情形。"));
        } else if (decider != null) {
            ScenarioRunner runner = new ScenarioRunner(decider);
            scenarios.forEach(scenario -> run(runner, scenario));
        }
    }

    private void run(ScenarioRunner runner, Ready scenario) {
        try {
            List<Difference> differences = runner.run(scenario);
            if (!differences.isEmpty()) {
                report(new Finding(
                        scenario.file(), scenario.line(), FindingKind.FAILING_SCENARIO, words(scenario, differences)));
            }
        } catch (RuntimeException e) {
            report(unexpected(scenario.file(), scenario.line(), e));
        }
    }

    /** On one line, as every finding. */
    private static String words(Ready scenario, List<Difference> differences) {
        return "情形“" + scenario.name() + "”不通过，请改正规则或者情形。"
                + differences.stream()
                        .map(each -> each.toString().replaceAll("\\s*\n\\s*", " "))
                        .collect(Collectors.joining("；"));
    }

    /** One package that brings the program down must not hide what is wrong with the others. */
    private void attempt(PackageFiles files, Runnable step) {
        try {
            step.run();
        } catch (BrokenPackageException e) {
            findings.addAll(e.findings());
        } catch (RuntimeException | StackOverflowError e) {
            report(unexpected(files.folder() + "/" + PackageFiles.DOCUMENT, 1, e));
        }
    }

    static Finding unexpected(String file, int line, Throwable cause) {
        return new Finding(
                file,
                line,
                FindingKind.INTERNAL_ERROR,
                "检查时程序出错（" + cause.getClass().getName() + "），这是程序的问题；请把规则包交给运行人员。");
    }
}
