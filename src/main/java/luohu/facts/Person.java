package luohu.facts;

import java.time.LocalDate;

/** What is asked alike of the applicant and of a relative. */
public interface Person {

    /** The day of birth. */
    LocalDate birthDate();

    /** The household registration. */
    Hukou hukou();

    /** The place of residence. */
    Place residence();
}
