package luohu.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.decision.PackageDecider;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.Vocabulary;
import luohu.packages.BrokenPackageException;
import luohu.packages.City;
import luohu.packages.Effective;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;

/** All rule packages, verified and compiled, by id and by city and day. Never changes once made. */
public final class PackageLibrary {

    private final SortedMap<String, PackageDecider> byId;
    private final Map<String, City> cities = new TreeMap<>();
    private final String digest;

    private PackageLibrary(SortedMap<String, PackageDecider> byId) {
        this.byId = byId;
        this.digest = digest(byId.values());
        byId.values().forEach(each -> {
            City city = each.policy().document().city();
            cities.put(city.code(), city);
        });
    }

    /**
     * Reads, checks and compiles packages.
     *
     * @throws BrokenPackageException with every finding in any of them, and for packages of one city that overlap in time
     */
    public static PackageLibrary of(List<PackageFiles> packages, FactSchema schema) {
        Vocabulary vocabulary = new Vocabulary(schema);
        PackageReader reader = new PackageReader(vocabulary);
        List<Finding> findings = new ArrayList<>();
        List<PackageDecider> deciders = new ArrayList<>();
        for (PackageFiles files : packages) {
            try {
                deciders.add(new PackageDecider(reader.read(files), vocabulary, schema));
            } catch (BrokenPackageException e) {
                findings.addAll(e.findings());
            }
        }
        SortedMap<String, PackageDecider> byId = byId(deciders);
        findings.addAll(conflicts(byId));
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new PackageLibrary(byId);
    }

    /**
     * Puts packages together that are compiled already.
     *
     * @throws BrokenPackageException for packages of one city that overlap in time or disagree about the city
     */
    public static PackageLibrary of(Collection<PackageDecider> packages) {
        SortedMap<String, PackageDecider> byId = byId(packages);
        List<Finding> findings = conflicts(byId);
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new PackageLibrary(byId);
    }

    /** Every package, by id. */
    public Collection<PackageDecider> packages() {
        return byId.values();
    }

    /**
     * SHA-256 over every package: its id, a space, its digest and a line feed, by id. Two replicas with the same digest decide
     * alike.
     */
    public String digest() {
        return digest;
    }

    /** The package of that id, drafts included. */
    public Optional<PackageDecider> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The package of a city that is in force on a day; never a draft. */
    public Optional<PackageDecider> inForce(City city, LocalDate day) {
        return of(city).stream()
                .filter(each -> each.policy().document().inForceOn(day))
                .findFirst();
    }

    /** The packages of a city: those in force by their first day, then drafts. */
    public List<PackageDecider> of(City city) {
        return byId.values().stream()
                .filter(each -> each.policy().document().city().equals(city))
                .sorted(Comparator.comparing(
                        each -> each.policy().document().effective(),
                        Comparator.nullsLast(Comparator.comparing(Effective::from))))
                .toList();
    }

    /** Every city that has a package, by code. */
    public Collection<City> cities() {
        return cities.values();
    }

    /** The city that a caller means: a division code of any level within it, its name with or without 市, or its pinyin. */
    public Optional<City> city(String given) {
        return cities.values().stream()
                .filter(city -> given.equals(city.pinyin())
                        || given.equals(city.name())
                        || (given + "市").equals(city.name())
                        || (given.matches("[0-9]{6}")
                                && given.startsWith(city.code().substring(0, 4))))
                .findFirst();
    }

    private static SortedMap<String, PackageDecider> byId(Collection<PackageDecider> packages) {
        SortedMap<String, PackageDecider> byId = new TreeMap<>();
        packages.forEach(each -> byId.put(each.policy().id(), each));
        return byId;
    }

    private static String digest(Collection<PackageDecider> packages) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (PackageDecider each : packages) {
                String line = each.policy().id() + " " + each.policy().digest() + "\n";
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static List<Finding> conflicts(SortedMap<String, PackageDecider> byId) {
        return Conflicts.among(
                byId.values().stream().map(each -> each.policy().document()).toList());
    }
}
