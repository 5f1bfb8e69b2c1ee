package luohu.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luohu.testing.Applicants.Drawn;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactField;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** Rule files as Drools' own compiler understands them, decided over plain facts. */
public final class OwnCompiler {

    private static final String PACKAGE = "plain";

    /** The vocabulary of rule files as Drools' own compiler needs it. */
    private static final String DECLARATIONS =
            """
            package plain
            declare Place
                divisionCode : String  areaType : String  householdType : String
                inCity : boolean  inTown : boolean  inCountryside : boolean
            end
            declare Applicant
                birthDate : String  maritalStatus : String  hukou : Place  residence : Place  origin : Place
                livesAtOrigin : boolean  workUnitSettled : boolean  adult : boolean
            end
            declare Person
                id : String  birthDate : String  hukou : Place  residence : Place
                adult : boolean  selfOrCloseRelative : boolean
            end
            declare Relative
                id : String  relation : String  birthDate : String  hukou : Place  residence : Place
                livesTogether : boolean  sameHukouBook : boolean  accompanies : boolean  cannotSettle : boolean
                attendsInPerson : boolean  adult : boolean  closeRelative : boolean  familyJoin : boolean
            end
            declare Home
                tenure : String  holderIds : java.util.List  occupantIds : java.util.List
                divisionCode : String  areaType : String  propertyType : String  acquisition : String
                titleStatus : String  leaseFiled : boolean  landlordConsents : boolean
                otherHukouRegistered : boolean  inCity : boolean  inTown : boolean  inCountryside : boolean
            end
            declare Job
                workerId : String  kind : String  divisionCode : String  areaType : String  startDate : String
                ruralPosting : String  monthsWorked : int
                inCity : boolean  inTown : boolean  inCountryside : boolean
            end
            declare Insurance
                type : String  divisionCode : String  inCity : boolean
            end
            declare Study
                institutionType : String  level : String  status : String  fullTime : boolean
                schoolDivisionCode : String  stateRecognized : boolean  schoolInCity : boolean
                higherEducation : boolean  secondaryOrAbove : boolean  juniorCollegeOrAbove : boolean
            end
            declare Talent
                kind : String
            end
            declare Military
                status : String  enlistmentDivisionCode : String  enlistedInCity : boolean
            end
            declare Homestead
                holderIds : java.util.List  divisionCode : String  areaType : String  useRight : boolean
                certificate : boolean  inCity : boolean  inTown : boolean  inCountryside : boolean
            end
            declare Rural
                contractedLand : boolean  otherLivingBasis : boolean
            end
            declare TownMove
                moved : boolean  date : String  withinCity : boolean
            end
            declare Intent
                targetAreaType : String  worksHere : boolean
            end
            declare Pathway
                code : String  holds : boolean
            end
            """;

    private static final Pattern CONSEQUENCE = Pattern.compile("matched\\((\\$\\w+)?\\);");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+\\(\"[^\"]*\"\\)");
    private static final Pattern RULE = Pattern.compile("rule \"([^\"]+)\".*?" + CONSEQUENCE.pattern(), Pattern.DOTALL);

    private final KieBase rules;
    private final String cityCode;

    /** Who each rule names, by its name; empty where it names nobody. */
    private final Map<String, String> named = new TreeMap<>();

    /** Compiles the text of rule files; all that is taken away is the annotations and the call in the consequence. */
    public OwnCompiler(String text, String cityCode) {
        this.cityCode = cityCode;
        String conditions =
                ANNOTATION.matcher(CONSEQUENCE.matcher(text).replaceAll("")).replaceAll("");
        this.rules = new KieHelper()
                .addContent(DECLARATIONS + conditions, ResourceType.DRL)
                .build();
        RULE.matcher(text)
                .results()
                .forEach(each -> named.put(each.group(1), each.group(2) == null ? "" : each.group(2)));
    }

    /** One evaluation. */
    public Run run(Drawn drawn) {
        return new Run(drawn);
    }

    /** The names of all rules, as the text has them. */
    public Set<String> names() {
        return named.keySet();
    }

    /** One applicant before the rules. */
    public final class Run implements AutoCloseable {

        private final KieSession session = rules.newKieSession();
        private final Map<String, Set<String>> fired = new TreeMap<>();

        private Run(Drawn drawn) {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String rule = event.getMatch().getRule().getName();
                    Set<String> persons = fired.computeIfAbsent(rule, name -> new TreeSet<>());
                    if (!named.get(rule).isEmpty()) {
                        Object person = event.getMatch().getDeclarationValue(named.get(rule));
                        persons.add(
                                (String) type(person.getClass().getSimpleName()).get(person, "id"));
                    }
                }
            });
            PlainFacts.of(cityCode, drawn.date(), drawn.facts())
                    .forEach(item -> session.insert(bean(item.type(), item.values())));
        }

        /** Lets the rules fire; gives each rule that has fired so far with the persons it named. */
        public Map<String, Set<String>> fire() {
            session.fireAllRules();
            return fired;
        }

        /** States what became of a pathway. */
        public void settle(String pathway, boolean holds) {
            session.insert(bean("Pathway", Map.of("code", pathway, "holds", holds)));
        }

        @Override
        public void close() {
            session.dispose();
        }
    }

    private Object bean(String type, Map<String, Object> values) {
        try {
            FactType declared = type(type);
            Object bean = declared.newInstance();
            Set<String> properties = declared.getFields().stream()
                    .map(FactField::getName)
                    .collect(Collectors.toCollection(HashSet::new));
            values.forEach((property, value) -> {
                if (properties.contains(property)) {
                    declared.set(bean, property, plain(value));
                }
            });
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Object plain(Object value) {
        return value instanceof Map<?, ?> place ? bean("Place", (Map<String, Object>) place) : value;
    }

    private FactType type(String name) {
        return rules.getFactType(PACKAGE, name);
    }
}
