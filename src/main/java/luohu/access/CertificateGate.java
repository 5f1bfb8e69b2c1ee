package luohu.access;

import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/** Knows callers by their certificates, which the TLS handshake has verified. */
public final class CertificateGate implements Gate {

    private final Clock clock;

    /** A gate that takes the time from a clock. */
    public CertificateGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AccessMode mode() {
        return AccessMode.MTLS;
    }

    /** The subject, in the order of RFC 2253. Expiry is looked at again: connections can outlive certificates. */
    @Override
    public Optional<String> caller(Presented presented) {
        if (presented.certificate() == null) {
            return Optional.empty();
        }
        try {
            presented.certificate().checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            return Optional.empty();
        }
        return Optional.of(presented.certificate().getSubjectX500Principal().getName());
    }
}
