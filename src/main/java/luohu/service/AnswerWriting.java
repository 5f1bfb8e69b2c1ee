package luohu.service;

import java.util.List;
import luohu.decision.MaterialAnswer;
import luohu.decision.Outcome;
import luohu.decision.PathwayAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.packages.Note;

/** Writes one answer: what varies here and now, the rest in pieces. */
final class AnswerWriting {

    private static final byte[] ID = piece("{'id':");
    private static final byte[] DATE = piece(",'effectiveDate':");
    private static final byte[] PACKAGE = piece(",'package':");
    private static final byte[] MATCHED_CODES = piece(",'matched':");
    private static final byte[] UNDETERMINED_CODES = piece(",'undetermined':");
    private static final byte[] PATHWAYS = piece(",'pathways':[");
    private static final byte[] RESTRICTIONS = piece("],'restrictions':[");
    private static final byte[] ORDER = piece("],'registrationOrder':");
    private static final byte[] QUESTIONS = piece(",'questions':[");
    private static final byte[] NOTICES = piece("],'notices':");
    private static final byte[] PERSONS = piece(",'qualifyingPersons':");
    private static final byte[] CONDITIONS = piece(",'conditions':[");
    private static final byte[] MISSING = piece("],'missing':");
    private static final byte[] MATERIALS = piece(",'materials':[");
    private static final byte[] REGISTRATION = piece("],'registration':[");
    private static final byte[] NOTES = piece(",'notes':[");
    private static final byte[] NOTES_AFTER_LIST = piece("],'notes':[");
    private static final byte[] END = piece("]}");
    private static final byte[] NULL = piece("null");
    private static final byte[] YES = piece("true");
    private static final byte[] NO = piece("false");
    private static final byte[] MATCHED = piece("'MATCHED'");
    private static final byte[] NOT_MATCHED = piece("'NOT_MATCHED'");
    private static final byte[] UNDETERMINED = piece("'UNDETERMINED'");

    private final PackagePieces pieces;
    private final Utf8Text text;

    AnswerWriting(PackagePieces pieces, Utf8Text text) {
        this.pieces = pieces;
        this.text = text;
    }

    private static byte[] piece(String singleQuoted) {
        return PlainJson.piece(singleQuoted.replace('\'', '"'));
    }

    void answer(EvaluationAnswer answer) {
        text.add(ID);
        text(answer.id());
        text.add(DATE);
        text(answer.effectiveDate().toString());
        text.add(PACKAGE);
        text.add(pieces.identity(answer.policyPackage()));
        text.add(MATCHED_CODES);
        texts(answer.matched());
        text.add(UNDETERMINED_CODES);
        texts(answer.undetermined());
        text.add(PATHWAYS);
        for (int i = 0; i < answer.pathways().size(); i++) {
            separate(i);
            pathway(i, answer.pathways().get(i));
        }
        text.add(RESTRICTIONS);
        for (int i = 0; i < answer.restrictions().size(); i++) {
            separate(i);
            restriction(answer.restrictions().get(i));
        }
        text.add(ORDER);
        text.add(pieces.registrationOrder(answer.registrationOrder()));
        text.add(QUESTIONS);
        for (int i = 0; i < answer.questions().size(); i++) {
            separate(i);
            question(answer.questions().get(i));
        }
        text.add(NOTICES);
        text.add(pieces.notices(answer.notices()));
        text.add('}');
    }

    private void pathway(int place, PathwayAnswer answer) {
        PathwayPiece piece = pieces.pathway(place, answer);
        if (piece == null) {
            plain(answer);
            return;
        }
        text.add(piece.head());
        outcome(answer.outcome());
        text.add(PERSONS);
        texts(answer.qualifyingPersons());
        text.add(piece.covers());
        text.add(answer.discretionary() ? YES : NO);
        conditions(answer.conditions());
        text.add(MISSING);
        texts(answer.missing());
        text.add(MATERIALS);
        for (int i = 0; i < answer.materials().size(); i++) {
            separate(i);
            material(i, answer.materials().get(i), piece.materials());
        }
        text.add(REGISTRATION);
        for (int i = 0; i < answer.registration().size(); i++) {
            separate(i);
            text.add(pieces.place(answer.registration().get(i)));
        }
        text.add(NOTES_AFTER_LIST);
        notes(answer.notes());
    }

    private void restriction(RestrictionAnswer answer) {
        RestrictionPiece piece = pieces.restriction(answer);
        if (piece == null) {
            plain(answer);
            return;
        }
        text.add(piece.head());
        outcome(answer.outcome());
        conditions(answer.conditions());
        text.add(MISSING);
        texts(answer.missing());
        text.add(NOTES);
        notes(answer.notes());
    }

    private void conditions(List<Condition> conditions) {
        text.add(CONDITIONS);
        for (int i = 0; i < conditions.size(); i++) {
            separate(i);
            condition(conditions.get(i));
        }
    }

    private void condition(Condition condition) {
        ConditionPiece piece = pieces.condition(condition);
        if (piece == null) {
            plain(condition);
            return;
        }
        text.add(piece.asked());
        text.add(piece.judged());
    }

    private void material(int place, MaterialAnswer answer, List<MaterialPiece> materials) {
        MaterialPiece piece = place < materials.size() ? materials.get(place) : null;
        if (piece == null || !piece.fits(answer)) {
            plain(answer);
            return;
        }
        text.add(piece.json());
        text.add(answer.held() == null ? NULL : answer.held() ? YES : NO);
        text.add('}');
    }

    private void notes(List<Note> notes) {
        for (int i = 0; i < notes.size(); i++) {
            separate(i);
            text.add(pieces.note(notes.get(i)));
        }
        text.add(END);
    }

    private void question(Question question) {
        QuestionPiece piece = pieces.question(question);
        if (piece == null) {
            plain(question);
            return;
        }
        text.add(piece.head());
        texts(question.decides());
        text.add('}');
    }

    private void outcome(Outcome outcome) {
        text.add(
                switch (outcome) {
                    case MATCHED -> MATCHED;
                    case NOT_MATCHED -> NOT_MATCHED;
                    case UNDETERMINED -> UNDETERMINED;
                });
    }

    private void texts(List<String> texts) {
        text.add('[');
        for (int i = 0; i < texts.size(); i++) {
            separate(i);
            byte[] word = pieces.word(texts.get(i));
            if (word == null) {
                text(texts.get(i));
            } else {
                text.add(word);
            }
        }
        text.add(']');
    }

    private void text(String value) {
        if (value == null || !text.addQuoted(value)) {
            plain(value);
        }
    }

    private void plain(Object value) {
        text.add(pieces.json().of(value));
    }

    private void separate(int before) {
        if (before > 0) {
            text.add(',');
        }
    }
}
