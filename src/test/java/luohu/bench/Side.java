package luohu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One side of a comparison: what was measured of it, round by round. */
final class Side {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** The median of the rounds. */
    double median() {
        return median(values);
    }

    /** The median of the ratios of this side to another, round by round. */
    double ratio(Side other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return median(ratios);
    }

    /** Prints a line of a table: the medians of two sides and the ratio of the first to the second. */
    static void row(String what, String format, Side first, Side second) {
        System.out.printf(
                Locale.ROOT,
                "| %s | " + format + " | " + format + " | %.2f |%n",
                what,
                first.median(),
                second.median(),
                first.ratio(second));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
