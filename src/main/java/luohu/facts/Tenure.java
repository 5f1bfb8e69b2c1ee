package luohu.facts;

/** By what right a home is held. */
public enum Tenure implements Labelled {
    OWNED("自有"),
    LEASED("租赁"),
    PUBLIC_RENTAL("政府保障性住房租赁"),
    OTHER("其他");

    private final String label;

    Tenure(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
