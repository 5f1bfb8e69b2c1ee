package luohu.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import luohu.facts.Labelled;
import luohu.language.Atom;
import luohu.language.Finding;
import luohu.language.Formula;
import luohu.language.Rule;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule file with random damage")
class RuleFileFuzzTest {

    private static final int FILES = 5_000;

    private static final Pattern TOKEN = Pattern.compile(
            "\"[^\"\n]*\"|//[^\n]*|/\\*(?s:.*?)\\*/|\\$?[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+|==|!=|>=|&&|\\|\\||\\s+|.");

    /** What somebody might smuggle in, or slip into by mistake. */
    private static final List<String> FRAGMENTS = List.of(
            " Runtime.getRuntime().exec(\"x\") ",
            " getRuntime() ",
            " eval( System.exit(0) == null ) ",
            " from java.util.List.of() ",
            " \"x\" + \"y\" ",
            "\\\" || getRuntime() == \\\"",
            "; System.exit(0);",
            " || getRuntime() == true",
            " && (Boolean) true",
            " new java.io.File(\"x\") ",
            " /homes[ inTown == true ] ",
            " this ",
            " null ",
            " !",
            " not ",
            " exists ",
            " forall( ",
            " accumulate( Home(), $c : count(1) ) ",
            " collect( Home() ) ",
            " ?q( ; ) ",
            " @watch( * ) ",
            " do[x] ",
            " then[x] ",
            " then ",
            " end ",
            " when ",
            " or ",
            " and ",
            " import java.lang.Runtime;\n",
            " function void f() { } ",
            " declare Home end ",
            " global java.util.List x; ",
            " query q() Home() end ",
            " matches \"(a+)+\" ",
            " memberOf $who ",
            " str[startsWith] \"x\" ",
            "#",
            "[0]",
            ".size()",
            "!.x",
            "“",
            "，",
            "/*",
            "*/",
            "//",
            "\"",
            "\u0000",
            "\\u0022",
            "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
            "𠀀");

    private static final List<String> IDS = Bundled.ids().toList();
    private static final PackageReader READER = new PackageReader(Bundled.VOCABULARY);

    @Test
    @DisplayName("is refused with findings, or still says nothing but comparisons of the vocabulary")
    void is_refused_or_says_nothing_but_comparisons() {
        List<String> tokens = Bundled.FILES.stream()
                .flatMap(files -> files.rules().values().stream())
                .flatMap(text -> tokens(text).stream())
                .filter(token -> !token.isBlank())
                .distinct()
                .toList();
        long accepted = LongStream.range(0, FILES)
                .parallel()
                .filter(seed -> isAccepted(seed, tokens))
                .count();
        System.out.println("damaged rule files: " + FILES + ", of which " + accepted + " still hold together");
        assertTrue(accepted > 0 && accepted < FILES / 2, accepted + " accepted");
    }

    private static boolean isAccepted(long seed, List<String> tokens) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        PackageFiles files = Bundled.files(IDS.get(random.nextInt(IDS.size())));
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        List<String> names = List.copyOf(files.rules().keySet());
        String name = names.get(random.nextInt(names.size()));
        String damaged = damage(texts.get(name), random, tokens);
        texts.put(name, damaged);
        try {
            PolicyPackage read = READER.read(new PackageFiles(files.folder(), texts));
            read.rules().forEach(rule -> check(rule, rule.body()));
            List<Object> literals = read.rules().stream()
                    .filter(rule -> rule.file().endsWith("/" + name))
                    .flatMap(rule -> literals(rule.body()))
                    .toList();
            assertEquals(literalsWritten(damaged), literals.size(), () -> "cut off in reading:\n" + damaged);
            return true;
        } catch (BrokenPackageException e) {
            for (Finding finding : e.findings()) {
                assertTrue(finding.line() >= 1 && !finding.message().isBlank(), finding::toString);
            }
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + "\n" + damaged, e);
        }
    }

    private static String damage(String text, Random random, List<String> tokens) {
        List<String> parts = new ArrayList<>(tokens(text));
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(parts.size());
            String other = random.nextInt(3) == 0
                    ? FRAGMENTS.get(random.nextInt(FRAGMENTS.size()))
                    : tokens.get(random.nextInt(tokens.size()));
            switch (random.nextInt(4)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, other);
                case 2 -> parts.set(at, other);
                default -> parts.set(at, parts.get(random.nextInt(parts.size())));
            }
        }
        return String.join("", parts);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How many texts, truth values and numbers stand between when and then. */
    private static long literalsWritten(String text) {
        boolean conditions = false;
        long count = 0;
        for (String token : tokens(text)) {
            conditions = token.equals("when") || conditions && !token.equals("then");
            count += conditions && token.matches("\".*\"|true|false|[0-9]+") ? 1 : 0;
        }
        return count;
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
                                || literal instanceof String text && text.matches("[0-9]{2}|[0-9]{6}|SELF|[a-z0-9-]+"),
                        rule.name() + ": " + literal));
    }
}
