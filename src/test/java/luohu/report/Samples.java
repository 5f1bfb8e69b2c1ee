package luohu.report;

import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import luohu.decision.PackageDecider;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import luohu.testing.Bundled;

/** Packages for reports: those bundled, and changed ones. */
final class Samples {

    /** Every bundled package, its scenarios run. */
    static final List<ReportedPackage> BUNDLED = Bundled.ids()
            .map(id -> reported(Bundled.decider(id), Bundled.files(id)))
            .toList();

    private Samples() {}

    /** 威海's package with every file changed. */
    static ReportedPackage weihai(UnaryOperator<String> change) {
        return changed("weihai/2021-10-21", change);
    }

    /** 威海's package with every file changed, in another folder. */
    static ReportedPackage changed(String folder, UnaryOperator<String> change) {
        TreeMap<String, String> texts = new TreeMap<>();
        Bundled.files("weihai-2021-10-21").texts().forEach((name, text) -> texts.put(name, change.apply(text)));
        return read(new PackageFiles(folder, texts));
    }

    /** 威海's package with no more scenarios than those on dates. */
    static ReportedPackage withoutExamples() {
        TreeMap<String, String> texts =
                new TreeMap<>(Bundled.files("weihai-2021-10-21").texts());
        texts.keySet().removeIf(name -> name.startsWith("scenarios/") && !name.endsWith("dates.yaml"));
        return read(new PackageFiles("weihai/2021-10-21", texts));
    }

    private static ReportedPackage read(PackageFiles files) {
        PackageReader reader = new PackageReader(Bundled.VOCABULARY);
        return reported(new PackageDecider(reader.read(files), Bundled.VOCABULARY, Bundled.SCHEMA), files);
    }

    private static ReportedPackage reported(PackageDecider decider, PackageFiles files) {
        return ReportedPackage.of(PackageTest.run(decider, new ScenarioReader().read(files), () -> {}), files);
    }
}
