import fc from 'fast-check';
import type {
  LimitsDocument,
  MoneyLiteral,
  PeriodDocument,
  RiskDocument,
  RoundingDocument,
  RoundingRule,
  TargetDocument,
} from '../../src/index.js';
import { roundingModes } from '../../src/num/round.js';

/** Years, halves, quarters, a fiscal year, a leap year, and four weeks that say how much of a year they are. */
export const period = fc.constantFrom<PeriodDocument>(
  { start: '2026-01-01', end: '2026-12-31' },
  { start: '2026-01-01', end: '2026-12-31' },
  { start: '2024-01-01', end: '2024-12-31' },
  { start: '2025-12-01', end: '2026-11-30' },
  { start: '2026-04-01', end: '2026-06-30' },
  { start: '2026-03-02', end: '2026-03-29', years: '1/13' },
);

/** By days; not at all; not at all, and the last assignment counts. */
const prorate = fc.constantFrom(
  { prorate: 'calendarDays' as const },
  { prorate: 'calendarDays' as const },
  { prorate: 'calendarDays' as const },
  { prorate: 'none' as const },
  { prorate: 'none' as const, asOf: 'periodEnd' as const },
);
const dollars = (money: string): MoneyLiteral => ({ money, currency: 'USD' });

const percent = fc.constantFrom(
  ...['10%', '12.5%', '1/3'],
  ...[{ person: 'targetPercent' }, { person: 'targetPercent' }],
);

/** Target opportunity in all its forms. */
export const target: fc.Arbitrary<TargetDocument> = fc.oneof(
  fc.tuple(percent, prorate).map(([share, way]) => ({ percent: share, of: 'salary' as const, ...way })),
  fc
    .constantFrom({}, { asOf: 'periodEnd' as const })
    .map((way) => ({ percent: '8%', of: { person: 'earned' }, prorate: 'none' as const, ...way })),
  prorate.map((way) => ({ amount: { person: 'bonusAmount' }, ...way })),
  prorate.map((way) => ({ amount: dollars('4321.09'), ...way })),
);

const ratios = fc.constantFrom(
  { cap: '200%' },
  { cap: '110%' },
  { floor: '10%' },
  { floor: '25%', cap: '125%' },
);

/** Limits of goals, the payout and the award, each on its own. */
export const limits: fc.Arbitrary<LimitsDocument> = fc
  .record({
    goal: fc.option(ratios, { nil: undefined }),
    payout: fc.option(
      fc
        .tuple(ratios, fc.constantFrom({}, { per: 'person' as const }, { per: 'segment' as const }))
        .map(([bounds, per]) => ({ ...bounds, ...per })),
      { nil: undefined },
    ),
    award: fc.option(
      fc.constantFrom(
        { cap: '150%', of: 'target' as const },
        { floor: '-50%', cap: '200%', of: 'target' as const },
        { floor: '20%', of: 'target' as const },
        { cap: dollars('9000.005'), floor: dollars('-1000000') },
        { floor: dollars('250') },
        { floor: '30%', of: 'target' as const, cap: dollars('700') },
        { floor: '0', cap: dollars('5000') },
      ),
      { nil: undefined },
    ),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)));

/** A safe part in one of its two ways; always with what becomes of it behind closed gates. */
export const risk: fc.Arbitrary<RiskDocument> = fc
  .tuple(
    fc.constantFrom('paidAnyway' as const, 'atLeast' as const),
    fc.constantFrom('0%', '30%', '1/3', '100%'),
    fc.boolean(),
  )
  .map(([key, share, closedGate]) => ({ [key]: share, survives: { closedGate } }));

const rule = (...units: string[]): fc.Arbitrary<RoundingRule | undefined> =>
  fc.option(fc.record({ to: fc.constantFrom(...units), mode: fc.constantFrom(...roundingModes) }), {
    nil: undefined,
  });

/** Rounding at every place where a plan can round. */
export const rounding: fc.Arbitrary<RoundingDocument> = fc
  .record({
    achievement: rule('0.1%', '1%'),
    goal: rule('0.1%', '5%'),
    payout: rule('0.1%', '1/3'),
    award: rule('currency', '1', '10', '0.05'),
  })
  .map((parts) => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)));
