import type { Row } from '../src/data/table.js';

/** The plan of the benchmark: company revenue and retention, a team score, a gate, a factor, a safe part and a cap. */
export const planDocument = {
  plan: 'bench',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: { person: 'targetPercent' }, of: 'salary', prorate: 'calendarDays' },
  metrics: {
    revenue: { kind: 'money', currency: 'USD', level: 'company', target: '120000000' },
    retention: { kind: 'retention', level: 'company' },
    recommendation: { kind: 'nps', level: 'team' },
  },
  goals: [
    {
      metric: 'revenue',
      weight: '50%',
      reads: 'achievement',
      curve: [
        ['80%', '50%'],
        ['100%', '100%'],
        ['120%', '200%'],
      ],
    },
    {
      metric: 'retention',
      weight: '25%',
      reads: 'value',
      curve: [
        ['85%', '50%'],
        ['90%', '100%'],
        ['95%', '150%'],
      ],
    },
    {
      metric: 'recommendation',
      weight: '25%',
      curve: [
        ['30', '50%'],
        ['45', '100%'],
        ['60', '150%'],
      ],
    },
  ],
  gates: [{ metric: 'revenue', reads: 'achievement', atLeast: '70%' }],
  modifiers: [{ from: { person: 'individualFactor' }, within: ['0%', '150%'] }],
  limits: { award: { cap: '200%', of: 'target' } },
  risk: { paidAnyway: '30%', survives: { closedGate: true } },
};

/** Twenty-four teams' scores and the company's results, as whole or round figures: pay data are full of ties. */
export const actualRows: readonly Row[] = [
  { metric: 'revenue', value: '118234567.89', currency: 'USD', status: 'final' },
  { metric: 'retention', value: '91.2%', status: 'final' },
  ...Array.from({ length: 24 }, (_, team) => ({
    metric: 'recommendation',
    group: `team-${team}`,
    value: 30 + ((team * 7) % 41),
    status: 'final',
  })),
];

/** One person as all four variants read it. */
export interface BenchPerson {
  readonly id: string;
  readonly hired: string;
  readonly salary: string;
  readonly currency: string;
  readonly targetPercent: string;
  readonly individualFactor: string;
  readonly team: string;
}

/** People by a fixed recurrence, so that every run measures the same. */
export function benchPeople(count: number): BenchPerson[] {
  let state = 20260101;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  return Array.from({ length: count }, (_, index) => ({
    id: `p-${index}`,
    hired: next(5) === 0 ? `2026-0${1 + next(9)}-${10 + next(18)}` : '2020-01-01',
    salary: `${30000 + next(1400) * 50}.00`,
    currency: 'USD',
    targetPercent: `${5 + next(5) * 5}%`,
    individualFactor: `${80 + next(9) * 5}%`,
    team: `team-${next(24)}`,
  }));
}
