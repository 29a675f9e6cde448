import type { Formula } from '../plan/formula.js';
import { english } from '../words/english.js';
import { type Name, nameIn, told } from '../words/words.js';

/** Nodes whose one value says what they are. */
const NAMES = [
  'metric',
  'enough',
  'achievement',
  'aboveTarget',
  'change',
  'person',
  'term',
  'result',
  'total',
  'money',
];

/** What a formula is called that has no name of its own: `revenue, achievement`, `20000`, `sum`. */
export function nameOfFormula(formula: Formula): Name {
  if (typeof formula !== 'object') return String(formula);
  const node = formula as unknown as Record<string, unknown>;
  if (node['name'] !== undefined) return node['name'] as Name;
  if ('value' in node) return nameOfFormula(node['value'] as Formula);
  const key = Object.keys(node).find((one) => NAMES.includes(one));
  if (key === undefined) return told('node', Object.keys(node)[0] ?? '');
  const words = String(node[key]);
  if (key === 'achievement') return told('with', words, told('achievement'));
  if (key === 'aboveTarget') return told('with', words, told('above target'));
  if (key === 'change') return told('change of', words);
  return key === 'total' ? told('total of', words) : words;
}

/** A formula in a few words, as issues tell it. */
export function describe(formula: Formula): string {
  return nameIn(english, nameOfFormula(formula));
}
