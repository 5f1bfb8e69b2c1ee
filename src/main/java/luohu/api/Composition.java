package luohu.api;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.release.CurrentLibrary;
import luohu.service.EvaluationService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts of the service together once, at start. */
@ApplicationScoped
public class Composition {

    /** The civil clock of the cities. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /** The facts of the contract. */
    @Produces
    @Singleton
    FactSchema schema() {
        return new FactSchema();
    }

    /**
     * Every bundled package, verified and compiled before the first request; a broken one stops the start. Without the bundled
     * packages the service knows no city, which only measurements of the rest want.
     */
    @Produces
    @Singleton
    @Startup
    CurrentLibrary library(
            FactSchema schema, @ConfigProperty(name = "luohu.rules.bundled", defaultValue = "true") boolean bundled) {
        return new CurrentLibrary(PackageLibrary.of(bundled ? PackageFolders.bundled() : List.of(), schema));
    }

    /** The service. */
    @Produces
    @Singleton
    EvaluationService evaluations(CurrentLibrary library, Clock clock) {
        return new EvaluationService(library, clock);
    }
}
