package luohu.changes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import luohu.changes.PackageChanges.Difference;

/** The members of documents, pathways and restrictions in which two packages can differ, in the order they are told. */
enum Member {
    CITY("city", "城市"),
    TITLE("title", "名称"),
    DOCUMENT_NUMBER("documentNumber", "文号"),
    ISSUER("issuer", "制发机关"),
    SIGNED("signed", "成文日期"),
    DRAFT("draft", "是否草案"),
    EFFECTIVE_FROM("effective.from", "施行之日"),
    EFFECTIVE_FROM_BASIS("effective.fromBasis", "施行之日的依据"),
    EFFECTIVE_TO("effective.to", "最后一日（含当日）"),
    EFFECTIVE_CLAUSE("effective.clause", "施行日期所在条款"),
    EFFECTIVE_QUOTE("effective.quote", "施行日期的原文"),
    REVISION("revision", "规则包的修订号"),
    REGISTRATION_ORDER("registrationOrder", "登记顺序"),
    KIND("kind", "种类"),
    CLAUSE("clause", "条款"),
    QUOTE("quote", "原文"),
    COVERS("covers", "可以迁移的人"),
    EFFECT("effect", "后果"),
    DISCRETION("discretion", "由有关机关决定的事项"),
    REGISTRATION("registration", "登记地"),
    REGISTRATION_OTHERWISE("registrationOtherwise", "没有适用的登记地时的说明"),
    RULINGS("rulings", "裁定"),
    NOTES("notes", "说明"),
    NOTICES("notices", "提示"),
    OTHER_CLAUSES("otherClauses", "不是途径的条款");

    private final String path;
    private final String label;

    Member(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** The values of the members of one thing, as texts. */
    static final class Values {

        private final Map<Member, List<String>> texts = new EnumMap<>(Member.class);

        /** With the value of a member; null where there is none. */
        Values with(Member member, Object value) {
            return with(member, value == null ? List.of() : List.of(value.toString()));
        }

        /** With the values of a member that is a list. */
        Values with(Member member, List<String> values) {
            texts.put(member, values);
            return this;
        }

        /** What differs from the values of another such thing. */
        List<Difference> since(Values before) {
            List<Difference> differences = new ArrayList<>();
            for (Member member : Member.values()) {
                List<String> old = before.texts.getOrDefault(member, List.of());
                List<String> now = texts.getOrDefault(member, List.of());
                List<String> dropped = without(old, now);
                List<String> added = without(now, old);
                if (!dropped.isEmpty() || !added.isEmpty()) {
                    differences.add(new Difference(member.path, member.label, dropped, added));
                }
            }
            return differences;
        }
    }

    /** The texts that are not among others, or are there less often. */
    static List<String> without(List<String> texts, List<String> others) {
        List<String> left = new ArrayList<>(texts);
        others.forEach(left::remove);
        return List.copyOf(left);
    }
}
