package luohu.library;

/** That the files of a package are of another document than was said of them. An index can be wrong; an answer must not. */
public final class MisstatedPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MisstatedPackageException(String folder) {
        super("the index says something else of " + folder);
    }
}
