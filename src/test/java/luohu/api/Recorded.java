package luohu.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The examples of the explorer, and the answers to them as they were recorded. */
final class Recorded {

    private Recorded() {}

    /** Posts a request in JSON. */
    static ValidatableResponse post(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    /** Posts an example of the explorer. */
    static ValidatableResponse example(String path, String name) throws IOException {
        return post(path, text("/openapi/examples/" + name + ".json"));
    }

    /** Expects an example to be answered by the same bytes each time, those that were recorded. */
    static void assertSameBytes(String path, String name) throws IOException {
        byte[] first = example(path, name).statusCode(200).extract().asByteArray();
        assertArrayEquals(first, example(path, name).extract().asByteArray());
        assertRecorded(name, first);
    }

    /** Expects an answer to be the one that was recorded. */
    static void assertRecorded(String name, byte[] answer) throws IOException {
        assertEquals(text("/answers/" + name + ".json"), new String(answer, StandardCharsets.UTF_8));
    }

    /** A text of the class path. */
    static String text(String resource) throws IOException {
        try (InputStream file = Recorded.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
