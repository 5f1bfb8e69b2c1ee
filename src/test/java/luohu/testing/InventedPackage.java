package luohu.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.packages.PackageFiles;

/**
 * A package of a city that does not exist, in versions. Each bears its number in the title of its pathway; odd ones open it to
 * residents of the town, even ones to those of the countryside.
 */
public final class InventedPackage {

    public static final String FOLDER = "yunxi/2024-01-01";
    public static final String ID = "yunxi-2024-01-01";

    private static final String DOCUMENT =
            """
            id: yunxi-2024-01-01
            city: {code: "379900", name: 云溪市, pinyin: yunxi}
            title: 云溪市户口迁移规定
            issuer: 云溪市人民政府
            signed: 2023-12-20
            draft: false
            effective:
              from: 2024-01-01
              fromBasis: STATED
              to: null
              clause: 末段
              quote: 自2024年1月1日起施行
            revision: 1.0.0
            rulings: []
            notices: []
            pathways:
              - code: resident
                kind: RESIDENCE
                title: 按居住落户（第 %d 版）
                clause: 一
                quote: 在本市居住的人员
                covers: APPLICANT
                rulings: []
                materials:
                  - {name: 居民户口簿, options: [[HUKOU_BOOK]], basis: STATED, from: APPLICANT}
                registration:
                  - {place: OWN_HOME, mandatory: true}
            restrictions: []
            otherClauses: []
            """;

    private static final String RULES =
            """
            rule "一 按居住落户"
                @pathway("resident")
            when
                Applicant( residence.%s == true )
            then
                matched();
            end
            """;

    private static final String SCENARIOS =
            """
            date: 2024-05-01
            given:
              applicant:
                residence: {divisionCode: "379901", areaType: %s}
            scenarios:
              - name: 住在本市的人，可以按居住落户
                expect:
                  matched: {resident: [SELF]}
            """;

    private InventedPackage() {}

    /** The files of a version. */
    public static PackageFiles version(int version) {
        boolean town = version % 2 == 1;
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("package.yaml", DOCUMENT.formatted(version));
        texts.put("1-resident.drl", RULES.formatted(town ? "inTown" : "inCountryside"));
        texts.put("scenarios/resident.yaml", SCENARIOS.formatted(town ? "URBAN" : "RURAL"));
        return new PackageFiles(FOLDER, texts);
    }

    /** The files with one of them changed. */
    public static PackageFiles with(PackageFiles files, String name, String text, String replacement) {
        String before = files.texts().get(name);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(name + " does not contain " + text);
        }
        SortedMap<String, String> texts = new TreeMap<>(files.texts());
        texts.put(name, before.replace(text, replacement));
        return new PackageFiles(files.folder(), texts);
    }

    /** Writes the files of a package under a rules folder. */
    public static void write(Path root, PackageFiles files) throws IOException {
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            Path path = root.resolve(files.folder()).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
