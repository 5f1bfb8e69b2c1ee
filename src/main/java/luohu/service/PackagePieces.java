package luohu.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import luohu.decision.PackageDecider;
import luohu.decision.PathwayAnswer;
import luohu.decision.PlaceAnswer;
import luohu.decision.Question;
import luohu.decision.RestrictionAnswer;
import luohu.engine.Condition;
import luohu.engine.RuleExplanation;
import luohu.facts.Facts;
import luohu.packages.Note;
import luohu.packages.PlaceOfRegistration;
import luohu.packages.PolicyDocument;

/**
 * What the answers of one package say again and again, in JSON. Pieces are found by what they say, never by who asks or in which order,
 * so that what is found is always right; what is not found is written without. Conditions, of which there are most, are found as the
 * objects they are: the rules of a package give the same ones again and again, and those never change. Nothing is added later.
 */
final class PackagePieces {

    private final PackageIdentity identity;
    private final byte[] identityJson;
    private final List<PlaceOfRegistration> order;
    private final byte[] orderJson;
    private final List<String> notices;
    private final byte[] noticesJson;
    private final List<PathwayPiece> pathways;
    private final List<RestrictionPiece> restrictions;
    private final Map<Condition, ConditionPiece> conditions;
    private final Map<PlaceAnswer, byte[]> places = new HashMap<>();
    private final Map<Note, byte[]> notes = new HashMap<>();
    private final Map<String, QuestionPiece> questions = new HashMap<>();
    private final Map<String, byte[]> words = new HashMap<>();
    private final PlainJson json;

    PackagePieces(PackageDecider decider, PlainJson json) {
        PolicyDocument document = decider.policy().document();
        this.json = json;
        this.identity = PackageIdentity.inAnswer(decider.policy());
        this.identityJson = json.of(identity);
        this.order = decider.registrationOrder();
        this.orderJson = json.of(order);
        this.notices = decider.notices();
        this.noticesJson = json.of(notices);
        this.pathways = document.pathways().stream()
                .map(text -> PathwayPiece.of(text, json))
                .toList();
        this.restrictions = document.restrictions().stream()
                .map(text -> RestrictionPiece.of(text, json))
                .toList();
        document.pathways().stream()
                .flatMap(text -> text.registration().stream())
                .map(each -> new PlaceAnswer(each.place(), each.mandatory()))
                .forEach(place -> places.computeIfAbsent(place, json::of));
        decider.remarks().forEach(note -> notes.put(note, json.of(note)));
        this.conditions = ConditionPiece.of(decider.explanations(), json);
        Set<String> facts = new TreeSet<>();
        decider.explanations().forEach(rule -> addFacts(rule, facts));
        facts.forEach(fact -> questions.put(fact, QuestionPiece.of(fact, decider.label(fact), json)));
        facts.forEach(this::addWord);
        document.pathways().forEach(text -> addWord(text.code()));
        addWord(Facts.SELF);
    }

    private static void addFacts(RuleExplanation explanation, Set<String> facts) {
        for (String fact : explanation.reads()) {
            int list = fact.indexOf("[]");
            facts.add(fact);
            if (list >= 0) {
                facts.add(fact.substring(0, list));
            }
        }
    }

    private void addWord(String text) {
        words.put(text, json.of(text));
    }

    /** What is written where there is no piece. */
    PlainJson json() {
        return json;
    }

    /** Which package it is. */
    byte[] identity(PackageIdentity given) {
        return identity.equals(given) ? identityJson : json.of(given);
    }

    /** The order of places. */
    byte[] registrationOrder(List<PlaceOfRegistration> given) {
        return order.equals(given) ? orderJson : json.of(given);
    }

    /** What applies to the whole answer. */
    byte[] notices(List<String> given) {
        return notices.equals(given) ? noticesJson : json.of(given);
    }

    /** The pathway of an answer that has it at a place; null when that says something else. */
    PathwayPiece pathway(int place, PathwayAnswer given) {
        PathwayPiece piece = place < pathways.size() ? pathways.get(place) : null;
        return piece != null && piece.fits(given) ? piece : null;
    }

    /** A restriction; null when there is no piece. */
    RestrictionPiece restriction(RestrictionAnswer given) {
        for (RestrictionPiece piece : restrictions) {
            if (piece.fits(given)) {
                return piece;
            }
        }
        return null;
    }

    /** A condition as a rule of the package gave it; null when there is no piece. */
    ConditionPiece condition(Condition given) {
        return conditions.get(given);
    }

    /** A place where the registration may be made. */
    byte[] place(PlaceAnswer given) {
        byte[] piece = places.get(given);
        return piece != null ? piece : json.of(given);
    }

    /** A remark. */
    byte[] note(Note given) {
        byte[] piece = notes.get(given);
        return piece != null ? piece : json.of(given);
    }

    /** A question; null when there is no piece. */
    QuestionPiece question(Question given) {
        QuestionPiece piece = questions.get(given.fact());
        return piece != null && piece.fits(given) ? piece : null;
    }

    /** A code or the path of a fact, in quotation marks; null when there is no piece. */
    byte[] word(String text) {
        return words.get(text);
    }
}
