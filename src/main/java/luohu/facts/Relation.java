package luohu.facts;

import java.util.List;

/** What a relative is to the applicant, GB/T 4761. */
public enum Relation implements Coded {
    SPOUSE("配偶", "10", "11", "12"),
    CHILD(
            "子女", "20", "21", "22", "23", "24", "25", "26", "27", "29", "30", "31", "32", "33", "34", "35", "36", "37",
            "39"),
    PARENT("父母", "50", "51", "52", "57", "58"),
    GRANDCHILD("孙子女、外孙子女", "40", "41", "42", "43", "44"),
    GRANDPARENT("祖父母、外祖父母", "60", "61", "62", "63", "64"),
    SIBLING("兄弟姐妹", "70", "71", "73", "75", "77"),
    CHILD_IN_LAW("儿媳、女婿", "28", "38"),
    PARENT_IN_LAW("配偶的父母", "53", "54", "55", "56"),
    SIBLING_IN_LAW("兄弟姐妹的配偶、配偶的兄弟姐妹", "72", "74", "76", "78"),
    GRANDPARENT_IN_LAW("配偶的祖父母、外祖父母", "65"),
    GREAT_GRANDPARENT("曾祖父母", "66", "67"),
    GREAT_GRANDCHILD("曾孙子女", "47", "48"),
    UNCLE_AUNT("伯叔姑舅姨", "80", "81", "82", "83", "84", "85", "86", "87", "88", "89", "90"),
    COUSIN("堂表兄弟姐妹", "91", "92"),
    NEPHEW_NIECE("侄甥", "93", "94", "95", "96"),
    OTHER_RELATIVE("其他亲属", "45", "46", "49", "59", "68", "69", "79", "97"),
    NON_RELATIVE("非亲属", "99");

    private final String label;
    private final List<String> codes;

    Relation(String label, String... codes) {
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
