package luohu.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;
import luohu.scenarios.ScenarioReader.Ready;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Every scenario of every package")
class ScenarioTest {

    private static final List<PackageFiles> FILES = PackageFolders.bundled();
    private static final PackageLibrary LIBRARY = PackageLibrary.of(FILES, new FactSchema());

    @TestFactory
    Stream<DynamicNode> gives_the_result_it_expects() {
        List<DynamicNode> packages = new ArrayList<>();
        for (PackageFiles files : FILES) {
            PackageDecider decider =
                    LIBRARY.byId(files.folder().replace('/', '-')).orElseThrow().decider();
            ScenarioRunner runner = new ScenarioRunner(decider);
            List<Ready> scenarios = new ScenarioReader().read(files);
            assertFalse(scenarios.isEmpty(), files.folder());
            packages.add(DynamicContainer.dynamicContainer(
                    files.folder(),
                    scenarios.stream()
                            .map(scenario -> DynamicTest.dynamicTest(
                                    scenario.name(),
                                    () -> assertEquals(
                                            List.of(),
                                            runner.run(scenario),
                                            scenario.file() + ":" + scenario.line())))));
        }
        return packages.stream();
    }
}
