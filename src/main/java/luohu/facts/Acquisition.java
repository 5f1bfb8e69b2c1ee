package luohu.facts;

/** How an owned home was come by. */
public enum Acquisition implements Labelled {
    PURCHASED("购买"),
    INHERITED_OR_GIFTED("继承或者受赠"),
    SELF_BUILT("自建"),
    OTHER("其他");

    private final String label;

    Acquisition(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
