package luohu;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Luohu {

    private Luohu() {}

    /** Serves until the process is told to stop. */
    public static void main(String... args) {
        // Otherwise Quarkus answers an address it cannot decode with an empty 400, before HttpEdge can say what is
        // wrong.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
