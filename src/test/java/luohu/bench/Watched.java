package luohu.bench;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import luohu.bench.Caller.Answered;
import luohu.bench.Mix.Asked;
import luohu.bench.Mix.Kind;
import org.HdrHistogram.Histogram;

/**
 * Looks at every answer: it must be, byte for byte, the one that some one version of the rules gives to the request, as it was
 * given when nothing else was asked and nothing changed. So an answer put together from two versions would show. Used on one
 * thread.
 */
final class Watched {

    private static final double[] PERCENTILES = {50, 99, 99.9, 100};
    private static final double MICROS_PER_MILLI = 1_000;
    private static final int SHOWN = 10;

    private final List<Map<Integer, Answered>> versions = new ArrayList<>();
    private final Map<Kind, Histogram> latencies = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> failures = new EnumMap<>(Kind.class);
    private final List<String> described = new ArrayList<>();
    private final long[] ofVersion;

    Watched(int versions) {
        for (int i = 0; i < versions; i++) {
            this.versions.add(new java.util.HashMap<>());
        }
        this.ofVersion = new long[versions];
    }

    /** Notes the right answer of a version to a request. */
    void expect(int version, Asked asked, Answered answered) {
        boolean refused = answered.status() >= 400 && answered.status() < 500;
        if (asked.kind() == Kind.BAD ? !refused : answered.status() != 200) {
            throw new IllegalStateException(asked.target() + " " + answered.status() + " " + answered.body());
        }
        versions.get(version).put(asked.number(), answered);
    }

    /** How many requests versions answer differently. */
    long changing() {
        return versions.get(0).entrySet().stream()
                .filter(each -> !each.getValue().equals(versions.get(1).get(each.getKey())))
                .count();
    }

    /** An answer, or what became of the request instead, and the time from when it was due. */
    void look(Asked asked, Answered answered, Throwable failure, long nanos) {
        latencies.computeIfAbsent(asked.kind(), kind -> new Histogram(3)).recordValue(nanos / 1_000);
        int[] matching = IntStream.range(0, versions.size())
                .filter(version -> versions.get(version).get(asked.number()).equals(answered))
                .toArray();
        if (matching.length == 1) {
            ofVersion[matching[0]]++;
        } else if (matching.length == 0) {
            failures.merge(asked.kind(), 1, Integer::sum);
            if (described.size() < SHOWN) {
                described.add(asked.method() + " " + asked.target() + ": "
                        + (failure != null ? failure : differing(asked, answered)));
            }
        }
    }

    /** Forgets the times; failures stay. */
    void restart() {
        latencies.clear();
    }

    /** How many answers there were since the last restart. */
    long count() {
        return latencies.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether an answer of each version was seen. */
    boolean sawAll() {
        return IntStream.range(0, ofVersion.length).allMatch(version -> ofVersion[version] > 0);
    }

    /** Prints a row for each kind and one for all. */
    void print() {
        System.out.println("| kind | requests | p50, ms | p99, ms | p99.9, ms | max, ms | failures |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        Histogram all = new Histogram(3);
        latencies.forEach((kind, latency) -> {
            all.add(latency);
            row(kind.name().toLowerCase(Locale.ROOT), latency, failures.getOrDefault(kind, 0));
        });
        row("all", all, failed());
        System.out.println("answers of one version alone: " + java.util.Arrays.toString(ofVersion));
        described.forEach(System.out::println);
    }

    private static void row(String name, Histogram latency, int failed) {
        StringBuilder row = new StringBuilder("| " + name + " | " + latency.getTotalCount());
        for (double percentile : PERCENTILES) {
            row.append(
                    String.format(Locale.ROOT, " | %.1f", latency.getValueAtPercentile(percentile) / MICROS_PER_MILLI));
        }
        System.out.println(row.append(" | ").append(failed).append(" |"));
    }

    /** Where the answer differs from what each version answers. */
    private String differing(Asked asked, Answered answered) {
        StringBuilder text = new StringBuilder(shown(answered));
        for (Map<Integer, Answered> version : versions) {
            Answered expected = version.get(asked.number());
            int at = java.util.Arrays.mismatch(
                    expected.body().getBytes(), answered.body().getBytes());
            text.append("\n  expected ")
                    .append(expected.status())
                    .append(", from byte ")
                    .append(at)
                    .append(": ")
                    .append(at < 0 ? "" : part(expected.body(), at))
                    .append("\n  answered: ")
                    .append(at < 0 ? "" : part(answered.body(), at));
        }
        return text.toString();
    }

    private static String part(Buffer body, int at) {
        return body.getString(Math.max(0, at - 40), Math.min(body.length(), at + 80));
    }

    private static String shown(Answered answered) {
        Buffer body = answered.body();
        return answered.status() + " " + body.getString(0, Math.min(200, body.length()));
    }
}
