package luohu.packages;

import luohu.facts.Labelled;

/** Kinds of places where a person may be registered. */
public enum PlaceOfRegistration implements Labelled {
    OWN_HOME("自有住房"),
    RENTED_HOME("租赁住房"),
    RELATIVE_HOUSEHOLD("亲属家庭户"),
    FRIEND_HOUSEHOLD("朋友家庭户"),
    WORKPLACE("就业地"),
    BUSINESS_PLACE("创业地"),
    HOME_AT_WORKPLACE("就业地所住房屋"),
    EMPLOYER_COLLECTIVE("单位集体户"),
    TALENT_COLLECTIVE("人才集体户"),
    COMMUNITY_COLLECTIVE("社区集体户"),
    SCHOOL_COLLECTIVE("学校集体户"),
    RURAL_COLLECTIVE("农村集体户"),
    ORIGIN("原籍"),
    ORIGIN_TOWNSHIP_COLLECTIVE("原籍所在乡镇集体户"),
    ENLISTMENT_PLACE_COLLECTIVE("入伍地集体户"),
    TOWN_OF_CHOICE("自主选择的城镇");

    private final String label;

    PlaceOfRegistration(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
