// Executes, with their examples, the operations that explorer.mjs does not look at more closely, and reads the answers.

import { check, expect, same } from "./checks.mjs";
import { Operation, jsonLines } from "./operation.mjs";

/** All of them; `meant` finds the city that a request means. */
export async function executeOthers(page, shots, meant) {
  for (const [path, members] of [
    ["/v1/packages", ["digest", "packages"]],
    ["/v1/facts", ["facts"]],
  ]) {
    await tried(new Operation(page, shots, "get", path), async (operation) => {
      const { code, body } = await operation.execute(named(path));
      same(code, "200", "the code");
      for (const member of members) {
        expect(body[member]?.length > 0, `the answer has no ${member}`);
      }
    });
  }
  await tried(new Operation(page, shots, "get", "/v1/packages/{id}/rules"), async (operation) => {
    const { code, text } = await operation.shown("rules");
    same(code, "200", "the code");
    expect(text.includes('\nrule "'), `the rules begin with ${text.slice(0, 100)}`);
  });
  await tried(new Operation(page, shots, "post", "/v1/evaluations/batch"), (operation) => batch(operation, meant));
  await examples(new Operation(page, shots, "post", "/v1/comparisons"), (request, body) => comparison(request, body, meant));
  await examples(new Operation(page, shots, "post", "/v1/timelines"), (request, body) => timeline(request, body, meant));
  const path = "/v1/packages/{id}/changes";
  await tried(new Operation(page, shots, "get", path), async (operation) => {
    const { code, body } = await operation.execute("package-changes");
    same(code, "200", "the code");
    await samePackages(operation, body);
    expect(body.document.length > 0 && body.pathways.length > 0, "nothing differs");
    return `${body.pathways.length} pathways differ`;
  });
  await examples(new Operation(page, shots, "post", path), async (request, body, operation) => {
    await samePackages(operation, body);
    same(body.effectiveDate, request.effectiveDate, "the effective date");
    const shifts = (change) => body.pathways.filter((each) => each.change === change).map(({ code }) => code);
    same(body.gained.join(), shifts("GAINED").join(), "what is gained");
    same(body.lost.join(), shifts("LOST").join(), "what is lost");
    return `gained ${body.gained.join(", ") || "nothing"}, lost ${body.lost.join(", ") || "nothing"}`;
  });

  await check("every operation that the explorer lists has been executed", async () => {
    const listed = await Operation.listed(page);
    same(Operation.executed.join(", "), listed.join(", "), "what has been executed");
    return `${listed.length} operations`;
  });
}

/** One check of an operation, unfolded and open for trying out. */
function tried(operation, body) {
  return check(`${operation.name} answers for its example`, async () => {
    await operation.unfold();
    await operation.tryOut();
    const detail = await body(operation);
    await operation.fold();
    return detail;
  });
}

/** One check for each example of an operation. */
async function examples(operation, read) {
  let names = [];
  await check(`${operation.name} has examples`, async () => {
    await operation.unfold();
    await operation.tryOut();
    names = await operation.examples();
    expect(names.length > 0, "there are none");
  });
  for (const name of names) {
    await check(`${operation.name} answers for its example ${name}`, async () => {
      await operation.chooser.selectOption(name);
      const request = JSON.parse(await operation.written.inputValue());
      const { code, body } = await operation.execute(`example-${name}`);
      same(code, "200", "the code");
      same(body.id, request.id, "the id");
      return read(request, body, operation);
    });
  }
  await operation.fold();
}

async function batch(operation, meant) {
  const requests = jsonLines(await operation.written.inputValue());
  const { code, lines } = await operation.lines("batch");
  same(code, "200", "the code");
  same(lines.length, requests.length + 1, "the number of lines");
  let answered = 0;
  requests.forEach((request, i) => {
    const city = meant(request.city);
    if (city) {
      answered++;
      same(lines[i].package?.city.code, city.code, `the city of line ${i + 1}`);
      same(lines[i].id, request.id, `the id of line ${i + 1}`);
    } else {
      same(lines[i].type, "urn:luohu:problem:unknown-city", `the type of line ${i + 1}`);
      same(lines[i].line, i + 1, "the number of the refused line");
    }
  });
  const { summary } = lines[requests.length];
  same(summary.lines, requests.length, "the lines of the summary");
  same(summary.answered, answered, "the answered lines of the summary");
  return `${answered} of ${requests.length} lines answered`;
}

function comparison(request, body, meant) {
  same(body.effectiveDate, request.effectiveDate, "the effective date");
  if (request.packageIds) {
    same(body.columns.map((each) => each.package.id).join(), request.packageIds.join(), "the packages");
  } else if (request.cities) {
    same(
      body.columns.map(({ city }) => city.code).join(),
      request.cities.map((each) => meant(each)?.code).join(),
      "the cities",
    );
  }
  expect(body.columns.length > 1 && body.rows.length > 0, "there is nothing side by side");
  expect(body.rows.every(({ cells }) => cells.length === body.columns.length), "a row has not a cell for each column");
  return `${body.columns.length} columns, ${body.rows.length} rows`;
}

function timeline(request, body, meant) {
  same(body.city.code, meant(request.city)?.code, "the city");
  same(body.spans[0].from, request.from, "the first day");
  same(body.spans.at(-1).to, request.to, "the last day");
  same(
    body.changes.map(({ date }) => date).join(),
    body.spans.slice(1).map(({ from }) => from).join(),
    "the days of the changes",
  );
  return `${body.spans.length} spans`;
}

async function samePackages(operation, body) {
  same(body.from.id, await operation.parameter("from"), "the package before");
  same(body.to.id, await operation.parameter("id"), "the package after");
}

function named(path) {
  return path.replace(/[^a-z]+/g, "-").replace(/^-|-$/g, "");
}
