package luohu.facts;

import java.time.LocalDate;

/** A relative of the applicant, or another person somebody points at. */
public record Relative(
        @Fact("标识") String id,
        @Fact("与申请人的关系") Relation relation,
        @Fact("出生日期") LocalDate birthDate,
        @Fact("户口") Hukou hukou,
        @Fact("居住地") Place residence,
        @Fact(value = "与申请人共同生活", no = "不与申请人共同生活") Boolean livesTogether,
        @Fact(value = "与申请人同户", no = "不与申请人同户") Boolean sameHukouBook,
        @Fact(value = "随申请人一并迁入本市", no = "不随申请人迁入本市") Boolean accompanies,
        @Fact(value = "因特殊原因不能在本市落户", no = "能够在本市落户") Boolean cannotSettle,
        @Fact(value = "到场一同办理", no = "不到场办理") Boolean attendsInPerson)
        implements Person {}
