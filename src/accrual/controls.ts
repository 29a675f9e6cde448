import { groupBy } from '../data/group.js';
import type { Run } from '../run/run.js';
import type { AccrualClosing, AccrualControl, JournalLine } from './accrual.js';
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

/** Every currency that a closing day or its run has amounts in. */
function currenciesOf({ totals }: AccrualClosing, run: Pick<Run, 'totals'> | undefined): string[] {
  return [...new Set([...totals, ...(run?.totals ?? [])].map(({ currency }) => currency))];
}

/** The sum of some amounts in a currency. */
function sumIn<T extends { readonly currency: string }>(
  currency: string,
  all: readonly T[],
  amountOf: (one: T) => string | undefined,
): string {
  return summed(all.filter((one) => one.currency === currency).map(amountOf), currency);
}

function estimatesOf(closing: AccrualClosing, run: Pick<Run, 'totals'> | undefined): AccrualControl[] {
  return currenciesOf(closing, run).map((currency) =>
    control('estimate and run', { closing: closing.closing, currency }, [
      sumIn(currency, closing.totals, ({ estimate }) => estimate),
      sumIn(currency, run?.totals ?? [], ({ amount }) => amount),
    ]),
  );
}

function linesOf(closing: AccrualClosing): AccrualControl[] {
  return currenciesOf(closing, undefined).map((currency) =>
    control('lines and totals', { closing: closing.closing, currency }, [
      sumIn(currency, closing.lines, ({ liability }) => liability),
      sumIn(currency, closing.totals, ({ liability }) => liability),
    ]),
  );
}

function expensesOf(closing: AccrualClosing, until: readonly AccrualClosing[]): AccrualControl[] {
  const lines = until.flatMap((one) => one.lines);
  return currenciesOf(closing, undefined).map((currency) =>
    control('expenses and liability', { closing: closing.closing, currency }, [
      sumIn(currency, lines, ({ expense }) => expense),
      sumIn(currency, closing.totals, ({ liability }) => liability),
    ]),
  );
}
