package luohu.api;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import luohu.checks.PackageChecks;
import luohu.facts.FactSchema;
import luohu.library.LibraryPackage;
import luohu.library.MisstatedPackageException;
import luohu.library.PackageFolders;
import luohu.library.Shelf;
import luohu.packages.PackageFiles;
import luohu.release.CurrentLibrary;
import luohu.release.DirectoryRelease;
import luohu.release.IndexFile;
import luohu.release.KeyFile;
import luohu.release.LibraryBuilder;
import luohu.release.Look;
import luohu.release.Program;
import luohu.release.RulesDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts the library together at the start, before the first request. */
@ApplicationScoped
public class LibraryComposition {

    private static final Logger LOG = Logger.getLogger(LibraryComposition.class);

    /** How many packages are compiled before the first request, so that what compiles them is loaded, and compiled itself. */
    private static final int COMPILED_AT_START = 32;

    /**
     * What makes libraries. Without the bundled packages the service knows no city but those of the directory, which only
     * measurements of the rest want.
     */
    @Produces
    @Singleton
    LibraryBuilder builder(
            FactSchema schema,
            @ConfigProperty(name = "luohu.rules.bundled", defaultValue = "true") boolean bundled,
            @ConfigProperty(name = "luohu.rules.public-key") Optional<Path> publicKey,
            @ConfigProperty(name = "luohu.rules.compiled", defaultValue = "100") int compiled) {
        if (compiled < 1) {
            throw new ConfigurationException("luohu.rules.compiled 应为正整数，例如 100。");
        }
        List<PackageFiles> packages = bundled ? PackageFolders.bundled() : List.of();
        List<PublicKey> keys = publicKey.map(KeyFile::publicKeys).orElse(List.of());
        return new LibraryBuilder(packages, schema, keys, compiled, words -> new PackageChecks(words, schema)::check);
    }

    /** The packages, verified before the first request; a broken one stops the start. */
    @Produces
    @Singleton
    @Startup
    DirectoryRelease release(
            LibraryBuilder builder,
            VerifiedNotes notes,
            Clock clock,
            @ConfigProperty(name = "luohu.rules.directory") Optional<Path> directory) {
        directory.ifPresent(path -> LOG.infof("规则目录：%s", path.toAbsolutePath()));
        Supplier<Look> looks =
                directory.<Supplier<Look>>map(RulesDirectory::new).orElse(() -> Look.NOWHERE);
        DirectoryRelease release = new DirectoryRelease(looks, builder, notes.read(), clock);
        notes.write(release);
        release.library().get().packages().stream()
                .limit(COMPILED_AT_START)
                .parallel()
                .forEach(LibraryComposition::compile);
        return release;
    }

    /** An index that misstates one package is no reason to decide by none of the others. */
    private static void compile(LibraryPackage each) {
        try {
            each.decider();
        } catch (MisstatedPackageException e) {
            LOG.errorf(
                    "index-mismatch: 索引所说的与规则包 %s 的文件不符，问到它的请求将得到 500；请删去索引，再启动。",
                    each.head().id());
        }
    }

    /** Where the program notes what it has verified. */
    @Produces
    @Singleton
    VerifiedNotes notes(@ConfigProperty(name = "luohu.rules.index") Optional<Path> index) {
        Optional<String> program = index.flatMap(path -> Program.running());
        if (index.isPresent() && program.isEmpty()) {
            LOG.warnf("程序不是从发布的 jar 运行的，说不出自己是哪一个版本，不使用索引 %s。", index.get());
        }
        return new VerifiedNotes(program.map(each -> new IndexFile(index.get(), each)));
    }

    /** The library in use. */
    @Produces
    @Singleton
    CurrentLibrary library(DirectoryRelease release) {
        return release.library();
    }

    /** Where compiled packages are kept. */
    @Produces
    @Singleton
    Shelf shelf(LibraryBuilder builder) {
        return builder.shelf();
    }
}
