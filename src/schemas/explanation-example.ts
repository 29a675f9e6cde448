import type { Explanation } from '../explain/explanation.js';

/**
 * The explanation that examples are taken from.
 *
 * 10 % of 80,000 is a target of 8,000, of which 25 % is paid anyway. A score of 48 pays 110 % (30 pays 50 %, 45 pays 100 %,
 * 60 pays 150 %): 2,000 + 6,000 × 110 % = 8,600. One point more is a third of 10 % of 6,000, 200. Nothing below 30, so
 * that the award lies between 2,000 and 2,000 + 9,000: 3,000 to win and 6,000 to lose. 6,000 of 88,000 is 3/44.
 */
export const explanationExample = {
  format: 'variable-pay/explanation',
  formatVersion: 1,
  language: 'en',
  release: '0.1.0',
  run: { status: 'final', asOf: '2027-01-31' },
  title: 'Annual incentive',
  award: {
    person: 'e-1001',
    name: 'Ana Silva',
    plan: 'annual',
    version: '1',
    period: { start: '2026-01-01', end: '2026-12-31' },
    status: 'paid',
    reasons: [],
    currency: 'USD',
    amount: '8600.00',
    target: '8000.00',
    safe: '2000.00',
    atRisk: '6000.00',
    restsOn: 'final',
    parts: [
      { stage: 'goal', name: 'Recommendation', source: 'Section 3.1', amount: '6600.00' },
      { stage: 'risk split', name: 'safe part', amount: '2000.00' },
    ],
    segments: [{ from: '2026-01-01', to: '2026-12-31', days: 365, share: 'all days' }],
    steps: [
      {
        stage: 'goal',
        name: 'Recommendation',
        source: 'Section 3.1',
        shown: '110%',
        value: '1.1',
        how: '48 lies between 45 → 100% and 60 → 150%',
      },
    ],
  },
  risk: {
    target: '8000.00',
    safe: '2000.00',
    atRisk: '6000.00',
    safePart: { stated: 'paidAnyway', share: '25%', survivesClosedGate: true, survivesLeaving: false },
    goals: [{ name: 'Recommendation', source: 'Section 3.1', amount: '6000.00' }],
    gates: [],
    minimum: { amount: '2000.00', exact: true },
    maximum: { amount: '11000.00', exact: true },
    totalPay: { base: '80000.00', atTarget: '88000.00', atRiskShare: '3/44' },
    leverage: '0.5',
    maximumOfTarget: '1.375',
    canBeZero: false,
    cannotBeZero: ['safePart'],
    absent: [],
  },
  outcome: {
    target: '8000.00',
    award: '8600.00',
    amount: '600.00',
    lines: [
      {
        stage: 'goal',
        name: 'Recommendation',
        source: 'Section 3.1',
        atTarget: '6000.00',
        brought: '6600.00',
        amount: '600.00',
      },
      { stage: 'risk split', name: 'safe part', atTarget: '2000.00', brought: '2000.00', amount: '0.00' },
    ],
  },
  goals: [{ name: 'Recommendation', source: 'Section 3.1', counted: '48', pays: '110%' }],
  onePoint: [{ metric: 'recommendation', title: 'Recommendation', point: '1 more', adds: '200.00' }],
  next: [{ name: 'Recommendation', source: 'Section 3.1', now: '48', at: '60', pays: '150%' }],
  attribution: {
    target: '8000.00',
    atNeutral: '8000.00',
    award: '8600.00',
    lines: [{ kind: 'metric', name: 'recommendation', title: 'Recommendation', amount: '600.00' }],
  },
} as const satisfies Explanation;
