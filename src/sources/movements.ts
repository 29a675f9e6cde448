import { groupBy } from '../data/group.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { add, type Ratio, sign, ZERO } from '../num/ratio.js';
import type { Day } from '../time/day.js';
import type { Customer } from './customers.js';
import { readAmount } from './customers.js';
import type { MovementKind } from './document.js';
import type { Fact } from './fact.js';
import type { RowCells } from './read-facts.js';
import type { Source } from './source.js';

/** A change of the value of a customer. */
export interface Movement {
  readonly customer: string;
  readonly day: Day;
  readonly kind: MovementKind | undefined;
  readonly amount: Ratio;
}

/** Kinds that take value away. */
const DOWN: readonly MovementKind[] = ['contraction', 'churn'];

/** What each kind does to the number of times a customer is there. */
const PRESENCE: Readonly<Record<MovementKind, number>> = {
  new: 1,
  reactivation: 1,
  churn: -1,
  expansion: 0,
  contraction: 0,
};

/** Reads the cells of one movement; its amount is what is added to the value of the customer. */
export function readMovement(source: Source, decimal: '.' | ','): (cells: RowCells) => Movement {
  return (cells) => {
    const customer = cells.text('customer');
    if (customer === '')
      cells.refuse('sources.id.form', 'customer', {
        message: 'This row names no customer',
        expected: 'the id of a customer',
        hint: 'Write it; a movement of nobody changes everybody’s sum',
      });
    const kind = kindOf(cells, source);
    const written = readAmount(cells, 'amount', decimal);
    const isDown = kind !== undefined && DOWN.includes(kind);
    const isWrong = sign(written) === (isDown && source.isSigned ? 1 : -1);
    if (kind !== undefined && isWrong)
      cells.refuse('sources.amount.form', 'amount', wrongSign(cells, isDown && source.isSigned));
    const amount = isDown && !source.isSigned ? { n: -written.n, d: written.d } : written;
    return { customer, day: cells.day ?? '', kind, amount };
  };
}

function kindOf(cells: RowCells, { kinds }: Source): MovementKind | undefined {
  const text = cells.text('kind');
  const kind = kinds.get(text);
  if (kind === undefined)
    cells.refuse('sources.kind.unknown', 'kind', {
      message:
        text === '' ? 'This row has no kind' : `${quote(text)} is not a kind of movement that is known`,
      expected: [...kinds.keys()].join(', '),
      hint: 'Say what it means under kinds, such as kinds: { upgrade: expansion }',
    });
  return kind;
}

function wrongSign(cells: RowCells, isNegative: boolean) {
  return {
    message: `${quote(cells.text('amount'))} has the wrong sign for ${quote(cells.text('kind'))}`,
    expected: isNegative ? 'an amount of zero or below' : 'an amount of zero or above',
    hint: 'Correct the cell, or say amounts: unsigned where contraction and churn are written without a sign',
  };
}

/** What is known of a customer at the start. */
export interface Opening {
  readonly at: TablePlace;
  readonly group: string;
  readonly value: Ratio;
  readonly faults: readonly Issue[];
}

/**
 * Customers with their value at start and end, from what they were worth at the start and what moved since. Days
 * are summed before they are looked at, so the order of movements within a day does not matter. Who is lost and
 * comes back within the period counts with the value at the end.
 *
 * Formula:  start = opening, or the sum of all movements before `from`; end = start + the movements that count
 * Issues:   sources.customer.below-zero, sources.customer.lost, sources.customer.groups
 */
export function customersOf(
  facts: readonly Fact<Movement | undefined>[],
  opening: ReadonlyMap<string, Opening> | undefined,
  from: Day | undefined,
): { customers: Customer[]; faultyRows: number } {
  const nobody = facts.filter((fact) => !fact.value?.customer);
  const known = facts.filter((fact): fact is Fact<Movement> => Boolean(fact.value?.customer));
  const moved = groupBy(known, (fact) => fact.value.customer);
  const customers: Customer[] = nobody.map(lostRow);
  let faultyRows = nobody.length;
  for (const name of new Set([...(opening?.keys() ?? []), ...moved.keys()])) {
    const rows = moved.get(name) ?? [];
    const made = opening
      ? [withOpening(name, rows, opening.get(name))]
      : fromMovements(name, rows, from ?? '');
    if (made.some((one) => one.faults.length > 0)) faultyRows += rows.length;
    customers.push(...made);
  }
  return { customers, faultyRows };
}

