// ZEN: one decision with an expression for each pathway, compiled once; an applicant is a JSON object.
import zen from '@gorules/zen-engine';
import { readFileSync } from 'node:fs';
import { PATHWAYS, nameOf } from './policy.mjs';

const engine = new zen.ZenEngine();
const model = JSON.parse(readFileSync(new URL('../models/weihai.jdm.json', import.meta.url), 'utf8'));
const decision = engine.createDecision(new zen.ZenDecisionContent(model));

export const name = nameOf('@gorules/zen-engine');

export const prepared = (facts) => facts;

export async function decide(facts) {
  const { result } = await decision.evaluate(facts);
  return PATHWAYS.map((pathway) => result[pathway]);
}
