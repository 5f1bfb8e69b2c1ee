package luohu.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The mixed load: which requests there are and in which order they come, always the same. */
final class Mix {

    private static final int BATCH_LINES = 100;
    private static final String JSON = "application/json";
    private static final String CHANGES = "/v1/packages/zibo-2021-12-29/changes?from=zibo-2021-draft";

    private final Map<Kind, List<Asked>> requests = new EnumMap<>(Kind.class);
    private final List<Asked> all = new ArrayList<>();
    private final List<Kind> slots = new ArrayList<>();
    private final int[] next = new int[Kind.values().length];
    private int slot;

    /** What is asked for, and how many of a hundred requests ask for it. */
    enum Kind {
        EVALUATION(60),
        COMPARISON(6),
        TIMELINE(6),
        CHANGES(5),
        CATALOGUE(10),
        OPENAPI(1),
        BATCH(2),
        BAD(10);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    /**
     * A request.
     *
     * @param number its place among all
     * @param mediaType of the body; null where there is none
     */
    record Asked(int number, Kind kind, HttpMethod method, String target, String mediaType, Buffer body) {}

    Mix() throws IOException {
        for (String example : Examples.evaluations()) {
            post(Kind.EVALUATION, "/v1/evaluations", JSON, example);
        }
        for (String example : List.of("compare-cities", "compare-packages")) {
            post(Kind.COMPARISON, "/v1/comparisons", JSON, Examples.text(example));
        }
        for (String example : List.of("timeline-weihai", "timeline-zaozhuang")) {
            post(Kind.TIMELINE, "/v1/timelines", JSON, Examples.text(example));
        }
        get(Kind.CHANGES, CHANGES);
        post(Kind.CHANGES, CHANGES, JSON, Examples.text("changes-zibo"));
        for (String target : List.of(
                "/v1/cities",
                "/v1/packages",
                "/v1/packages/weihai-2021-10-21",
                "/v1/packages/weihai-2021-10-21/rules",
                "/v1/facts")) {
            get(Kind.CATALOGUE, target);
        }
        get(Kind.OPENAPI, "/q/openapi");
        List<String> lines = Examples.lines();
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < BATCH_LINES; i++) {
            batch.append(lines.get(i % lines.size())).append('\n');
        }
        post(Kind.BATCH, "/v1/evaluations/batch", "application/x-ndjson", batch.toString());
        bad();
        for (Kind kind : Kind.values()) {
            slots.addAll(Collections.nCopies(kind.share, kind));
        }
        Collections.shuffle(slots, new Random(1));
    }

    /** Every request once. */
    List<Asked> all() {
        return List.copyOf(all);
    }

    /** The next request of the load. */
    Asked next() {
        Kind kind = slots.get(slot++ % slots.size());
        List<Asked> same = requests.get(kind);
        return same.get(next[kind.ordinal()]++ % same.size());
    }

    private void bad() {
        post(Kind.BAD, "/v1/evaluations", JSON, "{\"city\":");
        post(
                Kind.BAD,
                "/v1/evaluations",
                JSON,
                "{\"city\":\"weihai\",\"homes\":[{\"tenur\":\"OWNED\",\"areaType\":1}]}");
        post(Kind.BAD, "/v1/evaluations", JSON, "{\"city\":\"nowhere\"}");
        post(Kind.BAD, "/v1/comparisons", JSON, "[]");
        post(Kind.BAD, "/v1/timelines", "text/plain", "{}");
        get(Kind.BAD, "/v1/packages/nope");
        get(Kind.BAD, "/nope");
        get(Kind.BAD, "/v1/evaluations");
    }

    private void get(Kind kind, String target) {
        add(kind, HttpMethod.GET, target, null, Buffer.buffer());
    }

    private void post(Kind kind, String target, String mediaType, String body) {
        add(kind, HttpMethod.POST, target, mediaType, Buffer.buffer(body));
    }

    private void add(Kind kind, HttpMethod method, String target, String mediaType, Buffer body) {
        Asked asked = new Asked(all.size(), kind, method, target, mediaType, body);
        all.add(asked);
        requests.computeIfAbsent(kind, key -> new ArrayList<>()).add(asked);
    }
}
