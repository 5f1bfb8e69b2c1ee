package luohu.packages;

import java.util.List;
import java.util.stream.Collectors;
import luohu.language.Finding;

/** A package, or the library as a whole, that cannot be used; the message lists every finding. */
public final class BrokenPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** With everything found wrong; at least one finding. */
    public BrokenPackageException(List<Finding> findings) {
        super("规则包有误，共 " + findings.size() + " 处：\n"
                + findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** Everything found wrong. */
    public List<Finding> findings() {
        return findings;
    }
}
