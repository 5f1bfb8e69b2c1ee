package luohu.decision;

import java.util.List;
import luohu.engine.Condition;
import luohu.packages.Note;
import luohu.packages.PathwayText.Covers;

/**
 * What became of one pathway, and why.
 *
 * @param code the pathway
 * @param title its Chinese title
 * @param clause where it stands
 * @param outcome whether it is open to the applicant
 * @param qualifyingPersons {@code SELF} or the relatives whose facts hold; empty unless matched
 * @param covers who moves on this ground
 * @param discretionary whether an authority decides on every ground that matched or is open
 * @param conditions each thing the clause asks, judged
 * @param missing of an undetermined pathway, the facts that would settle it
 * @param materials the papers to bring; empty when not matched
 * @param registration where it registers; empty when not matched
 * @param notes rulings and remarks
 */
public record PathwayAnswer(
        String code,
        String title,
        String clause,
        Outcome outcome,
        List<String> qualifyingPersons,
        Covers covers,
        boolean discretionary,
        List<Condition> conditions,
        List<String> missing,
        List<MaterialAnswer> materials,
        List<PlaceAnswer> registration,
        List<Note> notes) {}
