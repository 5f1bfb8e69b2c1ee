package luohu.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import luohu.changes.ChangesService;
import luohu.library.PackageLibrary;
import luohu.request.RequestReader;
import luohu.service.EvaluationService;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the audit log says of a decision")
class AuditDecisionTest {

    private static final String DRAFT = "zibo-2021-draft";
    private static final String FINAL = "zibo-2021-12-29";

    private static final String NOTHING_KNOWN = "{\"effectiveDate\": \"2024-05-01\"}";
    private static final String MOVES_BACK =
            """
            {"effectiveDate": "2024-05-01", "applicant": {"birthDate": "1990-05-01"},
             "homes": [{"tenure": "OWNED", "occupantIds": ["SELF"], "divisionCode": "370303", "areaType": "URBAN"}]}""";

    private final ObjectMapper json = new ObjectMapper();
    private final PackageLibrary library = PackageLibrary.of(Bundled.FILES, Bundled.SCHEMA);
    private final Clock clock = Clock.fixed(Instant.parse("2024-05-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final ChangesService changes = new ChangesService(() -> library, clock, new RequestReader(clock));

    @ParameterizedTest
    @ValueSource(strings = {NOTHING_KNOWN, MOVES_BACK})
    @DisplayName("is, for a change between packages, what an evaluation by each of them has, the one before first")
    void of_changes(String facts) throws JsonProcessingException {
        List<AuditDecision> decisions = AuditDecision.of(changes.forApplicant(DRAFT, FINAL, utf8(facts)));
        assertEquals(List.of(evaluated(DRAFT, facts), evaluated(FINAL, facts)), sorted(decisions));
        assertFalse(decisions.get(0).undetermined().isEmpty(), "something is open, which can be seen or be missing");
        assertFalse(decisions.get(0).undetermined().equals(decisions.get(1).undetermined()), "they can be told apart");
    }

    @Test
    @DisplayName("is nothing for what decides nothing")
    void of_no_decision() {
        assertEquals(List.of(), AuditDecision.of(changes.between(DRAFT, FINAL)));
    }

    private AuditDecision evaluated(String id, String facts) throws JsonProcessingException {
        ObjectNode request = (ObjectNode) json.readTree(facts);
        request.put("city", "zibo").put("packageId", id);
        EvaluationService service = new EvaluationService(() -> library, clock);
        return sorted(AuditDecision.of(service.evaluate(utf8(request.toString()))))
                .get(0);
    }

    /** Pathways come in the order of the answer, which for a change is that of one document. */
    private static List<AuditDecision> sorted(List<AuditDecision> decisions) {
        return decisions.stream()
                .map(each -> new AuditDecision(
                        each.id(), each.digest(), sortedCodes(each.matched()), sortedCodes(each.undetermined())))
                .toList();
    }

    private static List<String> sortedCodes(List<String> codes) {
        return List.copyOf(new TreeSet<>(codes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
