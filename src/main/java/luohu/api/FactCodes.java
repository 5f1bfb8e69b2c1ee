package luohu.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import luohu.facts.Coded;
import luohu.facts.Labelled;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What the OpenAPI document says of facts whose values are few and fixed. */
final class FactCodes {

    /** Where generators of clients look for the names of constants. */
    static final String NAMES = "x-enum-varnames";

    private FactCodes() {}

    /** Every value with its label and, where a national standard gives codes, those. */
    static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name() + " " + ((Labelled) constant).label()
                        + (constant instanceof Coded coded ? "（代码 " + String.join("、", coded.codes()) + "）" : ""))
                .collect(Collectors.joining("；"));
    }

    /**
     * Describes the values, with names and labels for generated clients. Where a national standard gives codes, requests may use
     * them for the names; in programs those need names of their own.
     */
    static void describe(Schema schema, Class<?> type) {
        schema.setDescription(words(type));
        List<String> names = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
            labels.add(((Labelled) constant).label());
        }
        if (Coded.class.isAssignableFrom(type)) {
            for (Object constant : type.getEnumConstants()) {
                for (String code : ((Coded) constant).codes()) {
                    schema.addEnumeration(code);
                    names.add("CODE_" + code);
                    labels.add(((Labelled) constant).label());
                }
            }
        }
        schema.addExtension(NAMES, names);
        schema.addExtension("x-enum-descriptions", labels);
    }
}
