package luohu.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import luohu.language.Case;
import luohu.language.FactType;
import luohu.language.Item;
import luohu.language.Rule;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** The rules of one package in Drools. Safe for use by many threads at once. */
public final class RuleEngine implements RuleJudge {

    private static final String SINK = "firings";

    /** Far above what lists of 100 items can bring about in a package of 100 rules. */
    private static final int FIRINGS = 5_000_000;

    private final int rules;
    private final Set<FactType> types = new HashSet<>();
    private final KieSessionsPool sessions;

    /** Compiles rules; their index in the list is the index under which they record. */
    public RuleEngine(List<Rule> rules) {
        this.rules = rules.size();
        ModelImpl model = new ModelImpl();
        Global<Firings> sink = DSL.globalOf(Firings.class, "luohu.rules", SINK);
        model.addGlobal(sink);
        for (int i = 0; i < rules.size(); i++) {
            types.addAll(rules.get(i).slots());
            for (Certainty certainty : Certainty.values()) {
                model.addRule(new RuleModel(rules.get(i), i, certainty, sink).build());
            }
        }
        sessions = KieBaseBuilder.createKieBaseFromModel(model).newKieSessionsPool(1);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when rules fire without end
     */
    @Override
    public Firings decide(Case context, int rounds, BiFunction<Integer, Firings, List<Item>> outcomes) {
        KieSession session = sessions.newKieSession();
        try {
            Firings firings = new Firings(rules);
            session.setGlobal(SINK, firings);
            for (FactType type : types) {
                context.items(type).forEach(session::insert);
            }
            fire(session);
            for (int round = 1; round <= rounds; round++) {
                outcomes.apply(round, firings).forEach(session::insert);
                fire(session);
            }
            return firings;
        } finally {
            session.dispose();
        }
    }

    private void fire(KieSession session) {
        if (session.fireAllRules(FIRINGS) == FIRINGS) {
            throw new IllegalStateException("rules fired " + FIRINGS + " times in one evaluation");
        }
    }
}
