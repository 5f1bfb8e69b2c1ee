package luohu.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Another engine, with the policy of 威海.
 *
 * @param <A> an applicant as the engine likes to be given one
 */
interface Peer<A> {

    /** The library it comes in. */
    String library();

    /** Puts an applicant into the engine's own form. */
    A applicant(JsonNode facts, ObjectMapper mapper);

    /** The outcome of each pathway, in the order of the document. */
    List<Outcome> decide(A applicant);

    /** What becomes of a pathway. */
    enum Outcome {
        MATCHED,
        NOT_MATCHED,
        UNDETERMINED
    }
}
