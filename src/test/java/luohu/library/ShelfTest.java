package luohu.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import luohu.decision.PackageDecider;
import luohu.facts.Facts;
import luohu.packages.PackageFiles;
import luohu.packages.PackageReader;
import luohu.testing.Bundled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A shelf of compiled packages")
class ShelfTest {

    private static final Facts NOTHING = new Facts(null, null, null, null, null, null, null, null, null, null, null);
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    @Test
    @DisplayName("compiles a package when it is asked for, and not again while there is room")
    void compiles_on_demand() {
        Shelf shelf = shelf(2);
        LibraryPackage first = known(shelf, 0);
        assertEquals(Optional.empty(), first.ready());
        assertEquals(0, shelf.compiled());
        PackageDecider compiled = first.decider();
        assertSame(compiled, first.decider());
        assertSame(compiled, first.ready().orElseThrow());
        assertEquals(1, shelf.compiled());
        assertEquals(1, shelf.size());
    }

    @Test
    @DisplayName("gives back the package that was not used for longest, and decides the same when it is compiled again")
    void gives_back() {
        Shelf shelf = shelf(2);
        LibraryPackage first = known(shelf, 0);
        LibraryPackage second = known(shelf, 1);
        LibraryPackage third = known(shelf, 2);
        PackageDecider compiled = first.decider();
        second.decider();
        first.ready();
        third.decider();
        assertTrue(first.ready().isPresent(), "used since");
        assertEquals(Optional.empty(), second.ready(), "not used since");
        assertEquals(2, shelf.size());
        second.decider();
        third.decider();
        second.decider();
        assertEquals(Optional.empty(), first.ready());
        assertNotSame(compiled, first.decider());
        assertEquals(compiled.decide(NOTHING, DAY), first.decider().decide(NOTHING, DAY));
    }

    @Test
    @DisplayName("never holds more than there is room for, whatever is asked for in whatever order")
    void keeps_to_its_room() {
        Shelf shelf = shelf(3);
        List<LibraryPackage> packages = new ArrayList<>();
        for (int i = 0; i < Bundled.FILES.size(); i++) {
            packages.add(known(shelf, i));
        }
        for (int i = 0; i < 60; i++) {
            packages.get(i * i % packages.size()).decider();
            assertTrue(shelf.size() <= 3);
            long ready =
                    packages.stream().filter(each -> each.ready().isPresent()).count();
            assertEquals(shelf.size(), ready);
        }
    }

    @Test
    @DisplayName("compiles a package once for all who ask for it at the same time")
    void compiles_once() throws Exception {
        Shelf shelf = shelf(1);
        LibraryPackage asked = known(shelf, 0);
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        Callable<PackageDecider> ask = () -> {
            together.await();
            return asked.decider();
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<PackageDecider>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(executor.submit(ask));
            }
            for (Future<PackageDecider> answer : answers) {
                assertSame(asked.decider(), answer.get());
            }
        } finally {
            executor.shutdownNow();
        }
        assertEquals(1, shelf.compiled());
    }

    @Test
    @DisplayName("decides by the files it was given, whatever becomes of them later")
    void keeps_the_files() {
        PackageFiles files = new PackageFiles(
                Bundled.FILES.get(0).folder(),
                new TreeMap<>(Bundled.FILES.get(0).texts()));
        Shelf shelf = shelf(1);
        LibraryPackage held = shelf.put(files, verified(files));
        files.texts().replaceAll((name, text) -> "");
        assertEquals(held.digest(), held.decider().policy().digest());
    }

    private static Shelf shelf(int room) {
        return new Shelf(room, Bundled.VOCABULARY, Bundled.SCHEMA);
    }

    private static LibraryPackage known(Shelf shelf, int index) {
        PackageFiles files = Bundled.FILES.get(index);
        return shelf.put(files, verified(files));
    }

    private static Verified verified(PackageFiles files) {
        PackageDecider decider = Bundled.decider(
                new PackageReader(Bundled.VOCABULARY).read(files).id());
        return new Verified(decider.policy().document().head(), new FactReads(decider.explanations()).byPath());
    }
}
