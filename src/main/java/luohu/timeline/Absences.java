package luohu.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import luohu.library.LibraryPackage;
import luohu.packages.City;
import luohu.packages.Effective;
import luohu.service.Absence;
import luohu.service.Refusal.Reason;

/**
 * Says why no package decides on some days.
 *
 * @param city the city asked about
 * @param packages the packages that could have decided
 * @param pinned the package the caller insists on; null for any in force
 */
record Absences(City city, List<LibraryPackage> packages, String pinned) {

    /** Why none of the packages decides on any day of a period. */
    Absence between(LocalDate from, LocalDate to) {
        List<Effective> effective = packages.stream()
                .map(each -> each.head().effective())
                .filter(Objects::nonNull)
                .toList();
        Optional<LocalDate> lapsed = effective.stream()
                .map(Effective::to)
                .filter(day -> day != null && day.isBefore(from))
                .max(LocalDate::compareTo);
        Optional<LocalDate> next = effective.stream()
                .map(Effective::from)
                .filter(day -> day.isAfter(to))
                .min(LocalDate::compareTo);
        boolean any = pinned == null;
        String text = (any ? city.name() + "在这一期间没有施行中的规则包。" : "规则包 " + pinned + " 在这一期间不施行。")
                + lapsed.map(day -> (any ? "最近一个" : "它") + "已于 " + day + " 期满失效。")
                        .orElse("")
                + next.map(day -> (any ? "下一个" : "它") + "自 " + day + " 起施行。").orElse("");
        return new Absence((any ? Reason.NO_PACKAGE_IN_FORCE : Reason.PACKAGE_MISMATCH).code(), text);
    }
}
