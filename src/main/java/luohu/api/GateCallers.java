package luohu.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import luohu.access.AccessMode;
import luohu.access.Gate;
import luohu.access.Presented;

/** Shows a gate what a request over HTTP brings. */
final class GateCallers implements Callers {

    private final Gate gate;

    GateCallers(Gate gate) {
        this.gate = gate;
    }

    @Override
    public AccessMode mode() {
        return gate.mode();
    }

    @Override
    public Future<Optional<String>> of(RoutingContext context) {
        return Future.succeededFuture(gate.caller(
                new Presented(context.request().getHeader(HttpHeaders.AUTHORIZATION), certificate(context))));
    }

    private static X509Certificate certificate(RoutingContext context) {
        SSLSession session = context.request().sslSession();
        try {
            Certificate[] chain = session == null ? new Certificate[0] : session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate certificate ? certificate : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
