package luohu.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import luohu.batch.BatchEvaluation;
import luohu.changes.ChangesService;
import luohu.comparison.ComparisonService;
import luohu.facts.FactSchema;
import luohu.receipts.Receipts;
import luohu.receipts.SigningKey;
import luohu.release.CurrentLibrary;
import luohu.release.KeyFile;
import luohu.request.RequestReader;
import luohu.service.AnswerJson;
import luohu.service.AnswerWriter;
import luohu.service.EvaluationService;
import luohu.timeline.TimelineService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the parts of the service together once, at start. */
@ApplicationScoped
public class Composition {

    private static final Logger LOG = Logger.getLogger(Composition.class);

    /** Writes every answer, over HTTP as elsewhere. */
    @Produces
    @Singleton
    ObjectMapper json() {
        return AnswerJson.mapper();
    }

    /** Writes evaluations to the same bytes, faster. */
    @Produces
    @Singleton
    AnswerWriter answers(ObjectMapper json) {
        return new AnswerWriter(json);
    }

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

    /** Reads the requests of all operations: one, so that there is one bound on what is read at the same time. */
    @Produces
    @Singleton
    RequestReader reader(Clock clock) {
        return new RequestReader(clock);
    }

    /** The service. */
    @Produces
    @Singleton
    EvaluationService evaluations(CurrentLibrary library, Clock clock, RequestReader reader) {
        return new EvaluationService(library, clock, reader);
    }

    /** Batches, on all cores. */
    @Produces
    @Singleton
    BatchEvaluation batches(EvaluationService evaluations, ObjectMapper json) {
        return new BatchEvaluation(evaluations, json, Runtime.getRuntime().availableProcessors());
    }

    void end(@Disposes BatchEvaluation batches) {
        batches.close();
    }

    /** Receipts for answers, where a key is configured; one that cannot be used stops the start. */
    @Produces
    @Singleton
    @Startup
    Receipts receipts(
            @ConfigProperty(name = "luohu.receipts.key") Optional<Path> key,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        Optional<SigningKey> signing = key.map(KeyFile::privateKey).map(SigningKey::of);
        signing.ifPresent(each -> LOG.infof("回执：用密钥 %s 签名", each.id()));
        return new Receipts(signing, version);
    }

    /** Comparisons of cities and packages for one applicant. */
    @Produces
    @Singleton
    ComparisonService comparisons(CurrentLibrary library, Clock clock, RequestReader reader) {
        return new ComparisonService(library, clock, reader);
    }

    /** What differs between packages. */
    @Produces
    @Singleton
    ChangesService changes(CurrentLibrary library, Clock clock, RequestReader reader) {
        return new ChangesService(library, clock, reader);
    }

    /** When outcomes change. */
    @Produces
    @Singleton
    TimelineService timelines(CurrentLibrary library, RequestReader reader) {
        return new TimelineService(library, reader);
    }
}
