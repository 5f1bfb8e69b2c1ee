package luohu.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import luohu.peers.Policy.Application;
import luohu.peers.Policy.Person;
import org.evrete.Configuration;
import org.evrete.KnowledgeService;
import org.evrete.api.StatefulSession;

/**
 * Evrete: rules with typed predicates, compiled once; each applicant's objects are inserted into one stateful session, which is
 * cleared afterwards. A new session for each applicant, stateful or not, is slower, and so are threads for work as little as this.
 */
final class EvretePeer implements Peer<Application> {

    private final Findings findings = new Findings();
    private final StatefulSession session = new EvreteRules(findings)
            .compiled(KnowledgeService.builder(new Configuration())
                    .withExecutor(new CallingThread())
                    .build())
            .newStatefulSession();

    @Override
    public String library() {
        return "evrete-core";
    }

    @Override
    public Application applicant(JsonNode facts, ObjectMapper mapper) {
        try {
            return mapper.treeToValue(facts, Application.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Outcome> decide(Application application) {
        findings.clear();
        session.insert(application);
        session.insert(Person.APPLICANT);
        application.relatives().forEach(session::insert);
        application.homes().forEach(session::insert);
        application.jobs().forEach(session::insert);
        application.studies().forEach(session::insert);
        application.rural().homesteads().forEach(session::insert);
        session.fire();
        session.clear();
        return findings.outcomes();
    }
}
