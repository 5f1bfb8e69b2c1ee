package luohu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.packages.City;
import luohu.packages.PackageFiles;

/** The files a new package begins with: they pass every check, and what is to be rewritten stands in 〔…〕. */
final class PackageTemplate {

    private static final String FOLDER = "/workshop/";

    private static final String EFFECTIVE =
            """
            effective:
              from: %s
              fromBasis: STATED # 文件写明了施行日期的写 STATED；没有写明、以成文日期为准的写 DOCUMENT_DATE
              to: null # 有效期的最后一日；文件没有写明就写 null
              clause: 〔文末〕
              quote: 〔写明施行日期的原话〕""";

    private PackageTemplate() {}

    /**
     * The files of a new package.
     *
     * @param city the city
     * @param version the last part of its id: the first day, or {@code <year>-draft}
     * @param from the first day; null for a draft
     */
    static PackageFiles of(City city, String version, LocalDate from) {
        String prefix = city.code().substring(0, 4);
        Map<String, String> values = Map.of(
                "id",
                city.pinyin() + "-" + version,
                "code",
                city.code(),
                "name",
                city.name(),
                "pinyin",
                city.pinyin(),
                "draft",
                Boolean.toString(from == null),
                "effective",
                from == null ? "effective: null # 征求意见稿没有施行日期" : EFFECTIVE.formatted(from),
                "date",
                from == null ? version.substring(0, 4) + "-01-01" : from.toString(),
                "inCity",
                prefix + "02",
                "elsewhere",
                prefix.equals("1301") ? "110105" : "130102");
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : new String[] {PackageFiles.DOCUMENT, "1-town.drl", "scenarios/town.yaml"}) {
            String text = read(file);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            texts.put(file, text);
        }
        return new PackageFiles(city.pinyin() + "/" + version, texts);
    }

    private static String read(String file) {
        try (InputStream stream = PackageTemplate.class.getResourceAsStream(FOLDER + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
