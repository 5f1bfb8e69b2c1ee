package luohu.facts;

/** Whether a job is a post in a village or a new type of agricultural business, and who arranged it. */
public enum RuralPosting implements Labelled {
    NONE("无"),
    ORG_ASSIGNED("由组织选派"),
    SELF_ARRANGED("自主前往");

    private final String label;

    RuralPosting(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
