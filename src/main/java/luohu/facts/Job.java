package luohu.facts;

import java.time.LocalDate;

/** A job of the applicant or a relative. */
public record Job(
        @Fact("标识") String id,
        @Fact(value = "就业人", kind = ValueKind.PERSON_ID) String workerId,
        @Fact("就业形式") JobKind kind,
        @Fact(value = "就业地区划代码", kind = ValueKind.DIVISION_CODE) String divisionCode,
        @Fact("就业地城乡类型") AreaType areaType,
        @Fact("开始日期") LocalDate startDate,
        @Fact("到村或者新型农业经营主体任职情况") RuralPosting ruralPosting) {}
