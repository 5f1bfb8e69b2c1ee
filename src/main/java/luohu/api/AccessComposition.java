package luohu.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.IdentityProviderManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import luohu.access.AccessMode;
import luohu.access.CertificateGate;
import luohu.access.Exposure;
import luohu.access.KeyGate;
import luohu.access.KeyRing;
import luohu.access.OpenBatches;
import luohu.access.OpenGate;
import luohu.access.RateLimit;
import luohu.access.UnusableAccessException;
import luohu.audit.AuditLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the parts together that decide who may ask and how often, once, at start; settings that are not safe stop the start. */
@ApplicationScoped
public class AccessComposition {

    private static final Logger LOG = Logger.getLogger(AccessComposition.class);

    /** How callers are told apart. */
    @Produces
    @Singleton
    @Startup
    AccessMode mode(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "luohu.access.mode") Optional<String> chosen) {
        Exposure exposure = new Exposure(host);
        AccessMode mode = AccessMode.of(chosen, exposure);
        if (exposure.reachable() || mode != AccessMode.NONE) {
            LOG.infof("监听地址 %s，调用方的识别方式：%s", host, mode.code());
        }
        return mode;
    }

    /** The keys in use, where callers show keys. */
    @Produces
    @Singleton
    Optional<KeyRing> keys(AccessMode mode, @ConfigProperty(name = "luohu.access.keys") Optional<Path> file) {
        return mode == AccessMode.API_KEY
                ? Optional.of(new KeyRing(required("luohu.access.keys", file)))
                : Optional.empty();
    }

    /** Who calls. */
    @Produces
    @Singleton
    @Startup
    Callers callers(
            AccessMode mode,
            Clock clock,
            Optional<KeyRing> keys,
            MutualTls tls,
            TrustedIssuer issuer,
            IdentityProviderManager identities) {
        return switch (mode) {
            case NONE -> new GateCallers(new OpenGate());
            case API_KEY -> new GateCallers(new KeyGate(keys.orElseThrow(), clock));
            case OIDC -> new TokenCallers(identities, issuer.address(), issuer.claim(), System::nanoTime);
            case MTLS -> {
                tls.check();
                yield new GateCallers(new CertificateGate(clock));
            }
        };
    }

    /** How often each caller may ask. */
    @Produces
    @Singleton
    @Startup
    Optional<RateLimit> limit(
            @ConfigProperty(name = "luohu.access.rate") Optional<Double> rate,
            @ConfigProperty(name = "luohu.access.burst") Optional<Integer> burst) {
        if (rate.isEmpty() && burst.isPresent()) {
            throw new UnusableAccessException("写了 luohu.access.burst 而没有写 luohu.access.rate；请补上每秒的请求数。");
        }
        return rate.map(perSecond -> {
            int atOnce = burst.orElse((int) Math.max(1, Math.ceil(perSecond)));
            if (!(perSecond > 0) || perSecond.isInfinite() || atOnce < 1) {
                throw new UnusableAccessException("luohu.access.rate 应大于 0，luohu.access.burst 应不小于 1；不限制就两项都不写。");
            }
            return new RateLimit(perSecond, atOnce, System::nanoTime);
        });
    }

    /** How many batches each caller may have open. */
    @Produces
    @Singleton
    @Startup
    OpenBatches batches(@ConfigProperty(name = "luohu.batch.per-caller", defaultValue = "32") int most) {
        if (most < 1) {
            throw new UnusableAccessException("luohu.batch.per-caller 应不小于 1。");
        }
        return new OpenBatches(most);
    }

    /**
     * The audit log, where one is configured. Nothing closes it before the process ends: requests that are cut off at the end are
     * still to be written, and no line waits in a buffer.
     */
    @Produces
    @Singleton
    @Startup
    Optional<AuditLog> audit(
            MeterRegistry meters,
            @ConfigProperty(name = "luohu.audit.file") Optional<Path> file,
            @ConfigProperty(name = "luohu.audit.rotate-size", defaultValue = "100M") MemorySize rotateSize,
            @ConfigProperty(name = "luohu.audit.kept", defaultValue = "10") int kept) {
        return file.map(path -> {
            if (rotateSize.asLongValue() < 1 || kept < 1) {
                throw new UnusableAccessException("luohu.audit.rotate-size 和 luohu.audit.kept 应大于零。");
            }
            AuditLog log = new AuditLog(path, rotateSize.asLongValue(), kept);
            meters.gauge("luohu.audit.failures", log, AuditLog::failures);
            return log;
        });
    }

    /** A setting that the chosen mode cannot do without. */
    static <T> T required(String setting, Optional<T> value) {
        return value.orElseThrow(() -> new UnusableAccessException("选定的识别方式还需要 " + setting + "。见 docs/安全与访问.md。"));
    }
}
