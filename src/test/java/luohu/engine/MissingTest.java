package luohu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luohu.language.Case;
import luohu.language.PathwayOutcome;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.testing.Bundled;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an open rule misses")
class MissingTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Home( inTown == true, tenure == 'OWNED' )   ; homes: [{tenure: OWNED, areaType: URBAN}]"
                        + " ; homes[].divisionCode",
                "Home( leaseFiled == true || landlordConsents == true, tenure == 'OWNED' ) ; homes: [{leaseFiled: true}]"
                        + " ; homes[].tenure",
                "Home( leaseFiled == true || landlordConsents == true ) ; homes: [{leaseFiled: false}]"
                        + " ; homes[].landlordConsents",
                "Home( leaseFiled == true, tenure == 'OWNED' ) ; homes: [{tenure: LEASED}, {leaseFiled: true}]"
                        + " ; homes[].tenure",
                "Home( leaseFiled == true, tenure == 'OWNED' ) ; homes: [{tenure: OWNED}, {leaseFiled: true}]"
                        + " ; homes[].leaseFiled homes[].tenure",
                "( Home( tenure == 'OWNED' ) or Job( kind == 'EMPLOYED' ) ) ; {homes: [], jobs: [{}]} ; jobs[].kind",
                "( Home( tenure == 'OWNED' ) or Job( kind == 'EMPLOYED' ) ) ; {homes: [], talentKinds: []} ; jobs",
                "( Home( ) or Talent( ) ) Job( kind == 'EMPLOYED' ) ; {homes: [{}], jobs: [{}]} ; jobs[].kind",
                "not Home( tenure == 'OWNED', leaseFiled == true ) ; homes: [{tenure: LEASED}, {leaseFiled: true}]"
                        + " ; homes[].tenure",
                "Home( tenure == 'OWNED', inTown == true )   ; {jobs: []}                      ; homes",
                "Home( )                                     ; {jobs: []}                      ; homes",
                "Applicant( hukou.inTown == true )           ; {jobs: []}"
                        + " ; applicant.hukou.areaType applicant.hukou.divisionCode",
                "Applicant( hukou.inTown == true )           ; applicant: {hukou: {divisionCode: '371002'}}"
                        + " ; applicant.hukou.areaType",
                "$p : Person( selfOrCloseRelative == true ) Home( holderIds contains $p.id ) ; {homes: [{}], relatives: []}"
                        + " ;",
                "$r : Relative( closeRelative == true ) Home( holderIds contains $r.id ) ; homes: [{}] ; relatives",
                "$r : Relative( closeRelative == true ) Home( occupantIds contains $r.id )"
                        + " ; {homes: [{}], relatives: [{id: a, relation: COUSIN}, {id: b, relation: CHILD}]}"
                        + " ; homes[].occupantIds",
                "Pathway( code == 'p', holds == false )      ; {jobs: []}                      ; studies[].level",
                "Pathway( code == 'p', holds == false ) Job( ) ; {jobs: [{}]}                  ; studies[].level",
                "Pathway( code == 'p', holds == false ) Job( ) ; {jobs: []}                    ;",
            })
    @DisplayName("is what is unknown in its open parts, and nothing in those that are settled")
    void is_what_is_unknown_in_open_parts(String conditions, String facts, String missing) {
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY)
                .parse(
                        "rules.drl",
                        "rule \"一\" @pathway(\"q\") when " + conditions.replace('\'', '"') + " then matched(); end");
        assertEquals(List.of(), file.findings());
        Case context = new Case(Bundled.VOCABULARY, Written.facts(facts), "371000", LocalDate.of(2024, 5, 1));
        context.add(Bundled.VOCABULARY.pathway(), new PathwayOutcome("p", null, List.of("studies[].level")));
        RuleExplanation explanation = new RuleExplanation(file.rules().get(0), Map.of());
        assertEquals(missing != null, explanation.truth(context) == Truth.UNKNOWN, "is open");
        if (missing != null) {
            Set<String> found = new TreeSet<>();
            explanation.missing(context, found);
            assertEquals(missing, String.join(" ", found));
        }
    }
}
