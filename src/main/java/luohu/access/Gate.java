package luohu.access;

import java.util.Optional;

/** Tells who sends a request by what this service knows itself. */
public sealed interface Gate permits OpenGate, KeyGate, CertificateGate {

    /** The mode it stands for. */
    AccessMode mode();

    /** The name of the caller; empty when the request does not show it, for whatever reason. */
    Optional<String> caller(Presented presented);
}
