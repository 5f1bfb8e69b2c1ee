package luohu.request;

import java.time.LocalDate;
import java.util.List;
import luohu.binding.Fault;
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
 * A request to evaluate the same facts on every day of a span.
 *
 * @param id the caller's own reference, echoed; at most 64 characters
 * @param city a division code, a name or the pinyin id
 * @param from the first day
 * @param to the last day, included
 * @param packageId pins a package
 * @param packageDigest pins the very content of that package, as answers state its digest; never without the id
 */
public record TimelineRequest(
        String id,
        String city,
        LocalDate from,
        LocalDate to,
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

    /** The most years a span may have. */
    public static final int LONGEST_SPAN = 100;

    @Override
    public void check(Faults faults) {
        if (city == null) {
            faults.add(RequestCheck.missingCity());
        }
        if (from == null) {
            faults.add(new Fault("/from", "missing", "必须写明 from：第一日，yyyy-MM-dd。"));
        }
        if (to == null) {
            faults.add(new Fault("/to", "missing", "必须写明 to：最后一日（含当日），yyyy-MM-dd。"));
        } else if (from != null && to.isBefore(from)) {
            faults.add(new Fault("/to", "bad-interval", "to 不能早于 from。"));
        } else if (from != null && !to.isBefore(from.plusYears(LONGEST_SPAN))) {
            faults.add(new Fault("/to", "bad-interval", "from 至 to 最长 " + LONGEST_SPAN + " 年；请缩短，或者分几次询问。"));
        }
        RequestCheck.pin(packageId, packageDigest, faults);
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
