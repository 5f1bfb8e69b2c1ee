package luohu.facts;

/** Kinds of social insurance. */
public enum InsuranceType implements Labelled {
    EMPLOYEE_MEDICAL("职工医疗保险"),
    EMPLOYEE_PENSION("职工养老保险"),
    RESIDENT_MEDICAL("居民医疗保险"),
    RESIDENT_PENSION("居民养老保险");

    private final String label;

    InsuranceType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
