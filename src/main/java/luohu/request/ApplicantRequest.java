package luohu.request;

import java.util.List;
import luohu.binding.Fault;
import luohu.facts.Facts;

/** A request about one applicant: members of its own, and the facts under the names of the contract. */
public interface ApplicantRequest {

    /** The most items any list of a request may have. */
    int LONGEST_LIST = 100;

    /** The most characters the caller's own reference may have. */
    int LONGEST_ID = 64;

    /** The caller's own reference, echoed. */
    String id();

    /** The facts of the applicant. */
    Facts facts();

    /** What is wrong with the members that are no facts, beyond their form; members that could not be read are null. */
    List<Fault> ownFaults();
}
