package luohu.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Vocabulary;
import luohu.library.PackageFolders;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.scenarios.ScenarioWriter;
import org.jboss.logmanager.LogContext;

/**
 * Packages for cities that do not exist, three versions in succession for each. They are made of the bundled ones that are no
 * drafts: other city, other days, every rule under another name, and of about a quarter of the rules a narrower alternative,
 * by chance, always the same. Each has a scenario, so that it can be taken up from a rules directory.
 */
public final class MadeUpCities {

    /** As many cities as there are prefectures. */
    static final int CITIES = 337;

    static final int VERSIONS = 3;

    private static final int FIRST_DIVISION = 1100;
    private static final int FIRST_YEAR = 2016;
    private static final int YEARS = 3;
    private static final int EARLIEST_BIRTH = 1930;
    private static final int BIRTH_YEARS = 60;
    private static final Pattern RULE =
            Pattern.compile("(?ms)^rule \"([^\"]*)\"\\n(    @pathway\\([^\\n]*\\)\\n)when\\n(.*?)^end\\n");
    private static final List<PackageFiles> MODELS = PackageFolders.bundled().stream()
            .filter(each -> !each.folder().endsWith("draft"))
            .toList();

    private final FactSchema schema = new FactSchema();
    private final Vocabulary vocabulary = new Vocabulary(schema);
    private final PackageReader reader = new PackageReader(vocabulary);

    /** Writes so many cities into a folder, all of them unless said otherwise. */
    public static void main(String[] args) throws IOException {
        LogContext.getLogContext().getLogger("").setLevel(Level.WARNING);
        int cities = args.length < 2 ? CITIES : Integer.parseInt(args[1]);
        new MadeUpCities().write(Path.of(args[0]), cities);
    }

    /** The pinyin by which a city is asked for. */
    static String pinyin(int city) {
        return String.format(Locale.ROOT, "city%03d", city);
    }

    /** The first four digits of its divisions. */
    static String division(int city) {
        return String.format(Locale.ROOT, "%04d", FIRST_DIVISION + city);
    }

    /** How many bundled packages they are made of, in turn. */
    static int models() {
        return MODELS.size();
    }

    /** A day on which a version is in force. */
    static LocalDate day(int version) {
        return LocalDate.of(FIRST_YEAR + YEARS * version, 7, 1);
    }

    /** The id of a version. */
    static String id(int city, int version) {
        return pinyin(city) + "-" + (FIRST_YEAR + YEARS * version);
    }

    /** Writes the packages into a folder, where they are the same whoever writes them. */
    void write(Path root, int cities) throws IOException {
        for (int city = 0; city < cities; city++) {
            for (int version = 0; version < VERSIONS; version++) {
                PackageFiles files = files(city, version);
                for (Map.Entry<String, String> file : files.texts().entrySet()) {
                    Path path = root.resolve(files.folder()).resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
            }
        }
    }

    /** One package. */
    PackageFiles files(int city, int version) {
        PackageFiles model = MODELS.get((city * VERSIONS + version) % MODELS.size());
        Random random = new Random(city * VERSIONS + version);
        String mark = "（第 " + city + " 市 " + (FIRST_YEAR + YEARS * version) + " 年）";
        SortedMap<String, String> texts = new TreeMap<>();
        model.rules().forEach((name, text) -> texts.put(name, rules(text, mark, random)));
        texts.put(PackageFiles.DOCUMENT, document(model.texts().get(PackageFiles.DOCUMENT), city, version));
        PackageFiles files = new PackageFiles(pinyin(city) + "/" + (FIRST_YEAR + YEARS * version), texts);
        texts.put("scenarios/unknown.yaml", scenario(files, day(version)));
        return files;
    }

    private static String document(String model, int city, int version) {
        int year = FIRST_YEAR + YEARS * version;
        boolean last = version == VERSIONS - 1;
        return model.replaceFirst("(?m)^id: .*$", "id: " + id(city, version))
                .replaceFirst("(?m)^  code: .*$", "  code: \"" + division(city) + "00\"")
                .replaceFirst("(?m)^  name: .*$", "  name: 第" + city + "市")
                .replaceFirst("(?m)^  pinyin: .*$", "  pinyin: " + pinyin(city))
                .replaceFirst("(?m)^  from: .*$", "  from: " + year + "-01-01")
                .replaceFirst("(?m)^  to: .*$", last ? "  to: null" : "  to: " + (year + YEARS - 1) + "-12-31");
    }

    private static String rules(String model, String mark, Random random) {
        StringBuilder rules = new StringBuilder(model.replaceAll("(?m)^rule \"([^\"]*)\"", "rule \"$1" + mark + "\""));
        List<MatchResult> found = RULE.matcher(model).results().toList();
        IntStream.range(0, found.size()).filter(i -> random.nextInt(4) == 0).forEach(i -> {
            MatchResult rule = found.get(i);
            int year = EARLIEST_BIRTH + random.nextInt(BIRTH_YEARS);
            rules.append("\nrule \"")
                    .append(rule.group(1))
                    .append("，之二")
                    .append(mark)
                    .append("\"\n");
            rules.append(rule.group(2)).append("when\n");
            rules.append("    Applicant( birthDate >= \"").append(year).append("-01-01\" )\n");
            rules.append(rule.group(3)).append("end\n");
        });
        return rules.toString();
    }

    /** What the package decides of somebody of whom nothing is known. */
    private String scenario(PackageFiles files, LocalDate day) {
        PackageDecider decider = new PackageDecider(reader.read(files), vocabulary, schema);
        Facts nothing = new Facts(null, null, null, null, null, null, null, null, null, null, null);
        ObjectNode scenario = JsonNodeFactory.instance.objectNode();
        scenario.put("name", "什么都不知道的人");
        scenario.set("expect", ScenarioWriter.expectation(decider.decide(nothing, day), ""));
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("date", day.toString());
        file.putObject("given");
        file.putArray("scenarios").add(scenario);
        return file.toString();
    }
}
