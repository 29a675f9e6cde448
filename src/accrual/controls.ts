import { groupBy } from '../data/group.js';
import type { Run } from '../run/run.js';
import type { AccrualClosing, AccrualControl, AccrualTotal, JournalLine } from './accrual.js';
import { summed } from './lines.js';

/** What controls look at: only what is given out, added once more. */
export interface Controlled {
  readonly closings: readonly AccrualClosing[];
  readonly journal: readonly JournalLine[];
  /** The runs of the closings, in their order. */
  readonly runs: readonly Pick<Run, 'totals'>[];
}

/**
 * Nothing is lost between the runs and the journal: debits are credits by day and currency, estimates are the totals
 * of the run, lines sum to totals, and expenses to the liability they left.
 */
export function controlsOf({ closings, journal, runs }: Controlled): AccrualControl[] {
  return [
    ...closings.flatMap((closing, index) => [
      ...estimatesOf(closing, runs[index]),
      ...linesOf(closing),
      ...expensesOf(closing, closings.slice(0, index + 1)),
    ]),
    ...sidesOf(journal),
  ];
}

function control(
  name: AccrualControl['control'],
  { closing, currency }: Pick<AccrualControl, 'closing' | 'currency'>,
  [left, right]: readonly [string, string],
): AccrualControl {
  return { control: name, closing, currency, left, right, holds: left === right };
}

function sidesOf(journal: readonly JournalLine[]): AccrualControl[] {
  return [...groupBy(journal, ({ date, currency }) => `${date} ${currency}`).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { date: closing, currency } = first;
    const sum = (key: 'debit' | 'credit') =>
      summed(
        lines.map((one) => one[key]),
        currency,
      );
    return [control('debits and credits', { closing, currency }, [sum('debit'), sum('credit')])];
  });
}

/** The currencies of a closing day, with what of its totals is in each. */
function byCurrency({ totals }: AccrualClosing): [string, AccrualTotal[]][] {
  return [...groupBy(totals, ({ currency }) => currency)];
}

function estimatesOf(closing: AccrualClosing, run: Pick<Run, 'totals'> | undefined): AccrualControl[] {
  return byCurrency(closing).map(([currency, own]) => {
    const stated = run?.totals.filter((one) => one.currency === currency).map(({ amount }) => amount) ?? [];
    const sums = [
      summed(
        own.map(({ estimate }) => estimate),
        currency,
      ),
      summed(stated, currency),
    ] as const;
    return control('estimate and run', { closing: closing.closing, currency }, sums);
  });
}

function linesOf(closing: AccrualClosing): AccrualControl[] {
  return byCurrency(closing).map(([currency, own]) => {
    const lines = closing.lines.filter((one) => one.currency === currency);
    const sums = [lines, own].map((some) =>
      summed(
        some.map(({ liability }) => liability),
        currency,
      ),
    );
    return control('lines and totals', { closing: closing.closing, currency }, [
      sums[0] ?? '',
      sums[1] ?? '',
    ]);
  });
}

function expensesOf(closing: AccrualClosing, until: readonly AccrualClosing[]): AccrualControl[] {
  return byCurrency(closing).map(([currency, own]) => {
    const all = until.flatMap(({ lines }) => lines.filter((one) => one.currency === currency));
    const expenses = summed(
      all.map(({ expense }) => expense),
      currency,
    );
    const liability = summed(
      own.map((one) => one.liability),
      currency,
    );
    return control('expenses and liability', { closing: closing.closing, currency }, [expenses, liability]);
  });
}
