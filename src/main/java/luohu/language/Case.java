package luohu.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import luohu.facts.Facts;
import luohu.facts.Relative;
import luohu.facts.Rural;

/** The facts of one applicant as the rules of one city see them on one day. */
public final class Case {

    private final String cityPrefix;
    private final LocalDate date;
    private final Item applicant;

    /** The items of each type, in the order of the vocabulary. */
    private final List<List<Item>> items;

    private final FactType personType;
    private final List<Item> persons;

    /**
     * @param vocabulary the types of items
     * @param facts what the caller says
     * @param cityCode the six-digit code of the city
     * @param date the effective date
     */
    public Case(Vocabulary vocabulary, Facts facts, String cityCode, LocalDate date) {
        this.cityPrefix = cityCode.substring(0, 4);
        this.date = date;
        this.items = new ArrayList<>(Collections.nCopies(vocabulary.types().size(), List.of()));
        this.applicant = one(vocabulary.applicant(), facts.applicant());
        this.personType = vocabulary.type("Person");
        this.persons = persons(vocabulary.type("Relative"), facts);
        list(vocabulary.type("Home"), facts.homes());
        list(vocabulary.type("Job"), facts.jobs());
        list(vocabulary.type("Insurance"), facts.insurances());
        list(vocabulary.type("Study"), facts.studies());
        list(vocabulary.type("Talent"), facts.talentKinds());
        one(vocabulary.type("Military"), facts.military());
        Rural rural = facts.rural();
        one(vocabulary.type("Rural"), rural);
        one(vocabulary.type("TownMove"), rural == null ? null : rural.townMove());
        list(vocabulary.type("Homestead"), rural == null ? null : rural.homesteads());
        one(vocabulary.type("Intent"), facts.intent());
        items.set(vocabulary.pathway().index(), new ArrayList<>());
    }

    /** The items of a type, in the order given; one all-unknown item when the list is unknown. */
    public List<Item> items(FactType type) {
        return items.get(type.index());
    }

    /** Adds what became of a pathway, for the rules that ask about it. */
    public Item add(FactType pathway, PathwayOutcome outcome) {
        Item item = Item.given(pathway, outcome, "", this);
        items.get(pathway.index()).add(item);
        return item;
    }

    /** The applicant and the relatives that are given, in that order. */
    public List<Item> persons() {
        return persons;
    }

    /** The applicant as one of the persons, and the relatives, given or unknown: all that {@link Item#as} finds personal items through. */
    public List<Item> bearers() {
        return items(personType);
    }

    /** The applicant as one of the persons. */
    Item self() {
        return bearers().get(0);
    }

    /** The one item of a type of which there is just the applicant's; null for any other type. */
    Item own(FactType type) {
        return type.isPersonal() && !type.isList() ? items(type).get(0) : null;
    }

    /** The applicant. */
    Item applicant() {
        return applicant;
    }

    /** What a term makes of a day on the effective date, which nothing else gets to see. */
    Object onDate(DatedTerm term, LocalDate day) {
        return term.value(day, date);
    }

    /** Whether a division lies in the city: its first four digits agree. */
    boolean inCity(String divisionCode) {
        return divisionCode.startsWith(cityPrefix);
    }

    private Item one(FactType type, Object data) {
        Item item = Item.given(type, data, type.path(), this);
        items.set(type.index(), List.of(item));
        return item;
    }

    private void list(FactType type, List<?> data) {
        if (data == null) {
            items.set(type.index(), List.of(Item.unknown(type, type.listPath(), this)));
            return;
        }
        List<Item> all = new ArrayList<>(data.size());
        for (Object each : data) {
            all.add(Item.given(type, each, type.path(), this));
        }
        items.set(type.index(), all);
    }

    /** Sets persons and relatives; gives the persons that are given. */
    private List<Item> persons(FactType relativeType, Facts facts) {
        List<Item> relatives = relatives(relativeType, facts.relatives());
        List<Item> all = new ArrayList<>(relatives.size() + 1);
        all.add(Item.self(personType, facts.applicant(), "applicant", this));
        for (Item each : relatives) {
            all.add(Item.person(personType, each));
        }
        items.set(personType.index(), all);
        items.set(relativeType.index(), relatives);
        return facts.relatives() == null ? all.subList(0, 1) : all;
    }

    private List<Item> relatives(FactType type, List<Relative> given) {
        if (given == null) {
            return List.of(Item.unknown(type, type.listPath(), this));
        }
        List<Item> relatives = new ArrayList<>(given.size());
        for (Relative each : given) {
            relatives.add(Item.relative(type, each, type.path(), "relatives[" + relatives.size() + "]", this));
        }
        return relatives;
    }
}
