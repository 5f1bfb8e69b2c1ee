package luohu.api;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luohu.access.AccessMode;
import luohu.access.UnusableAccessException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the TLS handshake ask callers for their certificates in mode mtls. Quarkus' own setting for it is fixed when the
 * application is built.
 */
@Singleton
public class MutualTls implements HttpServerOptionsCustomizer {

    private final Instance<AccessMode> mode;
    private final TlsConfigurationRegistry registry;
    private final Optional<String> name;
    private final Optional<String> insecure;

    MutualTls(
            Instance<AccessMode> mode,
            TlsConfigurationRegistry registry,
            @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> name,
            @ConfigProperty(name = "quarkus.http.insecure-requests") Optional<String> insecure) {
        this.mode = mode;
        this.registry = registry;
        this.name = name;
        this.insecure = insecure;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (mode.get() == AccessMode.MTLS) {
            options.setClientAuth(ClientAuth.REQUIRED);
        }
    }

    /**
     * Looks whether there is everything that mutual TLS needs.
     *
     * @throws UnusableAccessException with everything that is missing
     */
    void check() {
        List<String> missing = new ArrayList<>();
        Optional<TlsConfiguration> tls = TlsConfiguration.from(registry, name);
        String prefix = "quarkus.tls." + name.map(each -> each + ".").orElse("");
        if (tls.isEmpty() || tls.get().getKeyStoreOptions() == null) {
            missing.add("服务的证书和私钥（" + prefix + "key-store.pem.0.cert、" + prefix + "key-store.pem.0.key）");
        }
        if (tls.isEmpty()
                || tls.get().getTrustStoreOptions() == null
                || tls.get().isTrustAll()) {
            missing.add("签发客户端证书的机构（" + prefix + "trust-store.pem.certs；不能用 trust-all）");
        }
        if (!insecure.map("disabled"::equalsIgnoreCase).orElse(false)) {
            missing.add("关闭不加密的端口（quarkus.http.insecure-requests=disabled）");
        }
        if (!missing.isEmpty()) {
            throw new UnusableAccessException(
                    "luohu.access.mode=mtls 还缺：" + String.join("；", missing) + "。见 docs/安全与访问.md。");
        }
    }
}
