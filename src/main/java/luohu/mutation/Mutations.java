package luohu.mutation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import luohu.language.Rule;
import luohu.packages.Effective;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;
import luohu.packages.PolicyPackage;

/** Every mutant of a package: one condition of one rule dropped or negated, one date or number moved by one. */
public final class Mutations {

    private final PolicyPackage policy;
    private final String folder;

    /**
     * @param policy the package
     * @param folder its folder, relative to the rules folder
     */
    public Mutations(PolicyPackage policy, String folder) {
        this.policy = policy;
        this.folder = folder;
    }

    /** The mutants, in the order of the document's dates, then of the rules. */
    public List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>();
        Effective effective = policy.document().effective();
        if (effective != null) {
            moved(effective.from(), "首日", day -> interval(day, effective.to()), mutants);
            if (effective.to() != null) {
                moved(effective.to(), "末日", day -> interval(effective.from(), day), mutants);
            }
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            Rule rule = policy.rules().get(i);
            for (RuleMutations.Change change : new RuleMutations(rule).all()) {
                mutants.add(new Mutant(
                        rule.file() + ":" + rule.line(),
                        "规则“" + rule.name() + "”" + change.change(),
                        i,
                        with(i, change.rule())));
            }
        }
        return mutants;
    }

    private void moved(
            LocalDate day,
            String which,
            java.util.function.Function<LocalDate, PolicyPackage> changed,
            List<Mutant> mutants) {
        for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
            mutants.add(new Mutant(
                    folder + "/" + PackageFiles.DOCUMENT,
                    "把施行" + which + " " + day + " 改为 " + other,
                    -1,
                    changed.apply(other)));
        }
    }

    private PolicyPackage interval(LocalDate from, LocalDate to) {
        PolicyDocument document = policy.document();
        Effective effective = document.effective();
        PolicyDocument moved = new PolicyDocument(
                document.id(),
                document.city(),
                document.title(),
                document.documentNumber(),
                document.issuer(),
                document.signed(),
                document.draft(),
                new Effective(from, effective.fromBasis(), to, effective.clause(), effective.quote()),
                document.revision(),
                document.registrationOrder(),
                document.rulings(),
                document.notices(),
                document.pathways(),
                document.restrictions(),
                document.otherClauses());
        return new PolicyPackage(moved, policy.rules(), policy.source(), policy.digest());
    }

    private PolicyPackage with(int index, Rule changed) {
        List<Rule> rules = new ArrayList<>(policy.rules());
        rules.set(index, changed);
        return new PolicyPackage(policy.document(), List.copyOf(rules), policy.source(), policy.digest());
    }
}
