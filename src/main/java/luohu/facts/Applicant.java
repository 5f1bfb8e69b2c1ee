package luohu.facts;

import java.time.LocalDate;

/** The person whose household registration is to move. */
public record Applicant(
        @Fact("出生日期") LocalDate birthDate,
        @Fact("婚姻状况") MaritalStatus maritalStatus,
        @Fact("户口") Hukou hukou,
        @Fact("居住地") Place residence,
        @Fact("原籍") Place origin,
        @Fact(value = "在原籍经常居住", no = "不在原籍经常居住") Boolean livesAtOrigin,
        @Fact(value = "已落实工作单位", no = "未落实工作单位") Boolean workUnitSettled)
        implements Person {}
