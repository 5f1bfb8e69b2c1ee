package luohu.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import luohu.binding.Nearest;
import luohu.facts.ValueKind;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Reads the constraints of one pattern: property, operator and literal or bound property; nothing else. */
final class ConstraintParser {

    /** Everything a constraint may be made of; whatever else it holds could be code. */
    private static final Pattern TOKENS = Pattern.compile(
            "(?:\\s|\"[^\"\\\\]*\"|\\$?[\\p{L}_][\\p{L}\\p{N}_]*|[0-9]+|==|!=|>=|<=|>|<|&&|\\|\\||[.,():])*+");

    /** A word with an opening bracket: a call, unless the word is an operator of DRL. */
    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{N}_$])(?!in\\b)[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*\\(");

    private static final Pattern REFERENCE = Pattern.compile("\\$[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}\\p{N}_.]+)?");

    private final FactType type;
    private final int slot;
    private final Scope scope;
    private final BiConsumer<FindingKind, String> report;

    /**
     * @param type what the pattern matches
     * @param slot its slot
     * @param scope the variables known before the pattern, and the pattern's own
     * @param report takes code and message of what is wrong
     */
    ConstraintParser(FactType type, int slot, Scope scope, BiConsumer<FindingKind, String> report) {
        this.type = type;
        this.slot = slot;
        this.scope = scope;
        this.report = report;
    }

    /** The formulas that one constraint text stands for; empty when there is something wrong with it. */
    List<Formula> parse(String text) {
        if (!TOKENS.matcher(text).matches()
                || CALL.matcher(text.replaceAll("\"[^\"]*\"", "\"\"")).find()) {
            report.accept(
                    FindingKind.FORBIDDEN_CONSTRUCT,
                    "约束里不能调用方法、做运算或者写其他代码；只能写“属性 运算符 值”，值是用双引号括起的文字、整数、true、" + "false 或者 $变量.属性。");
            return List.of();
        }
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LanguageLevelOption.DRL6);
        ConstraintConnectiveDescr descr;
        try {
            descr = parser.parse(text);
        } catch (RuntimeException e) {
            descr = null;
        }
        if (descr == null || parser.hasErrors()) {
            report.accept(FindingKind.RULE_SYNTAX, "这个约束无法解析；应写作“属性 运算符 值”，例如 tenure == \"OWNED\"。");
            return List.of();
        }
        return descr.getDescrs().stream()
                .map(this::formula)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Formula> formula(BaseDescr descr) {
        if (descr instanceof RelationalExprDescr relation) {
            return atom(relation).map(Formula.class::cast);
        } else if (descr instanceof ConstraintConnectiveDescr connective) {
            List<Formula> parts = connective.getDescrs().stream()
                    .map(this::formula)
                    .flatMap(Optional::stream)
                    .toList();
            if (parts.size() < connective.getDescrs().size()) {
                return Optional.empty(); // already reported
            }
            boolean or = connective.getConnective() == ConnectiveType.OR;
            if (or || connective.getConnective() == ConnectiveType.AND) {
                return Optional.of(membership(parts, or).orElseGet(() -> join(parts, or)));
            }
        } else if (descr instanceof BindingDescr binding) {
            bind(binding);
            return Optional.of(new Formula.All(List.of()));
        }
        report.accept(FindingKind.FORBIDDEN_CONSTRUCT, "约束应写作“属性 运算符 值”，例如 inTown == true；不能只写一个词，也不能写取反、嵌套表达式。");
        return Optional.empty();
    }

    private static Formula join(List<Formula> parts, boolean or) {
        return parts.size() == 1 ? parts.get(0) : or ? new Formula.Any(parts) : new Formula.All(parts);
    }

    /** Drools takes {@code x in (a, b)} apart into comparisons; this puts them together again. */
    private static Optional<Formula> membership(List<Formula> parts, boolean or) {
        Operator apart = or ? Operator.EQUAL : Operator.NOT_EQUAL;
        List<Object> literals = new ArrayList<>();
        Property property = null;
        for (Formula part : parts) {
            if (!(part instanceof Atom atom)
                    || atom.operator() != apart
                    || atom.isJoin()
                    || (property != null && property != atom.property())) {
                return Optional.empty();
            }
            property = atom.property();
            literals.addAll(atom.literals());
        }
        if (literals.size() < 2) {
            return Optional.empty();
        }
        int slot = ((Atom) parts.get(0)).slot();
        return Optional.of(new Atom(slot, property, or ? Operator.IN : Operator.NOT_IN, literals, -1, null));
    }

    private Optional<Atom> atom(RelationalExprDescr relation) {
        BaseDescr left = relation.getLeft();
        if (left instanceof BindingDescr binding) {
            if (!bind(binding)) {
                return Optional.empty();
            }
            left = new AtomicExprDescr(binding.getExpression());
        }
        if (!(left instanceof AtomicExprDescr) || !(relation.getRight() instanceof AtomicExprDescr right)) {
            report.accept(FindingKind.FORBIDDEN_CONSTRUCT, "约束应写作“属性 运算符 值”；运算符两边只能是一个属性和一个值。");
            return Optional.empty();
        }
        String name = ((AtomicExprDescr) left).getExpression().trim();
        if (name.equals("this")) {
            return sameItem(relation.getOperator(), right.getExpression().trim());
        }
        Optional<Property> property = property(type, name);
        String symbol =
                relation.getOperatorDescr().isNegated() ? "not " + relation.getOperator() : relation.getOperator();
        Optional<Operator> operator = Operator.of(symbol);
        if (operator.isEmpty() || relation.getParameters() != null) {
            report.accept(
                    FindingKind.FORBIDDEN_CONSTRUCT,
                    "不能使用运算符 " + symbol + "；可用：== != in not in contains not contains >= > <= <。");
        }
        if (property.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        return fits(property.get(), operator.get())
                ? operand(property.get(), operator.get(), right.getExpression().trim())
                : Optional.empty();
    }

    /** {@code this == $x}: the pattern means the item that an earlier pattern of the same type found. */
    private Optional<Atom> sameItem(String operator, String name) {
        Scope.Variable variable = scope.get(name);
        if (!operator.equals("==")
                || variable == null
                || variable.property() != null
                || variable.type() != type
                || variable.slot() == slot) {
            report.accept(
                    FindingKind.WRONG_VALUE,
                    "this 只能写作 this == $变量，变量是前面同一类型（" + type.name() + "）的模式，例如 $who : " + type.name() + "( … )。");
            return Optional.empty();
        }
        return Optional.of(new Atom(slot, Property.THIS, Operator.EQUAL, List.of(), variable.slot(), Property.THIS));
    }

    private boolean bind(BindingDescr binding) {
        String name = binding.getVariable();
        Optional<Property> property = property(type, binding.getExpression().trim());
        return property.isPresent() && scope.bind(name, new Scope.Variable(slot, type, property.get()), report);
    }

    private Optional<Property> property(FactType of, String name) {
        Property property = of.property(name);
        if (property == null) {
            List<String> known = of.properties().stream().map(Property::name).toList();
            report.accept(
                    FindingKind.UNKNOWN_PROPERTY,
                    of.name() + "（" + of.subject() + "）没有属性 " + name + "；"
                            + Nearest.to(name, known)
                                    .map(near -> "是否想写 " + near + "？")
                                    .orElse("可用的属性：" + String.join("、", known) + "。"));
        }
        return Optional.ofNullable(property);
    }

    private boolean fits(Property property, Operator operator) {
        boolean list = property.kind() == ValueKind.PERSON_IDS;
        boolean ordered = property.kind() == ValueKind.DATE || property.kind() == ValueKind.INTEGER;
        boolean fits = operator.fits(property.kind());
        if (!fits) {
            report.accept(
                    FindingKind.WRONG_OPERATOR,
                    "属性 " + property.name() + " 不能用 " + operator.symbol() + "；"
                            + (list
                                    ? "名单用 contains 或者 not contains。"
                                    : ordered ? "日期和数字用 == != >= > <= <。" : "请用 ==、!=、in 或者 not in。"));
        }
        return fits;
    }

    private Optional<Atom> operand(Property property, Operator operator, String text) {
        if (REFERENCE.matcher(text).matches()) {
            return reference(property, operator, text);
        }
        Optional<Object> literal = Literals.read(property, text);
        if (literal.isEmpty()) {
            report.accept(FindingKind.UNKNOWN_VALUE, Literals.refusal(property, text));
        }
        return literal.map(value -> new Atom(slot, property, operator, List.of(value), -1, null));
    }

    private Optional<Atom> reference(Property property, Operator operator, String text) {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text : text.substring(0, dot);
        Scope.Variable variable = scope.get(name);
        if (variable == null) {
            report.accept(
                    FindingKind.UNKNOWN_VARIABLE, "这里没有变量 " + name + "；变量要先在前面的模式里写出，例如 " + name + " : Person( … )。");
            return Optional.empty();
        }
        if ((dot < 0) == (variable.property() == null)) {
            report.accept(
                    FindingKind.WRONG_VALUE,
                    dot < 0 ? "变量 " + name + " 是一项事实，请写明属性，例如 " + name + ".id。" : "变量 " + name + " 本身就是属性，后面不能再写“.”。");
            return Optional.empty();
        }
        Optional<Property> other =
                dot < 0 ? Optional.of(variable.property()) : property(variable.type(), text.substring(dot + 1));
        return other.filter(each -> comparable(property, each))
                .map(each -> new Atom(slot, property, operator, List.of(), variable.slot(), each));
    }

    private boolean comparable(Property left, Property right) {
        boolean persons = (left.kind() == ValueKind.PERSON_IDS || left.kind() == ValueKind.PERSON_ID)
                && right.kind() == ValueKind.PERSON_ID;
        boolean same = left.kind() == right.kind()
                && left.kind() != ValueKind.PERSON_IDS
                && left.values().equals(right.values());
        if (!persons && !same) {
            report.accept(FindingKind.WRONG_VALUE, "属性 " + left.name() + " 与 " + right.name() + " 不是同一类值，不能比较。");
        }
        return persons || same;
    }
}
