package luohu.service;

import luohu.decision.MaterialAnswer;
import luohu.packages.Material;
import luohu.packages.PathwayText;

/**
 * A paper in JSON, up to whether the applicant holds it.
 *
 * @param material the paper of an applicant who does not say
 * @param json its JSON, up to the value of {@code held}
 */
record MaterialPiece(MaterialAnswer material, byte[] json) {

    static MaterialPiece of(Material material, PathwayText pathway, PlainJson json) {
        MaterialAnswer open = MaterialAnswer.of(material, pathway, null);
        String text = json.text(open);
        String end = "null}";
        if (!text.endsWith("\"held\":" + end)) {
            throw new IllegalStateException("held is not the last member of a material");
        }
        return new MaterialPiece(open, PlainJson.piece(text.substring(0, text.length() - end.length())));
    }

    /** Whether it is the JSON of this paper. */
    boolean fits(MaterialAnswer answer) {
        return material.name().equals(answer.name())
                && material.options().equals(answer.options())
                && material.basis() == answer.basis()
                && material.from() == answer.from()
                && material.openEnded() == answer.openEnded()
                && material.clause().equals(answer.clause());
    }
}
