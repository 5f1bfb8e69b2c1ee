package luohu.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.packages.Note;
import luohu.packages.PolicyPackage;
import luohu.packages.RestrictionText;

/** Turns what the rules recorded about one restriction into its answer. */
final class RestrictionAssessor {

    private final RestrictionText text;
    private final int[] rules;
    private final List<Note> notes;

    RestrictionAssessor(PolicyPackage policy, RestrictionText text) {
        this.text = text;
        this.rules = IntStream.range(0, policy.rules().size())
                .filter(i -> isFor(policy.rules().get(i).target()))
                .toArray();
        this.notes = Notes.of(policy.document(), text.rulings(), text.notes());
    }

    private boolean isFor(Rule.Target target) {
        return target.aspect() == Aspect.RESTRICTION && target.code().equals(text.code());
    }

    /** The restriction, if it holds or is open; its conditions are those of the first rule that holds, else of the first. */
    Optional<RestrictionAnswer> assess(Reasons reasons) {
        Truth truth = Truth.FALSE;
        int nearest = -1;
        for (int rule : rules) {
            Truth each = reasons.truth(rule);
            if (nearest < 0 || each == Truth.TRUE && truth != Truth.TRUE) {
                nearest = rule;
            }
            truth = truth.or(each);
        }
        return truth == Truth.FALSE
                ? Optional.empty()
                : Optional.of(new RestrictionAnswer(
                        text.code(),
                        text.title(),
                        text.clause(),
                        text.effect(),
                        Outcome.of(truth),
                        reasons.conditions(nearest),
                        truth == Truth.TRUE ? List.of() : reasons.missing(rules),
                        notes));
    }
}
