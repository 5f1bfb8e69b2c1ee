package luohu.release;

import java.util.List;
import luohu.language.Finding;
import luohu.packages.PolicyPackage;

/** What a package of the directory is asked before it is taken up, beyond what makes it readable. */
@FunctionalInterface
public interface PackageCheck {

    /** Everything found; errors keep the package from being taken up, warnings do not. */
    List<Finding> check(PolicyPackage policy);
}
