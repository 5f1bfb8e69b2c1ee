package luohu.access;

import java.util.Optional;

/** Tells who sends a request. */
public sealed interface Gate permits OpenGate, KeyGate, TokenGate, CertificateGate {

    /** The mode it stands for. */
    AccessMode mode();

    /** The name of the caller; empty when the request does not show it, for whatever reason. */
    Optional<String> caller(Presented presented);

    /** Whether finding out can take long, because the network may have to be asked. */
    default boolean mayWait() {
        return false;
    }
}
