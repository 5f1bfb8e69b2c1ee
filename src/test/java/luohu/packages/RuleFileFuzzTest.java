package luohu.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.Finding;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.language.RuleFile;
import luohu.language.RuleFileParser;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule file with random damage")
class RuleFileFuzzTest {

    private static final int FILES = 6_000;

    /** Every how manieth damaged file is read with its whole package even if it has findings of its own. */
    private static final int WHOLE = 6;

    private static final List<String> IDS = Bundled.ids().toList();
    private static final RuleFileParser PARSER = new RuleFileParser(Bundled.VOCABULARY);
    private static final PackageReader READER = new PackageReader(Bundled.VOCABULARY);

    @Test
    @DisplayName(
            "is refused with findings, or still says nothing but comparisons of the vocabulary, all of which are read")
    void is_refused_or_says_nothing_but_comparisons() {
        long sound = LongStream.range(0, FILES)
                .parallel()
                .filter(RuleFileFuzzTest::isSound)
                .count();
        System.out.println("damaged rule files: " + FILES + ", of which " + sound + " are still sound");
        assertTrue(sound > 0 && sound < FILES / 2, sound + " sound");
    }

    private static boolean isSound(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        PackageFiles files = Bundled.files(IDS.get(random.nextInt(IDS.size())));
        List<String> names = List.copyOf(files.rules().keySet());
        String name = names.get(random.nextInt(names.size()));
        String damaged = Damage.to(files.texts().get(name), random);
        try {
            RuleFile file = PARSER.parse(files.folder() + "/" + name, damaged);
            check(file.findings());
            file.rules().forEach(rule -> check(rule, rule.body()));
            boolean sound = file.findings().isEmpty();
            if (sound) {
                assertEquals(literalsWritten(damaged), literals(file), "literals read");
            }
            if (sound || seed % WHOLE == 0) {
                readWhole(files, name, damaged);
            }
            return sound;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + "\n" + damaged, e);
        }
    }

    private static void readWhole(PackageFiles files, String name, String damaged) {
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.put(name, damaged);
        try {
            READER.read(new PackageFiles(files.folder(), texts));
        } catch (BrokenPackageException e) {
            check(e.findings());
        }
    }

    private static void check(List<Finding> findings) {
        findings.forEach(each -> assertTrue(each.line() >= 1 && !each.message().isBlank(), each::toString));
    }

    /** How many texts, truth values and numbers stand between when and then. */
    private static long literalsWritten(String text) {
        boolean conditions = false;
        long count = 0;
        for (String token : Damage.tokens(text)) {
            conditions = token.equals("when") || conditions && !token.equals("then");
            count += conditions && token.matches("\".*\"|true|false|[0-9]+") ? 1 : 0;
        }
        return count;
    }

    private static long literals(RuleFile file) {
        return file.rules().stream().flatMap(rule -> literals(rule.body())).count();
    }

    private static Stream<Object> literals(Formula formula) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().flatMap(RuleFileFuzzTest::literals);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().flatMap(RuleFileFuzzTest::literals);
        } else if (formula instanceof Formula.Not not) {
            return literals(not.inner());
        } else if (formula instanceof Formula.Some some) {
            return literals(some.where());
        }
        return formula instanceof Atom atom ? atom.literals().stream() : Stream.of();
    }

    private static void check(Rule rule, Formula formula) {
        if (formula instanceof Formula.All all) {
            all.parts().forEach(part -> check(rule, part));
        } else if (formula instanceof Formula.Any any) {
            any.parts().forEach(part -> check(rule, part));
        } else if (formula instanceof Formula.Not not) {
            check(rule, not.inner());
        } else if (formula instanceof Formula.Some some) {
            assertEquals(rule.slots().get(some.slot()), some.type());
            check(rule, some.where());
        } else if (formula instanceof Atom atom) {
            check(rule, atom);
        }
    }

    private static void check(Rule rule, Atom atom) {
        if (atom.property().isThis()) {
            assertEquals(rule.slots().get(atom.slot()), rule.slots().get(atom.otherSlot()));
            return;
        }
        assertEquals(
                atom.property(),
                rule.slots().get(atom.slot()).property(atom.property().name()));
        if (atom.isJoin()) {
            assertEquals(
                    atom.otherProperty(),
                    rule.slots()
                            .get(atom.otherSlot())
                            .property(atom.otherProperty().name()));
        }
        atom.literals()
                .forEach(literal -> assertTrue(
                        literal instanceof Labelled
                                || literal instanceof Boolean
                                || literal instanceof Integer
                                || literal instanceof LocalDate
                                || literal instanceof String text
                                        && (atom.property().kind() == ValueKind.ID
                                                || text.matches("[0-9]{2}|[0-9]{6}|SELF")),
                        rule.name() + ": " + literal));
    }
}
