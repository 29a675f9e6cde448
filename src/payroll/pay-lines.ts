import { groupBy } from '../data/group.js';
import type { People } from '../data/people.js';
import type { Rates } from '../data/rates.js';
import { eachOnce, hasErrors, type Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import type { Award, Run } from '../run/run.js';
import { type Day, isDay } from '../time/day.js';
import { convertLine } from './converted-line.js';
import { type DueAward, dueAwards, planCodeIssues } from './due-award.js';
import { lineOf } from './line-of-awards.js';
import { negativeLine, noDay, notFinal, sameEmployee, wholeAwards } from './pay-issues.js';
import { type ControlTotal, isZero, type PayLine } from './pay-line.js';
import type { PayMap } from './pay-map.js';
import { personReader } from './person-cells.js';

/** A run to be paid; columns of people are read from the inputs of a stored one. */
export type PayableRun = Run & { readonly inputs?: { readonly people: People } };

export interface PayLineOptions {
  readonly payDate: Day;
  /** The pay code of each plan, or one for all plans: codes are the payroll's own and never guessed. */
  readonly payCode: string | Readonly<Record<string, string>>;
  /** Include negative awards; without it they are refused. */
  readonly negatives?: boolean;
}

/** Pay lines as a pay map says. */
export interface MappedPayOptions {
  readonly payDate: Day;
  readonly map: PayMap;
  /** Rates of exchange, where the map converts. */
  readonly rates?: Pick<Rates, 'rates'>;
  /** Include negative awards, also where the map does not say so. */
  readonly negatives?: boolean;
}

/** Lines and control totals, or why there are none. */
export interface PayRun {
  readonly lines: readonly PayLine[];
  readonly controls: readonly ControlTotal[];
  readonly issues: readonly Issue[];
}

/**
 * Turns the awards of a run into canonical pay lines: one per employee, code and currency (and legal employer, where a
 * pay map says who that is), awards of zero left out, sums equal to the run's. With an error there are no lines at
 * all. A run that follows final runs is paid by its differences, which `correct` makes a run of. Columns that a pay
 * map names are read as they stand on the last day that counts: the end of the period, or the day somebody left.
 *
 * Rounds:   never, as awards are rounded already; converted amounts once, as the map says
 * Issues:   payroll.date.form, payroll.code.form, payroll.run.whole, payroll.line.*, payroll.award.not-final,
 *           payroll.person.*, payroll.employee.twice, payroll.cell.missing, rates.rate.missing
 * @example  payLines(run, { payDate: '2027-02-26', payCode: 'BONUS' }).lines[0].amount // '8874.85'
 */
export function payLines(run: PayableRun, options: PayLineOptions | MappedPayOptions): PayRun {
  const map: PayMap = 'map' in options ? options.map : { codes: options.payCode };
  const isKept = ({ status }: Award) => status === 'paid' || (status === 'zero' && map.zeros === 'keep');
  const paid = run.awards.filter(isKept);
  const read = personReader(run.inputs?.people);
  const { due, issues: ofPeople } = dueAwards(paid, map, read);
  const issues = [
    ...checkRun(run, options.payDate, map),
    ...ofPeople,
    ...checkAwards(paid, run, options.negatives ?? map.negatives === 'allow'),
    ...sharedIds(due),
  ];
  if (hasErrors(issues)) return { lines: [], controls: [], issues };
  const groups = [...groupBy(due, lineKey).values()];
  const made = groups.map((group) => lineOf(group, { run, map, read, payDate: options.payDate }));
  // Differences of two plans may cancel out.
  const kept = made.filter(({ line: { amount } }) => map.zeros === 'keep' || !isZero(amount));
  const rates = 'map' in options ? (options.rates ?? { rates: [] }) : { rates: [] };
  const converted = kept.map(({ line, person }) => convertLine(line, person, map, rates));
  const found = [...issues, ...made.flatMap((one) => one.issues), ...converted.flatMap((one) => one.issues)];
  const told = eachOnce(found);
  if (hasErrors(told)) return { lines: [], controls: [], issues: told };
  const lines = converted.map(({ line }) => line);
  return { lines, controls: controlsOf(lines), issues: told };
}

/** What is paid as one line: a second line of the same day would replace the first in several systems. */
function lineKey({ award, payCode, employeeId, legalEmployer = '' }: DueAward): string {
  return JSON.stringify([award.person, employeeId, legalEmployer, payCode, award.currency]);
}

/** Count and sum of lines by currency. */
export function controlsOf(lines: readonly Pick<PayLine, 'currency' | 'amount'>[]): ControlTotal[] {
  const groups = [...groupBy(lines, ({ currency }) => currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([currency, own]) => ({
    currency,
    lines: own.length,
    amount: sumMoney(
      own.map((line) => line.amount),
      minorDigits(currency) ?? 2,
    ),
  }));
}

function checkRun(run: Run, payDate: string, map: PayMap): Issue[] {
  return [
    ...(isDay(payDate) ? [] : [noDay(payDate)]),
    ...planCodeIssues(run.plans, map),
    ...(run.after === undefined ? [] : [wholeAwards(run.after)]),
  ];
}

function checkAwards(paid: readonly Award[], { follows }: Run, negatives: boolean): Issue[] {
  const negative = negatives ? [] : paid.filter((award) => award.amount?.startsWith('-'));
  const open = paid.filter((award) => award.restsOn !== undefined && award.restsOn !== 'final');
  return [
    ...negative.map((award) => negativeLine(award, follows === undefined ? 'award' : 'difference')),
    ...(open.length > 0 ? [notFinal(open)] : []),
  ];
}

/** Two people under one id of payroll: one would be paid for both. */
function sharedIds(due: readonly DueAward[]): Issue[] {
  const byId = groupBy(due, ({ employeeId, legalEmployer = '' }) =>
    JSON.stringify([employeeId, legalEmployer]),
  );
  return [...byId.values()].flatMap((group) => {
    const people = [...new Set(group.map(({ award }) => award.person))];
    return people.length > 1 ? [sameEmployee(group[0]?.employeeId ?? '', people)] : [];
  });
}
