package luohu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luohu.decision.Decision;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.PathwayOutcome;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.RuleFileParser;
import luohu.language.Truth;
import luohu.testing.Applicants;
import luohu.testing.Applicants.Drawn;
import luohu.testing.Bundled;
import luohu.testing.OwnCompiler;
import luohu.testing.RandomRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An authored rule means what Drools' own compiler takes it to mean")
class SecondOpinionTest {

    private static final int APPLICANTS = 2_000;

    private static final String CITY = "371000";
    private static final int FILES = 6;
    private static final int RULES = 20;
    private static final int APPLICANTS_OF_FILE = 40;

    @ParameterizedTest(name = "{0}")
    @MethodSource("luohu.testing.Bundled#ids")
    @DisplayName("for applicants of whom everything is known")
    void for_applicants_of_whom_everything_is_known(String id) {
        PackageDecider decider = Bundled.decider(id);
        OwnCompiler compiler = new OwnCompiler(
                String.join("\n", Bundled.files(id).rules().values()),
                decider.policy().document().city().code());
        List<Rule> rules = decider.policy().rules();
        assertEquals(rules.stream().map(Rule::name).collect(Collectors.toSet()), compiler.names());
        Applicants applicants = Applicants.to(id);
        Set<String> everFired = new HashSet<>();
        for (long seed = 0; seed < APPLICANTS; seed++) {
            Drawn drawn = applicants.fullyKnown(seed);
            Map<String, Set<String>> fired = fired(compiler, rules, drawn);
            everFired.addAll(fired.keySet());
            assertEquals(fired.keySet(), matched(decider, drawn), drawn::toString);
            assertEquals(persons(rules, fired), qualifying(decider, drawn), drawn::toString);
        }
        assertEquals(compiler.names(), everFired, "rules that no applicant met");
    }

    @Test
    @DisplayName("and so does a random rule")
    void and_so_does_a_random_rule() {
        Applicants applicants = new Applicants(CITY);
        for (long file = 0; file < FILES; file++) {
            String text = RandomRules.file(file, RULES);
            OwnCompiler compiler = new OwnCompiler(text, CITY);
            List<Rule> rules = new RuleFileParser(Bundled.VOCABULARY)
                    .parse("random.drl", text)
                    .rules();
            RuleEngine engine = new RuleEngine(rules);
            for (int i = 0; i < APPLICANTS_OF_FILE; i++) {
                Drawn drawn = applicants.fullyKnown(file * APPLICANTS_OF_FILE + i);
                Map<String, Set<String>> fired = ours(rules, engine, drawn);
                try (OwnCompiler.Run run = compiler.run(drawn)) {
                    RandomRules.PATHWAYS.forEach(code -> run.settle(code, holds(code, drawn)));
                    assertEquals(run.fire(), fired, () -> drawn + "\n" + text);
                }
            }
        }
    }

    private static boolean holds(String pathway, Drawn drawn) {
        return (drawn.seed() >> RandomRules.PATHWAYS.indexOf(pathway) & 1) == 1;
    }

    /** The rules that hold here, with whom they name. */
    private static Map<String, Set<String>> ours(List<Rule> rules, RuleEngine engine, Drawn drawn) {
        Case context = new Case(Bundled.VOCABULARY, drawn.facts(), CITY, drawn.date());
        Firings firings = engine.decide(context, 1, (round, soFar) -> RandomRules.PATHWAYS.stream()
                .map(code -> context.add(
                        Bundled.VOCABULARY.pathway(), new PathwayOutcome(code, holds(code, drawn), List.of())))
                .toList());
        Map<String, Set<String>> holding = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            assertNotEquals(Truth.UNKNOWN, firings.truth(i), drawn::toString);
            if (firings.truth(i) == Truth.TRUE) {
                holding.put(
                        rules.get(i).name(),
                        firings.persons(i).stream()
                                .map(Item::reference)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return holding;
    }

    /** The rules that fire under Drools' own compiler, with whom they name. */
    private static Map<String, Set<String>> fired(OwnCompiler compiler, List<Rule> rules, Drawn drawn) {
        try (OwnCompiler.Run run = compiler.run(drawn)) {
            Set<String> asked = rules.stream()
                    .flatMap(rule -> rule.dependsOn().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            Map<String, Set<String>> fired = run.fire();
            Set<String> settled = new HashSet<>();
            while (settled.size() < asked.size()) {
                List<String> next = asked.stream()
                        .filter(code -> !settled.contains(code))
                        .filter(code ->
                                of(rules, code).stream().allMatch(rule -> settled.containsAll(rule.dependsOn())))
                        .toList();
                assertTrue(!next.isEmpty(), "pathways that ask for each other: " + asked);
                next.forEach(code ->
                        run.settle(code, of(rules, code).stream().anyMatch(rule -> fired.containsKey(rule.name()))));
                settled.addAll(next);
                run.fire();
            }
            return fired;
        }
    }

    private static List<Rule> of(List<Rule> rules, String pathway) {
        return rules.stream()
                .filter(rule -> rule.target().aspect() == Aspect.PATHWAY
                        && rule.target().code().equals(pathway))
                .toList();
    }

    private static Set<String> matched(PackageDecider decider, Drawn drawn) {
        List<Truth> verdicts = decider.verdicts(drawn.facts(), drawn.date());
        assertTrue(!verdicts.contains(Truth.UNKNOWN), drawn::toString);
        Set<String> matched = new TreeSet<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) == Truth.TRUE) {
                matched.add(decider.policy().rules().get(i).name());
            }
        }
        return matched;
    }

    /** Of each pathway, whom the rules that fired name; the applicant where a rule names nobody. */
    private static Map<String, Set<String>> persons(List<Rule> rules, Map<String, Set<String>> fired) {
        Map<String, Set<String>> persons = new TreeMap<>();
        for (Rule rule : rules) {
            if (rule.target().aspect() == Aspect.PATHWAY && fired.containsKey(rule.name())) {
                Set<String> named = fired.get(rule.name());
                persons.computeIfAbsent(rule.target().code(), code -> new TreeSet<>())
                        .addAll(named.isEmpty() ? Set.of(Facts.SELF) : named);
            }
        }
        return persons;
    }

    private static Map<String, Set<String>> qualifying(PackageDecider decider, Drawn drawn) {
        Decision decision = decider.decide(drawn.facts(), drawn.date());
        Map<String, Set<String>> persons = new TreeMap<>();
        for (PathwayAnswer pathway : decision.pathways()) {
            if (!pathway.qualifyingPersons().isEmpty()) {
                persons.put(pathway.code(), new TreeSet<>(pathway.qualifyingPersons()));
            }
        }
        return persons;
    }
}
