package luohu.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luohu.facts.Facts;

/**
 * Fully known facts as plain values, one map for each item under the name of its type: texts, days and enums as strings,
 * places as maps. What the documents' shared terms mean is worked out here once more, from the contract and apart from the
 * code under test.
 */
final class PlainFacts {

    /**
     * One item.
     *
     * @param type the name of its type
     * @param values its values by property
     */
    record Item(String type, Map<String, Object> values) {}

    private static final Set<String> CLOSE =
            Set.of("SPOUSE", "PARENT", "CHILD", "SIBLING", "GRANDPARENT", "GRANDCHILD");
    private static final Set<String> HIGHER =
            Set.of("REGULAR_HE", "ADULT_HE", "SELF_STUDY_EXAM", "DISTANCE_ONLINE", "OPEN_EDUCATION", "OVERSEAS_HE");
    private static final Set<String> COLLEGE = Set.of("11", "14", "17", "21", "28", "31");
    private static final Set<String> SECONDARY = Set.of("41", "44", "47");

    private final String city;
    private final LocalDate date;
    private final List<Item> items = new ArrayList<>();

    private PlainFacts(String cityCode, LocalDate date) {
        this.city = cityCode.substring(0, 4);
        this.date = date;
    }

    /** Every item that rules of a city can speak about on a day. */
    static List<Item> of(String cityCode, LocalDate date, Facts facts) {
        PlainFacts plain = new PlainFacts(cityCode, date);
        plain.persons(facts);
        facts.homes().forEach(each -> plain.place(plain.add("Home", each)));
        facts.jobs().forEach(each -> plain.job(plain.add("Job", each)));
        facts.studies().forEach(each -> plain.study(plain.add("Study", each)));
        facts.insurances().forEach(each -> plain.place(plain.add("Insurance", each)));
        facts.talentKinds().forEach(each -> plain.items.add(new Item("Talent", Map.of("kind", each.name()))));
        facts.rural().homesteads().forEach(each -> plain.place(plain.add("Homestead", each)));
        plain.add("Rural", facts.rural());
        plain.add("TownMove", facts.rural().townMove());
        plain.add("Intent", facts.intent());
        Map<String, Object> military = plain.add("Military", facts.military());
        military.put("enlistedInCity", plain.inCity(military.get("enlistmentDivisionCode")));
        return plain.items;
    }

    private void persons(Facts facts) {
        Map<String, Object> applicant = person(add("Applicant", facts.applicant()));
        place(applicant.get("origin"));
        Map<String, Object> self = person(add("Person", facts.applicant()));
        self.put("id", Facts.SELF);
        self.put("selfOrCloseRelative", true);
        facts.relatives().forEach(each -> {
            Map<String, Object> relative = person(add("Relative", each));
            boolean close = CLOSE.contains(each.relation().name());
            relative.put("closeRelative", close);
            relative.put("familyJoin", joins(relative, applicant));
            person(add("Person", each)).put("selfOrCloseRelative", close);
        });
    }

    private Map<String, Object> person(Map<String, Object> person) {
        LocalDate birth = LocalDate.parse((String) person.get("birthDate"));
        person.put("adult", date.compareTo(birth.plusYears(18)) >= 0);
        place(person.get("hukou"));
        place(person.get("residence"));
        return person;
    }

    private static boolean joins(Map<String, Object> relative, Map<String, Object> applicant) {
        return switch ((String) relative.get("relation")) {
            case "SPOUSE" -> true;
            case "PARENT" -> applicant.get("maritalStatus").equals("NEVER_MARRIED");
            case "CHILD" -> (boolean) relative.get("adult");
            default -> false;
        };
    }

    /** Months are counted one by one, each from the first day. */
    private void job(Map<String, Object> job) {
        place(job);
        LocalDate start = LocalDate.parse((String) job.get("startDate"));
        int months = -1;
        while (start.plusMonths(months + 1).compareTo(date) <= 0) {
            months++;
        }
        job.put("monthsWorked", months);
    }

    private void study(Map<String, Object> study) {
        Object level = study.get("level");
        study.put("schoolInCity", inCity(study.get("schoolDivisionCode")));
        study.put("higherEducation", HIGHER.contains(study.get("institutionType")));
        study.put("juniorCollegeOrAbove", COLLEGE.contains(level));
        study.put("secondaryOrAbove", COLLEGE.contains(level) || SECONDARY.contains(level));
    }

    @SuppressWarnings("unchecked")
    private void place(Object values) {
        Map<String, Object> place = (Map<String, Object>) values;
        boolean inCity = inCity(place.get("divisionCode"));
        place.put("inCity", inCity);
        place.put("inTown", inCity && "URBAN".equals(place.get("areaType")));
        place.put("inCountryside", inCity && "RURAL".equals(place.get("areaType")));
    }

    private boolean inCity(Object division) {
        return ((String) division).substring(0, 4).equals(city);
    }

    private Map<String, Object> add(String type, Object data) {
        items.add(new Item(type, values(data)));
        return items.get(items.size() - 1).values();
    }

    private static Map<String, Object> values(Object data) {
        Map<String, Object> values = new HashMap<>();
        for (Component component : Component.of(data.getClass())) {
            values.put(component.name(), plain(component.in(data)));
        }
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof LocalDate day) {
            return day.toString();
        }
        return value instanceof Record data ? values(data) : value;
    }
}
