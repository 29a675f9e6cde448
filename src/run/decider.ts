import type { Segment } from '../concepts/segment.js';
import { groupBy } from '../data/group.js';
import { cellText } from '../data/table.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal, subtractMoney, sumMoney, toFixed } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { multiply } from '../num/ratio.js';
import { later } from '../time/day.js';
import type { Participant } from './bind-people.js';
import type { Resolution } from './resolve.js';
import type { Award } from './run.js';

/** An award that is known in money. */
export type KnownAward = Award & Required<Pick<Award, 'amount' | 'currency'>>;

/**
 * Who decides on somebody's award: the column of people that the plan names, in the assignment of the last day that
 * counts. Undefined where it is blank, or where two assignments at once name two.
 */
export function deciderOf({ segments }: Pick<Participant, 'segments'>, column: string): string | undefined {
  const last = segments.reduce((latest, { to }) => later(latest, to), '');
  const atEnd = segments.filter(({ to }) => to === last);
  const named = new Set(atEnd.map((segment) => namedIn(segment, column)));
  const [first = ''] = named;
  return named.size === 1 && first !== '' ? first : undefined;
}

function namedIn({ assignment: { fields } }: Segment, column: string): string {
  return Object.hasOwn(fields, column) ? cellText(fields[column]) : '';
}

/** Who decides for everybody who takes part in a plan, by the id of the person; nobody where the plan asks for no decisions. */
export function decidersIn({
  plan,
  resolved,
  participants,
  people,
}: Resolution): ReadonlyMap<string, string> {
  const column = plan.document.decisions?.by;
  if (column === undefined) return new Map();
  return new Map(
    people.flatMap(({ id }, index) => {
      const found = resolved[index];
      const participant = found && 'participant' in found ? participants[found.participant] : undefined;
      const decider = participant && deciderOf(participant, column);
      return decider === undefined ? [] : [[id, decider] as const];
    }),
  );
}

/** What one decider may spend in a plan and a currency, and what is spent of it. Money as decimal strings. */
export interface DecisionBudget {
  readonly plan: string;
  readonly version: string;
  readonly decider: string;
  readonly currency: string;
  readonly people: number;
  /** What the formula gives these people. */
  readonly formula: string;
  /** What they have with the decisions that stand. */
  readonly amount: string;
  /** What they may have together, and what is left of it; absent where the plan controls no budget. */
  readonly budget?: string;
  readonly left?: string;
}

/**
 * What every decider of a plan may spend, in each currency.
 *
 * Formula:  budget = share × Σ amounts of the formula; left = budget − Σ awards
 * Rounds:   the budget down to the smallest unit of the currency; awards are rounded already
 */
export function budgetsIn(resolution: Resolution, awards: readonly Award[]): DecisionBudget[] {
  const deciders = decidersIn(resolution);
  const { id, version, document } = resolution.plan;
  const own = awards.filter(isKnown).filter((award) => award.plan === id);
  const decided = own.filter(({ person }) => deciders.has(person));
  const groups = groupBy(decided, ({ person, currency }) => JSON.stringify([deciders.get(person), currency]));
  const share = document.decisions?.budget;
  return [...groups.values()].map((group) => {
    const [{ person, currency }] = group as [KnownAward];
    const digits = minorDigits(currency) ?? 2;
    const formula = sumMoney(group.map(formulaOf), digits);
    const amount = sumMoney(
      group.map((award) => award.amount),
      digits,
    );
    const read = share === undefined ? undefined : readLiteral(share);
    const budget =
      read && isNumber(read)
        ? toFixed(multiply(ratioOfDecimal(formula), read.value), digits, 'floor')
        : undefined;
    return {
      plan: id,
      version,
      decider: deciders.get(person) ?? '',
      currency,
      people: group.length,
      formula,
      amount,
      ...(budget !== undefined && { budget, left: subtractMoney(budget, amount, digits) }),
    };
  });
}

/** True for an award that is known in money. */
export function isKnown(award: Award): award is KnownAward {
  return award.amount !== undefined && award.currency !== undefined;
}

/** What the formula gave, whatever was decided. */
export function formulaOf({ amount, decided }: KnownAward): string {
  return decided?.formula ?? amount;
}
