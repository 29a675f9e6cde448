import type { Formula } from '../plan/formula.js';

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

/** A formula in a few words, for names and issues: `revenue, achievement`, `20000`, `sum`. */
export function describe(formula: Formula): string {
  if (typeof formula !== 'object') return String(formula);
  const node = formula as unknown as Record<string, unknown>;
  if (typeof node['name'] === 'string') return node['name'];
  if ('value' in node) return describe(node['value'] as Formula);
  const key = Object.keys(node).find((one) => NAMES.includes(one));
  if (key === undefined) return Object.keys(node)[0] ?? '';
  const words = String(node[key]);
  if (key === 'achievement') return `${words}, achievement`;
  if (key === 'aboveTarget') return `${words}, above target`;
  return key === 'change' || key === 'total' ? `${key} of ${words}` : words;
}
