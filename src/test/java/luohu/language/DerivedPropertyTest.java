package luohu.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import luohu.facts.InstitutionType;
import luohu.facts.Relation;
import luohu.testing.Written;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A term the documents share")
class DerivedPropertyTest {

    private static final String DATE = "2024-05-01";

    private static final Set<Relation> CLOSE = EnumSet.of(
            Relation.SPOUSE,
            Relation.PARENT,
            Relation.CHILD,
            Relation.SIBLING,
            Relation.GRANDPARENT,
            Relation.GRANDCHILD);

    @ParameterizedTest(name = "born {0}, on {1}: {2}")
    @CsvSource({
        "2006-05-01, 2024-04-30, false",
        "2006-05-01, 2024-05-01, true",
        "2006-05-01, 2024-05-02, true",
        "2004-02-29, 2022-02-27, false",
        "2004-02-29, 2022-02-28, true",
        "2004-03-01, 2022-02-28, false",
        "2006-02-28, 2024-02-28, true",
        "2006-03-01, 2024-02-29, false"
    })
    @DisplayName("adult: from the eighteenth birthday on; of those born on 29 February, from 28 February on")
    void adult(String birth, String date, boolean adult) {
        assertEquals(adult, Written.value("applicant: {birthDate: " + birth + "}", date, "Applicant", "adult"));
        assertEquals(adult, Written.value("relatives: [{birthDate: " + birth + "}]", date, "Relative", "adult"));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} months")
    @CsvSource({
        "2023-08-31, 2024-02-28, 5",
        "2023-08-31, 2024-02-29, 6",
        "2023-08-30, 2024-02-29, 6",
        "2023-08-29, 2024-02-28, 5",
        "2022-08-31, 2023-02-27, 5",
        "2022-08-31, 2023-02-28, 6",
        "2024-02-29, 2024-08-28, 5",
        "2024-02-29, 2024-08-29, 6",
        "2023-11-01, 2024-04-30, 5",
        "2023-11-01, 2024-05-01, 6",
        "2024-01-31, 2024-04-30, 3",
        "2024-05-01, 2024-05-01, 0",
        "2024-05-02, 2024-05-01, -1",
        "0001-01-01, 2024-01-01, 24276"
    })
    @DisplayName("months worked: whole months from the first day on, the ends of months clamped")
    void months_worked(String start, String date, int months) {
        assertEquals(months, Written.value("jobs: [{startDate: " + start + "}]", date, "Job", "monthsWorked"));
    }

