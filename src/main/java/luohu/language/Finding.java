package luohu.language;

/**
 * Something wrong in a file of a rule package.
 *
 * @param file the file, relative to the rules folder
 * @param line the line, from 1
 * @param code what kind of finding, a stable English code
 * @param message what is wrong and how to mend it, in Chinese
 */
public record Finding(String file, int line, String code, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + code + " " + message;
    }
}
