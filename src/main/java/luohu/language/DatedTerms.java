package luohu.language;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/** The terms of the documents that depend on the effective date. */
enum DatedTerms implements DatedTerm {
    /** 成年: from the day of birth plus 18 years on. */
    ADULT {
        @Override
        public Object value(LocalDate birth, LocalDate date) {
            return !birth.plusYears(Vocabulary.ADULT_YEARS).isAfter(date);
        }

        @Override
        public void turns(LocalDate birth, Item item, Horizon horizon) {
            horizon.accept(new Turn(
                    birth.plusYears(Vocabulary.ADULT_YEARS),
                    Turn.Cause.ADULT,
                    item.position() + ".birthDate",
                    Vocabulary.ADULT_YEARS));
        }
    },

    /** Whole months from a first day on; month ends clamp, Civil Code art. 202. */
    MONTHS_WORKED {
        @Override
        public Object value(LocalDate start, LocalDate date) {
            return wholeMonths(start, date);
        }

        @Override
        public void turns(LocalDate start, Item item, Horizon horizon) {
            IntStream steps = horizon.operator() == null
                    ? IntStream.rangeClosed(wholeMonths(start, horizon.first()), wholeMonths(start, horizon.last()))
                    : horizon.literals().stream()
                            .mapToInt(Integer.class::cast)
                            .flatMap(literal -> firstOfAnother(horizon.operator(), literal));
            steps.forEach(months -> horizon.accept(new Turn(
                    start.plusMonths(months), Turn.Cause.MONTHS_REACHED, item.position() + ".startDate", months)));
        }
    };

    /** The numbers from which on a comparison with a number can come out differently. */
    private static IntStream firstOfAnother(Operator operator, int literal) {
        return switch (operator) {
            case AT_LEAST, LESS_THAN -> IntStream.of(literal);
            case MORE_THAN, AT_MOST -> IntStream.of(literal + 1);
            default -> IntStream.of(literal, literal + 1);
        };
    }

    private static int wholeMonths(LocalDate start, LocalDate end) {
        int months = (int) ChronoUnit.MONTHS.between(start, end);
        while (!start.plusMonths(months + 1L).isAfter(end)) {
            months++;
        }
        while (start.plusMonths(months).isAfter(end)) {
            months--;
        }
        return months;
    }
}
