package luohu.packages;

import luohu.facts.Labelled;

/**
 * What a pathway rests on, so that the pathways of different cities can be laid side by side. It says what the clause is
 * about, not what it asks; each document words and conditions its pathways in its own way.
 */
public enum PathwayKind implements Labelled {
    RESIDENCE("在城镇经常居住（或者就业）"),
    OWN_HOME("自有住房"),
    RENTED_HOME("租赁住房"),
    EMPLOYMENT("就业"),
    BUSINESS("创业"),
    FLEXIBLE_WORK("灵活就业"),
    JOIN_RELATIVE("在城镇投靠亲属"),
    COLLECTIVE_HOUSEHOLD("社区或者单位集体户"),
    TALENT("人才、毕业生"),
    STUDENT("在校学生迁入学校集体户"),
    SCHOOL_COLLECTIVE("学校集体户的毕业生迁出"),
    RETURN_TO_ORIGIN("进城落户人员回原籍"),
    GRADUATE_OR_VETERAN_RETURN("毕业生、退役军人回原籍或者入伍地"),
    RURAL_JOIN_RELATIVE("在农村投靠亲属"),
    RURAL_WORK("入乡返乡就业创业"),
    RURAL_POSTING("到村任职和农村建设人才"),
    /** None of the above; such pathways are not compared with each other. */
    OTHER("其他");

    private final String label;

    PathwayKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
