package luohu.decision;

import java.util.ArrayList;
import java.util.List;
import luohu.packages.Note;
import luohu.packages.PolicyDocument;
import luohu.packages.Ruling;

/** The remarks an outcome always carries: the rulings it leans on, then the clause's own. */
final class Notes {

    private Notes() {}

    static List<Note> of(PolicyDocument document, List<String> rulings, List<Note> own) {
        List<Note> notes = new ArrayList<>();
        for (Ruling ruling : document.rulings()) {
            if (rulings.contains(ruling.id())) {
                notes.add(new Note(ruling.id(), ruling.text()));
            }
        }
        if (own != null) {
            notes.addAll(own);
        }
        return List.copyOf(notes);
    }
}
