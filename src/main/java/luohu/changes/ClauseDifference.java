package luohu.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import luohu.changes.PackageChanges.ChangeKind;
import luohu.changes.PackageChanges.ClauseChange;
import luohu.changes.PackageChanges.MaterialChange;
import luohu.changes.PackageChanges.RuleChange;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.language.Rule.Aspect;
import luohu.language.Rule.Target;
import luohu.packages.Material;
import luohu.packages.PathwayText;
import luohu.packages.RestrictionText;

/** Finds what differs in one pathway or restriction between two packages. */
record ClauseDifference(PackageDecider from, PackageDecider to) {

    ClauseChange of(PathwayText before, PathwayText after) {
        PathwayText shown = after == null ? before : after;
        return new ClauseChange(
                shown.code(),
                Pairing.kind(before, after),
                shown.title(),
                shown.clause(),
                Members.of(after).since(Members.of(before)),
                rules(shown.code()),
                materials(
                        before == null ? List.of() : before.materials(),
                        after == null ? List.of() : after.materials()));
    }

    ClauseChange of(RestrictionText before, RestrictionText after) {
        RestrictionText shown = after == null ? before : after;
        return new ClauseChange(
                shown.code(),
                Pairing.kind(before, after),
                shown.title(),
                shown.clause(),
                Members.of(after).since(Members.of(before)),
                rules(shown.code()),
                List.of());
    }

    private List<RuleChange> rules(String code) {
        List<RuleChange> changes = new ArrayList<>();
        for (Pairing<RuleExplanation> pair :
                Pairing.of(rules(from, code), rules(to, code), ClauseDifference::likeness)) {
            RuleChange change = change(pair.before(), pair.after());
            boolean same = change.change() == ChangeKind.CHANGED
                    && change.dropped().isEmpty()
                    && change.added().isEmpty()
                    && target(pair.before()).equals(target(pair.after()));
            if (!same) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static List<RuleExplanation> rules(PackageDecider decider, String code) {
        return decider.explanations().stream()
                .filter(each -> target(each).code().equals(code))
                .toList();
    }

    private static RuleChange change(RuleExplanation before, RuleExplanation after) {
        Target target = target(after == null ? before : after);
        List<String> old = before == null ? List.of() : before.texts();
        List<String> now = after == null ? List.of() : after.texts();
        return new RuleChange(
                Pairing.kind(before, after),
                target.aspect(),
                target.detail().isEmpty() ? null : target.detail(),
                before == null ? null : before.rule().name(),
                after == null ? null : after.rule().name(),
                Member.without(old, now),
                Member.without(now, old));
    }

    /** Rules that decide a paper or a place are the same when they decide the same one; others by what they ask. */
    private static int likeness(RuleExplanation before, RuleExplanation after) {
        Target old = target(before);
        Target now = target(after);
        boolean named = now.aspect() == Aspect.MATERIAL || now.aspect() == Aspect.REGISTRATION;
        if (old.aspect() != now.aspect() || named && !old.equals(now)) {
            return 0;
        }
        int dropped = Member.without(before.texts(), after.texts()).size();
        int added = Member.without(after.texts(), before.texts()).size();
        int shared = before.texts().size() - dropped;
        return shared == 0 && !named ? 0 : Math.max(1, 1_000 + 100 * shared - dropped - added);
    }

    private static Target target(RuleExplanation explanation) {
        return explanation.rule().target();
    }

    private static List<MaterialChange> materials(List<Material> before, List<Material> after) {
        return Pairing.of(before, after, ClauseDifference::likeness).stream()
                .filter(pair -> !Objects.equals(pair.before(), pair.after()))
                .map(pair -> new MaterialChange(Pairing.kind(pair.before(), pair.after()), pair.before(), pair.after()))
                .toList();
    }

    /** The same name, or the same papers under another one. */
    private static int likeness(Material before, Material after) {
        boolean papers = before.options().equals(after.options()) && before.from() == after.from();
        return before.equals(after) ? 3 : before.name().equals(after.name()) ? 2 : papers ? 1 : 0;
    }
}
