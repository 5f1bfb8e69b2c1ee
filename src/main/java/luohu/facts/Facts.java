package luohu.facts;

import java.util.List;

/** The facts of one applicant. An absent fact is unknown, never false; an absent list is unknown, an empty one is none. */
public record Facts(
        @Fact("申请人") Applicant applicant,
        @Fact("亲属") List<Relative> relatives,
        @Fact("住房") List<Home> homes,
        @Fact("工作") List<Job> jobs,
        @Fact("社会保险") List<Insurance> insurances,
        @Fact("学习经历") List<Study> studies,
        @Fact("人才类别") List<TalentKind> talentKinds,
        @Fact("兵役") Military military,
        @Fact("农村权益") Rural rural,
        @Fact("意愿") Intent intent,
        @Fact("已备材料") List<DocumentCode> documentsHeld) {

    /** The id by which the other facts point at the applicant. */
    public static final String SELF = "SELF";
}
