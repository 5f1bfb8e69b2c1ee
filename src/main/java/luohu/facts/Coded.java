package luohu.facts;

import java.util.List;

/** A value that a national standard gives two-digit codes; requests may use the name or any of the codes. */
public interface Coded extends Labelled {

    /** The codes of the standard that stand for this value, in ascending order. */
    List<String> codes();
}
