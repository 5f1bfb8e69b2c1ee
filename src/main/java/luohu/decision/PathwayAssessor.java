package luohu.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import luohu.engine.Condition;
import luohu.engine.Firings;
import luohu.engine.RuleExplanation;
import luohu.facts.DocumentCode;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.Item;
import luohu.language.Rule;
import luohu.language.Rule.Aspect;
import luohu.language.Truth;
import luohu.packages.Discretion;
import luohu.packages.Material;
import luohu.packages.Material.Source;
import luohu.packages.Note;
import luohu.packages.PathwayText;
import luohu.packages.PolicyPackage;
import luohu.packages.Registration;

/** Turns what the rules recorded about one pathway into its answer. */
final class PathwayAssessor {

    /** Ruling G7. */
    private static final Note NOT_GRANTED = new Note("G7", "依所报事实，本文件未规定可按此途径落户；文件没有写明，不等于不予落户。");

    private final PathwayText text;
    private final List<Rule> rules;
    private final List<RuleExplanation> explanations;
    private final Verdicts verdicts;
    private final FactSchema schema;
    private final List<Note> notes;
    private final List<Discretion> discretions;
    private final Map<String, Integer> availability = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    PathwayAssessor(
            PolicyPackage policy,
            PathwayText text,
            List<RuleExplanation> explanations,
            Verdicts verdicts,
            FactSchema schema) {
        this.text = text;
        this.rules = policy.rules();
        this.explanations = explanations;
        this.verdicts = verdicts;
        this.schema = schema;
        this.notes = Notes.of(policy.document(), text.rulings(), text.notes());
        this.discretions = text.discretion() == null ? List.of() : text.discretion();
        for (int i = 0; i < rules.size(); i++) {
            Rule.Target target = rules.get(i).target();
            if (target.aspect() == Aspect.MATERIAL && target.code().equals(text.code())) {
                availability.put(target.detail(), i);
            } else if (target.aspect() == Aspect.REGISTRATION && target.code().equals(text.code())) {
                places.put(target.detail(), i);
            }
        }
    }

    /** The remarks it can make in words that depend on no applicant. */
    List<Note> remarks() {
        List<Note> remarks = new ArrayList<>(notes);
        remarks.add(NOT_GRANTED);
        discretions.forEach(each -> remarks.add(remark(each)));
        text.materials().forEach(each -> remarks.add(unavailable(each)));
        if (text.registrationOtherwise() != null) {
            remarks.add(otherwise(text.registrationOtherwise()));
        }
        return remarks;
    }

    PathwayAnswer assess(Case context, Firings firings, List<DocumentCode> held) {
        Truth truth = verdicts.truth(text.code(), firings);
        List<Integer> deciding = deciding(truth, firings);
        List<Note> remarks = new ArrayList<>(notes);
        boolean discretionary = truth != Truth.FALSE && deciding.stream().allMatch(rule -> discretion(rule) != null);
        List<MaterialAnswer> materials = List.of();
        List<PlaceAnswer> registration = List.of();
        if (truth == Truth.FALSE) {
            remarks.add(NOT_GRANTED);
        } else {
            if (discretionary) {
                discretionNotes(deciding, remarks);
            }
            materials = materials(firings, held, remarks);
            registration = registration(context, firings, remarks);
        }
        return new PathwayAnswer(
                text.code(),
                text.title(),
                text.clause(),
                Outcome.of(truth),
                persons(context, firings, truth),
                text.covers(),
                discretionary,
                conditions(context, deciding),
                truth == Truth.UNKNOWN ? verdicts.missing(text.code(), context, firings) : List.of(),
                materials,
                registration,
                remarks);
    }

    /** The rules that brought the outcome about: those that hold, else those that are open, else all. */
    private List<Integer> deciding(Truth truth, Firings firings) {
        return verdicts.rulesOf(text.code()).stream()
                .filter(rule -> firings.truth(rule) == truth)
                .toList();
    }

