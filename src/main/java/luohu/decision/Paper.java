package luohu.decision;

import java.util.List;
import luohu.facts.DocumentCode;
import luohu.language.Truth;
import luohu.packages.Material;
import luohu.packages.Material.Source;
import luohu.packages.Note;
import luohu.packages.PathwayText;

/**
 * A paper that a pathway asks for, with the few answers it can get made beforehand.
 *
 * @param material the paper
 * @param options what would do, with the rules on which it hangs that a document can be had
 * @param unsaid the answer when it was not said whether it is held
 * @param held the answer when it is held
 * @param lacking the answer when it is not
 * @param unavailable the remark when it cannot be had
 */
record Paper(
        Material material,
        List<int[]> options,
        MaterialAnswer unsaid,
        MaterialAnswer held,
        MaterialAnswer lacking,
        Note unavailable) {

    static Paper of(Material material, PathwayText pathway, List<int[]> options) {
        Note unavailable = new Note("MATERIAL_UNAVAILABLE", "依所报事实，“" + material.name() + "”不能取得；没有这份材料不能按此途径提出申请。");
        return new Paper(
                material,
                options,
                MaterialAnswer.of(material, pathway, null),
                MaterialAnswer.of(material, pathway, true),
                MaterialAnswer.of(material, pathway, false),
                unavailable);
    }

    /** Whether each option needs a document that certainly cannot be had. */
    boolean cannotBeHad(Reasons reasons) {
        for (int i = 0; i < options.size(); i++) {
            int[] rules = options.get(i);
            boolean out = false;
            for (int rule : rules) {
                out |= reasons.truth(rule) == Truth.FALSE;
            }
            if (!out) {
                return false;
            }
        }
        return true;
    }

    /** The answer for an applicant who holds some documents, or of whom that was not said (null). */
    MaterialAnswer answer(List<DocumentCode> documents) {
        if (documents == null || material.from() != Source.APPLICANT) {
            return unsaid;
        }
        for (List<DocumentCode> option : material.options()) {
            if (documents.containsAll(option)) {
                return held;
            }
        }
        return lacking;
    }
}
