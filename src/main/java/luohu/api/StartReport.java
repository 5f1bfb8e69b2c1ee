package luohu.api;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import luohu.library.LibraryPackage;
import luohu.library.PackageLibrary;
import luohu.packages.DocumentHead;
import luohu.packages.Effective;
import luohu.release.CurrentLibrary;
import org.jboss.logging.Logger;

/** Says at the start which packages the service decides by. */
@ApplicationScoped
public class StartReport {

    private static final Logger LOG = Logger.getLogger(StartReport.class);

    private final CurrentLibrary current;

    StartReport(CurrentLibrary current) {
        this.current = current;
    }

    void start(@Observes StartupEvent event) {
        PackageLibrary library = current.get();
        LOG.infof("规则包 %d 个，全部规则包的摘要：%s", library.packages().size(), library.digest());
        library.packages().forEach(each -> LOG.info(line(each)));
    }

    private static String line(LibraryPackage held) {
        DocumentHead document = held.head();
        return "规则包 " + document.id() + " " + held.digest() + "，"
                + document.city().name() + "，" + interval(document.effective());
    }

    private static String interval(Effective effective) {
        if (effective == null) {
            return "草案";
        }
        return effective.from() + (effective.to() == null ? " 起施行" : " 至 " + effective.to() + " 施行");
    }
}
