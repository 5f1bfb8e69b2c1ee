package luohu.testing;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives tests the log level of the service. Until Quarkus starts, which plain tests never see, everything is logged, and Drools
 * fails as it puts the text of one of its traces together.
 */
public final class ServiceLogLevel implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
    }
}
