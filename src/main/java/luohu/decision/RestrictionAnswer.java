package luohu.decision;

import java.util.List;
import luohu.engine.Condition;
import luohu.packages.Note;
import luohu.packages.RestrictionText.Effect;

/**
 * A restriction that holds or is open.
 *
 * @param code the restriction
 * @param title its Chinese title
 * @param clause where it stands
 * @param effect what follows from it
 * @param outcome MATCHED or UNDETERMINED
 * @param conditions each thing the clause asks, judged
 * @param missing while it is open, the facts that would settle it
 * @param notes rulings and remarks
 */
public record RestrictionAnswer(
        String code,
        String title,
        String clause,
        Effect effect,
        Outcome outcome,
        List<Condition> conditions,
        List<String> missing,
        List<Note> notes) {}
