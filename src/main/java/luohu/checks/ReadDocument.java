package luohu.checks;

import java.util.Optional;
import luohu.binding.RecordReader;
import luohu.binding.YamlSource;
import luohu.packages.PackageFiles;
import luohu.packages.PolicyDocument;

/**
 * A package's document that could be read, whatever may be wrong with its rules.
 *
 * @param file where it stands
 * @param document the document
 * @param source its text, which knows the line of every value
 */
record ReadDocument(String file, PolicyDocument document, YamlSource source) {

    /** The document of a package; empty when it cannot be read. */
    static Optional<ReadDocument> of(PackageFiles files) {
        String text = files.texts().get(PackageFiles.DOCUMENT);
        if (text == null) {
            return Optional.empty();
        }
        YamlSource source = YamlSource.of(text);
        if (!source.faults().isEmpty()) {
            return Optional.empty();
        }
        RecordReader reader = new RecordReader();
        PolicyDocument document = reader.read(source.tree(), PolicyDocument.class);
        return reader.faults().isEmpty()
                ? Optional.of(new ReadDocument(files.folder() + "/" + PackageFiles.DOCUMENT, document, source))
                : Optional.empty();
    }
}