    @ParameterizedTest(name = "{0}: in town {1}, in the countryside {2}; open: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "divisionCode: '371002', areaType: URBAN | true  | false |",
                "divisionCode: '371002', areaType: RURAL | false | true  |",
                "divisionCode: '371002'                  |       |       | areaType",
                "divisionCode: '370902', areaType: URBAN | false | false |",
                "divisionCode: '371102'                  | false | false |",
                "divisionCode: '000000', areaType: URBAN | false | false |",
                "areaType: URBAN                         |       | false | divisionCode",
                "areaType: RURAL                         | false |       | divisionCode",
                "id: h1                                  |       |       | areaType divisionCode",
            })
    @DisplayName("town and countryside: in the city by its first four digits, and urban or rural; false beats unknown")
    void places(String place, Boolean town, Boolean countryside, String open) {
        expect("homes: [{" + place + "}]", "Home", "inTown", town, "homes[].", open);
        expect("homes: [{" + place + "}]", "Home", "inCountryside", countryside, "homes[].", open);
        String residence = "{relatives: [], applicant: {residence: {" + place.replace("id: h1", "") + "}}}";
        expect(residence, "Applicant", "residence.inTown", town, "applicant.residence.", open);
        expect(residence, "Person", "residence.inTown", town, "applicant.residence.", open);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "relatives: [{relation: SPOUSE}]                                                   | true  |",
                "relatives: [{relation: PARENT}], applicant: {maritalStatus: NEVER_MARRIED}        | true  |",
                "relatives: [{relation: PARENT}], applicant: {maritalStatus: DIVORCED}             | false |",
                "relatives: [{relation: PARENT}]                                 |       | applicant.maritalStatus",
                "relatives: [{relation: CHILD, birthDate: 2006-05-01}]                             | true  |",
                "relatives: [{relation: CHILD, birthDate: 2006-05-02}]                             | false |",
                "relatives: [{relation: CHILD}]                                  |       | relatives[].birthDate",
                "relatives: [{relation: SIBLING}]                                                  | false |",
                "relatives: [{relation: CHILD_IN_LAW, birthDate: 1980-01-01}]                      | false |",
                "relatives: [{birthDate: 2020-01-01}], applicant: {maritalStatus: MARRIED} | | relatives[].relation",
                "applicant: {maritalStatus: MARRIED}                                       | | relatives",
            })
    @DisplayName("三投靠: the spouse, the parent of a never-married applicant, the adult child")
    void family_join(String facts, Boolean joins, String open) {
        expect("{" + facts + "}", "Relative", "familyJoin", joins, "", open);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("近亲属: exactly the six relations of the Civil Code, art. 1045")
    void close_relatives(Relation relation) {
        String facts = "relatives: [{relation: " + relation + "}]";
        assertEquals(CLOSE.contains(relation), Written.value(facts, DATE, "Relative", "closeRelative"));
        assertEquals(CLOSE.contains(relation), Written.value(facts, DATE, "Person", "selfOrCloseRelative"));
    }

    @Test
    @DisplayName("self or close relative: true of the applicant, open of those whose relation is not known")
    void self_or_close_relative() {
        expect("{relatives: []}", "Person", "selfOrCloseRelative", true, "", null);
        expect("relatives: [{id: a}]", "Person", "selfOrCloseRelative", null, "", "relatives[].relation");
        expect("{homes: []}", "Person", "selfOrCloseRelative", null, "", "relatives");
        expect("{homes: []}", "Relative", "closeRelative", null, "", "relatives");
    }

    @Test
    @DisplayName("defaults: a home, a homestead and a job that are given belong to the applicant unless they say whose")
    void defaults() {
        assertEquals(List.of("SELF"), Written.value("homes: [{id: h1}]", DATE, "Home", "holderIds"));
        assertEquals(List.of("SELF"), Written.value("rural: {homesteads: [{}]}", DATE, "Homestead", "holderIds"));
        assertEquals("SELF", Written.value("jobs: [{id: j1}]", DATE, "Job", "workerId"));
        expect("homes: [{id: h1}]", "Home", "occupantIds", null, "homes[].", "occupantIds");
        expect("{jobs: []}", "Home", "holderIds", null, "", "homes");
        expect("{homes: []}", "Job", "workerId", null, "", "jobs");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("高校: the six kinds of higher education")
    void higher_education(InstitutionType type) {
        boolean higher = type.ordinal() <= InstitutionType.OVERSEAS_HE.ordinal();
        assertEquals(
                higher, Written.value("studies: [{institutionType: " + type + "}]", DATE, "Study", "higherEducation"));
    }

    @Test
    @DisplayName("level of education: by the codes the contract lists, which are names and no rank")
    void levels() {
        Set<String> secondary = new TreeSet<>();
        Set<String> college = new TreeSet<>();
        IntStream.rangeClosed(10, 90).mapToObj(Integer::toString).forEach(level -> {
            String facts = "studies: [{level: '" + level + "'}]";
            if (Boolean.TRUE.equals(Written.value(facts, DATE, "Study", "secondaryOrAbove"))) {
                secondary.add(level);
            }
            if (Boolean.TRUE.equals(Written.value(facts, DATE, "Study", "juniorCollegeOrAbove"))) {
                college.add(level);
            }
        });
        assertEquals(Set.of("11", "14", "17", "21", "28", "31", "41", "44", "47"), secondary);
        assertEquals(Set.of("11", "14", "17", "21", "28", "31"), college);
        expect("studies: [{status: LEFT}]", "Study", "secondaryOrAbove", null, "studies[].", "level");
    }

    @Test
    @DisplayName("in the city: by the division alone")
    void in_the_city() {
        expect("studies: [{schoolDivisionCode: '371083'}]", "Study", "schoolInCity", true, "", null);
        expect("studies: [{schoolDivisionCode: '370783'}]", "Study", "schoolInCity", false, "", null);
        expect("studies: [{}]", "Study", "schoolInCity", null, "studies[].", "schoolDivisionCode");
        expect("military: {enlistmentDivisionCode: '371083'}", "Military", "enlistedInCity", true, "", null);
        expect("{homes: []}", "Military", "enlistedInCity", null, "military.", "enlistmentDivisionCode");
        expect("insurances: [{divisionCode: '371000'}]", "Insurance", "inCity", true, "", null);
        expect("{homes: []}", "Homestead", "inCity", null, "rural.", "homesteads");
        expect("{homes: []}", "TownMove", "moved", null, "rural.townMove.", "moved");
    }

    /** The value, or what is missing before it is known: property names behind a prefix, separated by spaces. */
    private static void expect(String facts, String type, String property, Boolean value, String prefix, String open) {
        assertEquals(value, Written.value(facts, DATE, type, property), () -> property + " of " + facts);
        if (value == null) {
            Set<String> expected = new TreeSet<>();
            for (String each : open.split(" ")) {
                expected.add(prefix + each);
            }
            assertEquals(expected, Written.missing(facts, DATE, type, property), () -> property + " of " + facts);
        }
    }
}
