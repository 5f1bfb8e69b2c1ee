package luohu.testing;

/** A package as small as one can be that is sound in every respect. */
public final class SmallPackage {

    /** Its folder. */
    public static final String FOLDER = "rizhao/2023-01-01";

    /** Its package.yaml. */
    public static final String DOCUMENT =
            """
            id: rizhao-2023-01-01
            city: {code: "371100", name: 日照市, pinyin: rizhao}
            title: 日照市户口迁移规定
            issuer: 日照市人民政府
            signed: 2022-12-20
            draft: false
            effective:
              from: 2023-01-01
              fromBasis: STATED
              to: 2027-12-31
              clause: 末段
              quote: 自2023年1月1日起施行
            revision: 1.0.0
            rulings:
              - {id: G1, text: 居住不等于拥有。}
            notices: []
            pathways:
              - code: home
                title: 按居住落户
                clause: 一
                quote: 在城镇居住的人员
                covers: APPLICANT
                rulings: [G1]
                materials:
                  - {name: 居民户口簿, options: [[HUKOU_BOOK]], basis: STATED, from: APPLICANT}
                registration:
                  - {place: OWN_HOME, mandatory: true}
                  - {place: ORIGIN, mandatory: false, when: origin-here}
                kind: OWN_HOME
            restrictions: []
            otherClauses: []
            """;

    /** Its rule file. */
    public static final String RULES =
            """
            rule "一 按居住落户"
                @pathway("home")
            when
                Applicant( residence.inTown == true )
            then
                matched();
            end
            rule "一 原籍在本市"
                @pathway("home")
                @registration("origin-here")
            when
                Applicant( origin.inCity == true )
            then
                matched();
            end
            """;

    /** Its scenarios. */
    public static final String SCENARIOS =
            """
            date: 2024-05-01
            given:
              applicant:
                residence: {divisionCode: "130102", areaType: URBAN}
                origin: {divisionCode: "130102", areaType: URBAN}
            scenarios:
              - name: 住在本市城镇的人，可以按居住落户
                facts:
                  applicant: {residence: {divisionCode: "371102"}}
                expect:
                  matched: {home: [SELF]}
                  registration: {home: [OWN_HOME]}
            """;

    private SmallPackage() {}
}