/** A movement of nobody may be anybody's. */
function lostRow({ at, faults }: Fact<unknown>): Customer {
  return { at, group: '', start: ZERO, end: ZERO, faults, ofAnyGroup: true };
}

function withOpening(name: string, rows: readonly Fact<Movement>[], known: Opening | undefined): Customer {
  const start = known?.value ?? ZERO;
  const walked = walk(name, rows, start, Number(sign(start) > 0));
  const faults = [...(known?.faults ?? []), ...rows.flatMap((row) => row.faults), ...walked.faults];
  const at = known?.at ?? (rows[0]?.at as TablePlace);
  const end = walked.end;
  return { at, group: known?.group ?? '', start, end, faults, ofAnyGroup: known === undefined };
}

function fromMovements(name: string, rows: readonly Fact<Movement>[], from: Day): Customer[] {
  const before = rows.filter((row) => row.value.day < from);
  const start = before.reduce((sum, { value }) => add(sum, value.amount), ZERO);
  const { end, faults: found } = walk(name, rows, ZERO, 0);
  const groups = [...new Set(rows.map((row) => row.group).filter((group) => group !== ''))];
  const at = rows[0]?.at as TablePlace;
  const several = groups.length > 1 ? [twoGroups(name, groups, at)] : [];
  const faults = [...rows.flatMap((row) => row.faults), ...found, ...several];
  // Nobody knows which of two groups lacks the customer, so neither is known.
  return (groups.length > 0 ? groups : ['']).map((group) => ({
    ...{ at, group, start, end, faults },
    ofAnyGroup: false,
  }));
}

/** Goes through the days of a customer and looks whether they can be. */
function walk(
  name: string,
  rows: readonly Fact<Movement>[],
  start: Ratio,
  present: number,
): { end: Ratio; faults: Issue[] } {
  const sound = rows.filter((row) => row.faults.length === 0);
  if (sound.length < rows.length) return { end: start, faults: [] };
  const days = groupBy(sound, (row) => row.value.day);
  let [worth, times] = [start, present];
  for (const day of [...days.keys()].sort()) {
    const moves = days.get(day) as Fact<Movement>[];
    worth = moves.reduce((sum, { value }) => add(sum, value.amount), worth);
    times = moves.reduce((sum, { value }) => sum + PRESENCE[value.kind as MovementKind], times);
    const at = moves[0]?.at as TablePlace;
    if (sign(worth) < 0) return { end: worth, faults: [belowZero(name, day, at)] };
    const reason = reasonAgainst(times, sign(worth) > 0);
    if (reason) return { end: worth, faults: [impossible(name, day, reason, at)] };
  }
  return { end: worth, faults: [] };
}

function reasonAgainst(times: number, isWorth: boolean): string | undefined {
  if (times < 0) return 'is lost without having been there';
  if (times > 1) return 'comes without having been lost';
  return times === 0 && isWorth ? 'is worth something without being there' : undefined;
}

function belowZero(name: string, day: Day, at: TablePlace): Issue {
  return issue({
    code: 'sources.customer.below-zero',
    at,
    message: `The customer ${quote(name)} is worth less than zero on ${day}`,
    expected: 'contraction and churn up to the value of the customer',
    hint: 'Check that the values at the start are there, and that no row is there twice',
  });
}

function impossible(name: string, day: Day, reason: string, at: TablePlace): Issue {
  return issue({
    code: 'sources.customer.lost',
    at,
    message: `The customer ${quote(name)} ${reason} on ${day}`,
    expected: 'each customer new once, then lost and back in turn',
    hint: 'Correct the kinds, or add the rows that are missing',
  });
}

function twoGroups(name: string, groups: readonly string[], at: TablePlace): Issue {
  return issue({
    code: 'sources.customer.groups',
    at,
    message: `The customer ${quote(name)} is in ${groups.slice(0, 5).map(quote).join(' and ')}`,
    expected: 'one group for each customer: the one at the start',
    hint: 'Give the values and groups at the start in a file of their own, under opening',
  });
}
