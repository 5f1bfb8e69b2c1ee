package luohu.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file of keys")
class KeyFileReadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final String KEY = "luohu_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    Path folder;

    @Test
    @DisplayName("knows the holder of a key to the end of its last day")
    void last_day() throws IOException {
        KeyRing keys = new KeyRing(write(new AccessKey("甲系统", AccessKey.hashOf(KEY), DAY).line()));
        assertEquals(Optional.of("甲系统"), keys.current().holder(KEY, DAY));
        assertEquals(Optional.empty(), keys.current().holder(KEY, DAY.plusDays(1)));
        assertEquals(Optional.empty(), keys.current().holder(KEY + "A", DAY));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            {name: 甲}                              | 1: missing
            - {name: 甲, hash: KEY}                 | 1: bad-hash
            - {name: 甲, hash: "SHA-256:HASH"}      | 1: bad-hash
            - {name: 甲 乙, hash: "HASH"}           | 1: bad-name
            - {name: 甲, hash: "HASH", expire: 2026-01-01} | 1: unknown-field
            - {name: 甲, hash: "HASH", expires: 2026-02-30} | 1: bad-date
            - {name: 甲, hash: "HASH"};- {name: 乙, hash: "HASH"} | 2: duplicate-key
            -                                       | 1: null-item
            - KEY                                   | 1: wrong-type
            "KEY                                    | malformed-yaml
            # KEY                                   | 1: malformed-yaml
            """)
    @DisplayName("with a fault is refused with its line, and no key that got into it is repeated")
    void faults(String text, String finding) throws IOException {
        String written = (text.startsWith("{") ? "- " + text : text)
                .replace(";", "\n")
                .replace("KEY", KEY)
                .replace("HASH", AccessKey.hashOf(KEY));
        UnusableAccessException refused =
                assertThrows(UnusableAccessException.class, () -> new KeyRing(write(written)));
        assertTrue(refused.getMessage().contains(finding), refused.getMessage());
        assertFalse(refused.getMessage().contains(KEY), refused.getMessage());
    }

    @Test
    @DisplayName("is taken up once it has settled, and keeps the last good keys over a broken one")
    void changes() throws IOException {
        String other = AccessKey.random();
        KeyRing keys = new KeyRing(write("[]"));
        assertEquals(Optional.empty(), keys.current().holder(KEY, DAY));
        write(new AccessKey("甲系统", AccessKey.hashOf(KEY), null).line());
        assertEquals(Optional.empty(), keys.look(), "seen once");
        assertEquals(1, keys.look().orElseThrow().keys());
        assertEquals(Optional.of("甲系统"), keys.current().holder(KEY, DAY));
        write("");
        keys.look();
        assertFalse(keys.look().orElseThrow().taken());
        assertEquals(1, keys.findings().size());
        assertEquals(Optional.of("甲系统"), keys.current().holder(KEY, DAY));
        assertEquals(Optional.empty(), keys.look(), "said once");
        write(new AccessKey("乙系统", AccessKey.hashOf(other), null).line());
        keys.look();
        assertTrue(keys.look().orElseThrow().taken());
        assertEquals(Optional.empty(), keys.current().holder(KEY, DAY));
        assertEquals(Optional.of("乙系统"), keys.current().holder(other, DAY));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("keys.yaml"), text + "\n");
    }
}
