package luohu.peers;

import static luohu.peers.Kleene.all;
import static luohu.peers.Kleene.any;
import static luohu.peers.Kleene.contains;
import static luohu.peers.Kleene.in;
import static luohu.peers.Kleene.is;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The facts as objects, with what the policy of 威海 asks of each of them alone; unknown is null everywhere. */
final class Policy {

    private static final String SELF = "SELF";
    private static final String CITY = "3710";
    private static final int ADULT_YEARS = 18;
    private static final Set<String> CLOSE =
            Set.of("SPOUSE", "PARENT", "CHILD", "SIBLING", "GRANDPARENT", "GRANDCHILD");
    private static final Set<String> HIGHER_EDUCATION =
            Set.of("REGULAR_HE", "ADULT_HE", "SELF_STUDY_EXAM", "DISTANCE_ONLINE", "OPEN_EDUCATION", "OVERSEAS_HE");
    private static final Set<String> SCHOOLS =
            Set.of("REGULAR_HE", "SECONDARY_SPECIALIZED", "VOCATIONAL_HIGH", "TECHNICAL_SCHOOL");

    private Policy() {}

    /** All that is said of an applicant; the single facts are the application's own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Application(
            LocalDate date,
            Applicant applicant,
            List<Person> relatives,
            List<Home> homes,
            List<Job> jobs,
            List<Study> studies,
            Military military,
            Rural rural) {

        /** 三（一）, but for the homestead. */
        Boolean leftTheCountryside() {
            return all(
                    rural.townMove == null ? null : rural.townMove.moved,
                    inCountryside(applicant.origin),
                    applicant.livesAtOrigin);
        }

        Boolean leftTheCountrysideWithALiving() {
            return all(leftTheCountryside(), rural.otherLivingBasis);
        }

        Boolean livesInTheCountryside() {
            return inCountryside(applicant.residence);
        }

        Boolean ofTheTown() {
            return area(applicant.hukou, "URBAN");
        }

        Boolean dischargedOfTheTown() {
            return all(is(military.status, "DISCHARGED"), ofTheTown());
        }

        Boolean inASchoolHousehold() {
            return applicant.hukou == null ? null : is(applicant.hukou.householdType, "SCHOOL_COLLECTIVE");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Applicant(String maritalStatus, Place hukou, Place residence, Place origin, Boolean livesAtOrigin) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(String divisionCode, String areaType, String householdType) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Military(String status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rural(List<Homestead> homesteads, Boolean otherLivingBasis, TownMove townMove) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TownMove(Boolean moved) {}

    /** The applicant as one of the family, or a relative. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(String id, String relation, LocalDate birthDate, Place hukou) {

        static final Person APPLICANT = new Person(SELF, null, null, null);

        Boolean selfOrClose() {
            return this == APPLICANT ? Boolean.TRUE : closeRelative();
        }

        Boolean closeInTown() {
            return this == APPLICANT ? Boolean.FALSE : all(closeRelative(), inTown(hukou));
        }

        Boolean ofTheCountryside() {
            return this == APPLICANT ? Boolean.FALSE : all(inCity(hukou), area(hukou, "RURAL"));
        }

        /** 三投靠. */
        Boolean familyJoin(Application application) {
            return any(
                    is(relation, "SPOUSE"),
                    all(is(relation, "PARENT"), is(application.applicant.maritalStatus, "NEVER_MARRIED")),
                    all(is(relation, "CHILD"), adult(application.date)));
        }

        private Boolean closeRelative() {
            return in(relation, CLOSE);
        }

        private Boolean adult(LocalDate date) {
            return birthDate == null ? null : !birthDate.plusYears(ADULT_YEARS).isAfter(date);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Home(
            String tenure,
            String titleStatus,
            String divisionCode,
            String areaType,
            List<String> holderIds,
            List<String> occupantIds) {

        Boolean ownedInTown() {
            return all(is(tenure, "OWNED"), is(titleStatus, "REGISTERED"), inTown(divisionCode, areaType));
        }

        Boolean rentedInTown() {
            return all(in(tenure, Set.of("LEASED", "PUBLIC_RENTAL")), inTown(divisionCode, areaType));
        }

        Boolean heldBy(Person person) {
            return contains(holderIds, person.id);
        }

        Boolean livedInBy(Person person) {
            return contains(occupantIds, person.id);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Job(String workerId, String kind, String divisionCode, String areaType) {

        Boolean employedInTown() {
            return all(in(kind, Set.of("EMPLOYED", "MIGRANT_WORK")), inTown(divisionCode, areaType));
        }

        Boolean businessInTown() {
            return all(in(kind, Set.of("BUSINESS", "STARTUP")), inTown(divisionCode, areaType));
        }

        Boolean doneBy(Person person) {
            return person.id == null ? null : is(workerId, person.id);
        }

        Boolean ownInTheCountryside() {
            return all(is(workerId, SELF), inCity(divisionCode), is(areaType, "RURAL"));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Study(String status, String institutionType, Boolean fullTime) {

        Boolean graduatedOfHigherEducation() {
            return all(is(status, "GRADUATED"), in(institutionType, HIGHER_EDUCATION));
        }

        Boolean graduatedFullTime() {
            return all(is(status, "GRADUATED"), fullTime, in(institutionType, SCHOOLS));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Homestead(List<String> holderIds, String divisionCode, Boolean useRight, Boolean certificate) {

        Boolean usable() {
            return all(inCity(divisionCode), useRight);
        }

        Boolean ownUsable() {
            return all(usable(), contains(holderIds, SELF));
        }

        Boolean ownCertified() {
            return all(certificate, contains(holderIds, SELF));
        }

        Boolean heldBy(Person person) {
            return contains(holderIds, person.id);
        }
    }

    private static Boolean inCity(String divisionCode) {
        return divisionCode == null ? null : divisionCode.startsWith(CITY);
    }

    private static Boolean inCity(Place place) {
        return place == null ? null : inCity(place.divisionCode);
    }

    private static Boolean inTown(String divisionCode, String areaType) {
        return all(inCity(divisionCode), is(areaType, "URBAN"));
    }

    private static Boolean inTown(Place place) {
        return place == null ? null : inTown(place.divisionCode, place.areaType);
    }

    private static Boolean inCountryside(Place place) {
        return all(inCity(place), area(place, "RURAL"));
    }

    private static Boolean area(Place place, String areaType) {
        return place == null ? null : is(place.areaType, areaType);
    }
}
