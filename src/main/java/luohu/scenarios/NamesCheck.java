package luohu.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import luohu.binding.Fault;
import luohu.binding.Nearest;
import luohu.binding.YamlSource;
import luohu.facts.DocumentCode;
import luohu.facts.FactPath;
import luohu.facts.FactSchema;
import luohu.facts.Facts;
import luohu.language.Finding;
import luohu.language.FindingKind;
import luohu.packages.PathwayText;
import luohu.packages.PolicyDocument;
import luohu.packages.Registration;
import luohu.packages.RestrictionText;
import luohu.scenarios.ScenarioReader.Ready;

/** Checks that what one scenario names is there: the persons its facts point at, the pathways, places and papers it expects. */
final class NamesCheck {

    private final Ready scenario;
    private final String at;
    private final PolicyDocument document;
    private final FactSchema schema;
    private final YamlSource source;
    private final List<Finding> findings;

    NamesCheck(
            Ready scenario,
            String at,
            PolicyDocument document,
            FactSchema schema,
            YamlSource source,
            List<Finding> findings) {
        this.scenario = scenario;
        this.at = at;
        this.document = document;
        this.schema = schema;
        this.source = source;
        this.findings = findings;
    }

    void check() {
        Scenario.Expectation expect = scenario.expect();
        List<String> pathways =
                document.pathways().stream().map(PathwayText::code).toList();
        List<String> restrictions =
                document.restrictions().stream().map(RestrictionText::code).toList();
        List<String> facts = schema.paths().stream().map(FactPath::path).toList();
        List<String> persons = persons();
        keys("matched", expect.matched(), pathways);
        keys("undetermined", expect.undetermined(), pathways);
        keys("restrictions", expect.restrictions(), restrictions);
        keys("registration", expect.registration(), pathways);
        keys("unobtainable", expect.unobtainable(), pathways);
        for (int i = 0;
                expect.discretionary() != null && i < expect.discretionary().size();
                i++) {
            String code = expect.discretionary().get(i);
            known("/expect/discretionary/" + i, code, pathways, FindingKind.UNKNOWN_PATHWAY, "package.yaml 中没有代码 ");
        }
        values("matched", expect.matched(), persons, FindingKind.UNKNOWN_PERSON, "事实中没有这个人：");
        values("undetermined", expect.undetermined(), facts, FindingKind.UNKNOWN_FACT, "没有这项事实：");
        places(expect.registration());
        papers(expect.unobtainable());
        if (scenario.facts() != null) {
            pointedAt(scenario.facts());
        }
    }

    /** The persons that homes, jobs and homesteads point at. */
    private void pointedAt(Facts facts) {
        List<String> ids = new ArrayList<>(List.of(Facts.SELF));
        each(facts.relatives(), (index, relative) -> ids.add(relative.id()));
        each(facts.homes(), (index, home) -> {
            each(home.holderIds(), (i, id) -> person("/homes/" + index + "/holderIds/" + i, id, ids));
            each(home.occupantIds(), (i, id) -> person("/homes/" + index + "/occupantIds/" + i, id, ids));
        });
        each(facts.jobs(), (index, job) -> {
            if (job.workerId() != null) {
                person("/jobs/" + index + "/workerId", job.workerId(), ids);
            }
        });
        each(
                facts.rural() == null ? null : facts.rural().homesteads(),
                (index, homestead) -> each(
                        homestead.holderIds(),
                        (i, id) -> person("/rural/homesteads/" + index + "/holderIds/" + i, id, ids)));
    }

    private void person(String pointer, String id, List<String> ids) {
        String message = "标识应为 SELF（申请人）或者 relatives 中某人的 id，没有这个人：";
        known(
                "/facts" + pointer,
                id,
                ids.stream().filter(Objects::nonNull).toList(),
                FindingKind.UNKNOWN_PERSON,
                message);
    }

    private static <T> void each(List<T> items, BiConsumer<Integer, T> visit) {
        for (int i = 0; items != null && i < items.size(); i++) {
            if (items.get(i) != null) {
                visit.accept(i, items.get(i));
            }
        }
    }

    /** What answers call the persons of the scenario: SELF, an id, or the position of a relative without one. */
    private List<String> persons() {
        List<String> persons = new ArrayList<>(List.of(Facts.SELF));
        var relatives = scenario.facts() == null ? null : scenario.facts().relatives();
        for (int i = 0; relatives != null && i < relatives.size(); i++) {
            boolean named = relatives.get(i) != null && relatives.get(i).id() != null;
            persons.add(named ? relatives.get(i).id() : "relatives[" + i + "]");
        }
        return persons;
    }

    private void keys(String member, Map<String, ?> map, List<String> known) {
        if (map != null) {
            map.keySet()
                    .forEach(code -> known(
                            Fault.child("/expect/" + member, code),
                            code,
                            known,
                            FindingKind.UNKNOWN_PATHWAY,
                            "package.yaml 中没有代码 "));
        }
    }

    private void values(
            String member, Map<String, List<String>> map, List<String> known, FindingKind kind, String message) {
        if (map != null) {
            map.forEach((code, values) -> {
                for (int i = 0; values != null && i < values.size(); i++) {
                    known(Fault.child("/expect/" + member, code) + "/" + i, values.get(i), known, kind, message);
                }
            });
        }
    }

    private void places(Map<String, ? extends List<?>> registration) {
        if (registration != null) {
            registration.forEach((code, places) -> pathway(code).ifPresent(pathway -> {
                List<String> known = pathway.registration().stream()
                        .map(Registration::place)
                        .map(Enum::name)
                        .toList();
                each("registration", code, places, known, FindingKind.UNKNOWN_PLACE, "途径 " + code + " 的登记地中没有 ");
            }));
        }
    }

    private void papers(Map<String, List<DocumentCode>> unobtainable) {
        if (unobtainable != null) {
            unobtainable.forEach((code, papers) -> pathway(code).ifPresent(pathway -> {
                List<String> known = pathway.materials().stream()
                        .flatMap(material -> material.options().stream())
                        .flatMap(List::stream)
                        .map(Enum::name)
                        .toList();
                each("unobtainable", code, papers, known, FindingKind.UNKNOWN_MATERIAL, "途径 " + code + " 的材料中没有 ");
            }));
        }
    }

    private void each(
            String member, String code, List<?> values, List<String> known, FindingKind kind, String message) {
        for (int i = 0; values != null && i < values.size(); i++) {
            known(
                    Fault.child("/expect/" + member, code) + "/" + i,
                    String.valueOf(values.get(i)),
                    known,
                    kind,
                    message);
        }
    }

    private Optional<PathwayText> pathway(String code) {
        return document.pathways().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    private void known(String pointer, String value, Collection<String> known, FindingKind kind, String message) {
        if (!known.contains(value)) {
            String mend =
                    Nearest.to(value, known).map(near -> "；是否想写 " + near + "？").orElse("；请改正。");
            findings.add(new Finding(scenario.file(), source.line(at + pointer), kind, message + value + mend));
        }
    }
}
