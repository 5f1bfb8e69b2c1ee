package luohu.facts;

/** How a person works. */
public enum JobKind implements Labelled {
    EMPLOYED("录聘用"),
    MIGRANT_WORK("务工"),
    BUSINESS("经商"),
    STARTUP("创业"),
    FLEXIBLE("灵活就业");

    private final String label;

    JobKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
