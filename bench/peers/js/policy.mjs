import { readFileSync } from 'node:fs';

/** The pathways in the order of the document. */
export const PATHWAYS = [
  'own-home',
  'rented-home',
  'employment',
  'business',
  'join-relative',
  'return-to-origin',
  'rural-join-relative',
  'rural-work',
  'school-collective-graduate',
];

/** Name and version of an installed package. */
export function nameOf(module) {
  const file = new URL(`../node_modules/${module}/package.json`, import.meta.url);
  return `${module} ${JSON.parse(readFileSync(file, 'utf8')).version}`;
}
