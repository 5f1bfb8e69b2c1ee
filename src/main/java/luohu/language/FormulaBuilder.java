package luohu.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nests what belongs together: a pattern is looked for once for all parts that refer to it, and parts that have nothing to
 * do with each other stand side by side. So "a person, and a home of that person, and some study" becomes "some person
 * with some home" and "some study".
 */
final class FormulaBuilder {

    private FormulaBuilder() {}

    /** The formula for parts that all have to hold. */
    static Formula.All all(List<Element> elements) {
        return new Formula.All(parts(elements, Set.of()));
    }

    private static List<Formula> parts(List<Element> elements, Set<Integer> bound) {
        List<Formula> parts = new ArrayList<>();
        List<Element> rest = new ArrayList<>(elements);
        while (!rest.isEmpty()) {
            parts.add(formula(takeComponent(rest, bound), bound));
        }
        return parts;
    }

    /** Removes the first element and everything connected with it through patterns not yet bound. */
    private static List<Element> takeComponent(List<Element> rest, Set<Integer> bound) {
        List<Element> component = new ArrayList<>();
        component.add(rest.get(0));
        boolean grown = true;
        while (grown) {
            grown = rest.stream()
                    .filter(each -> !component.contains(each))
                    .anyMatch(each ->
                            component.stream().anyMatch(other -> connected(each, other, bound)) && component.add(each));
        }
        component.sort((a, b) -> Integer.compare(rest.indexOf(a), rest.indexOf(b)));
        rest.removeAll(component);
        return component;
    }

    private static boolean connected(Element a, Element b, Set<Integer> bound) {
        Set<Integer> shared = new HashSet<>(touches(a));
        shared.retainAll(touches(b));
        shared.removeAll(bound);
        return !shared.isEmpty();
    }

    private static Set<Integer> touches(Element element) {
        Set<Integer> touches = new HashSet<>(element.uses());
        if (element instanceof Element.Pattern pattern) {
            touches.add(pattern.slot());
        }
        return touches;
    }

    private static Formula formula(List<Element> component, Set<Integer> bound) {
        Element first = component.get(0);
        if (first instanceof Element.Pattern pattern) {
            Set<Integer> inside = new HashSet<>(bound);
            inside.add(pattern.slot());
            List<Formula> where = new ArrayList<>(pattern.constraints());
            where.addAll(parts(component.subList(1, component.size()), inside));
            return new Formula.Some(pattern.slot(), pattern.type(), new Formula.All(where));
        } else if (first instanceof Element.None none) {
            return new Formula.Not(single(parts(none.inner(), bound)));
        } else if (first instanceof Element.Exists exists) {
            return single(parts(exists.inner(), bound));
        }
        Element.Either either = (Element.Either) first;
        return new Formula.Any(either.branches().stream()
                .map(branch -> single(parts(branch, bound)))
                .toList());
    }

    private static Formula single(List<Formula> parts) {
        return parts.size() == 1 ? parts.get(0) : new Formula.All(parts);
    }
}
