import { describe, expect, test } from 'vitest';
import { formatIssue, parsePlan } from '../../src/index.js';
import { checkSampling } from '../../src/scores/index.js';

function warnings(metric: object, goal: object) {
  const parsed = parsePlan({
    plan: 'p',
    version: 1,
    currency: 'EUR',
    period: { start: '2026-01-01', end: '2026-12-31' },
    target: { amount: { money: 1000 }, prorate: 'none' },
    metrics: { m: { level: 'team', ...metric } },
    goals: [{ metric: 'm', weight: '100%', reads: 'value', ...goal }],
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  return checkSampling(parsed.plan);
}

const rule = (atLeast: number, more: object = {}) => ({ sample: { atLeast, tooFew: 'payTarget', ...more } });
const retention = (atLeast: number, more: object = {}) => ({ kind: 'retention', ...rule(atLeast, more) });
const curve = [
  ['88%', '50%'],
  ['92%', '100%'],
  ['96%', '150%'],
];

describe('money on a score of few responses', () => {
  // Wilson at 92 % of 20, z = 1.96: (2 z √(20 × 0.92 × 0.08 + z²/4)) ÷ (20 + z²) = 2 × 1.96 × 1.5595 ÷ 23.84 = 0.2564.
  test('is told with the width of the interval, the way to target and how many would be enough', () => {
    const [warning] = warnings(retention(20), { curve });
    expect(warning).toMatchObject({ code: 'plan.sample.noise', severity: 'warning', path: ['goals', 0] });
    expect(warning?.message).toContain('25.6 percentage points wide');
    expect(warning?.message).toContain('from threshold to target it is 4.0 percentage points');
  });

  // A plain Wald count for the same width of 4 points: 4 × 1.96² × 0.92 × 0.08 ÷ 0.04² = 706.9; Wilson differs by a few.
  test('the responses that would be enough are the fewest', () => {
    const [warning] = warnings(retention(20), { curve });
    const enough = Number(/at least (\d+)/.exec(warning?.expected ?? '')?.[1]);
    expect(enough).toBeGreaterThan(695);
    expect(enough).toBeLessThan(715);
    expect(warnings(retention(enough), { curve })).toEqual([]);
    expect(warnings(retention(enough - 1), { curve })).toHaveLength(1);
  });

  // RISK B4: true rates by Beta(276, 24), the curve above: with 20 customers 94.5 % of the variance is luck, with 200 61.7 %.
  test.each([
    [20, 95],
    [200, 62],
  ])(
    '%d customers: %d %% of what it pays is luck, where the plan says how true rates differ',
    (atLeast, luck) => {
      const more = { tooFew: 'blend', credibility: { toward: 'company', strength: 300 } };
      const [warning] = warnings(retention(atLeast, more), { curve });
      expect(warning?.message).toContain(`${luck} % of what it pays is luck`);
    },
  );

  // Adjusted Wald at 45 of 30 without passives: p + d − (p − d)² of (22.5, 1.5, 9) of 33 …
  test('an nps is looked at without passives, the widest it can be', () => {
    const points = [
      [30, '50%'],
      [45, '100%'],
    ];
    const [warning] = warnings({ kind: 'nps', ...rule(30) }, { curve: points });
    // (21.75 + 0.75) = 22.5 promoters, 1.5 passives, 8.25 + 0.75 = 9 detractors of 33: p − d = 0.40909, p + d = 0.95455,
    // variance 0.95455 − 0.16736 = 0.78719, error √(0.78719 ÷ 33) = 0.15445: 2 × 1.95996 × 15.445 = 60.5.
    expect(warning?.message).toContain('60.5 points wide');
  });

  test('an achievement is measured by its target', () => {
    const goal = {
      reads: 'achievement',
      curve: [
        ['90%', '50%'],
        ['100%', '100%'],
      ],
    };
    const [warning] = warnings({ ...retention(50), target: '90%' }, goal);
    // From 81 % to 90 %.
    expect(warning?.message).toContain('from threshold to target it is 9.0 percentage points');
  });

  test('the confidence is that of the bound that pays', () => {
    const pays = { pays: { bound: '80%', round: { to: '0.1%', mode: 'halfUp' } } };
    expect(warnings(retention(20, pays), { curve })[0]?.message).toContain('its 80% interval');
  });

  test.each([
    ['no minimum', { kind: 'retention' }, { curve }],
    ['a kind that is not counted', { kind: 'ratio', ...rule(20) }, { curve }],
    [
      'a curve without a threshold below target',
      retention(20),
      { curve: { points: [['92%', '100%']], shape: 'steps' } },
    ],
    [
      'a target in the actuals',
      retention(20),
      {
        reads: 'achievement',
        curve: [
          ['90%', '50%'],
          ['100%', '100%'],
        ],
      },
    ],
  ])('is not looked for with %s', (_, metric, goal) => {
    expect(warnings(metric, goal)).toEqual([]);
  });
});

describe('the way from threshold to target', () => {
  const nps = { kind: 'nps', ...rule(5) };
  const way = (metric: object, goal: object) =>
    /from threshold to target it is ([\d.]+)/.exec(warnings(metric, goal)[0]?.message ?? '')?.[1];

  test.each([
    [
      'begins where nothing is paid yet',
      nps,
      [
        [30, '0%'],
        [45, '100%'],
      ],
      '15.0',
    ],
    // 90 % at 45 and 150 % at 60: 100 % at 47.5, and the threshold at 30.
    [
      'ends between two points',
      nps,
      [
        [30, '50%'],
        [45, '90%'],
        [60, '150%'],
      ],
      '17.5',
    ],
    [
      'is not beyond target',
      nps,
      [
        [30, '50%'],
        [45, '100%'],
        [60, '20%'],
      ],
      '15.0',
    ],
  ])('%s', (_, metric, points, expected) => {
    expect(way(metric, { curve: points })).toBe(expected);
  });

  test('of a churn ends at the worst rate that still pays target', () => {
    const churn = { kind: 'churn', ...rule(300) };
    const points = [
      ['3%', '150%'],
      ['5%', '100%'],
      ['12%', '100%'],
      ['13%', '50%'],
    ];
    expect(way(churn, { curve: points })).toBe('1.0');
  });
});

test('a score that is blended moves by its own weight only', () => {
  const credibility = { toward: 'company', strength: 3000 };
  const blended = {
    kind: 'retention',
    sample: { pays: 'blended', credibility, atLeast: 20, tooFew: 'payTarget' },
  };
  // 25.6 points × 20 ÷ 3020 = 0.17 points, less than the 4 from threshold to target.
  expect(warnings(blended, { curve })).toEqual([]);
});
