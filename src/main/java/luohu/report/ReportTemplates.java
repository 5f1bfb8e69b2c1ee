package luohu.report;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates of the report, which can call public methods only. Whatever they show of packages is escaped. */
final class ReportTemplates {

    /** Rendering takes well under a second; this only keeps a slow machine from failing. */
    private static final long TIMEOUT_MILLIS = 120_000;

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(name -> Optional.of(new Html(resource(name + ".html"))))
            .timeout(TIMEOUT_MILLIS)
            .build();

    /** The page. */
    String render(ReportView view) {
        return engine.getTemplate("report").data("report", view).render();
    }

    /** A style sheet or script to stand in the page. */
    InlineText inline(String name) {
        return new InlineText(resource(name));
    }

    private static String resource(String name) {
        try (InputStream stream = ReportTemplates.class.getResourceAsStream("/report/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource report/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Html(String text) implements TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
