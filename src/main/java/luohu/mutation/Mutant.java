package luohu.mutation;

import luohu.packages.PolicyPackage;

/**
 * A package with one small change that its scenarios should notice.
 *
 * @param place where the change is: file and line
 * @param change what was changed, in Chinese
 * @param rule the index of the changed rule; −1 when a date of the document was changed
 * @param policy the package with the change
 */
public record Mutant(String place, String change, int rule, PolicyPackage policy) {

    @Override
    public String toString() {
        return place + ": " + change;
    }
}
