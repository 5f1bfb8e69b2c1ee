package luohu.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import luohu.facts.FactSchema;
import luohu.language.Finding;
import luohu.language.Vocabulary;
import luohu.packages.BrokenPackageException;
import luohu.packages.City;
import luohu.packages.Effective;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.packages.Sha256;

/** All rule packages, verified, by id and by city and day. Never changes once made. */
public final class PackageLibrary {

    private static final Comparator<LibraryPackage> BY_FIRST_DAY = Comparator.comparing(
            each -> each.head().effective(), Comparator.nullsLast(Comparator.comparing(Effective::from)));

    private final SortedMap<String, LibraryPackage> byId;
    private final SortedMap<String, City> cities = new TreeMap<>();
    private final Map<String, City> named = new HashMap<>();
    private final Map<String, City> byDivision = new HashMap<>();
    private final Map<City, List<LibraryPackage>> byCity = new HashMap<>();
    private final String digest;

    private PackageLibrary(SortedMap<String, LibraryPackage> byId) {
        this.byId = byId;
        Sha256 sha256 = new Sha256();
        byId.forEach((id, each) -> {
            sha256.add(id + " " + each.digest() + "\n");
            City city = each.head().city();
            cities.put(city.code(), city);
            byCity.computeIfAbsent(city, key -> new ArrayList<>()).add(each);
        });
        this.digest = sha256.digest();
        byCity.values().forEach(each -> each.sort(BY_FIRST_DAY));
        cities.values().forEach(this::name);
    }

    /**
     * Reads, checks and compiles packages, and keeps all of them compiled.
     *
     * @throws BrokenPackageException with every finding in any of them, and for packages of one city that overlap in time
     */
    public static PackageLibrary of(List<PackageFiles> packages, FactSchema schema) {
        Vocabulary vocabulary = new Vocabulary(schema);
        Shelf shelf = new Shelf(Math.max(1, packages.size()), vocabulary, schema);
        PackageReader reader = new PackageReader(vocabulary);
        List<Finding> findings = new ArrayList<>();
        List<LibraryPackage> read = new ArrayList<>();
        for (PackageFiles files : packages) {
            try {
                read.add(shelf.put(files, reader.read(files)));
            } catch (BrokenPackageException e) {
                findings.addAll(e.findings());
            }
        }
        SortedMap<String, LibraryPackage> byId = byId(read);
        findings.addAll(conflicts(byId));
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new PackageLibrary(byId);
    }

    /**
     * Puts packages together that are verified already.
     *
     * @throws BrokenPackageException for packages of one city that overlap in time or disagree about the city
     */
    public static PackageLibrary of(Collection<LibraryPackage> packages) {
        SortedMap<String, LibraryPackage> byId = byId(packages);
        List<Finding> findings = conflicts(byId);
        if (!findings.isEmpty()) {
            throw new BrokenPackageException(findings);
        }
        return new PackageLibrary(byId);
    }

    /** Every package, by id. */
    public Collection<LibraryPackage> packages() {
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
    public Optional<LibraryPackage> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The package of a city that is in force on a day; never a draft. */
    public Optional<LibraryPackage> inForce(City city, LocalDate day) {
        for (LibraryPackage each : of(city)) {
            if (each.head().inForceOn(day)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The packages of a city: those in force by their first day, then drafts. */
    public List<LibraryPackage> of(City city) {
        return byCity.getOrDefault(city, List.of());
    }

    /** Every city that has a package, by code. */
    public Collection<City> cities() {
        return cities.values();
    }

    /** The city that a caller means: a division code of any level within it, its name with or without 市, or its pinyin. */
    public Optional<City> city(String given) {
        return Optional.ofNullable(isDivisionCode(given) ? byDivision.get(given.substring(0, 4)) : named.get(given));
    }

    private void name(City city) {
        String name = city.name();
        byDivision.putIfAbsent(city.code().substring(0, 4), city);
        named.putIfAbsent(city.pinyin(), city);
        named.putIfAbsent(name, city);
        if (name.endsWith("市")) {
            named.putIfAbsent(name.substring(0, name.length() - 1), city);
        }
    }

    private static boolean isDivisionCode(String given) {
        return given.length() == 6 && given.chars().allMatch(each -> each >= '0' && each <= '9');
    }

    private static SortedMap<String, LibraryPackage> byId(Collection<LibraryPackage> packages) {
        SortedMap<String, LibraryPackage> byId = new TreeMap<>();
        packages.forEach(each -> byId.put(each.head().id(), each));
        return byId;
    }

    private static List<Finding> conflicts(SortedMap<String, LibraryPackage> byId) {
        return Conflicts.among(byId.values().stream().map(LibraryPackage::head).toList());
    }
}
