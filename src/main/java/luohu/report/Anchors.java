package luohu.report;

import luohu.packages.PolicyDocument;

/** The anchors of one package, unique in the report. */
record Anchors(String packageId) {

    static Anchors of(PolicyDocument document) {
        return new Anchors(document.id());
    }

    public String top() {
        return "package." + packageId;
    }

    public String section(String name) {
        return top() + "." + name;
    }

    public String clause(String code) {
        return top() + ".clause." + code;
    }

    public String ruling(String id) {
        return top() + ".ruling." + id;
    }

    public String scenario(int number) {
        return top() + ".scenario." + number;
    }
}
