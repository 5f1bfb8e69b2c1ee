package luohu.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the service finds out who calls. */
public enum AccessMode {
    /** Not at all: on this machine, or behind a gateway that does. */
    NONE,
    /** By a key from a file of hashed keys. */
    API_KEY,
    /** By a token that an OpenID Connect issuer signed. */
    OIDC,
    /** By the certificate of a mutual TLS handshake (RFC 8446). */
    MTLS;

    /** The word for it in the configuration. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The mode to work in.
     *
     * @param chosen the word in the configuration, if there is one
     * @param exposure who can reach the service
     * @throws UnusableAccessException when the word is none of the known ones, or is missing where other machines can reach
     *     the service
     */
    public static AccessMode of(Optional<String> chosen, Exposure exposure) {
        if (chosen.isEmpty()) {
            if (exposure.reachable()) {
                throw new UnusableAccessException("监听地址 " + exposure.host()
                        + " 不是本机的回环地址，别的机器能够访问；请用 luohu.access.mode 写明怎样识别调用方："
                        + "api-key（密钥）、oidc（令牌）、mtls（客户端证书），或者 none（不识别；只可用在自行识别调用方的网关之后）。"
                        + "见 docs/安全与访问.md。");
            }
            return NONE;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.code().equals(chosen.get()))
                .findFirst()
                .orElseThrow(() -> new UnusableAccessException("luohu.access.mode 应为以下之一："
                        + Arrays.stream(values()).map(AccessMode::code).collect(Collectors.joining("、")) + "。"));
    }
}
