import { groupBy } from '../data/group.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { sumMoney } from '../num/decimal.js';
import { differenceOfMoney } from '../num/money.js';
import { isZero } from '../retro/outcome.js';
import { lineFaults, type NotPaid, type PayAmount, type PayGiven, type PaySide, sideOf } from './pay-side.js';
import {
  type PayBridge,
  type PayMatch,
  type PayOnSide,
  type PayReconciliation,
  type PayStatus,
  type PaySum,
  payStatuses,
} from './reconciliation.js';

type Sides = Readonly<Record<'before' | 'now', PaySide>>;

/**
 * Reconciles two sides of pay line by line: two runs, or a run and what payroll made of it. Lines are matched by id, code
 * and currency; where the sides call codes by different things (plans, pay codes) by id and currency, with the sums of each
 * person. Every line is in one match, and the moves of each currency sum to the difference of its totals.
 *
 * Formula:  difference = now − before, a missing line counting as nothing
 * Units:    money of each currency; nothing is converted
 * Rounds:   never
 * Issues:   cycle.line.*, cycle.run.after
 * @example  reconcilePay(run, lines).agrees // true: payroll has what the run paid, to the cent
 */
export function reconcilePay(before: PayGiven, now: PayGiven): PayReconciliation {
  const [left, right] = [sideOf(before), sideOf(now)];
  const faults = [...lineFaults(left, 'before'), ...lineFaults(right, 'now')];
  return left && right && faults.length === 0 ? reconciled({ before: left, now: right }) : nothing(faults);
}

function reconciled(sides: Sides): PayReconciliation {
  const isByCode = areSameCodes(sides);
  const all = matchesOf(sides, isByCode);
  return {
    agrees: all.every(({ status }) => status === 'same' || status === 'zero'),
    matchedBy: isByCode ? ['id', 'code'] : ['id'],
    matches: all.filter(({ status }) => status !== 'same'),
    counts: countsOf(all),
    bridges: bridgesOf(sides, all),
    notPaid: { before: notPaidIn(sides.before), now: notPaidIn(sides.now) },
    issues: [...twiceIn(sides.before, 'before'), ...twiceIn(sides.now, 'now'), ...paidAfter(sides)],
  };
}

/** A side cannot be summed: nothing is compared. */
function nothing(issues: readonly Issue[]): PayReconciliation {
  const nobody = { notEligible: 0, withheld: 0 };
  const notPaid = { before: nobody, now: nobody };
  return { agrees: false, matchedBy: [], matches: [], counts: countsOf([]), bridges: [], notPaid, issues };
}

function countsOf(all: readonly PayMatch[]): PayReconciliation['counts'] {
  const counts = payStatuses.map((status) => [status, all.filter((one) => one.status === status).length]);
  return Object.fromEntries(counts) as Record<PayStatus, number>;
}

/** Whether both sides have codes that mean the same. */
function areSameCodes({ before, now }: Sides): boolean {
  const hasAll = [before, now].every(
    ({ codes, lines }) => codes !== undefined && lines.every(({ code }) => code !== undefined),
  );
  return hasAll && (before.codes === now.codes || before.codes === 'given' || now.codes === 'given');
}

function matchesOf({ before, now }: Sides, isByCode: boolean): PayMatch[] {
  const keyOf = ({ id, code, currency }: PayAmount) => JSON.stringify([id, isByCode ? code : '', currency]);
  const [old, own] = [groupBy(before.lines, keyOf), groupBy(now.lines, keyOf)];
  const why = { before: reasonsIn(before, isByCode), now: reasonsIn(now, isByCode) };
  return [...new Set([...old.keys(), ...own.keys()])].map((key) => {
    const [left, right] = [old.get(key), own.get(key)];
    const [{ id, code, currency }] = (left ?? right) as [PayAmount];
    const digits = minorDigits(currency) ?? 2;
    const both = { ...(left && { before: onSide(left) }), ...(right && { now: onSide(right) }) };
    const difference = differenceOfMoney(both.now?.amount ?? '0', both.before?.amount ?? '0', digits);
    const named = { id, ...(isByCode && code !== undefined && { code }), currency };
    const reason = (left ? why.now : why.before).get(JSON.stringify([id, isByCode ? code : '']));
    const missing = !(left && right) && reason !== undefined;
    return {
      ...named,
      status: statusOf(both, difference),
      ...both,
      difference,
      ...(missing && { why: reason }),
    };
  });
}

