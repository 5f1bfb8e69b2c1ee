// Runs the programs of a page as they stand in it, against a service:
//   node page.mjs docs/api.md http://127.0.0.1:8080
// Commands for readers that need no service, or more than one, are not run: those that do not ask ${LUOHU_URL}.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const [page, service] = process.argv.slice(2);
if (!service) {
  console.error("usage: node page.mjs <page> <address of the service>");
  process.exit(2);
}

const languages = {
  sh: { file: "first.sh", command: ["bash", "-euo", "pipefail"] },
  java: { file: "First.java", command: ["java", "-Dfile.encoding=UTF-8"] },
  python: { file: "first.py", command: ["python3"] },
  js: { file: "first.mjs", command: ["node"] },
};
const blocks = [...(await readFile(page, "utf8")).matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
  language,
  text,
}));
const programs = blocks.filter(({ language, text }) => language in languages && text.includes("LUOHU_URL"));
const shown = blocks.find(({ language }) => language === "text").text;
const problem = blocks.find(({ language }) => language === "json").text;

const is = (text) => [text, (output) => output.trim() === text.trim()];
const has = (text) => [text, (output) => output.includes(text)];

/** What the programs must show, in the order of the page. */
const expectations = [
  ["sh", has('"matched":["rented-home"]')],
  ["java", has('"matched":["rented-home"]')],
  ["python", is(shown)],
  ["js", is(shown)],
  ["sh", is(problem)],
  ["sh", has('"answered":1,"refused":1,"problems":{"unknown-city":1}')],
  ["sh", has('"asksAlso":{"conditions":[{')],
  ["sh", has('"PACKAGE_LAPSES"')],
  ["sh", has('"unchanged":[')],
  ["sh", is("")],
];
const order = (list) => list.join(" ");
if (order(programs.map(({ language }) => language)) !== order(expectations.map(([language]) => language))) {
  console.error(`the page has other programs than are expected: ${order(programs.map(({ language }) => language))}`);
  process.exit(1);
}

let failures = 0;
for (const [i, program] of programs.entries()) {
  const { file, command } = languages[program.language];
  const folder = await mkdtemp(join(tmpdir(), "luohu-page-"));
  const what = `${program.language}: ${program.text.match(/\/v1\/[\w/-]+/)?.[0] ?? program.text.split("\n")[0]}`;
  try {
    await writeFile(join(folder, file), program.text);
    const { stdout } = await promisify(execFile)(command[0], [...command.slice(1), file], {
      cwd: folder,
      env: { ...process.env, LUOHU_URL: service },
      timeout: 60_000,
      maxBuffer: 1 << 24,
    });
    const [words, holds] = expectations[i][1];
    if (!holds(stdout)) {
      throw new Error(`it shows\n${stdout.slice(0, 2_000)}\ninstead of\n${words}`);
    }
    console.log(`ok    ${what}`);
  } catch (error) {
    failures++;
    console.log(`FAILS ${what}\n${error.message}\n${error.stderr ?? ""}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(`${programs.length} programs, ${failures} fail`);
process.exitCode = failures === 0 ? 0 : 1;
