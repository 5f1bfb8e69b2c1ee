package luohu.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import luohu.decision.PackageDecider;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.language.Vocabulary;
import luohu.library.LibraryPackage;
import luohu.library.Shelf;
import luohu.packages.BrokenPackageException;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.packages.PolicyPackage;
import luohu.scenarios.Difference;
import luohu.scenarios.ScenarioReader;
import luohu.scenarios.ScenarioReader.Ready;
import luohu.scenarios.ScenarioRunner;

/** Tries a package before it is taken up. Safe for use by many threads at once. */
final class PackageTrial {

    private final PackageReader reader;
    private final Shelf shelf;
    private final PackageCheck check;

    /**
     * What a trial showed.
     *
     * @param fingerprint of the package's files
     * @param held the package; null when it is broken
     * @param findings everything that speaks against it
     */
    record Tried(String fingerprint, LibraryPackage held, List<Finding> findings) {

        static Tried of(String fingerprint, LibraryPackage held) {
            return new Tried(fingerprint, held, List.of());
        }
    }

    /**
     * @param vocabulary the vocabulary that rules are written in
     * @param shelf where packages are put
     * @param check what packages of the directory are asked besides
     */
    PackageTrial(Vocabulary vocabulary, Shelf shelf, PackageCheck check) {
        this.reader = new PackageReader(vocabulary);
        this.shelf = shelf;
        this.check = check;
    }

    /** Of a package that comes with the service, whose scenarios were run when it was built. */
    Tried bundled(PackageFiles files, String fingerprint) {
        List<Finding> findings = new ArrayList<>();
        return new Tried(fingerprint, put(files, policy -> List.of(), findings), findings);
    }

    /** Of a package of the directory: it is asked everything, and its scenarios are run. */
    Tried ofDirectory(PackageFiles files, String fingerprint) {
        List<Finding> findings = new ArrayList<>();
        LibraryPackage held = put(files, check, findings);
        attempt(files, findings, () -> tryScenarios(files, held, findings));
        return new Tried(fingerprint, held, findings);
    }

    /** Null when the package is broken. */
    private LibraryPackage put(PackageFiles files, PackageCheck asked, List<Finding> findings) {
        List<LibraryPackage> put = new ArrayList<>(1);
        attempt(files, findings, () -> {
            PolicyPackage policy = reader.read(files);
            asked.check(policy).stream().filter(Finding::isError).forEach(findings::add);
            put.add(shelf.put(files, policy));
        });
        return put.isEmpty() ? null : put.get(0);
    }

    /** Scenarios of a broken package are only read. */
    private static void tryScenarios(PackageFiles files, LibraryPackage held, List<Finding> findings) {
        List<Ready> scenarios = new ScenarioReader().read(files);
        if (scenarios.isEmpty()) {
            findings.add(new Finding(
                    files.folder() + "/" + PackageFiles.DOCUMENT,
                    1,
                    FindingKind.NO_SCENARIOS,
                    "规则包没有情形，无从知道规则写得对不对；请在 scenarios 文件夹中至少写一个情形。"));
        } else if (held != null) {
            PackageDecider decider = held.decider();
            ScenarioRunner runner = new ScenarioRunner(decider);
            scenarios.forEach(scenario -> run(runner, scenario, findings));
        }
    }

    private static void run(ScenarioRunner runner, Ready scenario, List<Finding> findings) {
        try {
            List<Difference> differences = runner.run(scenario);
            if (!differences.isEmpty()) {
                findings.add(new Finding(
                        scenario.file(), scenario.line(), FindingKind.FAILING_SCENARIO, words(scenario, differences)));
            }
        } catch (RuntimeException e) {
            findings.add(unexpected(scenario.file(), scenario.line(), e));
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
    private static void attempt(PackageFiles files, List<Finding> findings, Runnable step) {
        try {
            step.run();
        } catch (BrokenPackageException e) {
            findings.addAll(e.findings());
        } catch (RuntimeException | StackOverflowError e) {
            findings.add(unexpected(files.folder() + "/" + PackageFiles.DOCUMENT, 1, e));
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
