package luohu.facts;

/** What kind of household a person is registered in. */
public enum HouseholdType implements Labelled {
    FAMILY("家庭户"),
    SCHOOL_COLLECTIVE("学校集体户"),
    OTHER_COLLECTIVE("其他集体户"),
    NONE("无户口");

    private final String label;

    HouseholdType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
