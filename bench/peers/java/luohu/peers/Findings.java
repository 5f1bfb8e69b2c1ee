package luohu.peers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import luohu.peers.Peer.Outcome;

/** What rules found about one applicant. */
final class Findings {

    /** How a rule reads conditions: as certain they have to be known to hold, as possible they must not be known to fail. */
    enum Reading {
        CERTAIN,
        POSSIBLE;

        boolean accepts(Boolean truth) {
            return truth == null ? this == POSSIBLE : truth;
        }

        /** How it reads what must not be. */
        Reading underNot() {
            return this == CERTAIN ? POSSIBLE : CERTAIN;
        }
    }

    /** The pathways in the order of the document. */
    enum Pathway {
        OWN_HOME,
        RENTED_HOME,
        EMPLOYMENT,
        BUSINESS,
        JOIN_RELATIVE,
        RETURN_TO_ORIGIN,
        RURAL_JOIN_RELATIVE,
        RURAL_WORK,
        SCHOOL_COLLECTIVE_GRADUATE
    }

    private static final Pathway[] PATHWAYS = Pathway.values();

    private final Set<Pathway> certain = EnumSet.noneOf(Pathway.class);
    private final Set<Pathway> possible = EnumSet.noneOf(Pathway.class);
    private final Set<Reading> certificates = EnumSet.noneOf(Reading.class);

    void clear() {
        certain.clear();
        possible.clear();
        certificates.clear();
    }

    void open(Pathway pathway, Reading reading) {
        (reading == Reading.CERTAIN ? certain : possible).add(pathway);
    }

    /** Notes that the applicant holds a certificate of a homestead. */
    void certificate(Reading reading) {
        certificates.add(reading);
    }

    boolean noCertificate(Reading reading) {
        return !certificates.contains(reading.underNot());
    }

    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>(PATHWAYS.length);
        for (Pathway each : PATHWAYS) {
            outcomes.add(
                    certain.contains(each)
                            ? Outcome.MATCHED
                            : possible.contains(each) ? Outcome.UNDETERMINED : Outcome.NOT_MATCHED);
        }
        return outcomes;
    }
}
