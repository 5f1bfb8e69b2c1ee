package luohu.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luohu.binding.Fault;
import luohu.facts.Facts;
import luohu.facts.Home;
import luohu.facts.Homestead;
import luohu.facts.Job;
import luohu.facts.Relative;

/** Checks what a request says beyond its form: ids that name somebody, births not in the future, lists within bounds. */
final class RequestCheck {

    /** The code of an id that names nobody. */
    static final String DANGLING_ID = "dangling-id";

    private static final int LONGEST_LIST = EvaluationRequest.LONGEST_LIST;
    private static final int LONGEST_ID = EvaluationRequest.LONGEST_ID;

    private final Clock clock;

    RequestCheck(Clock clock) {
        this.clock = clock;
    }

    /** Everything wrong with a request; parts that could not be read are null and skipped. */
    List<Fault> check(EvaluationRequest request) {
        List<Fault> faults = new ArrayList<>(0);
        reference(request, faults);
        lengths(request, faults);
        births(request, faults);
        ids(request, faults);
        return faults;
    }

    private static void reference(EvaluationRequest request, List<Fault> faults) {
        String id = request.id();
        if (request.city() == null) {
            faults.add(new Fault("/city", "missing", "必须写明 city：区划代码、城市名称或者拼音，例如 \"371000\"、\"威海\"、\"weihai\"。"));
        }
        if (id != null && id.codePointCount(0, id.length()) > LONGEST_ID) {
            faults.add(new Fault("/id", "too-long", "id 最多 " + LONGEST_ID + " 个字符；请勿在其中放个人信息。"));
        } else if (id != null && !isText(id)) {
            faults.add(new Fault("/id", "bad-text", "id 中有不成对的代理字符（\\uD800–\\uDFFF），不是完整的文字。"));
        }
    }

    private static void lengths(EvaluationRequest request, List<Fault> faults) {
        length("/relatives", request.relatives(), faults);
        length("/homes", request.homes(), faults);
        length("/jobs", request.jobs(), faults);
        length("/insurances", request.insurances(), faults);
        length("/studies", request.studies(), faults);
        length("/talentKinds", request.talentKinds(), faults);
        length("/documentsHeld", request.documentsHeld(), faults);
        length("/rural/homesteads", homesteads(request), faults);
    }

    private static void length(String pointer, List<?> list, List<Fault> faults) {
        if (list != null && list.size() > LONGEST_LIST) {
            faults.add(new Fault(pointer, "too-many-items", "列表最多 " + LONGEST_LIST + " 项。"));
        }
    }

    private void births(EvaluationRequest request, List<Fault> faults) {
        LocalDate today = LocalDate.now(clock);
        if (request.applicant() != null) {
            birth("/applicant/birthDate", request.applicant().birthDate(), today, faults);
        }
        List<Relative> relatives = request.relatives();
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

    private static void ids(EvaluationRequest request, List<Fault> faults) {
        Set<String> persons = new HashSet<>();
        persons.add(Facts.SELF);
        List<Relative> relatives = request.relatives();
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
        List<Home> homes = request.homes();
        Set<String> homeIds = new HashSet<>();
        for (int i = 0; homes != null && i < homes.size(); i++) {
            Home home = homes.get(i);
            if (home != null) {
                unique("/homes/" + i + "/id", home.id(), homeIds, faults);
                named("/homes/" + i + "/holderIds", home.holderIds(), persons, faults);
                named("/homes/" + i + "/occupantIds", home.occupantIds(), persons, faults);
            }
        }
        List<Job> jobs = request.jobs();
        Set<String> jobIds = new HashSet<>();
        for (int i = 0; jobs != null && i < jobs.size(); i++) {
            Job job = jobs.get(i);
            if (job != null) {
                unique("/jobs/" + i + "/id", job.id(), jobIds, faults);
                named("/jobs/" + i + "/workerId", job.workerId(), persons, faults);
            }
        }
        List<Homestead> homesteads = homesteads(request);
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

    private static List<Homestead> homesteads(EvaluationRequest request) {
        return request.rural() == null ? null : request.rural().homesteads();
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
