package luohu.mutation;

import java.util.List;

/**
 * How well the scenarios of a package notice that something in it has changed.
 *
 * @param packageId the package
 * @param mutants how many changes were tried
 * @param survivors the changes that no scenario notices, Drools agreeing
 */
public record MutationScore(String packageId, int mutants, List<Survivor> survivors) {

    /**
     * A change that no scenario notices.
     *
     * @param mutant the change
     * @param witness a scenario that would notice it; null when none was found
     */
    public record Survivor(Mutant mutant, Witness witness) {}

    /** How many changes are noticed. */
    public int noticed() {
        return mutants - survivors.size();
    }

    /** What share of the changes is noticed, in percent; 100 when there is nothing to change. */
    public double percent() {
        return mutants == 0 ? 100 : 100.0 * noticed() / mutants;
    }
}
