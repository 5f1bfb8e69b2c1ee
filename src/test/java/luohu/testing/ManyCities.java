package luohu.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.library.PackageLibrary;
import luohu.packages.PackageFiles;

/** Libraries of as many cities as wanted, none of which exists, each with the one package of {@link SmallPackage}. */
public final class ManyCities {

    private ManyCities() {}

    /** A library of so many cities, at most 676. */
    public static PackageLibrary library(int cities) {
        List<PackageFiles> files = new ArrayList<>();
        for (int i = 0; i < cities; i++) {
            SortedMap<String, String> texts = new TreeMap<>();
            texts.put(
                    "package.yaml",
                    SmallPackage.DOCUMENT
                            .replace("371100", "9" + (100 + i) + "00")
                            .replace("日照市", "城" + i + "市")
                            .replace("rizhao", pinyin(i)));
            texts.put("1-home.drl", SmallPackage.RULES);
            texts.put("scenarios/home.yaml", SmallPackage.SCENARIOS);
            files.add(new PackageFiles(SmallPackage.FOLDER.replace("rizhao", pinyin(i)), texts));
        }
        return PackageLibrary.of(files, Bundled.SCHEMA);
    }

    /** The id of the package of a city, from 0; ids are in the order of cities. */
    public static String packageId(int city) {
        return pinyin(city) + "-2023-01-01";
    }

    /** The pinyin of a city, from 0. */
    public static String pinyin(int city) {
        return "c" + (char) ('a' + city / 26) + (char) ('a' + city % 26);
    }
}
