package luohu.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Thread.State;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import luohu.request.ReadingRoom.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The room for texts that are read at the same time")
class ReadingRoomTest {

    private final ReadingRoom room = new ReadingRoom();

    @Test
    @DisplayName("has a long text wait while it is full, lets a short one pass, and goes on when there is room again")
    void waits() throws InterruptedException, InvalidRequestException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean read = new AtomicBoolean();
        Thread first = reading(ReadingRoom.BYTES - 10, () -> {
            begun.countDown();
            await(end);
            return null;
        });
        begun.await();
        Thread second = reading(11, () -> {
            read.set(true);
            return null;
        });
        while (second.getState() != State.WAITING) {
            assertTrue(second.isAlive(), "one byte more than there is room for must wait");
            Thread.onSpinWait();
        }
        assertFalse(read.get());
        assertEquals("short", room.read(10, () -> "short"), "exactly as much as there is room for");
        end.countDown();
        first.join();
        second.join();
        assertTrue(read.get());
    }

    @Test
    @DisplayName("takes a text that is longer than the room, and has room again after one that is refused")
    void is_given_back() throws InvalidRequestException {
        assertEquals("long", room.read(10 * ReadingRoom.BYTES, () -> "long"));
        assertThrows(
                InvalidRequestException.class,
                () -> room.read(ReadingRoom.BYTES, () -> {
                    throw InvalidRequestException.malformed();
                }));
        assertEquals("next", room.read(ReadingRoom.BYTES, () -> "next"));
    }

    private Thread reading(int bytes, Reading<Void> reading) {
        Thread thread = new Thread(() -> {
            try {
                room.read(bytes, reading);
            } catch (InvalidRequestException e) {
                throw new AssertionError(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
