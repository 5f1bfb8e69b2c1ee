package luohu.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.library.FolderReader;
import luohu.packages.PackageFiles;

/**
 * A folder outside the jar that holds packages as {@code <city>/<version>}. Every look reads every file that counts: times
 * and sizes would miss changes where a file system is coarse about them.
 *
 * @param root the folder
 */
public record RulesDirectory(Path root) implements Supplier<Look> {

    /** What is there now. What cannot be read is a finding, also when it is the folder itself. */
    @Override
    public Look get() {
        FolderReader reader = new FolderReader(root);
        List<PackageFiles> packages = reader.packages();
        List<Finding> findings = new ArrayList<>(reader.findings());
        if (findings.isEmpty() && packages.isEmpty() && holdsNothing()) {
            findings.add(new Finding(
                    ".", 1, FindingKind.EMPTY_DIRECTORY, "规则目录里什么也没有，可能没有挂载上；其中确实不需要规则包的，请放一个文件（例如 README），以示目录完好。"));
        }
        return Look.of(packages, findings);
    }

    /** As a mount point does when nothing is mounted on it; going on as if all packages were withdrawn would be wrong then. */
    private boolean holdsNothing() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return true;
        }
    }
}
