// Decides and times on demand: "answers" for the outcomes of all applicants, "round MILLIS" for a round.
//
//   node rounds.mjs zen|json-rules APPLICANTS
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [engine, input] = process.argv.slice(2);
const { name, prepared, decide } = await import(`./${engine}.mjs`);
const { timed, applicants } = JSON.parse(readFileSync(input, 'utf8'));
const facts = applicants.map(prepared);

/** Microseconds per decision. */
async function round(millis) {
  const start = performance.now();
  let decisions = 0;
  do {
    for (let i = 0; i < timed; i++) {
      await decide(facts[i]);
    }
    decisions += timed;
  } while (performance.now() - start < millis);
  return ((performance.now() - start) * 1000) / decisions;
}

console.log(name);
for await (const line of createInterface({ input: process.stdin })) {
  const [question, millis] = line.split(' ');
  if (question === 'answers') {
    for (const each of facts) {
      console.log((await decide(each)).join(' '));
    }
  } else {
    console.log(await round(Number(millis)));
  }
}
