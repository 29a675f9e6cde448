import { isRecord } from '../data/table.js';
import { type Issue, issue, quote, type TablePlace } from '../issue/issue.js';
import { isCurrency, minorDigits } from '../num/currency.js';
import type { PayLine } from '../payroll/pay-line.js';
import type { AwardStatus, Run } from '../run/run.js';

/** An amount of pay of somebody: an award, a line of a pay file, a row of a payroll register. */
export interface PayAmount {
  readonly id: string;
  /** What it is paid as: a plan, a pay code. */
  readonly code?: string;
  readonly amount: string;
  readonly currency: string;
  /** What tells it from another line of the same person and code, such as `lineId`. */
  readonly line?: string;
  readonly at?: TablePlace;
}

/** Somebody in a run without an amount, and why. */
export interface NotPaid {
  readonly id: string;
  readonly code: string;
  readonly status: Extract<AwardStatus, 'notEligible' | 'withheld'>;
}

/** One side of a reconciliation: lines of pay, and who has none. */
export interface PaySide {
  readonly lines: readonly PayAmount[];
  /** What the codes are; lines are compared code by code where both sides have the same kind, or one is `given`. */
  readonly codes?: 'plan' | 'payCode' | 'given';
  readonly notPaid?: readonly NotPaid[];
  /** How many final runs a run of whole awards comes after: it was paid by differences. */
  readonly after?: number;
}

/** What can be reconciled: a run, pay lines, or lines as read from a table. */
export type PayGiven = Run | readonly PayLine[] | PaySide;

/** Whatever was given as lines of pay; undefined for data that are neither a run nor lines. */
export function sideOf(given: unknown): PaySide | undefined {
  if (Array.isArray(given))
    return given.every(isRecord) ? sideOfLines(given as unknown as PayLine[]) : undefined;
  if (!isRecord(given)) return undefined;
  const { awards, lines } = given;
  // Every amount that is read of them is looked at by itself.
  if (isRecords(awards)) return sideOfRun(given as unknown as Run);
  return isRecords(lines) ? (given as unknown as PaySide) : undefined;
}

function isRecords(list: unknown): boolean {
  return Array.isArray(list) && list.every(isRecord);
}

/** The awards of a run that are amounts, zero included; its codes are its plans. */
function sideOfRun({ awards, after }: Run): PaySide {
  const lines = awards.flatMap(({ person, plan, amount, currency }): PayAmount[] =>
    amount === undefined || currency === undefined ? [] : [{ id: person, code: plan, amount, currency }],
  );
  const notPaid = awards.flatMap(({ person, plan, status }): NotPaid[] =>
    status === 'withheld' || status === 'notEligible' ? [{ id: person, code: plan, status }] : [],
  );
  return { lines, codes: 'plan', notPaid, ...(after !== undefined && { after }) };
}

function sideOfLines(lines: readonly PayLine[]): PaySide {
  return {
    lines: lines.map(({ employeeId, payCode, amount, currency, lineId }) => ({
      ...{ id: employeeId, code: payCode, amount, currency, line: lineId },
    })),
    codes: 'payCode',
  };
}

/** Lines of several files as one side. */
export function joined(sides: readonly PaySide[]): PaySide {
  const [first, ...others] = sides;
  if (!first || others.length === 0) return first ?? { lines: [] };
  const isOne = others.every(({ codes }) => codes === first.codes);
  return {
    lines: sides.flatMap(({ lines }) => lines),
    ...(isOne && first.codes && { codes: first.codes }),
    notPaid: sides.flatMap(({ notPaid = [] }) => notPaid),
  };
}

/** More than this nobody reads. */
const MOST = 100;

/**
 * Lines that cannot be summed: without id, with an amount that has not just the decimals of its currency.
 *
 * Issues:   cycle.line.form
 */
export function lineFaults(given: PaySide | undefined, side: 'before' | 'now'): Issue[] {
  if (given === undefined) return [noSide(side)];
  const found: Issue[] = [];
  for (const [index, line] of given.lines.entries()) {
    const key = found.length < MOST ? faultyKey(line) : undefined;
    if (key !== undefined) found.push(wrongLine(line, key, [side, 'lines', index, key]));
  }
  return found;
}

function faultyKey({ id, amount, currency }: PayAmount): 'id' | 'amount' | 'currency' | undefined {
  if (typeof id !== 'string' || id.trim() === '') return 'id';
  if (typeof currency !== 'string' || !isCurrency(currency)) return 'currency';
  const isMoney = typeof amount === 'string' && /^-?\d{1,30}(\.\d{1,4})?$/.test(amount);
  return isMoney && (amount.split('.')[1]?.length ?? 0) === minorDigits(currency) ? undefined : 'amount';
}

const EXPECTED = {
  id: 'an id as text',
  amount: 'an amount as text with the decimals of its currency, such as "1200.00"',
  currency: 'a code of ISO 4217, such as EUR',
} as const;

function wrongLine(line: PayAmount, key: keyof typeof EXPECTED, path: Issue['path']): Issue {
  return issue({
    code: 'cycle.line.form',
    path,
    ...(line.at && { at: line.at }),
    message: `${quote(line[key])} cannot be the ${key} of a line of pay`,
    expected: EXPECTED[key],
    hint: 'Correct the line; nothing is reconciled until then',
  });
}

function noSide(side: 'before' | 'now'): Issue {
  return issue({
    code: 'cycle.line.form',
    path: [side],
    message: 'This is neither a run nor lines of pay',
    expected: 'a run, pay lines, or lines read from a table',
    hint: 'Give a run as it was written, or read the table with readPayTable',
  });
}
