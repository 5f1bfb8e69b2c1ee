package luohu.facts;

/** Kinds of talent the documents name. */
public enum TalentKind implements Labelled {
    OFFICE_RECOGNIZED("经人才工作领导小组办公室认定的人才"),
    TITLE_OR_SKILL_GRADE("具有专业技术职称或者技术技能等级的人员"),
    NEEDED_BY_EMPLOYER("企事业单位需要的专业技术和技能人才"),
    OUTSTANDING_MIGRANT_WORKER("优秀农民工"),
    RURAL_REVITALIZATION("乡村振兴人才"),
    SOCIAL_WORK("社会工作人才"),
    BUSINESS_MANAGEMENT("经营管理人才"),
    PROFESSIONAL_SKILL("专业技能人才"),
    MAJOR_RURAL_CONTRIBUTION("对农村经济发展作出较大贡献的人员"),
    CADRE("机关干部"),
    AGRI_RESEARCHER("农业科研人员");

    private final String label;

    TalentKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
