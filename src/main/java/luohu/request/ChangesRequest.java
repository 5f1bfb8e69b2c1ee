package luohu.request;

import java.time.LocalDate;
import java.util.List;
import luohu.binding.Faults;
import luohu.facts.Applicant;
import luohu.facts.DocumentCode;
import luohu.facts.Facts;
import luohu.facts.Home;
import luohu.facts.Insurance;
import luohu.facts.Intent;
import luohu.facts.Job;
import luohu.facts.Military;
import luohu.facts.Relative;
import luohu.facts.Rural;
import luohu.facts.Study;
import luohu.facts.TalentKind;

/**
 * A request to say what a change from one package to another means for one applicant.
 *
 * @param id the caller's own reference, echoed; at most 64 characters
 * @param effectiveDate the day to decide for under both packages; absent means today in Asia/Shanghai
 */
public record ChangesRequest(
        String id,
        LocalDate effectiveDate,
        Applicant applicant,
        List<Relative> relatives,
        List<Home> homes,
        List<Job> jobs,
        List<Insurance> insurances,
        List<Study> studies,
        List<TalentKind> talentKinds,
        Military military,
        Rural rural,
        Intent intent,
        List<DocumentCode> documentsHeld)
        implements ApplicantRequest {

    @Override
    public void check(Faults faults) {}

    @Override
    public Facts facts() {
        return new Facts(
                applicant,
                relatives,
                homes,
                jobs,
                insurances,
                studies,
                talentKinds,
                military,
                rural,
                intent,
                documentsHeld);
    }
}
