package luohu.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import luohu.engine.Condition;
import luohu.facts.DocumentCode;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.packages.Discretion;
import luohu.packages.Material;
import luohu.packages.Note;
import luohu.packages.PathwayText;
import luohu.packages.PolicyPackage;

/** Turns what the rules recorded about one pathway into its answer. */
final class PathwayAssessor {

    /** Ruling G7. */
    private static final Note NOT_GRANTED = new Note("G7", "依所报事实，本文件未规定可按此途径落户；文件没有写明，不等于不予落户。");

    private final PathwayText text;
    private final int[] rules;
    private final boolean[] namesPerson;
    private final Discretion[] discretions;
    private final List<Paper> papers;
    private final Places places;
    private final List<Note> notes;
    private final List<Note> notGranted;

    PathwayAssessor(PolicyPackage policy, PathwayText text, Verdicts verdicts, FactSchema schema) {
        this.text = text;
        this.rules = verdicts.rulesOf(text.code());
        this.namesPerson = new boolean[rules.length];
        this.discretions = new Discretion[rules.length];
        for (int i = 0; i < rules.length; i++) {
            Rule rule = policy.rules().get(rules[i]);
            namesPerson[i] = rule.personSlot() >= 0;
            discretions[i] = discretion(rule.target().detail());
        }
        Map<String, Integer> availability = indexes(policy.rules(), Aspect.MATERIAL);
        this.papers = text.materials().stream()
                .map(material -> paper(material, availability))
                .toList();
        Map<String, Integer> conditions = indexes(policy.rules(), Aspect.REGISTRATION);
        this.places = new Places(text, conditions, schema);
        this.notes = Notes.of(policy.document(), text.rulings(), text.notes());
        this.notGranted = Stream.concat(notes.stream(), Stream.of(NOT_GRANTED)).toList();
    }

    /** The remarks it can make in words that depend on no applicant. */
    List<Note> remarks() {
        List<Note> remarks = new ArrayList<>(notGranted);
        Arrays.stream(discretions).filter(Objects::nonNull).forEach(each -> remarks.add(remark(each)));
        papers.forEach(each -> remarks.add(each.unavailable()));
        remarks.addAll(places.remarks());
        return remarks;
    }

    private Discretion discretion(String ground) {
        return text.discretion() == null
                ? null
                : text.discretion().stream()
                        .filter(each -> each.ground() == null || each.ground().equals(ground))
                        .findFirst()
                        .orElse(null);
    }

    /** The rules on one aspect of this pathway, by what they are about. */
    private Map<String, Integer> indexes(List<Rule> all, Aspect aspect) {
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Rule.Target target = all.get(i).target();
            if (target.aspect() == aspect && target.code().equals(text.code())) {
                indexes.put(target.detail(), i);
            }
        }
        return indexes;
    }

    private Paper paper(Material material, Map<String, Integer> availability) {
        return Paper.of(
                material,
                text,
                material.options().stream()
                        .map(option -> option.stream()
                                .map(DocumentCode::name)
                                .filter(availability::containsKey)
                                .mapToInt(availability::get)
                                .toArray())
                        .toList());
    }

    PathwayAnswer assess(Reasons reasons, List<DocumentCode> held) {
        Truth truth = Truth.FALSE;
        for (int rule : rules) {
            truth = truth.or(reasons.truth(rule));
        }
        if (truth == Truth.FALSE) {
            return answer(reasons, truth, false, List.of(), List.of(), notGranted);
        }
        List<Note> remarks = new ArrayList<>(notes);
        boolean discretionary = isDiscretionary(reasons, truth);
        if (discretionary) {
            discretionNotes(reasons, truth, remarks);
        }
        List<MaterialAnswer> materials = materials(reasons, held, remarks);
        List<PlaceAnswer> registration = places.answers(reasons, remarks);
        return answer(reasons, truth, discretionary, materials, registration, remarks);
    }

    private PathwayAnswer answer(
            Reasons reasons,
            Truth truth,
            boolean discretionary,
            List<MaterialAnswer> materials,
            List<PlaceAnswer> registration,
            List<Note> remarks) {
        return new PathwayAnswer(
                text.code(),
                text.title(),
                text.clause(),
                Outcome.of(truth),
                truth == Truth.TRUE ? persons(reasons) : List.of(),
                text.covers(),
                discretionary,
                conditions(reasons, truth),
                truth == Truth.UNKNOWN ? reasons.missing(rules) : List.of(),
                materials,
                registration,
                remarks);
    }

    /** The conditions of the rules that brought the outcome about: those that hold, else those that are open, else all. */
    private List<Condition> conditions(Reasons reasons, Truth truth) {
        List<Condition> first = List.of();
        List<Condition> all = null;
        for (int rule : rules) {
            if (reasons.truth(rule) != truth) {
                continue;
            }
            if (first.isEmpty()) {
                first = reasons.conditions(rule);
            } else {
                if (all == null) {
                    all = new ArrayList<>(first);
                }
                all.addAll(reasons.conditions(rule));
            }
        }
        return all == null ? first : all;
    }

    private List<String> persons(Reasons reasons) {
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < rules.length; i++) {
            if (!namesPerson[i] && reasons.truth(rules[i]) == Truth.TRUE) {
                ids.add(Facts.SELF);
            }
            reasons.persons(rules[i]).forEach(person -> ids.add(person.id()));
        }
        List<String> persons = new ArrayList<>(ids.size());
        for (Item person : reasons.context().persons()) {
            if (ids.contains(person.id())) {
                persons.add(person.reference());
            }
        }
        return persons;
    }

    private boolean isDiscretionary(Reasons reasons, Truth truth) {
        for (int i = 0; i < rules.length; i++) {
            if (discretions[i] == null && reasons.truth(rules[i]) == truth) {
                return false;
            }
        }
        return true;
    }

    private static Note remark(Discretion discretion) {
        return new Note("DISCRETION", "由" + discretion.authority() + "决定：" + discretion.decides() + "。");
    }

    private void discretionNotes(Reasons reasons, Truth truth, List<Note> remarks) {
        IntStream.range(0, rules.length)
                .filter(i -> reasons.truth(rules[i]) == truth)
                .mapToObj(i -> discretions[i])
                .distinct()
                .forEach(each -> remarks.add(remark(each)));
    }

    private List<MaterialAnswer> materials(Reasons reasons, List<DocumentCode> held, List<Note> remarks) {
        List<MaterialAnswer> answers = new ArrayList<>(papers.size());
        for (Paper paper : papers) {
            if (paper.cannotBeHad(reasons)) {
                remarks.add(paper.unavailable());
                answers.add(paper.lacking());
            } else {
                answers.add(paper.answer(held));
            }
        }
        return answers;
    }
}
