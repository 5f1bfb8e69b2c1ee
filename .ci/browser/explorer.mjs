// Uses the explorer as a reader would, in a browser that can reach nothing but the service:
//   node explorer.mjs http://127.0.0.1:8080 folder-for-screenshots
// One line a check; the last line counts them. $CHROMIUM names another browser than /usr/bin/chromium.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { check, count, expect, launch, same } from "./checks.mjs";
import { Operation } from "./operation.mjs";
import { executeOthers } from "./others.mjs";

const [service, shots] = process.argv.slice(2);
if (!service || !shots) {
  console.error("usage: node explorer.mjs <address of the service> <folder for screenshots>");
  process.exit(2);
}
const port = new URL(service).port;
// A name of the kind the service has elsewhere: Swagger UI behaves differently on 127.0.0.1 and localhost.
const elsewhere = `http://explorer.test:${port}`;
const chinese = /\p{Script=Han}/u;
const patience = 20_000;

/** Opens the explorer at an address; what it asks of anybody else is refused and noted, and so are its own errors. */
async function open(browser, origin) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "zh-CN",
    serviceWorkers: "block",
  });
  const outside = [];
  const errors = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (new URL(url).origin === origin) {
      return route.continue();
    }
    outside.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on("websocket", (socket) => outside.push(socket.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${origin}/q/swagger-ui`);
  await page.locator(".opblock").first().waitFor();
  return { page, outside, errors };
}

/** The city that a request means, among those the explorer lists. */
function meant(city, cities) {
  return cities.find(
    ({ code, name, pinyin }) =>
      city === pinyin || `${city}市` === name || city === name || (/^\d{6}$/.test(city) && city.startsWith(code.slice(0, 4))),
  );
}

/** Shows a schema, everything in it unfolded, and gives each field with the description shown beside it. */
async function fields(box) {
  await box.getByRole("tab", { name: "Schema" }).click();
  const unfold = box.locator(".json-schema-2020-12-expand-deep-button").first();
  if ((await unfold.innerText()) === "Collapse all") {
    await unfold.click();
  }
  await unfold.click();
  const listed = box.locator(".json-schema-2020-12-keyword--properties > ul > li");
  await listed
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => expect(false, "the schema shows no fields"));
  return listed.evaluateAll((items) =>
    items.map((item) => ({
      name: item.querySelector(".json-schema-2020-12__title").textContent,
      description:
        item.querySelector(
          ":scope > article > .json-schema-2020-12-body > .json-schema-2020-12-keyword--description",
        )?.textContent ?? "",
    })),
  );
}

function described(listed) {
  const bare = listed.filter(({ description }) => !chinese.test(description)).map(({ name }) => name);
  expect(bare.length === 0, `no Chinese description beside ${[...new Set(bare)].join(", ")}`);
  return `${listed.length} fields`;
}

mkdirSync(shots, { recursive: true });
const browser = await launch("--host-resolver-rules=MAP explorer.test 127.0.0.1");
try {
  const { page, outside, errors } = await open(browser, new URL(service).origin);
  const evaluations = new Operation(page, shots, "post", "/v1/evaluations");
  let cities = [];

  await check("the explorer opens and lists the operations", async () => {
    await page.screenshot({ path: join(shots, "explorer.png") });
    same(await page.title(), "Luohu 落户", "the title");
    const summaries = await page.locator(".opblock-summary-description").allInnerTexts();
    expect(summaries.length > 0 && summaries.every((each) => chinese.test(each)), `summaries: ${summaries.join(", ")}`);
    return `${summaries.length} operations, each with a Chinese summary`;
  });

  await check("GET /v1/cities answers", async () => {
    const operation = new Operation(page, shots, "get", "/v1/cities");
    await operation.unfold();
    await operation.tryOut();
    const { code, body } = await operation.execute("cities");
    same(code, "200", "the code");
    cities = body.cities;
    await operation.fold();
    return cities.map(({ name }) => name).join("、");
  });

  await check("GET /v1/packages/{id} answers for its example", async () => {
    const operation = new Operation(page, shots, "get", "/v1/packages/{id}");
    await operation.unfold();
    await operation.tryOut();
    const id = await operation.parameter("id");
    const { code, body } = await operation.execute("package");
    same(code, "200", "the code");
    expect(JSON.stringify(body).includes(`"${id}"`), `the answer does not name ${id}`);
    await operation.fold();
    return id;
  });

  await evaluations.unfold();

  await check("every field of a request is described in Chinese", async () => {
    const box = evaluations.box.locator(".opblock-section-request-body");
    const listed = await fields(box);
    await box.screenshot({ path: join(shots, "request-schema.png") });
    expect(listed.length > 50, `only ${listed.length} fields shown`);
    return described(listed);
  });

  for (const code of ["200", "400"]) {
    await check(`every field of a ${code} answer is described in Chinese`, async () => {
      const box = evaluations.box.locator(`.responses-table .response[data-code="${code}"]`);
      const listed = await fields(box);
      await box.screenshot({ path: join(shots, `answer-${code}-schema.png`) });
      return described(listed);
    });
  }

  await evaluations.tryOut();
  const { chooser, written } = evaluations;
  const names = await evaluations.examples();
  const covered = new Set();

  for (const name of names) {
    await check(`example ${name} answers`, async () => {
      await chooser.selectOption(name);
      const request = JSON.parse(await written.inputValue());
      const { code, body } = await evaluations.execute(`example-${name}`);
      same(code, "200", "the code");
      const city = meant(request.city, cities);
      expect(city, `${request.city} is none of the cities listed`);
      same(body.package.city.code, city.code, "the package's city");
      same(body.id, request.id, "the id");
      same(body.effectiveDate, request.effectiveDate, "the effective date");
      if (request.packageId) {
        same(body.package.id, request.packageId, "the package");
      }
      expect(body.pathways.length > 0, "no pathways");
      covered.add(city.code);
      return `${request.city} → ${body.package.id}, matched ${body.matched.join(", ") || "nothing"}`;
    });
  }

  await check("every city has an example", async () => {
    const without = cities.filter(({ code }) => !covered.has(code)).map(({ name }) => name);
    expect(cities.length > 0 && without.length === 0, `none for ${without.join("、") || "any city"}`);
    return `${names.length} examples for ${cities.length} cities`;
  });

  await check("a request without a city shows its problem", async () => {
    await written.fill('{"homes": []}');
    const { code, body } = await evaluations.execute("problem");
    same(code, "400", "the code");
    same(body.type, "urn:luohu:problem:invalid-request", "the type");
    same(body.errors[0].pointer, "/city", "the pointer");
    expect(chinese.test(body.errors[0].message), `the message is ${body.errors[0].message}`);
    return body.errors[0].message;
  });

  await evaluations.fold();
  await executeOthers(page, shots, (city) => meant(city, cities));

  await check("the explorer asks nothing of anybody but the service", async () => {
    same([...new Set(outside)].join(" "), "", "what it asked for");
  });

  await check("the explorer asks nothing of anybody but the service under another host name", async () => {
    const { page: other, outside: asked } = await open(browser, elsewhere);
    await other.waitForLoadState("networkidle");
    await other.screenshot({ path: join(shots, "elsewhere.png"), fullPage: true });
    same([...new Set(asked)].join(" "), "", "what it asked for");
  });

  await check("the explorer raises no error of its own", async () => {
    const shown = await page.locator(".errors-wrapper").allInnerTexts();
    if (shown.length > 0) {
      await page.locator(".errors-wrapper").first().screenshot({ path: join(shots, "errors.png") });
    }
    const all = [...errors, ...shown].join(" ").replace(/\s+/g, " ");
    expect(all === "", `${all.slice(0, 200)}…`);
  });
} catch (error) {
  await check("the explorer can be used at all", () => Promise.reject(error));
} finally {
  await browser.close();
}
count();
