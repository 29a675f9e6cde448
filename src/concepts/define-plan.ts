import { formatIssue, type Issue } from '../issue/issue.js';
import type { MetricDocument, PlanDocument } from '../plan/document.js';
import { parsePlan } from './parse-plan.js';

const BRAND = Symbol.for('variable-pay.PlanError');

/** All issues of a plan that a programmer wrote, in one error. */
export class PlanError extends Error {
  readonly code = 'plan.invalid';
  readonly issues: readonly Issue[];
  readonly [BRAND] = true;

  constructor(issues: readonly Issue[]) {
    super(['The plan has faults:', ...issues.map(formatIssue)].join('\n'));
    this.name = 'PlanError';
    this.issues = issues;
  }
}

/** True for a PlanError, also one of another copy of this package. */
export function isPlanError(error: unknown): error is PlanError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/**
 * A plan written in TypeScript: the same data as in a file, with the names of metrics checked by the
 * compiler. Returns the document as it is; throws one PlanError with all issues, since a programmer is at
 * the keyboard.
 *
 * @example  const document = definePlan({ plan: 'service', version: 1, …, goals: [{ metric: 'nps', weight: 1, curve: [[30, '50%'], [45, '100%']] }] });
 */
export function definePlan<const Metrics extends Readonly<Record<string, MetricDocument>>>(
  document: Omit<PlanDocument<keyof Metrics & string>, 'metrics'> & { readonly metrics: Metrics },
): PlanDocument<keyof Metrics & string> {
  const parsed = parsePlan(document);
  if (!parsed.ok) throw new PlanError(parsed.issues);
  return document as unknown as PlanDocument<keyof Metrics & string>;
}
