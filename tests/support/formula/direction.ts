import type { PlanDocument } from '../../../src/index.js';
import type { Formula } from '../../../src/plan/formula.js';
import type { Direction } from './curves.js';
import { asNode } from './units.js';

/** Whether more of a value is better: a metric says it by itself, also by another name. */
export function directionOf(document: PlanDocument, formula: Formula): Direction {
  const node = asNode(formula);
  if (node['term'] !== undefined && node['term'] !== 'target')
    return directionOf(document, document.terms?.[String(node['term'])] as Formula);
  if (node['value'] !== undefined) return directionOf(document, node['value'] as Formula);
  const name = node['metric'] ?? node['aboveTarget'] ?? node['change'];
  const metric = name === undefined ? undefined : document.metrics[String(name)];
  return metric?.direction ?? (metric?.kind === 'churn' ? 'lower' : 'higher');
}
