package luohu.facts;

/** Kinds of school and of higher education. */
public enum InstitutionType implements Labelled {
    REGULAR_HE("普通高等院校"),
    ADULT_HE("成人高等教育"),
    SELF_STUDY_EXAM("自学考试"),
    DISTANCE_ONLINE("远程网络教育"),
    OPEN_EDUCATION("开放教育"),
    OVERSEAS_HE("国（境）外高等院校"),
    SECONDARY_SPECIALIZED("中等专业学校"),
    VOCATIONAL_HIGH("职业高中"),
    TECHNICAL_SCHOOL("技工学校");

    private final String label;

    InstitutionType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
