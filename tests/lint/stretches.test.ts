import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/index.js';
import { actualsOf, planOf } from '../support/base.js';
import { cleanPlan, codesOf, findingsOf, foundIn, keptGoal, npsGoal } from './support.js';

const past = (...values: readonly number[]) => [
  actualsOf(
    values.map((value, index) => ({
      metric: 'nps',
      group: 'North',
      value,
      status: 'final',
      measuredOn: `${2000 + index}-12-31`,
    })),
  ),
];

describe('dead zones', () => {
  // Flat from 30 to 40 of a way from 20 to 60: a quarter.
  test('a flat stretch between points is told by its part of the way', () => {
    const curve = [
      [20, '0%'],
      [30, '100%'],
      [40, '100%'],
      [60, '200%'],
    ];
    const [one] = foundIn(cleanPlan({ goals: [npsGoal({ curve }), keptGoal()] }), 'lint.curve.flat');
    expect(one).toMatchObject({
      path: ['goals', 0, 'curve'],
      figures: { from: '30', to: '40', pays: '1', ofWay: '0.25' },
    });
  });

  test('less than a fifth of the way is not told, nor are steps', () => {
    const near = [
      [20, '0%'],
      [36, '100%'],
      [43.9, '100%'],
      [60, '200%'],
    ];
    expect(foundIn(cleanPlan({ goals: [npsGoal({ curve: near }), keptGoal()] }), 'lint.curve.flat')).toEqual(
      [],
    );
    const steps = {
      points: [
        [20, '50%'],
        [60, '100%'],
      ],
      shape: 'steps',
    };
    expect(foundIn(cleanPlan({ goals: [npsGoal({ curve: steps }), keptGoal()] }), 'lint.curve.flat')).toEqual(
      [],
    );
  });

  // Below 20 or from 60 on nothing is gained: 10, 15, 60, 70 of ten results are four; three of ten are not above 30 %.
  test('past results where effort pays nothing are counted', () => {
    const [one] = foundIn(cleanPlan(), 'lint.curve.dead', {
      history: past(10, 15, 60, 70, 25, 30, 35, 40, 45, 50),
    });
    expect(one?.figures).toEqual({ results: '10', dead: '4', share: '0.4', below: '2', above: '2' });
    expect(
      foundIn(cleanPlan(), 'lint.curve.dead', { history: past(10, 15, 70, 20, 25, 30, 35, 40, 45, 50) }),
    ).toEqual([]);
  });

  // Ends at 20 and 60 about 40: one deviation of 20 away 2 × Φ(−1) = 0.317310508 (standard normal tables), two of 10
  // away 2 × Φ(−2) = 0.045500264.
  test('a stated model says how likely results fall there', () => {
    const dead = (mean: number, sd: number) =>
      foundIn(cleanPlan(), 'lint.curve.dead', { models: { nps: { mean, sd } } });
    expect(dead(40, 20)[0]?.figures).toEqual({ chance: '0.317310508' });
    expect(dead(40, 20)[0]?.message).toContain('in about 31.7% of cases');
    expect(dead(40, 10)).toEqual([]);
    const limits = { dead: '4.5%' };
    const [one] = foundIn(cleanPlan(), 'lint.curve.dead', { models: { nps: { mean: 40, sd: 10 } }, limits });
    expect(one?.figures).toEqual({ chance: '0.045500264' });
    // The middle at the lower end: half below it, and Φ(−4) above the other.
    expect(dead(20, 10)[0]?.figures).toEqual({ chance: '0.500031671' });
  });

  test('a model that cannot stand is told, and nothing is looked at', () => {
    const { findings, issues } = lint(planOf(cleanPlan()), {
      models: { mood: { mean: 1, sd: 1 }, nps: { mean: 'x', sd: 0 } },
    });
    expect(findings).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['lint.model.metric', 'models/mood'],
      ['metrics.value.number', 'models/nps/mean'],
      ['metrics.value.range', 'models/nps/sd'],
    ]);
  });

  test('two past results prove nothing', () => {
    expect(findingsOf(cleanPlan(), { history: past(10, 15) })).toEqual([]);
  });
});

describe('kinks', () => {
  // 100 % over 20 points is 5 % a point, then 100 % over 8 points 12.5 %: two and a half times as much.
  test('a slope that changes by more than a factor of two, with both slopes', () => {
    const curve = [
      [20, '0%'],
      [40, '100%'],
      [48, '200%'],
    ];
    const [one] = foundIn(cleanPlan({ goals: [npsGoal({ curve }), keptGoal()] }), 'lint.curve.kink');
    expect(one?.figures).toEqual({ at: '40', before: '0.05', after: '0.125', factor: '2.5', kinks: '1' });
    expect(one?.message).toContain('a point is worth 12.5% and before it 5%');
  });

  test('just twice as steep is not told; a limit of its own can be', () => {
    const curve = [
      [20, '0%'],
      [40, '100%'],
      [50, '200%'],
    ];
    const plan = cleanPlan({ goals: [npsGoal({ curve }), keptGoal()] });
    expect(findingsOf(plan)).toEqual([]);
    expect(codesOf(findingsOf(plan, { limits: { kink: 1.9 } }))).toEqual(['lint.curve.kink']);
  });

  test('of a ratio a percentage point is told', () => {
    const curve = [
      ['80%', '0%'],
      ['90%', '100%'],
      ['92%', '200%'],
    ];
    const [one] = foundIn(cleanPlan({ goals: [npsGoal(), keptGoal({ curve })] }), 'lint.curve.kink');
    // 10 % a percentage point, then 50 %.
    expect(one?.figures).toMatchObject({ before: '0.1', after: '0.5', factor: '5' });
  });

  test('a slope beyond the last point is a stretch, too', () => {
    const curve = {
      points: [
        [20, '0%'],
        [40, '100%'],
      ],
      better: { slope: '0.2', until: 60 },
    };
    const [one] = foundIn(cleanPlan({ goals: [npsGoal({ curve }), keptGoal()] }), 'lint.curve.kink');
    expect(one?.figures).toMatchObject({ at: '40', before: '0.05', after: '0.2', factor: '4' });
  });
});
