package luohu.engine;

import luohu.language.Truth;

/**
 * The two ways Drools reads every rule. Read as certain, a rule fires when its conditions are known to hold; read as
 * possible, it fires unless they are known to fail. Under {@code not} the two change places. Together they are Kleene's
 * logic: certain is true, only possible is unknown, neither is false.
 */
enum Certainty {
    CERTAIN,
    POSSIBLE;

    boolean accepts(Truth truth) {
        return this == CERTAIN ? truth == Truth.TRUE : truth != Truth.FALSE;
    }

    Certainty underNot() {
        return this == CERTAIN ? POSSIBLE : CERTAIN;
    }
}
