package luohu.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The faults a caller is told")
class FaultsTest {

    @Test
    @DisplayName("are all of them while they are no more than the bound, and the first ones when there is one more")
    void bounds_their_number() {
        Faults faults = Faults.bounded();
        for (int i = 0; i < Faults.MOST; i++) {
            faults.add(fault(i, 1));
        }
        assertEquals(Faults.MOST, faults.listed().size());
        assertFalse(faults.isFull(), "nothing is left out yet");
        faults.add(fault(Faults.MOST, 1));
        assertTrue(faults.isFull());
        assertEquals(Faults.MOST, faults.listed().size());
        assertEquals("/0", faults.listed().get(0).pointer());
        assertEquals("/99", faults.listed().get(Faults.MOST - 1).pointer());
    }

    @Test
    @DisplayName("are together no longer than the bound, and nothing comes after the first that would be too much")
    void bounds_their_length() {
        int half = Faults.LONGEST / 2;
        Faults faults = Faults.bounded();
        faults.add(fault(1, half - 2));
        faults.add(fault(2, half - 2));
        assertFalse(faults.isFull(), "exactly as long as the bound");
        faults.add(new Fault("", "x", ""));
        assertFalse(faults.isFull());
        assertEquals(3, faults.listed().size());
        faults.add(new Fault("", "x", "x"));
        assertTrue(faults.isFull());
        faults.add(new Fault("", "x", ""));
        assertEquals(3, faults.listed().size(), "the list has no gaps");
    }

    @Test
    @DisplayName("do not include what is not wanted, which does not count either")
    void leaves_out_what_is_not_wanted() {
        Faults faults = Faults.bounded();
        faults.only(fault -> fault.pointer().equals("/1"));
        for (int i = 0; i < 2 * Faults.MOST; i++) {
            faults.add(fault(i, 1));
        }
        assertEquals(1, faults.listed().size());
        assertFalse(faults.isFull());
    }

    @Test
    @DisplayName("are no bound for the files of those who run the service")
    void lists_everything() {
        Faults faults = Faults.unbounded();
        for (int i = 0; i < 2_000; i++) {
            faults.add(fault(i, 100));
        }
        assertEquals(2_000, faults.listed().size());
        assertFalse(faults.isFull());
    }

    @Test
    @DisplayName("point at a member as long as the pointer is not too long, else at the value that holds it")
    void bounds_pointers() {
        String longest = "n".repeat(Fault.LONGEST_POINTER - "/homes/0/".length());
        assertEquals("/homes/0/" + longest, Fault.near("/homes/0", longest));
        assertEquals("/homes/0", Fault.near("/homes/0", longest + "n"));
        assertEquals("/homes/0", Fault.near("/homes/0", longest.substring(1) + "/"), "written ~1");
        assertEquals("/homes/0/a~1b~0c", Fault.near("/homes/0", "a/b~c"));
        assertEquals("/", Fault.near("", ""));
    }

    private static Fault fault(int number, int length) {
        return new Fault("/" + number, "x", "m".repeat(length));
    }
}
