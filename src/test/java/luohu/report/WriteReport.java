package luohu.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.scenarios.PackageTest;
import luohu.scenarios.ScenarioReader;
import org.jboss.logmanager.LogContext;

/** Writes the report of the bundled packages to the file named. */
final class WriteReport {

    private WriteReport() {}

    public static void main(String[] arguments) throws IOException {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO); // Drools crashes where it may trace
        List<PackageFiles> files = PackageFolders.bundled();
        PackageLibrary library = PackageLibrary.of(files, new FactSchema());
        List<ReportedPackage> packages = new ArrayList<>();
        for (PackageFiles each : files) {
            PackageDecider decider =
                    library.byId(each.folder().replace('/', '-')).orElseThrow();
            packages.add(ReportedPackage.of(PackageTest.run(decider, new ScenarioReader().read(each), () -> {}), each));
        }
        Files.writeString(Path.of(arguments[0]), new Report().html(packages));
    }
}
