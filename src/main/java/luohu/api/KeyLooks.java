package luohu.api;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import luohu.access.KeyRing;
import luohu.access.UnusableAccessException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/** Has the file of keys, where callers show keys, looked at again and again; says what becomes of changes. */
@ApplicationScoped
public class KeyLooks {

    private static final Logger LOG = Logger.getLogger(KeyLooks.class);
    private static final int MOST_REASONS = 5;

    private final Optional<KeyRing> keys;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "access-keys");
        thread.setDaemon(true);
        return thread;
    });

    KeyLooks(Optional<KeyRing> keys) {
        this.keys = keys;
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "luohu.access.reload-interval", defaultValue = "2s") Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new UnusableAccessException("luohu.access.reload-interval 应大于零，例如 2s。");
        }
        keys.ifPresent(ring -> {
            HealthRegistries.getRegistry(HealthType.READINESS).register("access-keys", (HealthCheck) () -> state(ring));
            looks.scheduleWithFixedDelay(
                    () -> look(ring), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    private static void look(KeyRing keys) {
        keys.look().ifPresent(change -> {
            if (change.taken()) {
                LOG.infof("密钥文件有变化，已采用：共 %d 个密钥。", change.keys());
            } else {
                LOG.warnf(
                        "密钥文件有变化，但是有误，没有采用，仍用原来的密钥。共 %d 处：%s",
                        change.findings().size(), String.join("\n", change.findings()));
            }
        });
    }

    /** Up in any case: with the last good keys the service serves everybody who could ask before. */
    private static HealthCheckResponse state(KeyRing keys) {
        List<String> findings = keys.findings();
        var response = HealthCheckResponse.named("access-keys")
                .up()
                .withData("state", findings.isEmpty() ? "current" : "degraded");
        for (int i = 0; i < Math.min(findings.size(), MOST_REASONS); i++) {
            response.withData("reason-" + (i + 1), findings.get(i));
        }
        return response.build();
    }
}
