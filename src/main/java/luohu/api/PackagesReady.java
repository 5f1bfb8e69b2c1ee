package luohu.api;

import jakarta.enterprise.context.ApplicationScoped;
import luohu.release.CurrentLibrary;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every package is verified and can be decided by; names the packages in use and their digests. */
@Readiness
@ApplicationScoped
public class PackagesReady implements HealthCheck {

    private final CurrentLibrary library;

    PackagesReady(CurrentLibrary library) {
        this.library = library;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("packages").up();
        library.get().packages().forEach(each -> response.withData(each.head().id(), each.digest()));
        return response.build();
    }
}
