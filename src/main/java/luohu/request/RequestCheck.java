package luohu.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.binding.Fault;
import luohu.binding.Formats;
import luohu.facts.Facts;
import luohu.facts.Home;
import luohu.facts.Homestead;
import luohu.facts.Job;
import luohu.facts.Relative;

/** Checks what a request says beyond its form: ids that name somebody, births not in the future, lists within bounds. */
final class RequestCheck {

    /** The code of an id that names nobody. */
    static final String DANGLING_ID = "dangling-id";

    private static final int LONGEST_LIST = ApplicantRequest.LONGEST_LIST;
    private static final int LONGEST_ID = ApplicantRequest.LONGEST_ID;

    private final Clock clock;

    RequestCheck(Clock clock) {
        this.clock = clock;
    }

    /** Everything wrong with a request; parts that could not be read are null and skipped. */
    List<Fault> check(ApplicantRequest request) {
        List<Fault> faults = new ArrayList<>(0);
        faults.addAll(request.ownFaults());
        reference(request.id(), faults);
        Facts facts = request.facts();
        lengths(facts, faults);
        births(facts, faults);
        ids(facts, faults);
        return faults;
    }

    /** That a request does not say which city it is about. */
    static Fault missingCity() {
        return new Fault("/city", "missing", "必须写明 city：区划代码、城市名称或者拼音，例如 \"371000\"、\"威海\"、\"weihai\"。");
    }

    /** What is wrong with the digest that pins a package. */
    static void pin(String packageId, String packageDigest, List<Fault> faults) {
        if (packageDigest == null) {
            return;
        }
        if (!Formats.isDigest(packageDigest)) {
            faults.add(
                    new Fault("/packageDigest", "bad-code", "摘要应为 sha256: 加 64 个小写的十六进制数字，即答复中 package.digest 的写法。"));
        }
        if (packageId == null) {
            faults.add(new Fault("/packageId", "missing", "写了 packageDigest，就必须写明 packageId：这是哪个规则包的摘要。"));
        }
    }

    private static void reference(String id, List<Fault> faults) {
        if (id != null && id.codePointCount(0, id.length()) > LONGEST_ID) {
            faults.add(new Fault("/id", "too-long", "id 最多 " + LONGEST_ID + " 个字符；请勿在其中放个人信息。"));
        } else if (id != null && !isText(id)) {
            faults.add(new Fault("/id", "bad-text", "id 中有不成对的代理字符（\\uD800–\\uDFFF），不是完整的文字。"));
        }
    }

    private static void lengths(Facts facts, List<Fault> faults) {
        length("/relatives", facts.relatives(), faults);
        length("/homes", facts.homes(), faults);
        length("/jobs", facts.jobs(), faults);
        length("/insurances", facts.insurances(), faults);
        length("/studies", facts.studies(), faults);
        length("/talentKinds", facts.talentKinds(), faults);
        length("/documentsHeld", facts.documentsHeld(), faults);
        length("/rural/homesteads", homesteads(facts), faults);
    }

    static void length(String pointer, List<?> list, List<Fault> faults) {
        if (isTooLong(list)) {
            faults.add(new Fault(pointer, "too-many-items", "列表最多 " + LONGEST_LIST + " 项；其后的各项没有检查。"));
        }
    }

    static boolean isTooLong(List<?> list) {
        return list != null && list.size() > LONGEST_LIST;
    }

    private void births(Facts facts, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (facts.applicant() != null) {
            birth("/applicant/birthDate", facts.applicant().birthDate(), today, faults);
        }
        List<Relative> relatives = facts.relatives();
        for (int i = 0; relatives != null && i < relatives.size(); i++) {
            if (relatives.get(i) != null) {
                birth("/relatives/" + i + "/birthDate", relatives.get(i).birthDate(), today, faults);
            }
        }
    }

    private static void birth(String pointer, LocalDate birth, LocalDate today, List<Fault> faults) {
        if (birth != null && birth.isAfter(today)) {
            faults.add(new Fault(pointer, "future-birth-date", "出生日期不能晚于今天。"));
        }
    }

    private static void ids(Facts facts, List<Fault> faults) {
        Set<String> persons = new HashSet<>();
        persons.add(Facts.SELF);
        List<Relative> relatives = facts.relatives();
        for (int i = 0; relatives != null && i < relatives.size(); i++) {
            String id = relatives.get(i) == null ? null : relatives.get(i).id();
            String pointer = "/relatives/" + i + "/id";
            if (Facts.SELF.equals(id)) {
                faults.add(new Fault(pointer, "duplicate-id", "SELF 专指申请人；请为亲属另取一个标识。"));
            } else if (id != null && !isText(id)) {
                faults.add(new Fault(pointer, "bad-text", "标识中有不成对的代理字符（\\uD800–\\uDFFF），不是完整的文字。"));
            } else if (id != null && !persons.add(id)) {
                faults.add(new Fault(pointer, "duplicate-id", "这个标识已经属于另一名亲属；每名亲属的标识应各不相同。"));
            }
        }
        List<Home> homes = facts.homes();
        Set<String> homeIds = new HashSet<>();
        for (int i = 0; homes != null && i < homes.size(); i++) {
            Home home = homes.get(i);
            if (home != null) {
                unique("/homes/" + i + "/id", home.id(), homeIds, faults);
                named("/homes/" + i + "/holderIds", home.holderIds(), persons, faults);
                named("/homes/" + i + "/occupantIds", home.occupantIds(), persons, faults);
            }
        }
        List<Job> jobs = facts.jobs();
        Set<String> jobIds = new HashSet<>();
        for (int i = 0; jobs != null && i < jobs.size(); i++) {
            Job job = jobs.get(i);
            if (job != null) {
                unique("/jobs/" + i + "/id", job.id(), jobIds, faults);
                named("/jobs/" + i + "/workerId", job.workerId(), persons, faults);
            }
        }
        List<Homestead> homesteads = homesteads(facts);
        for (int i = 0; homesteads != null && i < homesteads.size(); i++) {
            if (homesteads.get(i) != null) {
                named("/rural/homesteads/" + i + "/holderIds", homesteads.get(i).holderIds(), persons, faults);
            }
        }
    }

    private static void unique(String pointer, String id, Set<String> seen, List<Fault> faults) {
        if (id != null && !seen.add(id)) {
            faults.add(new Fault(pointer, "duplicate-id", "同一列表中的标识应各不相同。"));
        }
    }

    private static void named(String pointer, List<String> ids, Set<String> persons, List<Fault> faults) {
        length(pointer, ids, faults);
        for (int i = 0; ids != null && i < Math.min(ids.size(), LONGEST_LIST); i++) {
            named(pointer + "/" + i, ids.get(i), persons, faults);
        }
    }

    private static void named(String pointer, String id, Set<String> persons, List<Fault> faults) {
        if (id != null && !persons.contains(id)) {
            faults.add(new Fault(pointer, DANGLING_ID, "没有这个人：标识应为 SELF（申请人）或者 relatives 中某人的 id。"));
        }
    }

    private static List<Homestead> homesteads(Facts facts) {
        return facts.rural() == null ? null : facts.rural().homesteads();
    }

    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
