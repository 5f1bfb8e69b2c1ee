package luohu.request;

import luohu.binding.Faults;
import luohu.facts.Facts;

/** A request about one applicant: members of its own, and the facts under the names of the contract. */
public interface ApplicantRequest {

    /** The most items any list of a request may have. */
    int LONGEST_LIST = 100;

    /** The most characters of the caller's own reference, which answers repeat. */
    int LONGEST_ID = 64;

    /** The most characters of the id of a relative, which each pathway of an answer may repeat; real ones are far shorter. */
    int LONGEST_RELATIVE_ID = 256;

    /** The caller's own reference, echoed. */
    String id();

    /** The facts of the applicant. */
    Facts facts();

    /** Finds what is wrong with the members that are no facts, beyond their form; members that could not be read are null. */
    void check(Faults faults);
}
