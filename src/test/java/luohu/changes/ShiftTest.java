package luohu.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import luohu.changes.ApplicantChanges.PathwayShift;
import luohu.changes.ApplicantChanges.Shift;
import luohu.facts.Facts;
import luohu.request.ChangesRequest;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What becomes of a pathway for an applicant")
class ShiftTest {

    /** What each may turn out to be once more is known. */
    private static final Map<Shift, Set<Shift>> THEN = Map.of(
            Shift.GAINED, EnumSet.of(Shift.GAINED),
            Shift.LOST, EnumSet.of(Shift.LOST),
            Shift.SAME, EnumSet.of(Shift.SAME),
            Shift.MAY_GAIN, EnumSet.of(Shift.MAY_GAIN, Shift.GAINED, Shift.SAME),
            Shift.MAY_LOSE, EnumSet.of(Shift.MAY_LOSE, Shift.LOST, Shift.SAME),
            Shift.OPEN, EnumSet.allOf(Shift.class));

    @Test
    @DisplayName("keeps its word when unknown facts become known")
    void keeps_its_word() {
        ApplicantDifference difference =
                new ApplicantDifference(Bundled.decider("zibo-2021-draft"), Bundled.decider("zibo-2021-12-29"));
        Applicants applicants = Applicants.to("zibo-2021-draft");
        Set<Shift> seen = EnumSet.noneOf(Shift.class);
        List<String> broken = new ArrayList<>();
        LongStream.range(0, 3_000).forEach(seed -> {
            Drawn drawn = applicants.partlyKnown(seed);
            List<PathwayShift> before = shifts(difference, drawn);
            List<PathwayShift> after = shifts(difference, applicants.filled(drawn, seed + 1));
            for (int i = 0; i < before.size(); i++) {
                seen.add(before.get(i).change());
                if (!THEN.get(before.get(i).change()).contains(after.get(i).change())) {
                    broken.add(seed + " " + before.get(i) + " " + after.get(i));
                }
            }
        });
        assertEquals(List.of(), broken.stream().limit(3).toList());
        assertEquals(EnumSet.allOf(Shift.class), seen);
    }

    private static List<PathwayShift> shifts(ApplicantDifference difference, Drawn drawn) {
        Facts facts = drawn.facts();
        ChangesRequest request = new ChangesRequest(
                null,
                drawn.date(),
                facts.applicant(),
                facts.relatives(),
                facts.homes(),
                facts.jobs(),
                facts.insurances(),
                facts.studies(),
                facts.talentKinds(),
                facts.military(),
                facts.rural(),
                facts.intent(),
                facts.documentsHeld());
        return difference.on(drawn.date(), request).pathways();
    }
}
