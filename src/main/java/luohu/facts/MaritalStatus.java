package luohu.facts;

import java.util.List;

/** Marital status, GB/T 2261.2. */
public enum MaritalStatus implements Coded {
    NEVER_MARRIED("未婚", "10"),
    MARRIED("已婚", "20", "21", "22", "23"),
    WIDOWED("丧偶", "30"),
    DIVORCED("离婚", "40");

    private final String label;
    private final List<String> codes;

    MaritalStatus(String label, String... codes) {
        this.label = label;
        this.codes = List.of(codes);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> codes() {
        return codes;
    }
}
