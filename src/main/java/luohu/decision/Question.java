package luohu.decision;

import java.util.List;

/**
 * A fact worth asking for.
 *
 * @param fact its path
 * @param label its Chinese label
 * @param decides the undetermined pathways that need it, in the order of the document
 */
public record Question(String fact, String label, List<String> decides) {}
