// One operation of the explorer, as a reader uses it.

import { join } from "node:path";

import { expect } from "./checks.mjs";

const unread = "can't parse JSON.  Raw result:";

/** One operation of the explorer, by method and path. */
export class Operation {
  static #executed = new Set();

  /** Those that have been executed, as `post /v1/evaluations`. */
  static get executed() {
    return [...Operation.#executed].sort();
  }

  /** Every operation that the explorer lists, in the same words. */
  static async listed(page) {
    const all = await page.locator(".opblock").evaluateAll((blocks) =>
      blocks.map(
        (each) =>
          `${each.querySelector(".opblock-summary-method").textContent.trim().toLowerCase()} ${each.querySelector("[data-path]").dataset.path}`,
      ),
    );
    return all.sort();
  }

  constructor(page, shots, method, path) {
    this.name = `${method} ${path}`;
    this.shots = shots;
    this.box = page.locator(`.opblock-${method}`, { has: page.locator(`[data-path="${path}"]`) });
    this.chooser = this.box.locator(".opblock-section-request-body select.examples-select-element");
    this.written = this.box.locator("textarea.body-param__text");
  }

  async unfold() {
    await this.box.locator(".opblock-summary-control").click();
    await this.box.locator(".opblock-body").waitFor();
  }

  async tryOut() {
    await this.box.locator(".try-out__btn").click();
    await this.box.locator(".execute").waitFor();
  }

  async fold() {
    await this.box.locator(".opblock-summary-control").click();
    await this.box.locator(".opblock-body").waitFor({ state: "detached" });
  }

  /** The names of the examples of its body. */
  examples() {
    return this.chooser.locator("option").evaluateAll((options) => options.map(({ value }) => value));
  }

  /** What stands in the field of a parameter. */
  parameter(name) {
    return this.box.locator(`.parameters tr[data-param-name="${name}"] input`).inputValue();
  }

  /** Executes and gives what the explorer then shows: the code and the body. */
  async execute(shot) {
    const { code, text } = await this.shown(shot);
    return { code, body: JSON.parse(text) };
  }

  /** Executes and gives what the explorer then shows: the code and the lines of the body, which it cannot read as one JSON value. */
  async lines(shot) {
    const { code, text } = await this.shown(shot);
    expect(text.startsWith(unread), `the answer begins with ${text.slice(0, 100)}`);
    return { code, lines: jsonLines(text.slice(unread.length)) };
  }

  /** Executes and gives what the explorer then shows: the code and the text of the body. */
  async shown(shot) {
    const clear = this.box.locator(".btn-clear");
    if (await clear.count()) {
      await clear.click();
    }
    const answer = this.box.locator(".live-responses-table");
    await answer.waitFor({ state: "detached" });
    await this.box.locator(".execute").click();
    await answer.waitFor();
    Operation.#executed.add(this.name);
    const code = (await answer.locator(".response .response-col_status").innerText()).trim().split(/\s/)[0];
    const text = await answer.locator(".response .response-col_description .highlight-code code").first().textContent();
    await answer.locator("xpath=..").screenshot({ path: join(this.shots, `${shot}.png`) });
    return { code, text };
  }
}

/** The values of a text with one on each line. */
export function jsonLines(text) {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
