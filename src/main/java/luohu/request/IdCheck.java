package luohu.request;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.binding.Fault;
import luohu.binding.Faults;
import luohu.facts.Facts;
import luohu.facts.Home;
import luohu.facts.Homestead;
import luohu.facts.Job;
import luohu.facts.Relative;

/** Checks that ids are different, name somebody and can be repeated in answers. */
final class IdCheck {

    /** The code of an id that names nobody. */
    static final String DANGLING = "dangling-id";

    private static final String DUPLICATE = "duplicate-id";
    private static final int LONGEST = ApplicantRequest.LONGEST_RELATIVE_ID;

    private final Set<String> persons = new HashSet<>(Set.of(Facts.SELF));
    private final Faults faults;

    private IdCheck(Faults faults) {
        this.faults = faults;
    }

    /** Finds everything wrong with the ids among facts. */
    static void check(Facts facts, List<Homestead> homesteads, Faults faults) {
        IdCheck check = new IdCheck(faults);
        check.relatives(facts.relatives());
        check.homes(facts.homes());
        check.jobs(facts.jobs());
        for (int i = 0; i < RequestCheck.checked(homesteads); i++) {
            if (homesteads.get(i) != null) {
                check.named(
                        "/rural/homesteads/" + i + "/holderIds",
                        homesteads.get(i).holderIds());
            }
        }
    }

    private void relatives(List<Relative> relatives) {
        int checked = RequestCheck.checked(relatives);
        for (int i = 0; relatives != null && i < relatives.size(); i++) {
            String id = relatives.get(i) == null ? null : relatives.get(i).id();
            if (id != null && i < checked) {
                person("/relatives/" + i + "/id", id);
            } else if (id != null) {
                persons.add(id); // who is not checked can be named all the same
            }
        }
    }

    private void person(String pointer, String id) {
        if (id.equals(Facts.SELF)) {
            faults.add(new Fault(pointer, DUPLICATE, "SELF 专指申请人；请为亲属另取一个标识。"));
        } else if (!RequestCheck.isText(id)) {
            faults.add(new Fault(pointer, "bad-text", "标识中有不成对的代理字符（\\uD800–\\uDFFF），不是完整的文字。"));
        } else if (!persons.add(id)) {
            faults.add(new Fault(pointer, DUPLICATE, "这个标识已经属于另一名亲属；每名亲属的标识应各不相同。"));
        } else if (RequestCheck.isLonger(id, LONGEST)) {
            faults.add(new Fault(pointer, "too-long", "亲属的标识最多 " + LONGEST + " 个字符：每条途径的答复都可能重复它。"));
        }
    }

    private void homes(List<Home> homes) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < RequestCheck.checked(homes); i++) {
            Home home = homes.get(i);
            if (home != null) {
                unique("/homes/" + i + "/id", home.id(), ids);
                named("/homes/" + i + "/holderIds", home.holderIds());
                named("/homes/" + i + "/occupantIds", home.occupantIds());
            }
        }
    }

    private void jobs(List<Job> jobs) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < RequestCheck.checked(jobs); i++) {
            Job job = jobs.get(i);
            if (job != null) {
                unique("/jobs/" + i + "/id", job.id(), ids);
                named("/jobs/" + i + "/workerId", job.workerId());
            }
        }
    }

    private void unique(String pointer, String id, Set<String> seen) {
        if (id != null && !seen.add(id)) {
            faults.add(new Fault(pointer, DUPLICATE, "同一列表中的标识应各不相同。"));
        }
    }

    private void named(String pointer, List<String> ids) {
        RequestCheck.length(pointer, ids, faults);
        for (int i = 0; i < RequestCheck.checked(ids) && !faults.isFull(); i++) {
            named(pointer + "/" + i, ids.get(i));
        }
    }

    private void named(String pointer, String id) {
        if (id != null && !persons.contains(id)) {
            faults.add(new Fault(pointer, DANGLING, "没有这个人：标识应为 SELF（申请人）或者 relatives 中某人的 id。"));
        }
    }
}
