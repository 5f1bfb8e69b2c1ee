package luohu.facts;

/** A value that people read by a Chinese label and programs by its name. */
public interface Labelled {

    /** The Chinese words for this value, as policy staff use them. */
    String label();
}
