package luohu.api;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Keeps what callers can make up out of the metrics. Methods are dealt with here; paths by the match patterns of
 * application.properties, since Quarkus takes the path as it was sent wherever no resource was reached.
 */
final class MetricNames {

    /** What Micrometer notes where a request has none. */
    private static final String NONE = "UNKNOWN";

    private MetricNames() {}

    /** No metric of a request whose method nobody knows. */
    @Produces
    @Singleton
    static MeterFilter knownMethods() {
        return MeterFilter.deny(MetricNames::hasInventedMethod);
    }

    private static boolean hasInventedMethod(Meter.Id id) {
        String method = id.getName().startsWith("http.server.") ? id.getTag("method") : null;
        return method != null && !method.equals(NONE) && !KnownMethods.has(method);
    }
}
