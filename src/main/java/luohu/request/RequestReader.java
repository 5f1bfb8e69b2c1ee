package luohu.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luohu.binding.Fault;
import luohu.binding.Faults;
import luohu.binding.RecordReader;

/** Reads requests: binds them directly, and looks at them a second time, for everything that is wrong, only when that fails. */
public final class RequestReader {

    /** Where a fault leaves it open whom ids may name. */
    private static final Pattern UNREAD_RELATIVE = Pattern.compile("/relatives(/[0-9]+(/id)?)?");

    private final Map<Class<?>, ObjectReader> strict;
    private final ObjectMapper lenient;
    private final ReadingRoom room;
    private final RequestCheck check;

    /** A reader that takes today from a clock. */
    public RequestReader(Clock clock) {
        this(clock, new ConcurrentHashMap<>(), lenient(), new ReadingRoom());
    }

    private RequestReader(Clock clock, Map<Class<?>, ObjectReader> strict, ObjectMapper lenient, ReadingRoom room) {
        this.check = new RequestCheck(clock);
        this.strict = strict;
        this.lenient = lenient;
        this.room = room;
    }

    /** Names that nobody knows, of which a text can have tens of thousands, are not worth to be kept for the next one. */
    private static ObjectMapper lenient() {
        return new ObjectMapper(JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build());
    }

    /** This reader by another clock; what is costly to make, and the room for it, is shared. */
    public RequestReader at(Clock other) {
        return new RequestReader(other, strict, lenient, room);
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
     * for: what is wrong is not searched for, and nobody is waited for. For short texts.
     */
    public Optional<EvaluationRequest> readIfSound(byte[] json) {
        if (!isUtf8(json)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(bind(json, EvaluationRequest.class)).filter(this::isSound);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The request that a text in JSON states. Waits while too much is being read.
     *
     * @param type what kind of request
     * @param further what else is wrong with it, in the eyes of who asks; members that could not be read are null
     * @throws InvalidRequestException with everything that is wrong with it
     */
    public <T extends ApplicantRequest> T read(byte[] json, Class<T> type, Function<T, List<Fault>> further)
            throws InvalidRequestException {
        return room.read(json.length, () -> readNow(json, type, further));
    }

    private <T extends ApplicantRequest> T readNow(byte[] json, Class<T> type, Function<T, List<Fault>> further)
            throws InvalidRequestException {
        if (!isUtf8(json)) {
            throw InvalidRequestException.malformed();
        }
        T request;
        try {
            request = bind(json, type);
        } catch (IOException e) {
            return diagnose(json, type, further);
        }
        if (request == null) {
            throw InvalidRequestException.malformed();
        }
        Faults faults = Faults.bounded();
        check.check(request, faults);
        faults.addAll(further.apply(request));
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return request;
    }

    private boolean isSound(ApplicantRequest request) {
        Faults faults = Faults.bounded();
        check.check(request, faults);
        return faults.isEmpty();
    }

    private <T> T bind(byte[] json, Class<T> type) throws IOException {
        return strict.computeIfAbsent(type, StrictJson::readerFor).readValue(json);
    }

    private <T extends ApplicantRequest> T diagnose(byte[] json, Class<T> type, Function<T, List<Fault>> further)
            throws InvalidRequestException {
        Faults faults = Faults.bounded();
        JsonNode tree;
        try {
            RepeatedNames.find(json, lenient.getFactory(), faults);
            tree = lenient.readTree(json);
        } catch (IOException e) {
            throw InvalidRequestException.malformed();
        }
        if (!tree.isObject()) {
            throw InvalidRequestException.malformed();
        }
        T request = new RecordReader(ApplicantRequest.LONGEST_LIST, faults).read(tree, type);
        if (!faults.isFull()) {
            beyondForm(request, faults, further);
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return request;
    }

    /** Checks what could be read; what is wrong with a value that could not be read has been said. */
    private <T extends ApplicantRequest> void beyondForm(T request, Faults faults, Function<T, List<Fault>> further) {
        Set<String> reported = faults.listed().stream().map(Fault::pointer).collect(Collectors.toSet());
        boolean someIdUnread = RequestCheck.isTooLong(request.facts().relatives())
                || reported.stream().anyMatch(UNREAD_RELATIVE.asMatchPredicate());
        faults.only(fault -> !(someIdUnread && fault.code().equals(IdCheck.DANGLING)) && reported.add(fault.pointer()));
        check.check(request, faults);
        faults.addAll(further.apply(request));
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
