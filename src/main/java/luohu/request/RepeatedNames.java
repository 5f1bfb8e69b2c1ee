package luohu.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import luohu.binding.Fault;
import luohu.binding.Faults;

/** Finds names said twice in one object, which a tree cannot hold, and anything after the one value. */
final class RepeatedNames {

    private final Deque<Set<String>> open = new ArrayDeque<>();
    private final Faults faults;

    private RepeatedNames(Faults faults) {
        this.faults = faults;
    }

    /**
     * Looks through a text to its end.
     *
     * @throws IOException when it is no JSON, or more than one value
     */
    static void find(byte[] json, JsonFactory factory, Faults faults) throws IOException {
        RepeatedNames names = new RepeatedNames(faults);
        try (JsonParser parser = factory.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!faults.isFull()) {
                    names.look(token, parser);
                }
                boolean ended = parser.getParsingContext().inRoot() && !token.isStructStart();
                if (ended && parser.nextToken() != null) {
                    throw new IOException("trailing tokens");
                }
            }
        }
    }

    private void look(JsonToken token, JsonParser parser) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            open.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
            open.pop();
        } else if (token == JsonToken.FIELD_NAME && !open.peek().add(parser.currentName())) {
            faults.add(fault(parser.getParsingContext()));
        }
    }

    /** Names are callers' text, and all those on the way stand in a pointer: one that would be too long ends earlier. */
    private static Fault fault(JsonStreamContext place) {
        Deque<JsonStreamContext> way = new ArrayDeque<>();
        for (JsonStreamContext each = place; !each.inRoot(); each = each.getParent()) {
            way.push(each);
        }
        String pointer = "";
        for (JsonStreamContext each : way) {
            String name = each.inArray() ? Integer.toString(each.getCurrentIndex()) : each.getCurrentName();
            String next = Fault.near(pointer, name);
            if (next.equals(pointer)) {
                return new Fault(pointer, "duplicate-key", "此处之内同一个字段写了两次，名称或者路径太长，没有写出；请只保留一个。");
            }
            pointer = next;
        }
        return new Fault(pointer, "duplicate-key", "同一个字段写了两次；请只保留一个。");
    }
}
