package luohu.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luohu.facts.Facts;
import luohu.facts.Labelled;
import luohu.facts.ValueKind;
import luohu.language.Atom;
import luohu.language.FactType;
import luohu.language.Formula;
import luohu.language.Operator;
import luohu.language.Property;

/** Puts what a rule asks into Chinese words, from the labels of the vocabulary. */
final class Wording {

    private final List<FactType> slots;
    private final Map<String, String> pathwayTitles;

    /**
     * @param slots the types of the rule's patterns
     * @param pathwayTitles the titles of the package's pathways by code
     */
    Wording(List<FactType> slots, Map<String, String> pathwayTitles) {
        this.slots = slots;
        this.pathwayTitles = pathwayTitles;
    }

    /** A condition on its own: says what it is about. */
    String sentence(Formula formula) {
        if (formula instanceof Formula.Some some) {
            return some(some);
        } else if (formula instanceof Formula.Not not
                && not.inner() instanceof Formula.Some some
                && some.type().isList()) {
            return "没有" + items(some);
        } else if (formula instanceof Formula.Not not) {
            return "并非：" + sentence(not.inner());
        } else if (Slots.isInline(formula)) {
            return slots.get(subject(formula)).subject() + "：" + phrase(formula);
        } else if (formula instanceof Formula.Any any) {
            return "具备下列情形之一：" + numbered(any.parts());
        }
        return ((Formula.All) formula).parts().stream().map(this::sentence).collect(Collectors.joining("，并且"));
    }

    /** Whether a block asks for the outcome of another pathway, which reads as one condition. */
    boolean isOutcome(Formula.Some some) {
        return some.type().property("holds") != null;
    }

    private String some(Formula.Some some) {
        if (isOutcome(some)) {
            return outcome(some);
        }
        List<Formula> others =
                some.where().parts().stream().filter(part -> !isSameItem(part)).toList();
        boolean same = others.size() < some.where().parts().size();
        if (same || others.size() == 1 || !some.type().isList()) {
            String subject = same ? that(some.slot()) : some.type().subject();
            return subject + "：" + others.stream().map(this::nested).collect(Collectors.joining("；"));
        }
        return "有" + items(some);
    }

    private static boolean isSameItem(Formula formula) {
        return formula instanceof Atom atom && atom.property().isThis();
    }

    private String that(int slot) {
        return "该" + slots.get(slot).subject().replace("有关", "");
    }

    private String items(Formula.Some some) {
        if (some.where().parts().stream().allMatch(Formula.Given.class::isInstance)) {
            return some.type().subject();
        }
        return "符合下列各项的" + some.type().subject() + "（"
                + some.where().parts().stream().map(this::nested).collect(Collectors.joining("；")) + "）";
    }

    private String nested(Formula formula) {
        return Slots.isInline(formula) ? phrase(formula) : sentence(formula);
    }

    private String outcome(Formula.Some some) {
        String code = "";
        boolean holds = true;
        for (Formula part : some.where().parts()) {
            Atom atom = (Atom) part;
            if (atom.property().name().equals("code")) {
                code = (String) atom.literals().get(0);
            } else {
                holds = atom.literals().get(0).equals(atom.operator() == Operator.EQUAL);
            }
        }
        return (holds ? "符合" : "不符合") + "“" + pathwayTitles.getOrDefault(code, code) + "”的条件";
    }

    private String numbered(List<Formula> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(i == 0 ? "（" : "；（").append(i + 1).append("）").append(sentence(parts.get(i)));
        }
        return text.toString();
    }

    /** The pattern in which an inline formula stands. */
    private static int subject(Formula formula) {
        if (formula instanceof Atom atom) {
            return atom.slot();
        } else if (formula instanceof Formula.Any any) {
            return subject(any.parts().get(0));
        } else if (formula instanceof Formula.All all) {
            return subject(all.parts().get(0));
        }
        return Slots.of(formula).first();
    }

    /** An inline formula without its subject. */
    private String phrase(Formula formula) {
        if (formula instanceof Atom atom) {
            return atom(atom);
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().map(this::phrase).collect(Collectors.joining("，或者"));
        } else if (formula instanceof Formula.All all) {
            return all.parts().stream().map(this::phrase).collect(Collectors.joining("并且"));
        }
        return "有此一项";
    }

    private String atom(Atom atom) {
        Property property = atom.property();
        if (property.kind() == ValueKind.BOOLEAN && !atom.isJoin()) {
            boolean yes = atom.literals().get(0).equals(atom.operator() == Operator.EQUAL);
            return yes ? property.label() : property.no();
        }
        String operator = property.kind() == ValueKind.DATE
                ? date(atom.operator())
                : atom.operator().words();
        return property.label() + operator + (atom.isJoin() ? other(atom) : literals(atom));
    }

    private static String date(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "不早于";
            case MORE_THAN -> "晚于";
            case AT_MOST -> "不晚于";
            case LESS_THAN -> "早于";
            default -> operator.words();
        };
    }

    private String other(Atom atom) {
        String subject = that(atom.otherSlot());
        boolean id = atom.otherProperty().kind() == ValueKind.PERSON_ID;
        return id ? subject : subject + "的" + atom.otherProperty().label();
    }

    private static String literals(Atom atom) {
        List<String> words = atom.literals().stream().map(Wording::literal).toList();
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join("、", words.subList(0, last)) + "或者" + words.get(last);
    }

    private static String literal(Object value) {
        if (value instanceof Labelled labelled) {
            return labelled.label();
        }
        return value.equals(Facts.SELF) ? "申请人本人" : String.valueOf(value);
    }
}
