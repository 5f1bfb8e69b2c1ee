package luohu.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import luohu.packages.City;
import luohu.packages.Effective;
import luohu.packages.PolicyDocument;

/**
 * When which package of a city is in force, on one axis of years. Positions are percent of the axis, written as SVG does.
 *
 * @param years the marks of the axis
 * @param lines one for each city
 */
record Timeline(List<Year> years, List<Line> lines) {

    private static final int MOST_YEARS = 8;
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

    /** The first day of a year. */
    record Year(int year, String at) {}

    /** The packages of a city: bars and gaps on the line, drafts beside it. */
    record Line(City city, List<Bar> bars, List<Gap> gaps, List<Draft> drafts) {}

    /**
     * A package in force.
     *
     * @param openEnded whether the document states no last day
     * @param inferred whether its first day is inferred
     */
    record Bar(
            PolicyDocument document,
            String anchor,
            String at,
            String width,
            String interval,
            String basis,
            boolean openEnded,
            boolean inferred) {}

    /** Days between two packages of a city on which neither is in force. */
    record Gap(LocalDate from, LocalDate to, String at, String width) {}

    /** A package that never came into force. */
    record Draft(PolicyDocument document, String anchor) {}

    /** The time line of packages, which come by city and first day. */
    static Timeline of(List<ReportedPackage> packages) {
        List<PolicyDocument> documents =
                packages.stream().map(ReportedPackage::document).toList();
        Axis axis = Axis.of(documents.stream()
                .map(PolicyDocument::effective)
                .filter(Objects::nonNull)
                .toList());
        List<Line> lines = documents.stream()
                .map(PolicyDocument::city)
                .distinct()
                .map(city -> line(
                        city,
                        documents.stream()
                                .filter(each -> each.city().equals(city))
                                .toList(),
                        axis))
                .toList();
        return new Timeline(axis.years(), lines);
    }

    private static Line line(City city, List<PolicyDocument> documents, Axis axis) {
        List<Bar> bars = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        LocalDate free = null;
        for (PolicyDocument each : documents) {
            String anchor = Anchors.of(each).top();
            Effective effective = each.effective();
            if (effective == null) {
                drafts.add(new Draft(each, anchor));
                continue;
            }
            if (free != null && free.isBefore(effective.from())) {
                gaps.add(new Gap(
                        free, effective.from().minusDays(1), axis.at(free), axis.width(free, effective.from())));
            }
            LocalDate end = effective.to() == null ? axis.end() : effective.to().plusDays(1);
            free = end;
            bars.add(new Bar(
                    each,
                    anchor,
                    axis.at(effective.from()),
                    axis.width(effective.from(), end),
                    Words.interval(each),
                    Words.fromBasis(effective.fromBasis()),
                    effective.to() == null,
                    effective.fromBasis() == Effective.FromBasis.INFERRED));
        }
        return new Line(city, bars, gaps, drafts);
    }

    /** Whole years from the first day of force to a year after the last day stated, so that open ends can be seen. */
    private record Axis(LocalDate start, LocalDate end) {

        static Axis of(List<Effective> effective) {
            if (effective.isEmpty()) {
                return new Axis(LocalDate.EPOCH, LocalDate.EPOCH);
            }
            int first = days(effective).mapToInt(LocalDate::getYear).min().orElseThrow();
            int last = days(effective).mapToInt(LocalDate::getYear).max().orElseThrow();
            return new Axis(LocalDate.of(first, 1, 1), LocalDate.of(last + 2, 1, 1));
        }

        private static Stream<LocalDate> days(List<Effective> effective) {
            return effective.stream()
                    .flatMap(each -> Stream.of(each.from(), each.to()))
                    .filter(Objects::nonNull);
        }

        List<Year> years() {
            int span = end.getYear() - start.getYear();
            int step = STEPS.stream()
                    .filter(each -> span <= each * MOST_YEARS)
                    .findFirst()
                    .orElse(span);
            List<Year> years = new ArrayList<>();
            for (int year = start.getYear(); year < end.getYear(); year += step) {
                years.add(new Year(year, at(LocalDate.of(year, 1, 1))));
            }
            return years;
        }

        String at(LocalDate day) {
            return width(start, day);
        }

        String width(LocalDate from, LocalDate to) {
            double share = 100.0 * ChronoUnit.DAYS.between(from, to) / ChronoUnit.DAYS.between(start, end);
            return String.format(Locale.ROOT, "%.3f%%", share);
        }
    }
}
