package luohu;

import io.quarkus.runtime.annotations.QuarkusMain;
import luohu.cli.LuohuCommand;

/** The one program: the service, and the commands for those who write rule packages. */
@QuarkusMain
public final class Luohu {

    private Luohu() {}

    /** Carries out a command; without one, serves until the process is told to stop. */
    public static void main(String... args) {
        System.exit(LuohuCommand.execute(args));
    }
}
