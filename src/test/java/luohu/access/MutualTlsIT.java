package luohu.access;

import static luohu.testing.ServiceProcess.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import luohu.testing.Certificates;
import luohu.testing.ServiceProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service in mode mtls")
class MutualTlsIT {

    @TempDir
    Path folder;

    @Test
    @DisplayName("serves who shows a certificate of the authority, and ends the handshake with all others")
    void serves_who_shows_a_certificate() throws Exception {
        Certificates made = new Certificates(folder);
        made.authority("authority");
        made.authority("stranger");
        made.issue("server", "authority", "CN=localhost", "now", "san=dns:localhost,ip:127.0.0.1");
        made.issue("right", "authority", "CN=client-a,O=Office", "now", "eku=clientAuth");
        made.issue("expired", "authority", "CN=client-b", "-20d", "eku=clientAuth");
        made.issue("wrong", "stranger", "CN=client-a,O=Office", "now", "eku=clientAuth");
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.mode=mtls",
                "-Dquarkus.http.ssl-port=0",
                "-Dquarkus.http.insecure-requests=disabled",
                "-Dquarkus.http.tls-configuration-name=callers",
                "-Dquarkus.tls.callers.key-store.p12.path=" + made.store("server"),
                "-Dquarkus.tls.callers.key-store.p12.password=" + Certificates.PASSWORD,
                "-Dquarkus.tls.callers.trust-store.p12.path=" + made.trust("authority"),
                "-Dquarkus.tls.callers.trust-store.p12.password=" + Certificates.PASSWORD,
                "-Dluohu.audit.file=" + audit)) {
            URI cities = service.api("/v1/cities");
            assertEquals("https", cities.getScheme());
            assertEquals(200, ask(cities, made, "right").statusCode());
            for (String other : new String[] {"expired", "wrong", null}) {
                assertThrows(IOException.class, () -> ask(cities, made, other), other);
            }
            assertEquals(200, get(service.management("/q/health/ready")).statusCode());
            String line = Files.readString(audit);
            assertTrue(line.contains("\"caller\":\"CN=client-a,O=Office\""), line);
            assertEquals(1, line.lines().count(), line);
            assertFalse(service.output().contains("\tat "), service.output());
        }
    }

    /** Asks with the certificate of a name, whether or not the service wants it; null for none. */
    private static HttpResponse<String> ask(URI address, Certificates made, String name) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(made.load(made.trust("authority")));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(
                name == null ? null : new KeyManager[] {new Always(made.load(made.store(name)), name)},
                trust.getTrustManagers(),
                null);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Shows one certificate to everybody; Java's own would keep back one that the other side cannot want. */
    private static final class Always extends X509ExtendedKeyManager {

        private final KeyStore store;
        private final String alias;

        Always(KeyStore store, String alias) {
            this.store = store;
            this.alias = alias;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {alias};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return alias;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return alias;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return null;
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String name) {
            try {
                return new X509Certificate[] {(X509Certificate) store.getCertificate(alias)};
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public PrivateKey getPrivateKey(String name) {
            try {
                return (PrivateKey) store.getKey(alias, Certificates.PASSWORD.toCharArray());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
