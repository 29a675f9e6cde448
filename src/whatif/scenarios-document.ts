import { isRecord } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Scenario } from './scenario.js';

/** Scenarios as read from a document; each is checked when it is answered. */
export interface ReadScenarios {
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly issues: readonly Issue[];
}

/**
 * The scenarios of a document: an object with the scenarios by name under `scenarios`.
 *
 * Issues:   whatif.scenario.form
 */
export function parseScenarios(document: unknown): ReadScenarios {
  const written = isRecord(document) ? document['scenarios'] : undefined;
  const others = isRecord(document)
    ? Object.keys(document).filter((key) => !['scenarios', '$schema'].includes(key))
    : [];
  if (isRecord(written) && Object.keys(written).length > 0 && others.length === 0)
    return { scenarios: written as ReadScenarios['scenarios'], issues: [] };
  const found = issue({
    code: 'whatif.scenario.form',
    path: others.slice(0, 1),
    message:
      others.length > 0
        ? `${quote(others[0])} is no key of a document of scenarios`
        : 'The document has no scenarios',
    expected: 'an object with scenarios by name under scenarios',
    hint: 'Compare with the schema: variable-pay schema scenarios',
  });
  return { scenarios: {}, issues: [found] };
}
