import fc from 'fast-check';
import type { MetricDocument } from '../../src/index.js';
import type { Writing } from './base.js';
import { countDays, shift } from './calendar.js';
import type { FlatPlan } from './flat-plan.js';
import { SCORE, scaleOf, written } from './scale.js';

const TEAMS = ['North', 'South', '__proto__'];
const COUNTRIES = ['DE', 'US'];
export const AS_OF = '2027-01-31';

/** Rows of people for a plan: movers with up to three assignments, hires, leavers, gaps between assignments. */
export function people(document: FlatPlan, most = 4): fc.Arbitrary<Writing[]> {
  return fc
    .array(person(document), { minLength: 1, maxLength: most })
    .map((all) => all.map((one, index) => ({ id: `e-${index + 1}`, ...one })));
}

function person(document: FlatPlan): fc.Arbitrary<Writing> {
  const { start, end } = document.period;
  const length = countDays(start, end);
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: -20, max: length + 5 }), { maxLength: 2 }),
      gap: fc.constantFrom(0, 0, 0, 7),
      hired: fc.option(fc.integer({ min: -200, max: length + 3 }), { nil: undefined, freq: 8 }),
      stays: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined, freq: 2 }),
      parts: fc.array(fields(), { minLength: 3, maxLength: 3 }),
      currency: fc.constantFrom(...currenciesOf(document)),
      plans: fc.constantFrom(...Array(12).fill(undefined), 'random other', 'other'),
    })
    .map(({ cuts, gap, hired, stays, parts, currency, plans }) => {
      const day = (offset: number) => shift(start, offset);
      const starts = cuts.toSorted((a, b) => a - b);
      const assignments = parts.slice(0, starts.length + 1).map((own, index) => ({
        ...own,
        currency,
        from: index === 0 ? '1990-01-01' : day(starts[index - 1] as number),
        ...(index < starts.length && { to: day((starts[index] as number) - 1 - gap) }),
      }));
      return {
        assignments: assignments.filter(({ from, to }) => to === undefined || from <= to),
        ...(hired !== undefined && { hired: day(hired) }),
        ...(hired !== undefined && stays !== undefined && { left: day(hired + stays) }),
        ...(plans !== undefined && { plans }),
      };
    });
}

/** Amounts of money in the plan need awards in its currency; 0.05 needs a currency with two decimals. */
function currenciesOf(document: FlatPlan): string[] {
  const { award } = document.limits ?? {};
  const money = [award?.cap, award?.floor].some((end) => typeof end === 'object');
  const amount = 'amount' in document.target && 'money' in document.target.amount;
  const fixed = money || amount || document.currency || document.rounding?.award?.to === '0.05';
  return fixed ? ['USD'] : ['USD', 'JPY', 'KWD'];
}

function fields(): fc.Arbitrary<Writing> {
  return fc.record({
    salary: fc.oneof(
      fc.integer({ min: 0, max: 200 }).map((thousands) => `${thousands * 1000}`),
      fc.integer({ min: 1, max: 20_000_000 }).map((cents) => `${(cents / 100).toFixed(2)}`),
    ),
    targetPercent: fc.constantFrom('0%', '5%', '10%', '12.5%', '1/7', '100%'),
    earned: fc.integer({ min: 0, max: 9_999_999 }).map((cents) => `${(cents / 100).toFixed(2)}`),
    bonusAmount: fc.constantFrom('0', '1000', '2500.50', '3333.33'),
    score: fc.integer({ min: 0, max: 20 }).map((mark) => written(SCORE, mark)),
    rating: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'C', 'D', 'constructor'),
    factor: fc.constantFrom('100%', '90%', '137.5%', '-20%', '1/3', '0%'),
    team: fc.constantFrom(...TEAMS),
    country: fc.constantFrom(...COUNTRIES),
  });
}

/** Rows of actuals for a plan and its people: one per group, some with a history, few missing. */
export function actuals(document: FlatPlan, rows: readonly Writing[]): fc.Arbitrary<Writing[]> {
  const ids = rows.map((row) => String(row['id']));
  const groups: Readonly<Record<string, readonly (string | undefined)[]>> = {
    company: [undefined],
    team: TEAMS,
    country: COUNTRIES,
    person: ids,
  };
  const cells = Object.entries(document.metrics).flatMap(([name, metric]) =>
    (groups[metric.level] ?? []).map((group) => history(name, metric, group)),
  );
  return fc.tuple(...cells).map((all) => all.flat());
}

/** Measured early, measured in time, and measured after the as-of date: the second counts. */
function history(name: string, metric: MetricDocument, group: string | undefined): fc.Arbitrary<Writing[]> {
  const days = fc.constantFrom(
    ...[[undefined], ['2027-01-31'], ['2026-07-01', '2027-01-12'], [undefined, '2027-01-12']],
    ['2027-01-12', '2027-02-01'],
  );
  return fc
    .tuple(days, fc.array(value(metric), { minLength: 2, maxLength: 2 }), fc.nat(40))
    .map(([dates, values, lost]) =>
      dates
        .map((measuredOn, index) => ({
          metric: name,
          ...(group !== undefined && { group }),
          ...values[index],
          status: 'final',
          ...(measuredOn !== undefined && { measuredOn }),
        }))
        .filter(() => lost > 0),
    );
}

/** A value on a mark of its scale, where thresholds stand, or a few hundredths beside it. */
function value(metric: MetricDocument): fc.Arbitrary<Writing> {
  const scale = scaleOf(metric.kind);
  const mark = fc.integer({ min: scale.lowest, max: scale.highest });
  return fc.tuple(mark, mark, fc.constantFrom(0, 0, -3, 7)).map(([at, target, beside]) => {
    const onEnd = at === scale.lowest || at === scale.highest;
    return {
      value: written(scale, at, onEnd ? 0 : beside),
      ...(metric.target === undefined && { target: written(scale, target).replace(/^-/, '') }),
    };
  });
}
