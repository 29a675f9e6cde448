import { numberOf } from '../concepts/concept.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import type { Ratio } from '../num/ratio.js';
import type { Day } from '../time/day.js';
import type { CostAccounts, OnCostDocument } from './document.js';
import type { Group } from './groups.js';

/** A rate of an on-cost that is in force for a group. */
export interface CostRate {
  readonly name: string;
  readonly rate: Ratio;
  readonly accounts?: CostAccounts;
}

/** The columns that on-costs ask for: people who differ in them are in groups of their own. */
export function columnsOf(onCosts: readonly OnCostDocument[]): string[] {
  return [...new Set(onCosts.flatMap(({ where = {} }) => Object.keys(where)))];
}

/** What the rates for a group are looked up by. */
export interface CostQuestion {
  readonly onCosts: readonly OnCostDocument[];
  readonly columns: readonly string[];
  readonly closing: Day;
}

/** The rates in force for a group on a closing day. */
export function ratesOf(values: readonly string[], question: CostQuestion): CostRate[] {
  return inForce(values, question).map(({ name, rate, accounts }) => ({
    name,
    rate: numberOf(rate),
    ...(accounts && { accounts }),
  }));
}

function inForce(values: readonly string[], { onCosts, columns, closing }: CostQuestion): OnCostDocument[] {
  return onCosts.filter(
    (one) => isFor(one, columns, values) && (one.from ?? '') <= closing && closing <= (one.until ?? closing),
  );
}

function isFor(
  { where = {} }: OnCostDocument,
  columns: readonly string[],
  values: readonly string[],
): boolean {
  return Object.entries(where).every(([column, value]) => values[columns.indexOf(column)] === value);
}

/**
 * On-costs of a closing day that are there twice for somebody, or have ended without another.
 *
 * Issues:   accrual.cost.twice, accrual.cost.ended
 */
export function checkCosts(groups: readonly Group[], question: CostQuestion): Issue[] {
  const { onCosts, columns, closing } = question;
  const names = [...new Set(onCosts.map(({ name }) => name))];
  const found = names.flatMap((name) =>
    groups.flatMap(({ values }) => {
      const own = onCosts.filter((one) => one.name === name && isFor(one, columns, values));
      const now = inForce(values, { ...question, onCosts: own });
      const path: Path = ['rules', 'onCosts', onCosts.indexOf(own.at(-1) as OnCostDocument)];
      if (now.length > 1) return [twice(name, closing, path)];
      const hasEnded = now.length === 0 && own.some(({ from = '' }) => from <= closing);
      return hasEnded ? [ended(name, closing, path)] : [];
    }),
  );
  // One of each is enough, however many groups meet it.
  return [...new Map(found.map((one) => [one.message + one.path.join(), one])).values()];
}

function twice(name: string, closing: Day, path: Path): Issue {
  return issue({
    code: 'accrual.cost.twice',
    path,
    message: `The on-cost ${quote(name)} has two rates for the same people on ${closing}`,
    expected: 'one rate of a name for each group of people and closing day',
    hint: 'Give the rates days or columns that part them, or names of their own',
  });
}

function ended(name: string, closing: Day, path: Path): Issue {
  return issue({
    code: 'accrual.cost.ended',
    path,
    message: `The on-cost ${quote(name)} has no rate any more on ${closing}, and none follows`,
    expected: 'a rate that follows the one that ended',
    hint: 'Add the rate in force on this day; 0% where the on-cost was abolished',
  });
}

/**
 * Rates for values that nobody has, as after a slip of the pen: no on-cost would be accrued by them.
 *
 * Issues:   accrual.cost.nobody
 */
export function unusedCosts(
  { onCosts, columns }: Pick<CostQuestion, 'onCosts' | 'columns'>,
  closings: readonly { readonly groups: readonly Group[] }[],
): Issue[] {
  const groups = closings.flatMap((one) => one.groups);
  return onCosts.flatMap((one, index) => {
    const { where = {} } = one;
    const isUsed = groups.some(({ values }) => isFor(one, columns, values));
    if (isUsed || Object.keys(where).length === 0) return [];
    const told = Object.entries(where).map(([column, value]) => `${column} ${quote(value)}`);
    return [
      issue({
        code: 'accrual.cost.nobody',
        path: ['rules', 'onCosts', index, 'where'],
        message: `Nobody with an award has ${told.join(' and ')}, so this rate of ${quote(one.name)} counts for nothing`,
        expected: 'values that people have',
        hint: 'Compare with the people file, or remove the rate',
      }),
    ];
  });
}
