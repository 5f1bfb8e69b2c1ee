package luohu.access;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * What a request shows of who sends it.
 *
 * @param authorization the header Authorization; null where there is none
 * @param certificate the certificate of the TLS handshake; null where there is none
 */
public record Presented(String authorization, X509Certificate certificate) {

    private static final String SCHEME = "Bearer ";

    /** The key or token of the header (RFC 6750). */
    public Optional<String> bearer() {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).trim())
                .filter(credential -> !credential.isEmpty());
    }
}
