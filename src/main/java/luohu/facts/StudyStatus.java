package luohu.facts;

/** Whether a course of study is going on, finished or given up. */
public enum StudyStatus implements Labelled {
    ENROLLED("在校"),
    GRADUATED("毕业"),
    LEFT("未毕业离校");

    private final String label;

    StudyStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