function onSide(lines: readonly PayAmount[]): PayOnSide {
  const [{ at, currency }] = lines as [PayAmount];
  const amount = sumOf(lines, currency);
  return { amount, lines: lines.length, ...(at && { at }) };
}

function statusOf({ before, now }: Pick<PayMatch, 'before' | 'now'>, difference: string): PayStatus {
  if (before && now) {
    if (isZero(difference)) return 'same';
    return before.lines === now.lines ? 'differs' : 'twice';
  }
  if (isZero(difference)) return 'zero';
  return before ? 'onlyBefore' : 'onlyNow';
}

/** Why a run pays somebody nothing; withheld weighs more, as it is still open. */
function reasonsIn({ notPaid = [] }: PaySide, isByCode: boolean): ReadonlyMap<string, NotPaid['status']> {
  const reasons = new Map<string, NotPaid['status']>();
  for (const { id, code, status } of notPaid) {
    const key = JSON.stringify([id, isByCode ? code : '']);
    if (reasons.get(key) !== 'withheld') reasons.set(key, status);
  }
  return reasons;
}

function bridgesOf({ before, now }: Sides, all: readonly PayMatch[]): PayBridge[] {
  const [old, own] = [byCurrency(before.lines), byCurrency(now.lines)];
  const matched = byCurrency(all);
  return [...matched.keys()].toSorted().map((currency) => {
    const [left, right] = [sumsOf(old.get(currency), currency), sumsOf(own.get(currency), currency)];
    const moves = (['differs', 'twice', 'onlyBefore', 'onlyNow'] as const).map((status) => {
      const theirs = (matched.get(currency) ?? []).filter((one) => one.status === status);
      const amounts = theirs.map(({ difference }) => ({ amount: difference }));
      return { status, matches: theirs.length, amount: sumOf(amounts, currency) };
    });
    return {
      currency,
      before: left,
      now: right,
      difference: differenceOfMoney(right.amount, left.amount, minorDigits(currency) ?? 2),
      moves: moves.filter(({ matches }) => matches > 0),
    };
  });
}

function byCurrency<T extends { readonly currency: string }>(lines: readonly T[]): Map<string, T[]> {
  return groupBy(lines, ({ currency }) => currency);
}

function sumsOf(lines: readonly PayAmount[] = [], currency: string): PaySum {
  const people = new Set(lines.map(({ id }) => id)).size;
  return { lines: lines.length, people, amount: sumOf(lines, currency) };
}

function sumOf(lines: readonly { readonly amount: string }[], currency: string): string {
  return sumMoney(
    lines.map(({ amount }) => amount),
    minorDigits(currency) ?? 2,
  );
}

function notPaidIn({ notPaid = [] }: PaySide): Record<NotPaid['status'], number> {
  const of = (status: NotPaid['status']) => notPaid.filter((one) => one.status === status).length;
  return { notEligible: of('notEligible'), withheld: of('withheld') };
}

/** More than this nobody reads. */
const MOST = 100;

/** Lines of one side that are the same person, code and currency, or have one line id. */
function twiceIn({ lines }: PaySide, side: 'before' | 'now'): Issue[] {
  const groups = groupBy(lines, ({ id, code, currency, line }) =>
    JSON.stringify(line === undefined ? [id, code, currency] : [line]),
  );
  const twice = [...groups.values()].filter((own) => own.length > 1).slice(0, MOST);
  return twice.map((own) => {
    const [{ id, code, at }] = own as [PayAmount];
    const rows = own.flatMap(({ at: place }) => (place?.row === undefined ? [] : [place.row]));
    return issue({
      code: 'cycle.line.twice',
      path: [side],
      ...(at && { at }),
      message: `${quote(id)} has ${own.length} lines${code === undefined ? '' : ` of ${quote(code)}`}${rows.length > 1 ? `, rows ${rows.slice(0, 10).join(', ')}` : ''}; they were summed`,
      expected: 'one line of each person and code',
      hint: 'See whether a file was imported twice',
    });
  });
}

/** A run that was paid by differences, beside pay files. */
function paidAfter({ before, now }: Sides): Issue[] {
  const run = [before, now].find(({ after }) => after !== undefined);
  if (run === undefined || before.codes === now.codes) return [];
  return [
    issue({
      code: 'cycle.run.after',
      path: ['after'],
      message: `The run follows ${run.after} final runs and was paid by the differences to them`,
      expected: 'its pay files together with those of the runs it follows',
      hint: 'Give all of these pay files as one side',
    }),
  ];
}
