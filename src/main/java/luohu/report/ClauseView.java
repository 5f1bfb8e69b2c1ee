package luohu.report;

import java.util.List;
import luohu.packages.Discretion;
import luohu.packages.Note;

/**
 * A pathway or restriction beside its rules, as the template shows it.
 *
 * @param restriction whether it is a restriction
 * @param says who moves, or what follows from the restriction
 * @param registrationOtherwise what is said when no place applies; null for nothing
 */
record ClauseView(
        String anchor,
        boolean restriction,
        String code,
        String title,
        String clause,
        String quote,
        String says,
        List<Discretion> discretion,
        List<RulingLink> rulings,
        List<Note> notes,
        List<MaterialView> materials,
        List<PlaceView> places,
        String registrationOtherwise,
        List<RuleView> rules,
        List<ShownView> shown) {

    /** A ruling the clause leans on. */
    record RulingLink(String id, String anchor) {}

    /** A paper: what the clause calls it, what meets it, whose it is, whether the clause lists it, and where. */
    record MaterialView(String name, String papers, String source, String basis, String clause) {}

    /** A place of registration; the rule that has to hold is null where it always applies. */
    record PlaceView(String place, boolean mandatory, String rule) {}

    /** The scenarios that show one thing of the clause; names only where {@code listed}. */
    record ShownView(String label, boolean listed, List<ScenarioView> scenarios) {}

    /** How many truth values of its conditions no scenario has shown. */
    public int unseen() {
        return rules.stream().mapToInt(RuleView::unseen).sum();
    }
}
