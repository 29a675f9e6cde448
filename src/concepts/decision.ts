import type { Path } from '../issue/issue.js';
import { compare, sign } from '../num/ratio.js';
import type { DecisionBound, DecisionsDocument } from '../plan/decision-rules.js';
import type { PlanDocument } from '../plan/document.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkMoney } from './check-target.js';
import { checkColumn } from './reading.js';

/**
 * Checks who may decide and within what: a column of people, ends in order and none below zero, a budget above zero.
 *
 * Issues:   plan.decisions.range, plan.field.structure, plan.number.percent, plan.currency.missing
 */
export function checkDecisions(check: Check): void {
  const { decisions } = check.document;
  if (!decisions) return;
  const { by, range, budget } = decisions;
  checkColumn(check, by, ['decisions', 'by']);
  checkEnd(check, range.from, 'from');
  checkEnd(check, range.to, 'to');
  checkOrder(check, decisions);
  if (check.document.pool !== undefined && budget === undefined) reportNoBudget(check);
  checkWritten(check, budget, 'ratio', ['decisions', 'budget']);
  const share = budget === undefined ? undefined : literalValue(budget);
  if (share && sign(share) <= 0)
    reportRange(check, ['budget'], `A budget of ${budget} leaves nothing to pay`, 'a share above 0%');
}

function checkEnd(check: Check, end: DecisionBound, key: 'from' | 'to'): void {
  const path = ['range', key];
  if (end === 'unlimited') return;
  if (typeof end === 'object') checkMoney(check, end, ['decisions', ...path]);
  else checkWritten(check, end, 'ratio', ['decisions', ...path]);
  const written = typeof end === 'object' ? end.money : end;
  const value = literalValue(written);
  if (value && sign(value) < 0)
    reportRange(check, path, `${written} lies below zero, and no decision may`, 'zero or more');
}

/** Only ends of one kind can be compared before an award is known. */
function checkOrder(check: Check, { range: { from, to } }: DecisionsDocument): void {
  const [low, high] = [measured(from, check.document), measured(to, check.document)];
  if (!low || !high || low.unit !== high.unit || compare(low.value, high.value) <= 0) return;
  const [first, last] = [from, to].map((end) => (typeof end === 'object' ? end.money : end));
  reportRange(check, ['range'], `The range begins at ${first}, above its end ${last}`, 'from at or below to');
}

function measured(end: DecisionBound, { currency = '' }: PlanDocument) {
  const isMoney = typeof end === 'object';
  const value = end === 'unlimited' ? undefined : literalValue(isMoney ? end.money : end);
  return value && { value, unit: isMoney ? (end.currency ?? currency) : 'share' };
}

/** A pool is one sum of money; decisions without a budget would spend more. */
function reportNoBudget(check: Check): void {
  report(check, {
    code: 'plan.key.missing',
    path: ['decisions', 'budget'],
    message: 'Awards come from a pool, and decisions on them have no budget',
    expected: 'budget: 100%, so that nobody decides more than the pool gave',
    hint: 'Add it; more than 100% would have to come from elsewhere',
    ...clauseOf(check.document.decisions ?? {}),
  });
}

function reportRange(check: Check, path: Path, message: string, expected: string): void {
  report(check, {
    code: 'plan.decisions.range',
    path: ['decisions', ...path],
    message,
    expected,
    hint: 'Correct it; nothing can be decided by it',
    ...clauseOf(check.document.decisions ?? {}),
  });
}
