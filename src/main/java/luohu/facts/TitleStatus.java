package luohu.facts;

/** What shows the title to a home; of a rented home, the landlord's. */
public enum TitleStatus implements Labelled {
    REGISTERED("已登记产权"),
    PURCHASE_PAPERS_ONLY("仅有购房手续"),
    NONE("无权属来源");

    private final String label;

    TitleStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
