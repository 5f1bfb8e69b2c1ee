package luohu.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.health.api.HealthType;
import io.smallrye.health.registry.HealthRegistries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import luohu.language.Finding;
import luohu.release.DirectoryRelease;
import luohu.release.Reload;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has the rules directory, where one is configured, looked at again and again; logs and counts what becomes of changes. */
@ApplicationScoped
public class DirectoryLooks {

    private static final Logger LOG = Logger.getLogger(DirectoryLooks.class);
    private static final int FINDINGS_IN_LOG = 50;

    private final DirectoryRelease release;
    private final VerifiedNotes notes;
    private final MeterRegistry meters;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rules-directory");
        thread.setDaemon(true);
        return thread;
    });

    DirectoryLooks(DirectoryRelease release, VerifiedNotes notes, MeterRegistry meters) {
        this.release = release;
        this.notes = notes;
        this.meters = meters;
    }

    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "luohu.rules.directory") Optional<Path> directory,
            @ConfigProperty(name = "luohu.rules.reload-interval", defaultValue = "2s") Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new ConfigurationException("luohu.rules.reload-interval 应大于零，例如 2s。");
        }
        directory.ifPresent(any -> {
            meters.gauge("luohu.rules.degraded", release, each -> each.state().degraded() ? 1 : 0);
            List.of("taken", "refused").forEach(this::reloads);
            HealthRegistries.getRegistry(HealthType.READINESS)
                    .register("rules-directory", new RulesDirectoryCheck(release));
            looks.scheduleWithFixedDelay(this::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        looks.shutdownNow();
    }

    private void look() {
        release.look().ifPresent(reload -> {
            if (reload instanceof Reload.Taken taken) {
                notes.write(release);
                reloads("taken").increment();
                LOG.infof(
                        "规则目录有变化，已采用：%s。全部规则包的摘要：%s",
                        taken.change(), release.library().get().digest());
            } else if (reload instanceof Reload.Refused refused) {
                reloads("refused").increment();
                LOG.warnf("规则目录有变化，但是有误，没有采用，仍用原来的规则包。%s", words(refused));
            }
        });
    }

    private Counter reloads(String result) {
        return meters.counter("luohu.rules.reloads", "result", result);
    }

    private static String words(Reload.Refused refused) {
        List<Finding> findings = refused.findings();
        String offered = refused.offered().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("；"));
        String listed =
                findings.stream().limit(FINDINGS_IN_LOG).map(Finding::toString).collect(Collectors.joining("\n"));
        return (offered.isEmpty() ? "" : "变动的规则包：" + offered + "。") + "共 " + findings.size() + " 处：\n" + listed
                + (findings.size() > FINDINGS_IN_LOG ? "\n……" : "");
    }
}
