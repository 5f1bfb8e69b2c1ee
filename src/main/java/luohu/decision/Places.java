package luohu.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luohu.facts.FactSchema;
import luohu.language.Truth;
import luohu.packages.Note;
import luohu.packages.PathwayText;

/** Where a pathway registers an applicant. */
final class Places {

    private final List<Place> places;
    private final Note otherwise;
    private final FactSchema schema;

    /**
     * @param text the pathway
     * @param conditions the rules that say whether a place applies, by their names in the text
     * @param schema the facts, for the words of what is open
     */
    Places(PathwayText text, Map<String, Integer> conditions, FactSchema schema) {
        this.places = text.registration().stream()
                .map(each -> Place.of(each, conditions.getOrDefault(each.when(), Place.ALWAYS)))
                .toList();
        this.otherwise =
                text.registrationOtherwise() == null ? null : new Note("REGISTRATION", text.registrationOtherwise());
        this.schema = schema;
    }

    /** The remarks it can make in words that depend on no applicant. */
    List<Note> remarks() {
        return otherwise == null ? List.of() : List.of(otherwise);
    }

    /** The places that certainly apply; a remark is added when some may, or none does. */
    List<PlaceAnswer> answers(Reasons reasons, List<Note> remarks) {
        List<PlaceAnswer> answers = new ArrayList<>(places.size());
        List<Place> open = new ArrayList<>(0);
        for (Place place : places) {
            Truth applies = place.applies(reasons);
            if (applies == Truth.TRUE) {
                answers.add(place.answer());
            } else if (applies == Truth.UNKNOWN) {
                open.add(place);
            }
        }
        if (!open.isEmpty()) {
            remarks.add(open(open, reasons));
        } else if (answers.isEmpty() && otherwise != null) {
            remarks.add(otherwise);
        }
        return answers;
    }

    private Note open(List<Place> open, Reasons reasons) {
        List<String> missing =
                reasons.missing(open.stream().mapToInt(Place::rule).toArray());
        return new Note(
                "REGISTRATION_OPEN",
                "能否或者是否必须登记在下列地点，还取决于尚不清楚的事实（"
                        + missing.stream()
                                .map(path -> schema.at(path).fullLabel())
                                .collect(Collectors.joining("；")) + "）："
                        + open.stream().map(Place::words).collect(Collectors.joining("、"))
                        + "。");
    }
}
