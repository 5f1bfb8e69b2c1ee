package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@DisplayName("Against the packaged jar, every answer tells browsers how little they may do with it:")
class SecurityHeadersIT extends SecurityHeadersTest {

    private static final Pattern SCRIPT = Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

    /** Only here: the page is another one while the application is being built. */
    @Test
    @DisplayName("of the explorer its own scripts, and of those in the page just the ones that are there")
    void explorer() throws GeneralSecurityException {
        var response = given().get("/q/swagger-ui/");
        String policy = response.getHeader("Content-Security-Policy");
        headers(response.then().statusCode(200));
        Matcher scripts = SCRIPT.matcher(response.asString());
        int count = 0;
        while (scripts.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            String named = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            assertTrue(policy.contains(named), policy + " does not name " + named);
            count++;
        }
        assertEquals(policy.split("'sha256-").length - 1, count, policy);
    }
}
