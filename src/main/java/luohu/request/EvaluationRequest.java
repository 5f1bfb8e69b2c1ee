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
 * A request to evaluate one applicant, as callers write it. Absent or null means unknown.
 *
 * @param id the caller's own reference, echoed; at most 64 characters
 * @param city a division code, a name or the pinyin id; the only member a request must have
 * @param effectiveDate the day to decide for; absent means today in Asia/Shanghai
 * @param packageId pins a package
 * @param packageDigest pins the very content of that package, as answers state its digest; never without the id
 */
public record EvaluationRequest(
        String id,
        String city,
        LocalDate effectiveDate,
        String packageId,
        String packageDigest,
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
    public void check(Faults faults) {
        if (city == null) {
            faults.add(RequestCheck.missingCity());
        }
        RequestCheck.pin(packageId, packageDigest, faults);
    }

    /** The same request with day, package and digest set, whichever of them it left open. */
    public EvaluationRequest completed(LocalDate day, String usedId, String usedDigest) {
        return new EvaluationRequest(
                id,
                city,
                effectiveDate == null ? day : effectiveDate,
                packageId == null ? usedId : packageId,
                packageDigest == null ? usedDigest : packageDigest,
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
