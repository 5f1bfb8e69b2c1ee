package luohu.scenarios;

import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes results in the XML that JUnit made common and every CI server reads: one suite a package, one case a scenario. */
public final class JUnitXml {

    private JUnitXml() {}

    /**
     * Writes the results of packages.
     *
     * @throws XMLStreamException when the text cannot be written
     */
    public static void write(List<PackageTest> tests, Writer target) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(target);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        for (PackageTest test : tests) {
            suite(test, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private static void suite(PackageTest test, XMLStreamWriter xml) throws XMLStreamException {
        String id = test.decider().policy().id();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", id);
        xml.writeAttribute("tests", Integer.toString(test.results().size()));
        xml.writeAttribute("failures", Integer.toString(test.failures().size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (ScenarioResult result : test.results()) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", id);
            xml.writeAttribute("name", text(result.scenario().name()));
            xml.writeAttribute("file", result.scenario().file());
            xml.writeAttribute("line", Integer.toString(result.scenario().line()));
            if (!result.passes()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("message", result.differences().size() + " 处与预期不符");
                xml.writeCharacters(text(
                        result.differences().stream().map(Difference::toString).collect(Collectors.joining("\n"))));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Without the control characters that XML 1.0 cannot hold. */
    private static String text(String text) {
        return text.codePoints()
                .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t')
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
