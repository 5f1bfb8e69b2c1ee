package luohu.engine;

import java.util.List;
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

    /** The most items of one type that a request can state: a list of 100 relatives, and the applicant. */
    private static final int ITEMS = 101;

    /**
     * The most firings of one evaluation whatever the rules: some tens of milliseconds. Only a package whose rules look for
     * combinations of items, rather than ask whether there is one, could need more.
     */
    private static final int CEILING = 200_000;

    private final int rules;
    private final int mostFirings;
    private final List<FactType> types;
    private final boolean asksOfPersonal;
    private final boolean asksOfPersons;
    private final KieSessionsPool sessions;

    /** Compiles rules; their index in the list is the index under which they record. */
    public RuleEngine(List<Rule> rules) {
        this.rules = rules.size();
        long most = new MostFirings(type -> type.isList() ? ITEMS : 1).of(rules);
        mostFirings = (int) Math.min(most + 1, CEILING);
        ModelImpl model = new ModelImpl();
        Global<Firings> sink = DSL.globalOf(Firings.class, "luohu.rules", SINK);
        model.addGlobal(sink);
        OwnNames names = new OwnNames();
        for (int i = 0; i < rules.size(); i++) {
            for (Certainty certainty : Certainty.values()) {
                model.addRule(new RuleModel(rules.get(i), i, certainty, sink, names).build());
            }
        }
        List<FactType> all =
                rules.stream().flatMap(rule -> rule.slots().stream()).distinct().toList();
        types = all.stream().filter(type -> !type.isPersonal()).toList();
        asksOfPersonal = all.stream().anyMatch(FactType::isPersonal);
        asksOfPersons = all.stream().anyMatch(type -> type.isPersonal() && type.isList());
        sessions = KieBaseBuilder.createKieBaseFromModel(model).newKieSessionsPool(1);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when rules fire more often than they could for any request within the limits, or than is
     *     let happen for any rules
     */
    @Override
    public Firings decide(Case context, int rounds, BiFunction<Integer, Firings, List<Item>> outcomes) {
        KieSession session = sessions.newKieSession();
        try {
            Firings firings = new Firings(rules);
            session.setGlobal(SINK, firings);
            insert(context, session);
            int left = fire(session, mostFirings);
            for (int round = 1; round <= rounds; round++) {
                outcomes.apply(round, firings).forEach(session::insert);
                left = fire(session, left);
            }
            return firings;
        } finally {
            session.dispose();
        }
    }

    /** Inserts what rules can match: all that is one person's as one item. */
    private void insert(Case context, KieSession session) {
        List<Item> bearers = context.bearers();
        for (int i = 0; asksOfPersonal && i < (asksOfPersons ? bearers.size() : 1); i++) {
            session.insert(bearers.get(i));
        }
        for (FactType type : types) {
            context.items(type).forEach(session::insert);
        }
    }

    /** Fires at most so many times; gives how many times are left. */
    private static int fire(KieSession session, int most) {
        int fired = session.fireAllRules(most);
        if (fired >= most) {
            throw new IllegalStateException("rules fired too often in one evaluation");
        }
        return most - fired;
    }
}
