package luohu.api;

import java.util.List;
import luohu.language.Finding;
import luohu.release.DirectoryRelease;
import luohu.release.ReleaseState;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether what is in the rules directory is in use. Up in any case: when it is not, the last good library serves, and a
 * replica taken out of service for that would help nobody.
 */
final class RulesDirectoryCheck implements HealthCheck {

    private static final int MOST_REASONS = 5;
    private static final int LONGEST_REASON = 300;

    private final DirectoryRelease release;

    RulesDirectoryCheck(DirectoryRelease release) {
        this.release = release;
    }

    @Override
    public HealthCheckResponse call() {
        ReleaseState state = release.state();
        var response = HealthCheckResponse.named("rules-directory")
                .up()
                .withData("state", state.degraded() ? "degraded" : "current")
                .withData("since", state.since().toString());
        List<Finding> findings = state.findings();
        if (state.degraded()) {
            response.withData("findings", findings.size());
        }
        for (int i = 0; i < Math.min(findings.size(), MOST_REASONS); i++) {
            response.withData("reason-" + (i + 1), shortened(findings.get(i).toString()));
        }
        return response.build();
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST_REASON ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_REASON)) + "…";
    }
}