    private List<Condition> conditions(Case context, List<Integer> deciding) {
        List<Condition> conditions = new ArrayList<>();
        deciding.forEach(rule -> conditions.addAll(explanations.get(rule).conditions(context)));
        return conditions;
    }

    private List<String> persons(Case context, Firings firings, Truth truth) {
        if (truth != Truth.TRUE) {
            return List.of();
        }
        Set<Object> ids = new HashSet<>();
        for (int rule : verdicts.rulesOf(text.code())) {
            if (firings.truth(rule) == Truth.TRUE && rules.get(rule).personSlot() < 0) {
                ids.add(Facts.SELF);
            }
            firings.persons(rule).stream().map(Item::id).forEach(ids::add);
        }
        return context.persons().stream()
                .filter(person -> ids.contains(person.id()))
                .map(Item::reference)
                .toList();
    }

    private Discretion discretion(int rule) {
        String ground = rules.get(rule).target().detail();
        return discretions.stream()
                .filter(each -> each.ground() == null || each.ground().equals(ground))
                .findFirst()
                .orElse(null);
    }

    private void discretionNotes(List<Integer> deciding, List<Note> remarks) {
        deciding.stream().map(this::discretion).distinct().forEach(each -> remarks.add(remark(each)));
    }

    private static Note remark(Discretion discretion) {
        return new Note("DISCRETION", "由" + discretion.authority() + "决定：" + discretion.decides() + "。");
    }

    private static Note unavailable(Material material) {
        return new Note("MATERIAL_UNAVAILABLE", "依所报事实，“" + material.name() + "”不能取得；没有这份材料不能按此途径提出申请。");
    }

    private static Note otherwise(String text) {
        return new Note("REGISTRATION", text);
    }

    private List<MaterialAnswer> materials(Firings firings, List<DocumentCode> held, List<Note> remarks) {
        List<MaterialAnswer> answers = new ArrayList<>(text.materials().size());
        for (Material material : text.materials()) {
            boolean out = material.options().stream()
                    .allMatch(option -> option.stream().anyMatch(code -> cannotBeHad(code, firings)));
            if (out) {
                remarks.add(unavailable(material));
            }
            answers.add(MaterialAnswer.of(material, text, out ? Boolean.FALSE : held(material, held)));
        }
        return answers;
    }

    private boolean cannotBeHad(DocumentCode code, Firings firings) {
        Integer rule = availability.get(code.name());
        return rule != null && firings.truth(rule) == Truth.FALSE;
    }

    private static Boolean held(Material material, List<DocumentCode> held) {
        if (held == null || material.from() != Source.APPLICANT) {
            return null;
        }
        return material.options().stream().anyMatch(held::containsAll);
    }

    private List<PlaceAnswer> registration(Case context, Firings firings, List<Note> remarks) {
        List<PlaceAnswer> answers = new ArrayList<>();
        Set<String> open = new TreeSet<>();
        List<Registration> openPlaces = new ArrayList<>();
        for (Registration each : text.registration()) {
            Truth applies = each.when() == null ? Truth.TRUE : firings.truth(places.get(each.when()));
            if (applies == Truth.TRUE) {
                answers.add(new PlaceAnswer(each.place(), each.mandatory()));
            } else if (applies == Truth.UNKNOWN) {
                openPlaces.add(each);
                explanations.get(places.get(each.when())).missing(context, open);
            }
        }
        if (!openPlaces.isEmpty()) {
            remarks.add(new Note(
                    "REGISTRATION_OPEN",
                    "能否或者是否必须登记在下列地点，还取决于尚不清楚的事实（"
                            + open.stream()
                                    .map(path -> schema.at(path).fullLabel())
                                    .collect(Collectors.joining("；")) + "）："
                            + openPlaces.stream()
                                    .map(each -> each.place().label() + (each.mandatory() ? "（如适用则应当在此登记）" : ""))
                                    .collect(Collectors.joining("、"))
                            + "。"));
        } else if (answers.isEmpty() && text.registrationOtherwise() != null) {
            remarks.add(otherwise(text.registrationOtherwise()));
        }
        return answers;
    }
}
