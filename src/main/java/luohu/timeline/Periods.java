package luohu.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import luohu.library.LibraryPackage;
import luohu.packages.Effective;

/** Cuts a span of days where a package comes into force or lapses. */
final class Periods {

    private Periods() {}

    /**
     * Days under one package.
     *
     * @param from the first day
     * @param to the last day, included
     * @param held the package; null where none is in force
     */
    record Period(LocalDate from, LocalDate to, LibraryPackage held) {}

    /**
     * The periods of a span, in order and without a gap.
     *
     * @param packages the packages that may be in force
     * @param pinned whether a draft among them decides on every day
     */
    static List<Period> of(List<LibraryPackage> packages, boolean pinned, LocalDate from, LocalDate to) {
        SortedSet<LocalDate> cuts = new TreeSet<>(List.of(from));
        for (LibraryPackage each : packages) {
            Effective effective = each.head().effective();
            if (effective != null) {
                cuts.add(effective.from());
                if (effective.to() != null) {
                    cuts.add(effective.to().plusDays(1));
                }
            }
        }
        List<LocalDate> starts = cuts.stream()
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .toList();
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            LocalDate end = i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : to;
            periods.add(
                    new Period(start, end, decidingOn(start, packages, pinned).orElse(null)));
        }
        return periods;
    }

    private static Optional<LibraryPackage> decidingOn(LocalDate day, List<LibraryPackage> packages, boolean pinned) {
        return packages.stream()
                .filter(each -> pinned && each.head().draft() || each.head().inForceOn(day))
                .findFirst();
    }
}
