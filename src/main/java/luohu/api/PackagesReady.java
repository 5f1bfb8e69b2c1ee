package luohu.api;

import jakarta.enterprise.context.ApplicationScoped;
import luohu.release.CurrentLibrary;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready from the start until the end begins, since nothing is served before every package in use is verified: by this start, by an
 * earlier one that the index remembers, or, of those that come with the service, by the build. It does not say that all are compiled: those that
 * are not, are compiled when somebody asks for them, from the files that were verified. Names the packages in use and their digests.
 */
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
