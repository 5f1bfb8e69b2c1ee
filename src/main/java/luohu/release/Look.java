package luohu.release;

import java.util.List;
import luohu.language.Finding;
import luohu.packages.PackageFiles;
import luohu.packages.Sha256;

/**
 * What was to be seen in a rules directory at one time.
 *
 * @param packages the packages, by folder
 * @param fingerprints of each of the packages, in the same order
 * @param findings what could not be read
 * @param fingerprint the same for two looks that saw the same, and different for any other two
 */
public record Look(List<PackageFiles> packages, List<String> fingerprints, List<Finding> findings, String fingerprint) {

    /** The look at a directory where there is none: only the bundled packages are. */
    public static final Look NOWHERE = of(List.of(), List.of());

    /** With its fingerprints. */
    static Look of(List<PackageFiles> packages, List<Finding> findings) {
        List<String> fingerprints =
                packages.parallelStream().map(PackageFiles::fingerprint).toList();
        Sha256 sha256 = new Sha256();
        fingerprints.forEach(sha256::add);
        findings.forEach(finding -> sha256.addMeasured(finding.toString()));
        return new Look(List.copyOf(packages), fingerprints, List.copyOf(findings), sha256.digest());
    }
}
