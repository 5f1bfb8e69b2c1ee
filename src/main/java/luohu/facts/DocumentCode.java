package luohu.facts;

/** The papers a pathway may ask for. Those after OWNER_ATTENDS_IN_PERSON only show conditions for which a document lists no paper. */
public enum DocumentCode implements Labelled {
    HUKOU_BOOK("居民户口簿"),
    ID_CARD("居民身份证"),
    HOUSE_OWNERSHIP_CERT("房屋所有权证"),
    REAL_ESTATE_CERT("不动产权证"),
    REGISTRY_EXTRACT("房屋登记信息材料"),
    FILED_LEASE_CERT("已备案的房屋租赁登记证明"),
    LANDLORD_CONSENT_LETTER("房屋产权人同意落户承诺书"),
    LABOR_CONTRACT("劳动合同"),
    SOCIAL_INSURANCE_PROOF("缴纳社会保险的证明"),
    BUSINESS_LICENSE("营业执照"),
    KINSHIP_PROOF("亲属关系证明材料"),
    PURCHASE_INVOICE("购房发票"),
    PURCHASE_CONTRACT("购房合同"),
    OWNER_ATTENDS_IN_PERSON("房屋所有权人到场"),
    RESIDENCE_PROOF("居住证明"),
    EMPLOYMENT_PROOF("就业创业证明"),
    LEASE_PROOF("租赁证明"),
    DIPLOMA("毕业证书"),
    ENROLLMENT_PROOF("在校证明"),
    DISCHARGE_CERT("退出现役证件"),
    ORIGIN_PROOF("原籍证明"),
    TOWN_MOVE_PROOF("进城落户证明"),
    HOMESTEAD_PROOF("宅基地使用权证明"),
    LAND_CONTRACT_PROOF("土地承包经营权证明"),
    LIVING_BASIS_PROOF("其他基本生活基础证明"),
    TALENT_PROOF("人才认定、职称或者技能等级证明"),
    POSTING_PROOF("选派或者任职证明"),
    EMPLOYER_NEED_PROOF("用人单位需要证明"),
    CONTRIBUTION_PROOF("农村经济发展贡献证明"),
    ENLISTMENT_PROOF("入伍地证明"),
    INTENT_STATEMENT("就业创业意愿说明"),
    SPECIAL_REASON_PROOF("特殊原因证明");

    private final String label;

    DocumentCode(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
