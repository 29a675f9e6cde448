import fc from 'fast-check';
import type { PeriodDocument, ProrationDocument, TargetDocument } from '../../../src/index.js';
import type { FlatPlan } from '../flat-plan.js';

const whole: readonly PeriodDocument[] = [
  { start: '2026-01-01', end: '2026-12-31' },
  { start: '2024-01-01', end: '2024-12-31' },
  { start: '2023-07-01', end: '2024-06-30' },
  { start: '2026-04-01', end: '2026-06-30' },
];
const odd: PeriodDocument = { start: '2025-12-29', end: '2026-12-27', years: '1' };

export const calendars = {
  standard: { week: [1, 1, 1, 1, 1, 0, 0], days: { '2026-05-01': 0, '2024-02-29': '1/2', '2026-04-18': 1 } },
  three: { week: [1, 1, 1, 0, 0, 0, 0] },
  hours: { week: ['7.5', '7.5', '7.5', '7.5', 5, 0, 0] },
};

/** Ways to count part of a period; the last of them only where the period is whole months. */
export const methods: readonly ProrationDocument[] = [
  'calendarDays',
  'act/act',
  '30/360',
  'calendarMonths',
  'none',
  { workingDays: 'standard' },
  { workingDays: { person: 'schedule' } },
  {
    table: [
      [1, '0%'],
      [30, '1/3'],
      [90, '50%'],
      [180, '100%'],
    ],
  },
  { wholeMonths: { startBy: 15, endFrom: 16 } },
  { wholeMonths: { startBy: 9, endFrom: 20 } },
  { wholeMonths: { startBy: 1, endFrom: 31 } },
];

const ladder = {
  person: 'targetPercent',
  otherwise: { by: 'grade', values: { G5: '8%', G6: '12%' }, otherwise: '5%' },
};
const amounts = { person: 'targetAmount', otherwise: { money: '3333.33' } };

const bases: fc.Arbitrary<object> = fc.oneof(
  fc.constantFrom(
    { percent: '10%', of: 'salary' },
    { percent: ladder, of: 'salary', hours: 'share' },
    { percent: '1/7', of: 'salary', hours: 'full' },
    { percent: ladder, of: 'salary', salaryAt: 'periodEnd' },
    { percent: '10%', of: 'salary', salaryAt: '2026-05-15', hours: 'full' },
  ),
  fc
    .constantFrom('share', 'full')
    .chain((hours) =>
      fc.constantFrom(
        { percent: ladder, of: { by: 'grade', values: { G5: 50_000, G6: 64_000, G7: '77777.77' } }, hours },
        { amount: { money: 5000 }, hours },
        { amount: amounts, hours },
      ),
    ),
);

const earned = { percent: ladder, of: { earnings: ['base', 'overtime'] } };

/** A target with a way to count days. */
function target(ways: readonly ProrationDocument[]): fc.Arbitrary<TargetDocument> {
  const prorated = fc
    .tuple(bases, fc.constantFrom(...ways))
    .map(([base, prorate]) => ({ ...base, prorate, ...(prorate === 'none' && { asOf: 'periodEnd' }) }));
  return fc.oneof(
    { weight: 9, arbitrary: prorated },
    { weight: 1, arbitrary: fc.constant(earned) },
  ) as fc.Arbitrary<TargetDocument>;
}

const leave = fc.constantFrom(
  undefined,
  { parental: { counts: '0%' }, sick: { counts: '50%', fromDay: 31 }, otherwise: { counts: '100%' } },
  { sick: { counts: '1/3' }, otherwise: { counts: '25%', fromDay: 5 } },
);

const leavers = fc.constantFrom(
  undefined,
  { resignation: 'forfeit', retirement: 'prorate', death: 'payTarget', otherwise: 'payActual' },
  { retirement: { days: 'all', results: 'actual' }, death: 'accelerate', otherwise: 'forfeit' },
  { retirement: 'prorate', death: { days: 'served', results: 'target' } },
);

const eligibility = fc.constantFrom(
  undefined,
  { where: [{ person: 'country', is: ['FR', 'BE'] }] },
  {
    where: [
      { person: 'level', within: [2, 4] },
      { person: 'country', isNot: 'BE' },
    ],
  },
  { employedAt: 'periodEnd' },
  { employedAt: 'paymentDate' },
);

const risks = fc.constantFrom(
  undefined,
  { paidAnyway: '30%', survives: { closedGate: true, leaving: true } },
  { paidAnyway: '30%', survives: { closedGate: false, leaving: false } },
);

/** Plans whose results are one payout per team, with every rule about people. */
export const motionPlan: fc.Arbitrary<FlatPlan> = fc
  .constantFrom(...whole, odd)
  .chain((period) =>
    fc.record({
      period: fc.constant(period),
      target: target(methods.slice(0, period === odd ? -3 : methods.length)),
      leave,
      leavers,
      eligibility,
      risk: risks,
      gates: fc.constantFrom(undefined, undefined, [{ person: 'rating', is: 'good' }]),
      limits: fc.constantFrom(
        undefined,
        undefined,
        { payout: { cap: '120%' } },
        { award: { floor: { money: '99.99' }, cap: { money: 4000 } } },
      ),
    }),
  )
  .map(assemble);

function assemble({ period, ...parts }: Record<string, unknown> & { readonly period: PeriodDocument }) {
  const stated = Object.entries(parts).filter(([, value]) => value !== undefined);
  const after = `${Number(period.end.slice(0, 4)) + 1}-03-15`;
  return {
    plan: 'motion',
    version: 1,
    currency: 'USD',
    period,
    payment: { date: after },
    calendars,
    metrics: { result: { kind: 'payout', level: 'team' } },
    goals: [{ metric: 'result', weight: 1 }],
    ...Object.fromEntries(stated),
  } as unknown as FlatPlan;
}
