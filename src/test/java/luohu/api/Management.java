package luohu.api;

import org.eclipse.microprofile.config.ConfigProvider;

/** Where health and metrics are. */
final class Management {

    private Management() {}

    /** The address of a path there; the port is known once the service is up. */
    static String management(String path) {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.management.port", int.class) + path;
    }
}
