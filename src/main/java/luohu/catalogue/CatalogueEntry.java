package luohu.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import luohu.decision.PackageDecider;
import luohu.engine.RuleExplanation;
import luohu.language.Rule;
import luohu.packages.Discretion;
import luohu.packages.Effective;
import luohu.packages.Material;
import luohu.packages.Note;
import luohu.packages.Notice;
import luohu.packages.OtherClause;
import luohu.packages.PathwayKind;
import luohu.packages.PathwayText;
import luohu.packages.PathwayText.Covers;
import luohu.packages.PolicyDocument;
import luohu.packages.Registration;
import luohu.packages.RegistrationOrder;
import luohu.packages.RestrictionText;
import luohu.packages.RestrictionText.Effect;
import luohu.packages.Ruling;
import luohu.service.PackageIdentity;

/**
 * A package in full: its document, and when each pathway holds in words.
 *
 * @param identity which package it is
 * @param signed the day the document bears
 * @param effective when it is in force
 * @param registrationOrder the order of places the document states
 * @param rulings how open questions of reading were decided
 * @param notices what every answer says
 * @param pathways the pathways
 * @param restrictions the restrictions
 * @param otherClauses clauses that are no pathway, and why
 */
public record CatalogueEntry(
        @JsonUnwrapped PackageIdentity identity,
        LocalDate signed,
        Effective effective,
        RegistrationOrder registrationOrder,
        List<Ruling> rulings,
        List<Notice> notices,
        List<Pathway> pathways,
        List<Restriction> restrictions,
        List<OtherClause> otherClauses) {

    /** One thing a rule asks. */
    public record RuleText(String rule, Rule.Aspect decides, String detail, List<String> conditions) {}

    /** A pathway in full. */
    public record Pathway(
            String code,
            PathwayKind kind,
            String title,
            String clause,
            String quote,
            Covers covers,
            List<Discretion> discretion,
            List<String> rulings,
            List<Note> notes,
            List<RuleText> rules,
            List<Material> materials,
            List<Registration> registration) {}

    /** A restriction in full. */
    public record Restriction(
            String code,
            String title,
            String clause,
            String quote,
            Effect effect,
            List<String> rulings,
            List<RuleText> rules) {}

    /** The entry for a package. */
    public static CatalogueEntry of(PackageDecider decider) {
        PolicyDocument document = decider.policy().document();
        return new CatalogueEntry(
                PackageIdentity.inCatalogue(decider.policy()),
                document.signed(),
                document.effective(),
                document.registrationOrder(),
                document.rulings(),
                document.notices(),
                document.pathways().stream().map(text -> pathway(text, decider)).toList(),
                document.restrictions().stream()
                        .map(text -> restriction(text, decider))
                        .toList(),
                document.otherClauses());
    }

    private static Pathway pathway(PathwayText text, PackageDecider decider) {
        return new Pathway(
                text.code(),
                text.kind(),
                text.title(),
                text.clause(),
                text.quote(),
                text.covers(),
                text.discretion() == null ? List.of() : text.discretion(),
                text.rulings(),
                text.notes() == null ? List.of() : text.notes(),
                rules(text.code(), decider),
                text.materials(),
                text.registration());
    }

    private static Restriction restriction(RestrictionText text, PackageDecider decider) {
        return new Restriction(
                text.code(),
                text.title(),
                text.clause(),
                text.quote(),
                text.effect(),
                text.rulings(),
                rules(text.code(), decider));
    }

    private static List<RuleText> rules(String code, PackageDecider decider) {
        return decider.explanations().stream()
                .filter(each -> each.rule().target().code().equals(code))
                .map(CatalogueEntry::rule)
                .toList();
    }

    private static RuleText rule(RuleExplanation explanation) {
        Rule.Target target = explanation.rule().target();
        return new RuleText(
                explanation.rule().name(),
                target.aspect(),
                target.detail().isEmpty() ? null : target.detail(),
                explanation.texts());
    }
}
