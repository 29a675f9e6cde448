import { isNumber, readLiteral } from '../num/literal.js';
import { compare, ONE, sign } from '../num/ratio.js';
import type { BasePayDocument, PlanDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import { told } from '../words/words.js';
import { type Check, checkWritten, clauseOf, report } from './check.js';
import { isYearly } from './target.js';

/**
 * Base pay at risk: part of salary that people give up, and that is paid back by the results.
 *
 * Formula:  given up = share × salary; target opportunity = the plan's own target + given up × repaid, all of which is at
 *           risk: the safe part is a share of the plan's own target
 * Units:    money per year, until it is prorated
 * Domain:   salary is that of the people file, before anything is given up: payroll reduces it, the award pays it back
 * Issues:   plan.risk.form, plan.risk.range
 * Source:   salary at risk, x % of base repaid at k times (RISK.md A1)
 * @example  5 % of 80,000 repaid 1.2 times: 4,000 given up, 4,800 more at target
 */
export function lowerBasePay({ risk }: PlanDocument): Formula | undefined {
  const { basePay } = risk ?? {};
  if (!basePay) return undefined;
  const { share, repaid } = basePay;
  const factors: Formula[] = [share, ...(repaid === undefined ? [] : [repaid]), { salary: 'share' }];
  return {
    product: factors,
    name: told('base pay at risk'),
    stage: 'target opportunity',
    ...clauseOf(risk ?? {}),
  };
}

/** The term of what is paid back at target, of a stretch of days. */
export const BASE_PAY: Formula = { term: 'basePay' };
/** The term of the plan's own target, where base pay is at risk beside it. */
export const OWN_TARGET: Formula = { term: 'ownTarget' };

/** Checks that base pay is put at risk in part, is paid back, and stands beside a yearly target. */
export function checkBasePay(check: Check): void {
  const { risk, target } = check.document;
  const { basePay } = risk ?? {};
  if (!basePay) return;
  for (const key of ['share', 'repaid'] as const) checkFactor(check, basePay, key);
  if (isYearly(target)) return;
  report(check, {
    code: 'plan.risk.form',
    path: ['risk', 'basePay'],
    message: 'Part of yearly salary is at risk beside a target that is no yearly amount',
    expected: 'target: { percent: … , of: salary }',
    hint: 'State the target as a percent of salary, or take basePay out',
  });
}

function checkFactor(check: Check, basePay: BasePayDocument, key: 'share' | 'repaid'): void {
  const raw = basePay[key];
  if (raw === undefined) return;
  if (key === 'share') checkWritten(check, raw, 'ratio', ['risk', 'basePay', key]);
  const read = readLiteral(raw);
  if (!isNumber(read)) return;
  const isPart = key === 'repaid' || compare(read.value, ONE) <= 0;
  if (sign(read.value) > 0 && isPart) return;
  report(check, {
    code: 'plan.risk.range',
    path: ['risk', 'basePay', key],
    message: key === 'share' ? `${raw} of base pay cannot be put at risk` : `${raw} times pays nothing back`,
    expected: key === 'share' ? 'a share above 0% and at most 100%' : 'a number above 0, such as 1.2',
    hint: 'Correct it, or take basePay out',
  });
}
