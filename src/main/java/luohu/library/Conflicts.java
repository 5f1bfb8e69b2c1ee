package luohu.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.DocumentHead;
import luohu.packages.PackageFiles;

/** What packages that are sound by themselves can have against each other. */
public final class Conflicts {

    private Conflicts() {}

    /** Every conflict among packages, each given of the later of the two in the order given. */
    public static List<Finding> among(Collection<DocumentHead> documents) {
        List<Finding> findings = new ArrayList<>();
        List<DocumentHead> seen = new ArrayList<>();
        for (DocumentHead document : documents) {
            seen.forEach(other -> between(document, other).ifPresent(findings::add));
            seen.add(document);
        }
        return findings;
    }

    /** What is wrong with a package beside another one: its city otherwise named, or a day on which both are in force. */
    public static Optional<Finding> between(DocumentHead document, DocumentHead other) {
        boolean related = document.city().code().equals(other.city().code())
                || document.city().pinyin().equals(other.city().pinyin());
        if (related && !document.city().equals(other.city())) {
            return Optional.of(finding(
                    document, FindingKind.CONFLICTING_CITY, "城市的代码、名称或者拼音与 " + other.id() + " 不一致；同一城市的各个规则包应写得一样。"));
        } else if (related
                && document.effective() != null
                && other.effective() != null
                && document.effective().overlaps(other.effective())) {
            return Optional.of(finding(
                    document,
                    FindingKind.OVERLAPPING_INTERVAL,
                    "施行期间与 " + other.id() + " 重叠；同一城市同一日只能有一个规则包，请改正 effective 的 from 或者 to。"));
        }
        return Optional.empty();
    }

    private static Finding finding(DocumentHead document, FindingKind kind, String message) {
        String folder = document.city().pinyin() + "/"
                + document.id().substring(document.city().pinyin().length() + 1);
        return new Finding(folder + "/" + PackageFiles.DOCUMENT, 1, kind, message);
    }
}
