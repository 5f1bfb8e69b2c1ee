package luohu.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import luohu.changes.PackageChanges.ChangeKind;
import luohu.changes.PackageChanges.ClauseChange;
import luohu.changes.PackageChanges.Difference;
import luohu.changes.PackageChanges.RuleChange;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What differs between two packages")
class PackageDifferenceTest {

    private static final PackageChanges ZIBO =
            PackageDifference.between(Bundled.decider("zibo-2021-draft"), Bundled.decider("zibo-2021-12-29"));

    @Test
    @DisplayName("淄博: the final adds employment and joining in the countryside, and drops three pathways of the draft")
    void zibo_pathways() {
        assertEquals(List.of("employment", "rural-join-relative"), codes(ChangeKind.ADDED));
        assertEquals(List.of("collective-household", "graduate-return", "veteran-return"), codes(ChangeKind.DROPPED));
        assertEquals(
                List.of(
                        "general",
                        "own-home",
                        "rented-home",
                        "join-relative",
                        "talent",
                        "return-to-origin",
                        "rural-posting",
                        "rural-work"),
                codes(ChangeKind.CHANGED));
    }

    @Test
    @DisplayName("淄博: talent must now come from outside the city, and the wish to work there binds every kind")
    void zibo_talent() {
        RuleChange kept = change("talent").rules().get(0);
        assertEquals(ChangeKind.CHANGED, kept.change());
        assertEquals("二（五）1 打算来淄就业创业的普通高等院校在校生落户", kept.before());
        assertEquals("二（四）第五段 市外人才落户", kept.after());
        assertEquals("申请人：户口所在地不在本市", kept.added().get(0));
        assertEquals(
                3,
                change("talent").rules().stream()
                        .filter(each -> each.change() == ChangeKind.DROPPED)
                        .count());
    }

    @Test
    @DisplayName("淄博: who works in the countryside registers at the place of work, and the district decides")
    void zibo_rural_work() {
        Difference registration = difference(change("rural-work"), "registration");
        assertEquals(List.of("RURAL_COLLECTIVE，条文只写明这一处"), registration.dropped());
        assertEquals(List.of("WORKPLACE，条文只写明这一处"), registration.added());
        assertEquals(
                List.of("由各区县政府决定：当地的落户条件和工作需要"),
                difference(change("rural-work"), "discretion").added());
        assertTrue(change("rural-work").rules().isEmpty(), "its conditions are the same, under another name");
    }

    @Test
    @DisplayName("淄博: the document has a number, an issuer and days of its own")
    void zibo_document() {
        assertEquals(
                List.of(new Difference("documentNumber", "文号", List.of(), List.of("淄政发〔2021〕9号"))),
                ZIBO.document().stream()
                        .filter(each -> each.member().equals("documentNumber"))
                        .toList());
        assertTrue(ZIBO.document().stream().anyMatch(each -> each.member().equals("effective.from")));
    }

    @ParameterizedTest
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("is nothing between a package and itself")
    void nothing_from_itself(String id) {
        PackageChanges none = PackageDifference.between(Bundled.decider(id), Bundled.decider(id));
        assertEquals(List.of(), none.document());
        assertEquals(List.of(), none.pathways());
        assertEquals(List.of(), none.restrictions());
        assertEquals(
                Bundled.decider(id).policy().document().pathways().size(),
                none.unchanged().size());
    }

    @Test
    @DisplayName("includes restrictions, and reads the same backwards with added and dropped in each other's place")
    void restrictions() {
        PackageChanges to = between("weihai-2021-10-21", "tieling-undated");
        PackageChanges back = between("tieling-undated", "weihai-2021-10-21");
        assertEquals(ChangeKind.ADDED, to.restrictions().get(0).change());
        assertEquals(ChangeKind.DROPPED, back.restrictions().get(0).change());
        assertEquals(
                to.restrictions().get(0).rules().get(0).added(),
                back.restrictions().get(0).rules().get(0).dropped());
        assertEquals(
                to.document().stream().map(Difference::added).toList(),
                back.document().stream().map(Difference::dropped).toList());
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource({
        "'a b c', 'a b c', 'a=a b=b c=c'",
        "'a b', 'b x', 'b=b +x -a'",
        "'', 'a', '+a'",
        "'a1 a2', 'a2 a3', 'a2=a2 +a3 -a1'"
    })
    @DisplayName("is told in the order of the new list, then what was dropped in the order of the old one")
    void pairs(String before, String after, String expected) {
        List<String> pairs = Pairing.of(words(before), words(after), (a, b) -> a.equals(b) ? 1 : 0).stream()
                .map(pair -> pair.before() == null
                        ? "+" + pair.after()
                        : pair.after() == null ? "-" + pair.before() : pair.before() + "=" + pair.after())
                .toList();
        assertEquals(expected, String.join(" ", pairs));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static PackageChanges between(String from, String to) {
        return PackageDifference.between(Bundled.decider(from), Bundled.decider(to));
    }

    private static List<String> codes(ChangeKind kind) {
        return ZIBO.pathways().stream()
                .filter(each -> each.change() == kind)
                .map(ClauseChange::code)
                .toList();
    }

    private static ClauseChange change(String code) {
        return ZIBO.pathways().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Difference difference(ClauseChange change, String member) {
        return change.differences().stream()
                .filter(each -> each.member().equals(member))
                .findFirst()
                .orElseThrow();
    }
}
