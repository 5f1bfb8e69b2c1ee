package luohu.request;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import luohu.binding.Fault;
import luohu.binding.Faults;
import luohu.binding.Formats;
import luohu.facts.Facts;
import luohu.facts.Homestead;
import luohu.facts.Relative;

/** Checks what a request says beyond its form: births not in the future, lists and references within bounds, ids. */
final class RequestCheck {

    private static final int LONGEST_LIST = ApplicantRequest.LONGEST_LIST;
    private static final int LONGEST_ID = ApplicantRequest.LONGEST_ID;

    private final Clock clock;

    RequestCheck(Clock clock) {
        this.clock = clock;
    }

    /** Finds everything wrong with a request; parts that could not be read are null and skipped. */
    void check(ApplicantRequest request, Faults faults) {
        request.check(faults);
        reference(request.id(), faults);
        Facts facts = request.facts();
        lengths(facts, faults);
        births(facts, faults);
        IdCheck.check(facts, homesteads(facts), faults);
    }

    /** That a request does not say which city it is about. */
    static Fault missingCity() {
        return new Fault("/city", "missing", "必须写明 city：区划代码、城市名称或者拼音，例如 \"371000\"、\"威海\"、\"weihai\"。");
    }

    /** What is wrong with the digest that pins a package. */
    static void pin(String packageId, String packageDigest, Faults faults) {
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

    private static void reference(String id, Faults faults) {
        if (id != null && isLonger(id, LONGEST_ID)) {
            faults.add(new Fault("/id", "too-long", "id 最多 " + LONGEST_ID + " 个字符；请勿在其中放个人信息。"));
        } else if (id != null && !isText(id)) {
            faults.add(new Fault("/id", "bad-text", "id 中有不成对的代理字符（\\uD800–\\uDFFF），不是完整的文字。"));
        }
    }

    private static void lengths(Facts facts, Faults faults) {
        length("/relatives", facts.relatives(), faults);
        length("/homes", facts.homes(), faults);
        length("/jobs", facts.jobs(), faults);
        length("/insurances", facts.insurances(), faults);
        length("/studies", facts.studies(), faults);
        length("/talentKinds", facts.talentKinds(), faults);
        length("/documentsHeld", facts.documentsHeld(), faults);
        length("/rural/homesteads", homesteads(facts), faults);
    }

    static void length(String pointer, List<?> list, Faults faults) {
        if (isTooLong(list)) {
            faults.add(new Fault(pointer, "too-many-items", "列表最多 " + LONGEST_LIST + " 项；其后的各项没有检查。"));
        }
    }

    static boolean isTooLong(List<?> list) {
        return list != null && list.size() > LONGEST_LIST;
    }

    /** How many items of a list are checked. */
    static int checked(List<?> list) {
        return list == null ? 0 : Math.min(list.size(), LONGEST_LIST);
    }

    static boolean isLonger(String id, int most) {
        return id.codePointCount(0, id.length()) > most;
    }

    private void births(Facts facts, Faults faults) {
        LocalDate today = LocalDate.now(clock);
        if (facts.applicant() != null) {
            birth("/applicant/birthDate", facts.applicant().birthDate(), today, faults);
        }
        List<Relative> relatives = facts.relatives();
        for (int i = 0; i < checked(relatives); i++) {
            if (relatives.get(i) != null) {
                birth("/relatives/" + i + "/birthDate", relatives.get(i).birthDate(), today, faults);
            }
        }
    }

    private static void birth(String pointer, LocalDate birth, LocalDate today, Faults faults) {
        if (birth != null && birth.isAfter(today)) {
            faults.add(new Fault(pointer, "future-birth-date", "出生日期不能晚于今天。"));
        }
    }

    private static List<Homestead> homesteads(Facts facts) {
        return facts.rural() == null ? null : facts.rural().homesteads();
    }

    static boolean isText(String text) {
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
