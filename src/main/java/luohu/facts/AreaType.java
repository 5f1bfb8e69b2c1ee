package luohu.facts;

/** Town or countryside. No document draws the line; the caller states it. */
public enum AreaType implements Labelled {
    URBAN("城镇"),
    RURAL("农村");

    private final String label;

    AreaType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
