// Evaluates an applicant and reads a problem with the TypeScript client that was generated from the OpenAPI document. What the
// client declares is checked by the compiler, what the service answers here.

import assert from "node:assert/strict";

import {
  AreaType,
  Configuration,
  DefaultApi,
  Outcome,
  ProblemFromJSON,
  ProblemType,
  ResponseError,
  Tenure,
  type EvaluationAnswer,
  type EvaluationRequest,
  type Problem,
} from "../../target/clients/typescript";

const api = new DefaultApi(new Configuration({ basePath: process.argv[2] }));

async function problem(request: EvaluationRequest): Promise<Problem> {
  try {
    await api.evaluate({ evaluationRequest: request });
  } catch (error) {
    assert(error instanceof ResponseError);
    assert.equal(error.response.headers.get("content-type"), "application/problem+json");
    return ProblemFromJSON(await error.response.json());
  }
  assert.fail("the request was answered");
}

async function main() {
  const home = { tenure: Tenure.LEASED, occupantIds: ["SELF"], divisionCode: "371002", areaType: AreaType.URBAN };
  const tenant: EvaluationRequest = { city: "威海", effectiveDate: "2024-05-01", homes: [home] };
  const answer: EvaluationAnswer = await api.evaluate({ evaluationRequest: tenant });
  assert.deepEqual(answer.matched, ["rented-home"]);
  assert.equal(answer.effectiveDate, "2024-05-01");
  assert.equal(answer._package.effectiveTo, "2026-10-20");
  const pathway = answer.pathways.find(({ code }) => code === "rented-home");
  assert(pathway);
  assert.equal(pathway.outcome, Outcome.MATCHED);
  assert.equal(pathway.clause, "一（二）");
  assert(pathway.materials.some(({ name, held }) => name === "居民户口簿" && held === null));
  console.log(`evaluated: ${pathway.code} ${pathway.title}, ${pathway.clause}, ${pathway.materials.length} materials`);

  const wrong = await problem({ ...tenant, effectiveDate: "2024-02-30", homes: [{ ...home, divisionCode: "威海" }] });
  assert.equal(wrong.type, ProblemType.INVALID_REQUEST);
  assert.equal(wrong.status, 400);
  assert.deepEqual(
    wrong.errors?.map(({ pointer, code }) => `${pointer} ${code}`),
    ["/effectiveDate bad-date", "/homes/0/divisionCode bad-code"],
  );
  console.log(`problem: ${wrong.type}, ${wrong.errors?.map(({ pointer }) => pointer).join(", ")}`);

  const lapsed = await problem({ ...tenant, effectiveDate: "2026-10-21" });
  assert.equal(lapsed.type, ProblemType.NO_PACKAGE_IN_FORCE);
  assert.equal(lapsed.packages?.[0]?.effectiveTo, "2026-10-20");
  console.log(`problem: ${lapsed.type}, ${lapsed.packages?.[0]?.id} to ${lapsed.packages?.[0]?.effectiveTo}`);

  const lines = [tenant, { city: "没有的城市" }].map((each) => JSON.stringify(each) + "\n").join("");
  const answers = (await (await api.evaluateBatch({ body: lines })).text()).trimEnd().split("\n");
  assert.equal(answers.length, 3);
  assert.equal(ProblemFromJSON(JSON.parse(answers[1])).line, 2);
  console.log(`batch: ${answers[2].slice(0, 60)}…`);

  assert((await api.rules({ id: answer._package.id })).includes('@pathway("rented-home")'));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
