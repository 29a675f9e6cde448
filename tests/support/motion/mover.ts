import fc from 'fast-check';
import { countDays, shift } from '../calendar.js';
import type { FlatPlan } from '../flat-plan.js';
import { type Dated, type Decision, LAST, type Mover, type Stretch } from './world.js';

/** Somebody in motion around the period of a plan. */
export function moverOf(document: FlatPlan): fc.Arbitrary<Omit<Mover, 'id'>> {
  const { start, end } = document.period;
  const length = countDays(start, end);
  const offset = fc.integer({ min: -60, max: length + 20 });
  return fc
    .record({
      hired: fc.option(fc.integer({ min: -400, max: length }), { nil: undefined, freq: 3 }),
      stays: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined, freq: 1 }),
      leftReason: fc.constantFrom('resignation', 'retirement', 'death', 'other'),
      cuts: fc.uniqueArray(offset, { maxLength: 3 }),
      gap: fc.constantFrom(0, 0, 0, 9),
      beside: fc.constantFrom(undefined, undefined, undefined, ...SHARES),
      parts: fc.array(fields, { minLength: 4, maxLength: 4 }),
      elsewhere: fc.array(fc.constantFrom(false, false, false, true), { minLength: 4, maxLength: 4 }),
      leave: fc.array(
        fc.tuple(
          offset,
          fc.oneof(fc.nat(120), fc.constant(99_999)),
          fc.constantFrom('sick', 'parental', 'care'),
        ),
        {
          maxLength: 4,
        },
      ),
      touching: fc.boolean(),
      earnings: fc.array(fc.tuple(offset, fc.nat(60), amount, fc.constantFrom('base', 'overtime', 'gift')), {
        maxLength: 4,
      }),
      exceptions: exceptions(document, offset),
    })
    .map(
      ({
        hired,
        stays,
        leftReason,
        cuts,
        gap,
        beside,
        parts,
        elsewhere,
        leave,
        touching,
        earnings,
        exceptions,
      }) => {
        const day = (at: number) => shift(start, at);
        const left =
          stays === undefined
            ? undefined
            : day((hired ?? -400) + (hired === undefined ? stays + 300 : stays));
        const ends = { first: hired === undefined ? '1990-01-01' : day(hired), last: left ?? LAST };
        const starts = cuts.toSorted((a, b) => a - b).map(day);
        return {
          ...(hired !== undefined && { hired: ends.first }),
          ...(left !== undefined && { left, leftReason }),
          stretches: (beside ? besides(starts, beside, parts) : inTurn(starts, gap, parts)).map(
            (one, index) => (elsewhere[index] ? { ...one, plan: 'elsewhere' } : one),
          ),
          leave: leaveWithin(leave, { day, touching, ...ends }),
          earnings: earnings.map(([at, days, paid, code]) => ({
            code,
            amount: paid,
            from: day(at),
            to: day(at + days),
          })),
          exceptions: exceptions.map((one) => decisionOf(one, day)),
        };
      },
    );
}

const SHARES = [
  ['60%', '40%'],
  ['1/3', '2/3'],
] as const;

const amount = fc.integer({ min: -50_000, max: 900_000 }).map((cents) => (cents / 100).toFixed(2));

const fields = fc
  .record({
    salary: fc.integer({ min: 1, max: 999_999 }).map((cents) => (cents / 7).toFixed(2)),
    hours: fc.constantFrom(
      {},
      {},
      { hoursShare: '60%', salaryIs: 'fullTime' },
      { hoursShare: '2/3', salaryIs: 'actual' },
      { salaryTimes: '13' },
    ),
    targetPercent: fc.constantFrom('', '7%', '12.5%'),
    targetAmount: fc.constantFrom('', '4321.09', '1000'),
    grade: fc.constantFrom('G5', 'G6', 'G7'),
    country: fc.constantFrom('FR', 'FR', 'BE', 'DE'),
    level: fc.constantFrom('1', '2', '3', '4', '5'),
    rating: fc.constantFrom('good', 'good', 'bad'),
    team: fc.constantFrom('North', 'South'),
    schedule: fc.constantFrom('standard', 'three', 'hours'),
  })
  .map(({ hours, ...all }): Record<string, string> => ({ ...all, ...hours }));

type Fields = Readonly<Record<string, string>>;

/** One job after the other, with days between them where there is a gap. */
function inTurn(starts: readonly string[], gap: number, parts: readonly Fields[]): Stretch[] {
  const all = ['1990-01-01', ...starts];
  return all
    .map((from, index) => {
      const next = all[index + 1];
      return { from, to: next === undefined ? LAST : shift(next, -1 - gap), fields: parts[index] as Fields };
    })
    .filter(({ from, to }) => from <= to);
}

/** Two jobs at once; the second changes on a day, and both end where there are two more days. */
function besides(
  [change, , last]: readonly string[],
  [most, rest]: readonly [string, string],
  parts: readonly Fields[],
): Stretch[] {
  const [a, b, c] = parts as [Fields, Fields, Fields];
  const to = last ?? LAST;
  const first = { from: '1990-01-01', to, share: most, fields: a };
  if (change === undefined) return [first, { ...first, share: rest, fields: b }];
  return [
    first,
    { from: '1990-01-01', to: shift(change, -1), share: rest, fields: b },
    { from: change, to, share: rest, fields: c },
  ];
}

interface Employed {
  readonly first: string;
  readonly last: string;
  readonly touching: boolean;
  day(at: number): string;
}

/** Leaves within the employment, none on the days of another; some follow each other day by day. */
function leaveWithin(
  drawn: readonly (readonly [number, number, string])[],
  { first, last, touching, day }: Employed,
): Dated[] {
  const found: Dated[] = [];
  for (const [at, days, type] of drawn.toSorted((a, b) => a[0] - b[0])) {
    const free = found.at(-1)?.to;
    const wished = free !== undefined && (touching || day(at) <= free) ? shift(free, 1) : day(at);
    const from = wished > first ? wished : first;
    const to = shift(from, days) < last ? shift(from, days) : last;
    if (from <= to) found.push({ type, from, to });
  }
  return found;
}

type Drawn = readonly [kind: string, value: string, from: number | undefined, until: number];

/** Exceptions of different kinds that the plan has a place for; some for part of the year only. */
function exceptions({ target }: FlatPlan, offset: fc.Arbitrary<number>): fc.Arbitrary<Drawn[]> {
  const earned = 'of' in target && typeof target.of === 'object' && 'earnings' in target.of;
  const window = fc.tuple(fc.option(offset, { nil: undefined }), offset);
  const days = (kind: string, value: string) =>
    window.map(([a, b]): Drawn => [kind, value, a === undefined ? a : Math.min(a, b), Math.max(a ?? b, b)]);
  const always = (kind: string, value: string) => fc.constant<Drawn>([kind, value, undefined, 1200]);
  const kinds = [
    always('guarantee', '2000.50'),
    always('treatment', 'payTarget'),
    always('treatment', 'payActual'),
    ...('percent' in target ? [days('targetPercent', '20%')] : []),
    ...(earned ? [] : [days('targetAmount', '7000'), always('proration', '75%')]),
  ];
  return fc.array(fc.oneof(...kinds), { maxLength: 2 }).map((all) => {
    const known = new Set<string>();
    return all.filter(([kind]) => !known.has(kind) && known.add(kind));
  });
}

function decisionOf([kind, value, from, until]: Drawn, day: (at: number) => string): Decision {
  return { kind, value, ...(from !== undefined && { from: day(from) }), until: day(until) };
}
