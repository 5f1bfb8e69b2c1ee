package luohu.api;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import luohu.facts.FactSchema;
import luohu.library.PackageFolders;
import luohu.library.PackageLibrary;
import luohu.service.EvaluationService;

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

    /** Every bundled package, verified and compiled before the first request; a broken one stops the start. */
    @Produces
    @Singleton
    @Startup
    PackageLibrary library(FactSchema schema) {
        return PackageLibrary.of(PackageFolders.bundled(), schema);
    }

    /** The service. */
    @Produces
    @Singleton
    EvaluationService evaluations(PackageLibrary library, Clock clock) {
        return new EvaluationService(library, clock);
    }
}
