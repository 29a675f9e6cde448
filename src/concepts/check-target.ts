import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { sign } from '../num/ratio.js';
import type { MoneyLiteral } from '../plan/document.js';
import type { ByCategory, Ladder, PercentTarget, TargetDocument } from '../plan/people-rules.js';
import { type Check, checkWritten, literalValue, report } from './check.js';
import { earningsCodes } from './proration.js';
import { checkColumn } from './reading.js';

/** Checks the target: not negative, its money with a currency, earned pay not prorated again. */
export function checkTarget(check: Check): void {
  const { target } = check.document;
  const path: Path = ['target'];
  if (target === undefined) return;
  if ('amount' in target) checkAmountRung(check, target.amount, [...path, 'amount']);
  else {
    checkPercentRung(check, target.percent, [...path, 'percent']);
    checkBasis(check, target, path);
  }
  checkDays(check, target);
}

/** Checks that the plan says once how part of a period counts. */
function checkDays(check: Check, target: TargetDocument): void {
  const earned = earningsCodes(check.document) !== undefined;
  if (target.asOf !== undefined && target.prorate !== 'none') {
    report(check, {
      code: 'plan.target.proration',
      path: ['target', 'asOf'],
      message: 'With proration every assignment counts for its days, so none can be chosen by date',
      expected: 'prorate: none beside asOf, or no asOf',
      hint: 'Remove asOf, or let the plan not prorate',
    });
  }
  if (target.prorate === undefined && !earned) {
    report(check, {
      code: 'plan.key.missing',
      path: ['target', 'prorate'],
      message: 'The key "prorate" is missing',
      expected: 'how part of the period counts, such as calendarDays or none',
      hint: 'Add it; nothing is assumed',
    });
  }
  const column =
    'of' in target && typeof target.of === 'object' && 'person' in target.of ? target.of.person : undefined;
  if (column !== undefined ? target.prorate !== 'none' : earned && target.prorate !== undefined)
    reportEarned(check, column);
}

function reportEarned(check: Check, column: string | undefined): void {
  report(check, {
    code: 'plan.target.proration',
    path: ['target', 'prorate'],
    message: `${column ?? 'The basis'} is pay earned in the period: it is smaller for part of a year already`,
    expected: column !== undefined ? 'prorate: none' : 'no prorate',
    hint: 'Prorate a yearly salary, not pay that was earned day by day',
  });
}

function checkBasis(check: Check, { of, salaryAt, hours }: PercentTarget, path: Path): void {
  if (typeof of === 'object' && 'person' in of) checkColumn(check, of.person, [...path, 'of', 'person']);
  if (typeof of === 'object' && 'by' in of) checkTableRung(check, of, [...path, 'of'], 'money');
  const misplaced = [
    salaryAt !== undefined && of !== 'salary' && 'salaryAt',
    hours !== undefined && of !== 'salary' && !('by' in of) && 'hours',
  ].filter((key) => key !== false);
  for (const key of misplaced) {
    report(check, {
      code: 'plan.target.basis',
      path: [...path, key],
      message: `${key} says nothing about this basis`,
      expected: key === 'salaryAt' ? 'of: salary beside it' : 'a salary, amount or midpoint beside it',
      hint: 'Pay earned is for its days and hours already; remove the key',
    });
  }
}

function checkPercentRung(check: Check, rung: Ladder<Literal>, path: Path): void {
  if (typeof rung !== 'object') {
    checkWritten(check, rung, 'ratio', path);
    checkNotNegative(check, rung, path);
    return;
  }
  if ('by' in rung) checkTableRung(check, rung, path, 'ratio');
  else checkColumn(check, rung.person, [...path, 'person']);
  if (rung.otherwise !== undefined) checkPercentRung(check, rung.otherwise, [...path, 'otherwise']);
}

function checkAmountRung(check: Check, rung: Ladder<MoneyLiteral>, path: Path): void {
  if ('money' in rung) {
    checkMoney(check, rung, path);
    checkNotNegative(check, rung.money, [...path, 'money']);
    return;
  }
  if ('by' in rung) checkTableRung(check, rung, path, 'money');
  else checkColumn(check, rung.person, [...path, 'person']);
  if (rung.otherwise !== undefined) checkAmountRung(check, rung.otherwise, [...path, 'otherwise']);
}

function checkTableRung(
  check: Check,
  { by, values, currency }: ByCategory,
  path: Path,
  unit: 'money' | 'ratio',
) {
  checkColumn(check, by, [...path, 'by']);
  for (const [category, value] of Object.entries(values)) {
    checkWritten(check, value, unit, [...path, 'values', category]);
    checkNotNegative(check, value, [...path, 'values', category]);
  }
  if (unit === 'ratio' || currency !== undefined || check.document.currency !== undefined) return;
  reportCurrency(check, 'These amounts have', path);
}

function checkNotNegative(check: Check, raw: Literal, path: Path): void {
  const value = literalValue(raw);
  if (!value || sign(value) >= 0) return;
  report(check, {
    code: 'plan.target.range',
    path,
    message: `A target of ${raw} is negative`,
    expected: 'zero or more',
    hint: 'Write what is paid at target',
  });
}

/** Checks an amount of money of the plan: it has a currency, its own or the plan's. */
export function checkMoney(check: Check, amount: MoneyLiteral, path: Path): void {
  checkWritten(check, amount.money, 'money', [...path, 'money']);
  if (amount.currency !== undefined || check.document.currency !== undefined) return;
  reportCurrency(check, `${amount.money} has`, path);
}

function reportCurrency(check: Check, what: string, path: Path): void {
  report(check, {
    code: 'plan.currency.missing',
    path: [...path, 'currency'],
    message: `${what} no currency, and the plan states none`,
    expected: 'a code of ISO 4217, here or as the currency of the plan',
    hint: 'Add currency: EUR beside the amount',
  });
}
