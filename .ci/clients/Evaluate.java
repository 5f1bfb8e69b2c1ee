import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import luohu.client.ApiClient;
import luohu.client.ApiException;
import luohu.client.JSON;
import luohu.client.api.DefaultApi;
import luohu.client.model.AreaType;
import luohu.client.model.EvaluationAnswer;
import luohu.client.model.EvaluationRequest;
import luohu.client.model.Fault;
import luohu.client.model.Home;
import luohu.client.model.Outcome;
import luohu.client.model.PathwayAnswer;
import luohu.client.model.Problem;
import luohu.client.model.ProblemType;
import luohu.client.model.Tenure;

/**
 * Evaluates an applicant and reads a problem with the Java client that was generated from the OpenAPI document. What the client
 * declares is checked by the compiler, what the service answers here.
 */
final class Evaluate {

    private final DefaultApi api;

    private Evaluate(String address) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        api = new DefaultApi(client);
    }

    public static void main(String[] arguments) throws ApiException, IOException {
        Evaluate check = new Evaluate(arguments[0]);
        check.evaluates();
        check.reads_problems();
        check.evaluates_lines();
    }

    private void evaluates() throws ApiException {
        EvaluationAnswer answer = api.evaluate(tenant(LocalDate.of(2024, 5, 1), "371002"));
        same(List.of("rented-home"), answer.getMatched());
        same(LocalDate.of(2024, 5, 1), answer.getEffectiveDate());
        same(LocalDate.of(2026, 10, 20), answer.getPackage().getEffectiveTo());
        PathwayAnswer pathway = answer.getPathways().stream()
                .filter(each -> each.getCode().equals("rented-home"))
                .findFirst()
                .orElseThrow();
        same(Outcome.MATCHED, pathway.getOutcome());
        same("一（二）", pathway.getClause());
        same(
                true,
                pathway.getMaterials().stream()
                        .anyMatch(each -> each.getName().equals("居民户口簿") && each.getHeld() == null));
        System.out.printf(
                "evaluated: %s %s, %s, %d materials%n",
                pathway.getCode(),
                pathway.getTitle(),
                pathway.getClause(),
                pathway.getMaterials().size());
    }

    private void reads_problems() throws JsonProcessingException {
        Problem wrong = problem(tenant(LocalDate.of(2024, 5, 1), "威海").id("x".repeat(65)));
        same(ProblemType.INVALID_REQUEST, wrong.getType());
        same(400, wrong.getStatus());
        same(
                List.of("/homes/0/divisionCode bad-code", "/id too-long"),
                wrong.getErrors().stream().map(each -> each.getPointer() + " " + each.getCode()).sorted().toList());
        System.out.println("problem: " + wrong.getType() + ", "
                + wrong.getErrors().stream().map(Fault::getPointer).toList());

        Problem lapsed = problem(tenant(LocalDate.of(2026, 10, 21), "371002"));
        same(ProblemType.NO_PACKAGE_IN_FORCE, lapsed.getType());
        same(LocalDate.of(2026, 10, 20), lapsed.getPackages().get(0).getEffectiveTo());
        System.out.println("problem: " + lapsed.getType() + ", "
                + lapsed.getPackages().get(0).getId());
    }

    private void evaluates_lines() throws ApiException, IOException {
        String line = JSON.getDefault().getMapper().writeValueAsString(tenant(LocalDate.of(2024, 5, 1), "371002"));
        List<String> answers = Files.readAllLines(
                api.evaluateBatch(line + "\n{\"city\":\"没有的城市\"}\n").toPath());
        same(3, answers.size());
        same(2L, JSON.getDefault().getMapper().readValue(answers.get(1), Problem.class).getLine());
        System.out.println("batch: " + answers.size() + " lines");
        same(true, api.rules("weihai-2021-10-21").contains("@pathway(\"rented-home\")"));
    }

    private Problem problem(EvaluationRequest request) throws JsonProcessingException {
        try {
            api.evaluate(request);
        } catch (ApiException e) {
            same("application/problem+json", e.getResponseHeaders().firstValue("Content-Type").orElse(null));
            return JSON.getDefault().getMapper().readValue(e.getResponseBody(), Problem.class);
        }
        throw new AssertionError("the request was answered");
    }

    private static EvaluationRequest tenant(LocalDate date, String division) {
        return new EvaluationRequest()
                .city("威海")
                .effectiveDate(date)
                .addHomesItem(new Home()
                        .tenure(Tenure.LEASED)
                        .addOccupantIdsItem("SELF")
                        .divisionCode(division)
                        .areaType(AreaType.URBAN));
    }

    private static void same(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but it is " + actual);
        }
    }
}
