package luohu.api;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.DisplayName;

@QuarkusIntegrationTest
@DisplayName("Against the packaged jar")
class OpenApiIT extends OpenApiTest {}
