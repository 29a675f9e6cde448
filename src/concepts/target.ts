import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { sign } from '../num/ratio.js';
import type { MoneyLiteral, PersonField, PlanDocument, TargetDocument } from '../plan/document.js';
import type { Formula } from '../plan/formula.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { checkColumn } from './reading.js';

/** The term of target opportunity: of a segment, before proration. */
export const TARGET: Formula = { term: 'target' };
/** The term of target opportunity for the days that count. */
export const OPPORTUNITY: Formula = { term: 'opportunity' };

/**
 * Target opportunity: the award at exactly target, of one segment, before proration.
 *
 * Formula:  target percent × basis, or an amount
 * Units:    of salary: money per year, until it is prorated; an amount or pay already earned: money
 * Issues:   plan.target.range, plan.target.proration, plan.currency.missing
 * Source:   salary 100,000 at 10 % is 10,000 (FEATURES EX03); pay earned as basis (Adobe FY2012 to FY2015)
 */
export function lowerTarget({ target, currency }: PlanDocument): Formula {
  const labels = { name: 'target opportunity', stage: 'target opportunity', ...clauseOf(target) } as const;
  if ('amount' in target) return { sum: [lowerMoney(target.amount, currency)], ...labels };
  const percent: Formula = isField(target.percent)
    ? { person: target.percent.person, as: 'percent' }
    : target.percent;
  const basis: Formula =
    target.of === 'salary'
      ? { person: 'salary', as: 'money per year' }
      : { person: target.of.person, as: 'money' };
  return { product: [percent, basis], ...labels };
}

/** Target opportunity for the days that count. */
export function lowerOpportunity({ target }: PlanDocument): Formula {
  return {
    prorated: TARGET,
    by: target.prorate,
    name: 'target opportunity, prorated',
    stage: 'target opportunity',
  };
}

function lowerMoney(amount: MoneyLiteral | PersonField, planCurrency: string | undefined): Formula {
  if ('person' in amount) return { person: amount.person, as: 'money' };
  const currency = amount.currency ?? planCurrency;
  return { money: amount.money, ...(currency !== undefined && { currency }) };
}

function isField(percent: Literal | PersonField): percent is PersonField {
  return typeof percent === 'object';
}

/**
 * The currency every award of the plan is in: what the plan states, or that of its target amount; undefined
 * when each award is in the currency of the person's pay.
 */
export function awardCurrency({ currency, target }: PlanDocument): string | undefined {
  return currency ?? ('amount' in target && 'money' in target.amount ? target.amount.currency : undefined);
}

/** Checks the target: not negative, its money with a currency, earned pay not prorated again. */
export function checkTarget(check: Check): void {
  const { target } = check.document;
  checkColumns(check);
  if ('amount' in target) checkAmount(check, target.amount);
  else checkPercent(check, target);
  if (target.asOf !== undefined && target.prorate !== 'none') {
    report(check, {
      code: 'plan.target.proration',
      path: ['target', 'asOf'],
      message: 'With proration every assignment counts for its days, so none can be chosen by date',
      expected: 'prorate: none beside asOf, or no asOf',
      hint: 'Remove asOf, or let the plan not prorate',
    });
  }
  if ('of' in target && target.of !== 'salary' && target.prorate !== 'none') {
    report(check, {
      code: 'plan.target.proration',
      path: ['target', 'prorate'],
      message: `${target.of.person} is pay earned in the period: it is smaller for part of a year already`,
      expected: 'prorate: none',
      hint: 'Prorate a yearly salary, not pay that was earned day by day',
    });
  }
}

function checkColumns(check: Check): void {
  for (const [key, value] of Object.entries(check.document.target)) {
    if (typeof value === 'object' && 'person' in value)
      checkColumn(check, value.person, ['target', key, 'person']);
  }
}

function checkPercent(check: Check, target: Exclude<TargetDocument, { amount: unknown }>): void {
  if (isField(target.percent)) return;
  const path = ['target', 'percent'];
  checkWritten(check, target.percent, 'ratio', path);
  checkNotNegative(check, target.percent, path);
}

function checkAmount(check: Check, amount: MoneyLiteral | PersonField): void {
  if (!('money' in amount)) return;
  checkMoney(check, amount, ['target', 'amount']);
  checkNotNegative(check, amount.money, ['target', 'amount', 'money']);
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
  report(check, {
    code: 'plan.currency.missing',
    path: [...path, 'currency'],
    message: `${amount.money} has no currency, and the plan states none`,
    expected: 'a code of ISO 4217, here or as the currency of the plan',
    hint: 'Add currency: EUR beside the amount',
  });
}
