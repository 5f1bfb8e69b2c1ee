package luohu.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What batches hold")
class LookAheadTest {

    private static final long MIB = 1024 * 1024;
    private static final Line SHORT = Line.of(1, new byte[] {'{'}, 1);

    @ParameterizedTest(name = "{0} cores")
    @ValueSource(ints = {1, 2, 16, 128, 2048})
    @DisplayName("has one bound whatever the cores, and beside it a line of each batch")
    void bounded(int cores) {
        LookAhead ahead = new LookAhead(cores);
        List<LookAhead.Share> shares = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            LookAhead.Share share = ahead.new Share();
            fill(share);
            shares.add(share);
        }
        assertTrue(ahead.held() <= 24 * MIB + 256 * LookAhead.ANSWER, ahead.held() + " bytes");
        shares.forEach(LookAhead.Share::end);
        assertEquals(0, ahead.held());
    }

    @ParameterizedTest(name = "{0} cores")
    @ValueSource(ints = {1, 2, 16, 128})
    @DisplayName("is enough for a packet on each core and one more, while a batch is alone")
    void keeps_all_at_work(int cores) {
        assertTrue(fill(new LookAhead(cores).new Share()) >= 2 * cores);
    }

    @Test
    @DisplayName("counts long lines as they are, and answers longer than was thought as well")
    void measured_in_bytes() {
        assertEquals(LookAhead.ANSWER, LookAhead.weight(SHORT));
        Line longest = Line.of(1, new byte[Line.LONGEST], 1);
        assertEquals(Line.LONGEST, LookAhead.weight(longest));
        LookAhead ahead = new LookAhead(2);
        LookAhead.Share share = ahead.new Share();
        share.hold(LookAhead.ANSWER);
        assertTrue(share.packet() > 0);
        share.hold(32 * MIB);
        assertTrue(share.packet() <= 0);
        LookAhead.Share other = ahead.new Share();
        other.hold(LookAhead.ANSWER);
        assertTrue(other.packet() <= 0, "what one holds the others do not");
        share.hold(-32 * MIB);
        assertTrue(share.packet() > 0);
        assertTrue(other.packet() > 0);
    }

    @Test
    @DisplayName("is none for a batch that is over, even when a line of it is answered later")
    void over() {
        LookAhead ahead = new LookAhead(2);
        LookAhead.Share share = ahead.new Share();
        share.hold(100);
        share.end();
        share.hold(100);
        share.end();
        assertEquals(0, ahead.held());
    }

    /** Holds as many packets of short lines as there is room for; gives their number. */
    private static int fill(LookAhead.Share share) {
        int packets = 0;
        for (long room = share.packet(); room > 0; room = share.packet()) {
            for (long weight = 0; weight < room; weight += LookAhead.weight(SHORT)) {
                share.hold(LookAhead.weight(SHORT));
            }
            packets++;
        }
        return packets;
    }
}
