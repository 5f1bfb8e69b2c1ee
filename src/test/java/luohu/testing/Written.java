package luohu.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.facts.Facts;
import luohu.language.Case;
import luohu.language.FactType;
import luohu.language.Item;
import luohu.language.Property;

/** Facts written down in a test, in the wire format as YAML. */
public final class Written {

    private Written() {}

    /** The facts that a text states. */
    public static Facts facts(String yaml) {
        YamlSource source = YamlSource.of(yaml);
        assertEquals(List.of(), source.faults());
        RecordReader reader = new RecordReader();
        Facts facts = reader.read(source.tree(), Facts.class);
        assertEquals(List.of(), reader.faults());
        return facts;
    }

    /** What a property of the last item of a type reads, in 威海 on a day; null when unknown. */
    public static Object value(String yaml, String date, String type, String property) {
        return property(type, property).reading().value(item(yaml, date, type));
    }

    /** What has to be known before a property of the last item of a type is. */
    public static Set<String> missing(String yaml, String date, String type, String property) {
        Set<String> missing = new TreeSet<>();
        property(type, property).reading().missing(item(yaml, date, type), missing::add);
        return missing;
    }

    private static Property property(String type, String property) {
        return Bundled.VOCABULARY.type(type).property(property);
    }

    private static Item item(String yaml, String date, String type) {
        FactType factType = Bundled.VOCABULARY.type(type);
        Case context = new Case(Bundled.VOCABULARY, facts(yaml), "371000", LocalDate.parse(date));
        List<Item> items = context.items(factType);
        return items.get(items.size() - 1);
    }
}
