// What both browser checks share: one line a check, the count at the end, and the browser.

import { stripVTControlCharacters } from "node:util";
import { chromium } from "playwright-core";

let passed = 0;
let failed = 0;

/** Runs one check; whatever it throws is its failure, and the next one runs all the same. */
export async function check(name, body) {
  try {
    const detail = await body();
    passed++;
    console.log(`ok    ${name}${detail ? `: ${detail}` : ""}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${stripVTControlCharacters(String(error.message ?? error)).replace(/\s+/g, " ")}`);
  }
}

export function expect(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

export function same(actual, expected, what) {
  expect(actual === expected, `${what} is ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** Starts the browser; $CHROMIUM names another than /usr/bin/chromium. */
export function launch(...args) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...args,
    ],
  });
}

/** Prints the count; the process then ends with 1 when a check failed. */
export function count() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
