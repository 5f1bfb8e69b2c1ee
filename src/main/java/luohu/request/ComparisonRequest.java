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
 * A request to evaluate the same facts in many cities or packages.
 *
 * @param id the caller's own reference, echoed; at most 64 characters
 * @param cities the cities, by division code, name or pinyin id; null for every city
 * @param packageIds packages to compare instead of the packages in force in cities
 * @param effectiveDate the day to decide for; absent means today in Asia/Shanghai
 */
public record ComparisonRequest(
        String id,
        List<String> cities,
        List<String> packageIds,
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
    public void check(Faults faults) {
        if (cities != null && packageIds != null) {
            faults.add(new Fault("/packageIds", "conflicting-members", "cities 和 packageIds 只能写一个；请删去其中一个。"));
        }
        columns("/cities", cities, faults);
        columns("/packageIds", packageIds, faults);
    }

    private static void columns(String pointer, List<String> names, Faults faults) {
        RequestCheck.length(pointer, names, faults);
        if (names != null && names.isEmpty()) {
            faults.add(new Fault(pointer, "empty-list", "列表中至少写一项；要比较全部城市，请不写 cities 和 packageIds。"));
        }
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
