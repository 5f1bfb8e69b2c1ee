package luohu.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Knows callers by their keys. */
public final class KeyGate implements Gate {

    private final KeyRing keys;
    private final Clock clock;

    /**
     * @param keys the keys in use
     * @param clock says on which day keys expire
     */
    public KeyGate(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The keys in use. */
    public KeyRing keys() {
        return keys;
    }

    @Override
    public AccessMode mode() {
        return AccessMode.API_KEY;
    }

    @Override
    public Optional<String> caller(Presented presented) {
        return presented.bearer().flatMap(key -> keys.current().holder(key, LocalDate.now(clock)));
    }
}
