package luohu.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusIntegrationTest
@DisplayName("Against the packaged jar, a rules directory")
class DirectoryReloadIT extends DirectoryReloadTest {}
