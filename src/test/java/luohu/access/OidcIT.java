package luohu.access;

import static luohu.testing.ServiceProcess.get;
import static luohu.testing.ServiceProcess.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import luohu.testing.ServiceProcess;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The packaged service in mode oidc")
class OidcIT {

    private static final String REQUEST = "{\"city\": \"weihai\", \"effectiveDate\": \"2024-05-01\"}";

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final RsaJsonWebKey key = key();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private String issuer;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "serves who shows a token of the issuer for this service, asks the issuer at the first one, and refuses all others alike")
    void serves_who_shows_a_token() throws Exception {
        HttpServer server = issuer();
        Path audit = folder.resolve("audit.log");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.access.mode=oidc",
                "-Dluohu.access.oidc.issuer=" + issuer,
                "-Dluohu.access.oidc.audience=luohu",
                "-Dluohu.audit.file=" + audit)) {
            assertEquals(401, get(service.api("/v1/cities")).statusCode());
            assertEquals(0, questions.get(), "neither the start nor a request without a token asks the issuer");

            String right = "Bearer " + signed(key, "RS256", claims -> {});
            assertEquals(
                    200, get(service.api("/v1/cities"), "Authorization", right).statusCode());
            HttpResponse<String> answer =
                    post(service.api("/v1/evaluations"), REQUEST + " ".repeat(20_000), "Authorization", right);
            assertEquals(200, answer.statusCode(), answer.body());

            Set<String> answers = new HashSet<>();
            for (Map.Entry<String, String> wrong : wrong().entrySet()) {
                HttpResponse<String> refused =
                        get(service.api("/v1/cities"), "Authorization", "Bearer " + wrong.getValue());
                assertEquals(401, refused.statusCode(), wrong.getKey());
                answers.add(refused.body() + refused.headers().allValues("WWW-Authenticate"));
            }
            HttpResponse<String> missing = get(service.api("/v1/cities"));
            answers.add(missing.body() + missing.headers().allValues("WWW-Authenticate"));
            assertEquals(1, answers.size(), "which it is, nobody is told: " + answers);
            assertEquals(
                    3, questions.get(), "the discovery document, the keys, and the keys again for one nobody knew");
            for (int i = 0; i < 3; i++) {
                get(service.api("/v1/cities"), "Authorization", "Bearer " + unknown("k" + i));
            }
            assertEquals(3, questions.get(), "and not again at once for another");
            assertTrue(Files.readString(audit).contains("\"caller\":\"甲系统\""));
            assertTrue(!service.output().contains("\tat ") && !service.output().contains("WARN"), service.output());
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisplayName("says that it is the issuer's silence, asks it once meanwhile, and serves when it is back")
    void issuer_is_away() throws Exception {
        HttpServer server = issuer();
        CountDownLatch back = new CountDownLatch(1);
        silence = back;
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.rules.bundled=false",
                "-Dluohu.access.mode=oidc",
                "-Dluohu.access.oidc.issuer=" + issuer,
                "-Dluohu.access.oidc.audience=luohu")) {
            String right = signed(key, "RS256", claims -> {});
            List<CompletableFuture<HttpResponse<String>>> waiting = together(service, right);
            for (CompletableFuture<HttpResponse<String>> answer : waiting) {
                assertEquals(503, answer.get().statusCode());
                assertTrue(
                        answer.get().body().contains("urn:luohu:problem:issuer-unavailable"),
                        answer.get().body());
                assertEquals(
                        "10", answer.get().headers().firstValue("Retry-After").orElseThrow());
            }
            assertEquals(503, cities(service, right).statusCode());
            assertEquals(401, cities(service, "abc").statusCode(), "what is no token can be said without the issuer");
            assertEquals(1, questions.get(), "one question for all");
            assertEquals(
                    1,
                    service.output()
                            .lines()
                            .filter(line -> line.contains("取不到签发者 " + issuer + " 的公钥"))
                            .count(),
                    "one line for all: " + service.output());
            assertTrue(!service.output().contains("\tat ") && !service.output().contains(right), service.output());

            back.countDown();
            documents.put(DISCOVERY, "{\"issuer\": \"" + issuer + "\"}");
            until(() -> questions.get() > 1, service, right);
            documents.put(DISCOVERY, discovery(issuer + "/nowhere"));
            until(() -> questions.get() > 3, service, right);
            documents.put(DISCOVERY, discovery(issuer + "/keys"));
            int status = until(() -> false, service, right);
            assertEquals(200, status);
        } finally {
            back.countDown();
            server.stop(0);
        }
    }

    @Test
    @DisplayName(
            "takes tokens signed with new keys from all who come at once, and no longer those signed with the old ones")
    void keys_change() throws Exception {
        HttpServer server = issuer();
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("log"),
                "-Dluohu.rules.bundled=false",
                "-Dluohu.access.mode=oidc",
                "-Dluohu.access.oidc.issuer=" + issuer,
                "-Dluohu.access.oidc.audience=luohu")) {
            String old = signed(key, "RS256", claims -> {});
            assertEquals(200, cities(service, old).statusCode());
            RsaJsonWebKey next = key();
            next.setKeyId("k2");
            documents.put("/keys", new JsonWebKeySet(next).toJson());
            CountDownLatch fetched = new CountDownLatch(1);
            silence = fetched;
            String right = signed(next, "RS256", claims -> {});
            List<CompletableFuture<HttpResponse<String>>> waiting = together(service, right);
            Thread.sleep(500);
            fetched.countDown();
            for (CompletableFuture<HttpResponse<String>> answer : waiting) {
                assertEquals(200, answer.get().statusCode());
            }
            assertEquals(401, cities(service, old).statusCode());
        } finally {
            server.stop(0);
        }
    }

    /** Asks until the issuer has been asked as it should, or somebody is let in; gives the last status. */
    private static int until(BooleanSupplier asked, ServiceProcess service, String token) throws InterruptedException {
        int status = 503;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                status == 503 && !asked.getAsBoolean() && System.nanoTime() < end;
                Thread.sleep(500)) {
            status = cities(service, token).statusCode();
        }
        return status;
    }

    /** The answers to some requests sent at the same time. */
    private static List<CompletableFuture<HttpResponse<String>>> together(ServiceProcess service, String token) {
        return Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> cities(service, token), task -> new Thread(task).start()))
                .limit(4)
                .toList();
    }

    private static HttpResponse<String> cities(ServiceProcess service, String token) {
        try {
            return get(service.api("/v1/cities"), "Authorization", "Bearer " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> wrong() throws JoseException {
        RsaJsonWebKey other = key();
        other.setKeyId(key.getKeyId());
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("expired", signed(key, "RS256", claims -> claims.setExpirationTimeMinutesInTheFuture(-2)));
        wrong.put("without an end", signed(key, "RS256", claims -> claims.unsetClaim("exp")));
        wrong.put("not valid yet", signed(key, "RS256", claims -> claims.setNotBeforeMinutesInThePast(-5)));
        wrong.put("for another service", signed(key, "RS256", claims -> claims.setAudience("other")));
        wrong.put("for nobody", signed(key, "RS256", claims -> claims.unsetClaim("aud")));
        wrong.put("of another issuer", signed(key, "RS256", claims -> claims.setIssuer("http://other.example")));
        wrong.put("without a caller", signed(key, "RS256", claims -> claims.unsetClaim("sub")));
        wrong.put("with a number for a caller", signed(key, "RS256", claims -> claims.setClaim("sub", 7)));
        wrong.put("with too long a caller", signed(key, "RS256", claims -> claims.setSubject("系".repeat(256))));
        wrong.put("signed by another key", signed(other, "RS256", claims -> {}));
        wrong.put("unsigned", signed((Key) null, "none", claims -> {}));
        wrong.put(
                "signed by the public key as a secret",
                signed(new HmacKey(key.getPublicKey().getEncoded()), "HS256", claims -> {}));
        wrong.put("no token", "abc");
        wrong.put("nothing but dots", "..");
        wrong.put("three words", "a.b.c");
        wrong.put("of empty objects", part("{}") + "." + part("{}") + ".AAAA");
        wrong.put("a list for a header", part("[]") + "." + part("{}") + ".AAAA");
        wrong.put("a number for an algorithm", part("{\"alg\": 1}") + "." + part("{}") + ".AAAA");
        wrong.put(
                "signed by a key nobody knows",
                part("{\"alg\": \"RS256\", \"kid\": \"k2\"}") + "." + part("{}") + ".AAAA");
        wrong.put("an encrypted one", part("{\"alg\": \"dir\", \"enc\": \"A128GCM\"}") + "..AAAA.AAAA.AAAA");
        wrong.put("as long as headers may be", "a".repeat(15_000));
        return wrong;
    }

    private static String unknown(String key) {
        return part("{\"alg\": \"RS256\", \"kid\": \"" + key + "\"}") + "." + part("{}") + ".AAAA";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String signed(RsaJsonWebKey by, String algorithm, Consumer<JwtClaims> change) throws JoseException {
        return signed(by.getPrivateKey(), by.getKeyId(), algorithm, change);
    }

    private String signed(Key by, String algorithm, Consumer<JwtClaims> change) throws JoseException {
        return signed(by, key.getKeyId(), algorithm, change);
    }

    private String signed(Key by, String id, String algorithm, Consumer<JwtClaims> change) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("luohu");
        claims.setSubject("甲系统");
        claims.setExpirationTimeMinutesInTheFuture(10);
        change.accept(claims);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(by);
        token.setKeyIdHeaderValue(id);
        token.setAlgorithmHeaderValue(algorithm);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return token.getCompactSerialization();
    }

    private String discovery(String keys) {
        return "{\"issuer\": \"" + issuer + "\", \"jwks_uri\": \"" + keys + "\"}";
    }

    /** A service on this machine that says no more than an issuer has to. */
    private HttpServer issuer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + server.getAddress().getPort();
        documents.put(DISCOVERY, discovery(issuer + "/keys"));
        documents.put("/keys", new JsonWebKeySet(key).toJson());
        server.createContext("/", exchange -> {
            questions.incrementAndGet();
            await(silence);
            String document = documents.get(exchange.getRequestURI().getPath());
            byte[] body = (document == null ? "{}" : document).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.setExecutor(task -> new Thread(task).start());
        server.start();
        return server;
    }

    private static void await(CountDownLatch silence) {
        try {
            silence.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
