package luohu.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import luohu.language.Finding;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.packages.PolicyPackage;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rules of a package")
class PackageChecksTest {

    private static final PackageChecks CHECKS = new PackageChecks(Bundled.VOCABULARY, Bundled.SCHEMA);

    /**
     * Conditions of one rule, or of two, and what is found.
     *
     * @param what what is the matter
     * @param first the conditions of the first rule
     * @param second the conditions of a second rule of the same pathway; null for none
     * @param expected the findings' codes; empty when there is nothing to find
     */
    private record Row(String what, String first, String second, List<String> expected) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("that come with the service have nothing wrong")
    void bundled(String id) {
        assertEquals(List.of(), CHECKS.check(Bundled.decider(id).policy()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"contradictions", "superfluous", "sound", "shadows", "apart"})
    @DisplayName("are tried with every combination of values that makes a difference")
    void tried(Row row) {
        String text = rule("甲", row.first()) + (row.second() == null ? "" : rule("乙", row.second()));
        RuleFile file = new RuleFileParser(Bundled.VOCABULARY).parse("f.drl", text);
        assertEquals(List.of(), file.findings());
        PolicyPackage weihai = Bundled.decider("weihai-2021-10-21").policy();
        PolicyPackage policy = new PolicyPackage(weihai.document(), file.rules(), "", "");
        List<Finding> findings = CHECKS.check(policy);
        assertEquals(row.expected(), findings.stream().map(Finding::code).toList(), findings::toString);
        assertTrue(findings.stream().allMatch(each -> each.line() == 1 || each.line() == 6), findings::toString);
    }

    static Stream<Row> contradictions() {
        return Stream.of(
                never("two values of one fact", "Home( tenure == \"OWNED\", tenure == \"LEASED\" )"),
                never("a value and its exclusion", "Home( tenure == \"OWNED\", tenure != \"OWNED\" )"),
                never("a place in the city and not", "Home( inCity == false, inTown == true )"),
                never("town and countryside", "Home( inTown == true, inCountryside == true )"),
                never("a division elsewhere in the city", "Home( inCity == true, divisionCode == \"110101\" )"),
                never("an area against a place", "Home( areaType == \"RURAL\", inTown == true )"),
                never("nobody and somebody", "Home( holderIds contains \"SELF\", holderIds not contains \"SELF\" )"),
                never(
                        "two patterns of the one applicant",
                        "Applicant( hukou.areaType == \"URBAN\" ) Applicant( hukou.areaType == \"RURAL\" )"),
                never("not of what is asked", "Applicant( adult == true ) not Applicant( adult == true )"),
                never(
                        "an education below and above",
                        "Study( juniorCollegeOrAbove == true, secondaryOrAbove == false )"),
                never("a level outside its group", "Study( secondaryOrAbove == true, level == \"61\" )"),
                never("a minor born long ago", "Applicant( adult == false, birthDate < \"1990-01-01\" )"),
                never("an adult born lately", "Applicant( adult == true, birthDate >= \"2015-01-01\" )"),
                never("months that exclude each other", "Job( monthsWorked >= 6, monthsWorked < 6 )"),
                never("more months than since a day", "Job( monthsWorked >= 120, startDate >= \"2020-01-01\" )"),
                never("days in the wrong order", "TownMove( date >= \"2021-01-01\", date < \"2020-01-01\" )"),
                never("a relative that is the applicant", "Relative( id == \"SELF\" )"),
                never(
                        "a sibling that joins the applicant as family",
                        "Relative( familyJoin == true, relation == \"SIBLING\" )"),
                never(
                        "one of several patterns",
                        "Relative( familyJoin == true, relation == \"PARENT\" ) Applicant( adult == true )"
                                + " Home( tenure == \"OWNED\", tenure in (\"LEASED\", \"OTHER\") )"),
                never(
                        "the same person twice",
                        "$p : Person( residence.inTown == true ) Home( holderIds contains $p.id )"
                                + " Person( this == $p, residence.inCountryside == true )"),
                never(
                        "no home and a home",
                        "not Home( tenure == \"OWNED\" ) Home( tenure == \"OWNED\", inTown == true )"),
                never(
                        "no home of a person and one",
                        "$p : Person( adult == true ) Home( inTown == true, holderIds contains $p.id )"
                                + " not Home( holderIds contains $p.id )"),
                never(
                        "a pathway both ways",
                        "Pathway( code == \"general\", holds == true ) Pathway( code == \"general\", holds == false )"),
                never(
                        "one branch of several",
                        "( Home( inTown == true ) or Home( tenure == \"OWNED\", tenure == \"OTHER\" ) )"),
                never(
                        "one alternative of several",
                        "Home( tenure == \"OWNED\" && tenure == \"OTHER\" || inTown == true )"),
                never(
                        "what an alternative excludes",
                        "Home( tenure == \"OWNED\", tenure == \"LEASED\" || tenure == \"OTHER\" )"),
                never(
                        "every branch",
                        "Applicant( adult == true ) ( Applicant( adult == false ) or Applicant( adult == false ) )"));
    }

    static Stream<Row> superfluous() {
        return Stream.of(
                always(
                        "all values of a fact",
                        "Home( tenure in (\"OWNED\", \"LEASED\", \"PUBLIC_RENTAL\", \"OTHER\") )"),
                always("a flag either way", "Home( inTown == true || inTown == false )"),
                always("a place within a place", "Home( inCity == true, inTown == true )"),
                always("the same twice", "Home( inTown == true, inTown == true )"),
                always("a level within a level", "Study( secondaryOrAbove == true, juniorCollegeOrAbove == true )"),
                always("a value and another's exclusion", "Home( tenure == \"OWNED\", tenure != \"LEASED\" )"),
                always("a longer and a shorter time", "Job( monthsWorked >= 6, monthsWorked >= 3 )"),
                always(
                        "the same asked of the applicant again",
                        "Applicant( adult == true ) Applicant( adult == true )"),
                always(
                        "not of what cannot be",
                        "Home( inTown == true ) not Home( tenure == \"OWNED\", tenure == \"OTHER\" )"),
                always(
                        "a part within not",
                        "Home( inTown == true ) not Homestead( useRight == true, inTown == true, inCity == true )"));
    }

    static Stream<Row> sound() {
        return Stream.of(
                row("values that leave one", "Home( tenure != \"OWNED\", tenure in (\"OWNED\", \"LEASED\") )"),
                row("an adult born before", "Applicant( adult == true, birthDate < \"2006-01-01\" )"),
                row("a minor born since", "Applicant( adult == false, birthDate > \"2004-01-01\" )"),
                row("months that leave one", "Job( monthsWorked >= 6, monthsWorked <= 6, startDate > \"2022-01-31\" )"),
                row("two homes, each its own", "Home( tenure == \"OWNED\" ) Home( tenure == \"LEASED\" )"),
                row(
                        "two holders of one home",
                        "Home( holderIds contains \"SELF\", occupantIds not contains \"SELF\" )"),
                row(
                        "no owned home and a rented one",
                        "not Home( tenure == \"OWNED\" ) Home( tenure == \"LEASED\", inTown == true )"),
                row(
                        "no home of the person and one of another",
                        "$p : Person( adult == true ) Home( inTown == true, holderIds contains \"SELF\" )"
                                + " not Home( holderIds contains $p.id )"),
                row("a person who is the applicant", "Person( id == \"SELF\", selfOrCloseRelative == true )"),
                row(
                        "two pathways",
                        "Pathway( code == \"general\", holds == true ) Pathway( code == \"own-home\", holds == false )"));
    }

    static Stream<Row> shadows() {
        return Stream.of(
                shadow("more conditions", "Home( inTown == true )", "Home( inTown == true, tenure == \"OWNED\" )"),
                shadow("fewer values", "Home( tenure in (\"OWNED\", \"LEASED\") )", "Home( tenure == \"OWNED\" )"),
                shadow("a narrower term", "Home( inCity == true )", "Home( inTown == true )"),
                shadow("a longer time", "Job( monthsWorked >= 6 )", "Job( monthsWorked >= 12 )"),
                shadow(
                        "another pattern beside",
                        "Home( inTown == true )",
                        "Home( inTown == true ) Job( inCity == true )"),
                shadow("one branch", "( Home( inTown == true ) or Job( inTown == true ) )", "Job( inTown == true )"),
                shadow(
                        "branches both covered",
                        "Home( inCity == true )",
                        "( Home( inTown == true ) or Home( inCountryside == true ) )"),
                shadow(
                        "a wider exclusion",
                        "not Homestead( useRight == true, inCity == true )",
                        "not Homestead( useRight == true )"),
                shadow(
                        "conditions on two homes instead of one",
                        "Home( inTown == true, tenure == \"OWNED\" )",
                        "Home( inTown == true ) Home( tenure == \"OWNED\" )"),
                shadow("the same", "Home( inTown == true )", "Home( inTown == true )"),
                shadow("the other way round", "Home( inTown == true, tenure == \"OWNED\" )", "Home( inTown == true )"),
                shadow(
                        "a home of the same person",
                        "$p : Person( selfOrCloseRelative == true ) Home( holderIds contains $p.id ) //who",
                        "$q : Person( selfOrCloseRelative == true )"
                                + " Home( inTown == true, occupantIds contains $q.id, holderIds contains $q.id ) //who"));
    }

    static Stream<Row> apart() {
        return Stream.of(
                apart("other values", "Home( tenure == \"OWNED\" )", "Home( tenure == \"LEASED\" )"),
                apart("one condition each", "Home( inTown == true )", "Home( tenure == \"OWNED\" )"),
                apart(
                        "a home of another person",
                        "Person( adult == true ) Home( holderIds contains \"SELF\" )",
                        "$q : Person( adult == true ) Home( holderIds contains $q.id )"),
                apart(
                        "a wider and a narrower exclusion",
                        "not Homestead( inTown == true )",
                        "Homestead( inTown == false )"),
                apart(
                        "a term that another fact may leave open",
                        "Home( areaType in (\"URBAN\", \"RURAL\") || inTown == true )",
                        "Home( tenure == \"OWNED\" )",
                        "always-true"),
                apart(
                        "another person recorded",
                        "$p : Person( adult == true ) $q : Relative( closeRelative == true ) //who",
                        "$q : Person( selfOrCloseRelative == true ) $p : Person( adult == true )"
                                + " Relative( closeRelative == true ) //who"));
    }

    private static Row never(String what, String conditions, String... more) {
        return new Row(
                what,
                conditions,
                null,
                Stream.concat(Stream.of("never-holds"), Stream.of(more)).toList());
    }

    private static Row always(String what, String conditions) {
        return new Row(what, conditions, null, List.of("always-true"));
    }

    private static Row row(String what, String conditions) {
        return new Row(what, conditions, null, List.of());
    }

    private static Row shadow(String what, String first, String second) {
        return new Row(what, first, second, List.of("shadowed-rule"));
    }

    private static Row apart(String what, String first, String second, String... found) {
        return new Row(what, first, second, List.of(found));
    }

    /** A rule that records the applicant, or {@code $p} or {@code $q}, whichever comes first, where the conditions end so. */
    private static String rule(String name, String conditions) {
        String person = !conditions.endsWith("//who") ? "" : conditions.startsWith("$p") ? "$p" : "$q";
        return "rule \"" + name + "\" @pathway(\"general\")\nwhen\n" + conditions + "\nthen\n    matched(" + person
                + "); end\n";
    }
}
