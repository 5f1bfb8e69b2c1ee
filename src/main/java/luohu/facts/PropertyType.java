package luohu.facts;

/** What a home is built for. */
public enum PropertyType implements Labelled {
    RESIDENTIAL("住宅"),
    APARTMENT("公寓"),
    SHOPFRONT("门市房"),
    OTHER("其他");

    private final String label;

    PropertyType(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
