package luohu.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luohu.binding.Fault;
import luohu.binding.RecordReader;

/** Reads requests: binds them directly, and looks at them a second time, for everything that is wrong, only when that fails. */
public final class RequestReader {

    /** Where a fault leaves it open whom ids may name. */
    private static final Pattern UNREAD_RELATIVE = Pattern.compile("/relatives(/[0-9]+(/id)?)?");

    private final Map<Class<?>, ObjectReader> strict;
    private final ObjectMapper lenient;
    private final RequestCheck check;

    /** A reader that takes today from a clock. */
    public RequestReader(Clock clock) {
        this(clock, new ConcurrentHashMap<>(), new ObjectMapper());
    }

    private RequestReader(Clock clock, Map<Class<?>, ObjectReader> strict, ObjectMapper lenient) {
        this.check = new RequestCheck(clock);
        this.strict = strict;
        this.lenient = lenient;
    }

    /** This reader by another clock; what is costly to make is shared. */
    public RequestReader at(Clock other) {
        return new RequestReader(other, strict, lenient);
    }

    /**
     * The evaluation that a text in JSON asks for.
     *
     * @throws InvalidRequestException with everything that is wrong with it
     */
    public EvaluationRequest read(byte[] json) throws InvalidRequestException {
        return read(json, EvaluationRequest.class, request -> List.of());
    }

    /**
     * The evaluation that a text in JSON asks for, where nothing is wrong with it. Takes no longer than the length of the text asks
     * for: what is wrong is not searched for.
     */
    public Optional<EvaluationRequest> readIfSound(byte[] json) {
        if (!isUtf8(json)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(bind(json, EvaluationRequest.class))
                    .filter(request -> check.check(request).isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The request that a text in JSON states.
     *
     * @param type what kind of request
     * @param further what else is wrong with it, in the eyes of who asks; members that could not be read are null
     * @throws InvalidRequestException with everything that is wrong with it
     */
    public <T extends ApplicantRequest> T read(byte[] json, Class<T> type, Function<T, List<Fault>> further)
            throws InvalidRequestException {
        if (!isUtf8(json)) {
            throw new InvalidRequestException(List.of());
        }
        T request;
        try {
            request = bind(json, type);
        } catch (IOException e) {
            return diagnose(json, type, further);
        }
        if (request == null) {
            throw new InvalidRequestException(List.of());
        }
        List<Fault> faults = check.check(request);
        faults.addAll(further.apply(request));
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return request;
    }

    private <T> T bind(byte[] json, Class<T> type) throws IOException {
        return strict.computeIfAbsent(type, StrictJson::readerFor).readValue(json);
    }

    private <T extends ApplicantRequest> T diagnose(byte[] json, Class<T> type, Function<T, List<Fault>> further)
            throws InvalidRequestException {
        List<Fault> faults = new ArrayList<>();
        JsonNode tree;
        try {
            duplicates(json, faults);
            tree = lenient.readTree(json);
        } catch (IOException e) {
            throw new InvalidRequestException(List.of());
        }
        if (!tree.isObject()) {
            throw new InvalidRequestException(List.of());
        }
        RecordReader reader = new RecordReader(ApplicantRequest.LONGEST_LIST);
        T request = reader.read(tree, type);
        faults.addAll(reader.faults());
        Set<String> reported = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
        boolean someIdUnread = RequestCheck.isTooLong(request.facts().relatives())
                || reported.stream().anyMatch(UNREAD_RELATIVE.asMatchPredicate());
        List<Fault> beyond = check.check(request);
        beyond.addAll(further.apply(request));
        for (Fault fault : beyond) {
            boolean cannotTell = someIdUnread && fault.code().equals(RequestCheck.DANGLING_ID);
            if (!cannotTell && reported.add(fault.pointer())) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return request;
    }

    /** Finds keys said twice, which a tree cannot hold, and anything after the one value. */
    private void duplicates(byte[] json, List<Fault> faults) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = lenient.getFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.FIELD_NAME && !open.peek().add(parser.currentName())) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    faults.add(new Fault(pointer, "duplicate-key", "同一个字段写了两次；请只保留一个。"));
                }
                boolean ended = parser.getParsingContext().inRoot() && !token.isStructStart();
                if (ended && parser.nextToken() != null) {
                    throw new IOException("trailing tokens");
                }
            }
        }
    }

    private static boolean isUtf8(byte[] text) {
        if (text.length >= 2 && (text[0] == 0 || text[1] == 0)) { // JSON in UTF-16 or UTF-32
            return false;
        }
        int ascii = 0;
        while (ascii < text.length && text[ascii] >= 0) {
            ascii++;
        }
        try {
            if (ascii < text.length) {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, ascii, text.length - ascii));
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
