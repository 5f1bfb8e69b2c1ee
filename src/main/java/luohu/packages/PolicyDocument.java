package luohu.packages;

import java.time.LocalDate;
import java.util.List;
import luohu.binding.Required;

/**
 * A published document as data: everything but when its pathways hold.
 *
 * @param id the package: pinyin of the city and version
 * @param city whose document it is
 * @param title its title
 * @param documentNumber its number; null where it bears none
 * @param issuer who issued it; null where it does not say
 * @param signed the day it bears; null where it bears none
 * @param draft whether it never came into force
 * @param effective when it is in force; null for a draft
 * @param revision the revision of this encoding
 * @param registrationOrder the order of places; null where it states none
 * @param rulings how open questions of reading were decided
 * @param notices what every answer says
 * @param pathways the pathways in the order of the document
 * @param restrictions the restrictions in the order of the document
 * @param otherClauses clauses that are no pathway
 */
public record PolicyDocument(
        @Required String id,
        @Required City city,
        @Required String title,
        String documentNumber,
        String issuer,
        LocalDate signed,
        boolean draft,
        Effective effective,
        @Required String revision,
        RegistrationOrder registrationOrder,
        @Required List<Ruling> rulings,
        @Required List<Notice> notices,
        @Required List<PathwayText> pathways,
        @Required List<RestrictionText> restrictions,
        @Required List<OtherClause> otherClauses) {

    /** Whether the document is in force on a day; a draft never is. */
    public boolean inForceOn(LocalDate day) {
        return effective != null && effective.covers(day);
    }

    /** What it is, without its clauses. */
    public DocumentHead head() {
        return new DocumentHead(id, city, title, documentNumber, issuer, draft, effective, revision);
    }
}
