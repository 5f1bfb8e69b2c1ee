package luohu.facts;

/** Service in the armed forces. */
public enum MilitaryStatus implements Labelled {
    NEVER("未服役"),
    ACTIVE("现役"),
    DISCHARGED("已退出现役");

    private final String label;

    MilitaryStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
