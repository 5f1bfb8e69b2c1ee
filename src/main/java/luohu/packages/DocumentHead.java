package luohu.packages;

import java.time.LocalDate;

/**
 * What a document is, without its clauses.
 *
 * @param id the package: pinyin of the city and version
 * @param city whose document it is
 * @param title its title
 * @param documentNumber its number; null where it bears none
 * @param issuer who issued it; null where it does not say
 * @param draft whether it never came into force
 * @param effective when it is in force; null for a draft
 * @param revision the revision of this encoding
 */
public record DocumentHead(
        String id,
        City city,
        String title,
        String documentNumber,
        String issuer,
        boolean draft,
        Effective effective,
        String revision) {

    /** Whether the document is in force on a day; a draft never is. */
    public boolean inForceOn(LocalDate day) {
        return effective != null && effective.covers(day);
    }
}
