package luohu.api;

import jakarta.enterprise.context.ApplicationScoped;
import luohu.library.PackageLibrary;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every package is verified and compiled; names the packages and their digests. */
@Readiness
@ApplicationScoped
public class PackagesReady implements HealthCheck {

    private final PackageLibrary library;

    PackagesReady(PackageLibrary library) {
        this.library = library;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("packages").up();
        library.packages()
                .forEach(each ->
                        response.withData(each.policy().id(), each.policy().digest()));
        return response.build();
    }
}
