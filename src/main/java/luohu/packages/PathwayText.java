package luohu.packages;

import java.util.List;
import luohu.binding.Required;
import luohu.facts.Labelled;

/**
 * What a document says of one pathway, apart from when it holds.
 *
 * @param code a stable English code
 * @param kind what it rests on, by which pathways of different cities are compared
 * @param title its Chinese title
 * @param clause where it stands
 * @param quote the decisive words, as they stand
 * @param covers who moves on this ground
 * @param discretion what an authority decides; null for nothing
 * @param rulings the rulings it leans on
 * @param notes further remarks; null for none
 * @param materials the papers it asks for
 * @param registration where it registers
 * @param registrationOtherwise what to say when none of the places applies; null for nothing
 */
public record PathwayText(
        @Required String code,
        @Required PathwayKind kind,
        @Required String title,
        @Required String clause,
        @Required String quote,
        @Required Covers covers,
        List<Discretion> discretion,
        @Required List<String> rulings,
        List<Note> notes,
        @Required List<Material> materials,
        @Required List<Registration> registration,
        String registrationOtherwise) {

    /** Who moves on this ground. */
    public enum Covers implements Labelled {
        APPLICANT("本人"),
        APPLICANT_AND_CLOSE_RELATIVES("本人及其近亲属"),
        APPLICANT_AND_COHABITING_FAMILY("本人及其共同生活的家人"),
        APPLICANT_AND_SAME_BOOK("本人及同户人员");

        private final String label;

        Covers(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }
}
