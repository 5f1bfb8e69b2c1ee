package luohu.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as a tree that remembers the line of every value.
 *
 * @param tree the values; null when the text is no YAML
 * @param lines the line (from 1) of each value, by RFC 6901 pointer
 * @param faults what is wrong with the text as YAML; pointers lead into {@code lines}
 */
public record YamlSource(JsonNode tree, Map<String, Integer> lines, List<Fault> faults) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Reads a text; never throws for what the text holds. */
    public static YamlSource of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0); // each file says everything once and in place
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            JsonNode tree = root == null ? NODES.nullNode() : convert(root, "", lines, faults);
            if (!tree.isNull()) {
                return new YamlSource(tree, lines, faults);
            }
            faults.add(new Fault("", "malformed-yaml", "文件是空的。"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            lines.put("", line);
            faults.add(new Fault("", "malformed-yaml", "不是合法的 YAML（请检查缩进、引号和冒号后的空格）：" + e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault("", "malformed-yaml", refusal(String.valueOf(e.getMessage()))));
        }
        return new YamlSource(null, lines, faults);
    }

    private static String refusal(String reason) {
        if (reason.contains("Nesting Depth")) {
            return "嵌套过深；请检查括号和缩进。";
        } else if (reason.contains("exceeds the limit")) {
            return "文件过大；请拆成几个文件。";
        }
        return "不是可用的 YAML：不能有重复引用（*别名）或者不可见的字符；请确认它是文本文件。";
    }

    /** The line of a value, or of the nearest value around it; 1 for the whole text. */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    private static JsonNode convert(Node node, String at, Map<String, Integer> lines, List<Fault> faults) {
        lines.put(at, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            ObjectNode object = NODES.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                    faults.add(new Fault(at, "malformed-yaml", "键必须是一个词，不能是列表或者对象。"));
                    continue;
                }
                String key = name.getValue();
                String pointer = Fault.child(at, key);
                if (object.has(key)) {
                    faults.add(new Fault(pointer, "duplicate-key", "同一个键写了两次：" + key + "。请删去其中一个。"));
                }
                object.set(key, convert(entry.getValueNode(), pointer, lines, faults));
                lines.put(pointer, entry.getKeyNode().getStartMark().getLine() + 1);
            }
            return object;
        } else if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            for (int i = 0; i < sequence.getValue().size(); i++) {
                array.add(convert(sequence.getValue().get(i), Fault.child(at, Integer.toString(i)), lines, faults));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return NODES.nullNode();
        } else if (node.getTag().equals(Tag.BOOL) && (value.equals("true") || value.equals("false"))) {
            return NODES.booleanNode(value.equals("true"));
        } else if (node.getTag().equals(Tag.INT) && value.matches("[0-9]{1,9}")) {
            return NODES.numberNode(Integer.parseInt(value));
        }
        return NODES.textNode(value);
    }
}
