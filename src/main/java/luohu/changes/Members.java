package luohu.changes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import luohu.changes.Member.Values;
import luohu.packages.Discretion;
import luohu.packages.Effective;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.Registration;
import luohu.packages.RegistrationOrder;
import luohu.packages.RestrictionText;

/** Puts the members of a package into texts that can be compared; codes stay codes. Null stands for what is not there. */
final class Members {

    private Members() {}

    static Values of(PolicyDocument document) {
        Effective effective = document.effective();
        Values values = new Values()
                .with(Member.CITY, document.city().name())
                .with(Member.TITLE, document.title())
                .with(Member.DOCUMENT_NUMBER, document.documentNumber())
                .with(Member.ISSUER, document.issuer())
                .with(Member.SIGNED, document.signed())
                .with(Member.DRAFT, document.draft())
                .with(Member.REVISION, document.revision())
                .with(Member.REGISTRATION_ORDER, order(document.registrationOrder()))
                .with(Member.RULINGS, texts(document.rulings(), each -> each.id() + "：" + each.text()))
                .with(Member.NOTICES, texts(document.notices(), each -> each.code() + "：" + each.text()))
                .with(
                        Member.OTHER_CLAUSES,
                        texts(
                                document.otherClauses(),
                                each -> each.clause() + "“" + each.quote() + "”：" + each.reason()));
        if (effective != null) {
            values.with(Member.EFFECTIVE_FROM, effective.from())
                    .with(Member.EFFECTIVE_FROM_BASIS, effective.fromBasis())
                    .with(Member.EFFECTIVE_TO, effective.to())
                    .with(Member.EFFECTIVE_CLAUSE, effective.clause())
                    .with(Member.EFFECTIVE_QUOTE, effective.quote());
        }
        return values;
    }

    static Values of(PathwayText pathway) {
        if (pathway == null) {
            return new Values();
        }
        return new Values()
                .with(Member.TITLE, pathway.title())
                .with(Member.KIND, pathway.kind())
                .with(Member.CLAUSE, pathway.clause())
                .with(Member.QUOTE, pathway.quote())
                .with(Member.COVERS, pathway.covers())
                .with(Member.DISCRETION, texts(pathway.discretion(), Members::discretion))
                .with(Member.REGISTRATION, texts(pathway.registration(), Members::place))
                .with(Member.REGISTRATION_OTHERWISE, pathway.registrationOtherwise())
                .with(Member.RULINGS, pathway.rulings())
                .with(Member.NOTES, texts(pathway.notes(), each -> each.code() + "：" + each.text()));
    }

    static Values of(RestrictionText restriction) {
        if (restriction == null) {
            return new Values();
        }
        return new Values()
                .with(Member.TITLE, restriction.title())
                .with(Member.CLAUSE, restriction.clause())
                .with(Member.QUOTE, restriction.quote())
                .with(Member.EFFECT, restriction.effect())
                .with(Member.RULINGS, restriction.rulings())
                .with(Member.NOTES, texts(restriction.notes(), each -> each.code() + "：" + each.text()));
    }

    private static <T> List<String> texts(List<T> items, Function<T, String> text) {
        return items == null ? List.of() : items.stream().map(text).toList();
    }

    private static String order(RegistrationOrder order) {
        return order == null
                ? null
                : order.clause() + "“" + order.quote() + "”："
                        + order.places().stream().map(Enum::name).collect(Collectors.joining("，"));
    }

    private static String discretion(Discretion each) {
        return "由" + each.authority() + "决定：" + each.decides()
                + (each.ground() == null ? "" : "（" + each.ground() + "）");
    }

    private static String place(Registration each) {
        return each.place()
                + (each.mandatory() ? "，条文只写明这一处" : "")
                + (each.when() == null ? "" : "（" + each.when() + "）");
    }
}
