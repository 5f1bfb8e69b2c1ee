package luohu.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import luohu.facts.DocumentCode;
import luohu.facts.Labelled;
import luohu.language.Rule;
import luohu.language.Truth;
import luohu.packages.Effective;
import luohu.packages.Material;
import luohu.packages.PlaceOfRegistration;
import luohu.packages.PolicyDocument;
import luohu.packages.RestrictionText.Effect;

/** The Chinese words of the report for what packages state by code. */
final class Words {

    private Words() {}

    static String effect(Effect effect) {
        return switch (effect) {
            case STRICTLY_CONTROLLED -> "严格控制，不是禁止";
        };
    }

    static String basis(Material.Basis basis) {
        return switch (basis) {
            case STATED -> "条文列明";
            case IMPLIED -> "条文未列，用以说明条件";
        };
    }

    static String source(Material.Source source) {
        return switch (source) {
            case APPLICANT -> "申请人的材料";
            case RELATIVE -> "亲属的材料";
            case OWNER -> "房屋产权人的材料";
            case EMPLOYER -> "用人单位的材料";
        };
    }

    static String fromBasis(Effective.FromBasis basis) {
        return switch (basis) {
            case STATED -> "文件写明";
            case DOCUMENT_DATE -> "文件未写明，以成文日期为准";
            case INFERRED -> "由文本内容推断";
        };
    }

    static String truth(Truth truth) {
        return switch (truth) {
            case TRUE -> "成立";
            case FALSE -> "不成立";
            case UNKNOWN -> "不清楚";
        };
    }

    static String status(PolicyDocument document) {
        return document.draft() ? "草案，从未施行" : "正式文件";
    }

    /** The days of force: {@code 2021-10-21 至 2026-10-20}. */
    static String interval(PolicyDocument document) {
        Effective effective = document.effective();
        if (effective == null) {
            return document.draft() ? "从未施行" : "未写明";
        }
        return effective.from() + (effective.to() == null ? " 起（未写明有效期）" : " 至 " + effective.to());
    }

    /** What tells the package from others of its city: {@code 草案}, or the first day. */
    static String version(PolicyDocument document) {
        return document.draft() || document.effective() == null
                ? "草案"
                : document.effective().from() + " 起";
    }

    /** Alternatives joined by 或者, what one alternative needs by 和. */
    static String papers(List<List<DocumentCode>> options) {
        return options.stream()
                .map(option -> option.stream().map(Labelled::label).collect(Collectors.joining("和")))
                .collect(Collectors.joining("，或者"));
    }

    static String places(List<PlaceOfRegistration> places) {
        return places.stream().map(Labelled::label).collect(Collectors.joining(" → "));
    }

    static String decides(Rule.Target target) {
        return switch (target.aspect()) {
            case PATHWAY -> target.detail().isEmpty() ? "是否符合这条途径" : "是否符合这条途径（依据 " + target.detail() + "）";
            case RESTRICTION -> "是否受这项限制";
            case MATERIAL -> "能否取得材料：" + paper(target.detail());
            case REGISTRATION -> "登记地何时适用（" + target.detail() + "）";
        };
    }

    private static String paper(String code) {
        return Stream.of(DocumentCode.values())
                .filter(each -> each.name().equals(code))
                .map(Labelled::label)
                .findFirst()
                .orElse(code);
    }

    static String orNone(Object value, String none) {
        return value == null ? none : value.toString();
    }
}
