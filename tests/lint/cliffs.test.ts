import { describe, expect, test } from 'vitest';
import { parseActuals } from '../../src/index.js';
import { peopleOf, type Writing } from '../support/base.js';
import { cleanPlan, codesOf, findingsOf, foundIn, keptGoal, npsGoal } from './support.js';

const withGoal = (changes: Writing, more: Writing = {}) =>
  cleanPlan({ goals: [npsGoal(changes), keptGoal()], ...more });

test('a clean plan has no findings', () => {
  expect(findingsOf(cleanPlan())).toEqual([]);
});

describe('cliffs of curves', () => {
  // 0 to 60 % of a curve that pays 0 to 100 %: 60 % of its range; half the weight: 30 % of target.
  test('more than half of what a curve pays is an error, with clause, figures and remedy', () => {
    const [one, ...others] = findingsOf(
      withGoal({
        curve: [
          [20, '60%'],
          [40, '100%'],
        ],
      }),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      code: 'lint.curve.cliff',
      severity: 'error',
      subject: 'nps',
      source: 'Section 1',
      path: ['goals', 0, 'curve'],
      figures: { at: '20', before: '0', after: '0.6', ofCurve: '0.6', ofTarget: '0.3', jumps: '1' },
    });
    expect(one?.message).toContain('60% of what the curve can pay, 30% of target,');
    expect(one?.hint).toMatch(/\w/);
  });

  test('just half is a warning, a tenth is told, less than a tenth is not', () => {
    const codes = (first: string) =>
      codesOf(
        findingsOf(
          withGoal({
            curve: [
              [20, first],
              [40, '100%'],
            ],
          }),
        ),
      );
    expect(codes('50%')).toEqual(['lint.curve.jump']);
    expect(codes('50.01%')).toEqual(['lint.curve.cliff']);
    expect(codes('10%')).toEqual(['lint.curve.jump']);
    expect(codes('9.99%')).toEqual([]);
  });

  test('the limits can be given', () => {
    const curve = {
      curve: [
        [20, '30%'],
        [40, '100%'],
      ],
    };
    expect(codesOf(findingsOf(withGoal(curve), { limits: { cliff: '25%' } }))).toEqual(['lint.curve.cliff']);
    expect(findingsOf(withGoal(curve), { limits: { jump: '40%' } })).toEqual([]);
  });

  // Steps 0 → 25 → 50 → 75 → 100 %: each a quarter of the range, and of half the weight 12.5 % of target.
  test('a table of steps is one finding with its greatest jump', () => {
    const points = [
      [20, '25%'],
      [30, '50%'],
      [40, '75%'],
      [50, '100%'],
    ];
    const [one, ...others] = findingsOf(withGoal({ curve: { points, shape: 'steps' } }));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      code: 'lint.curve.jump',
      figures: { jumps: '4', ofCurve: '0.25', ofTarget: '0.125', at: '20' },
    });
  });

  // Where lower is better the best stands first: at 5 % lost the payout falls from 100 % to nothing.
  test('where lower is better the jump is on the other side', () => {
    const metrics = { nps: { kind: 'nps', level: 'team' }, kept: { kind: 'churn', level: 'team' } };
    const lost = keptGoal({
      curve: [
        ['1%', '150%'],
        ['5%', '100%'],
      ],
    });
    const [one] = foundIn(cleanPlan({ metrics, goals: [npsGoal(), lost] }), 'lint.curve.cliff');
    expect(one?.figures).toMatchObject({
      at: '0.05',
      before: '0',
      after: '1',
      ofCurve: '2/3',
      ofTarget: '0.5',
    });
  });

  test('two points at one value are a jump; a point no result can reach is none', () => {
    const inside = [
      [20, '0%'],
      [40, '40%'],
      [40, '100%'],
      [60, '200%'],
    ];
    // 40 → 100 %: 60 of 200, and of half the weight 30 % of target.
    const [jump] = foundIn(withGoal({ curve: inside }), 'lint.curve.jump');
    expect(jump?.figures).toMatchObject({
      at: '40',
      before: '0.4',
      after: '1',
      ofCurve: '0.3',
      ofTarget: '0.3',
    });
    const beyond = [
      ['80%', '0%'],
      ['100%', '100%'],
      ['120%', '100%'],
      ['120%', '300%'],
    ];
    expect(
      foundIn(cleanPlan({ goals: [npsGoal(), keptGoal({ curve: beyond })] }), 'lint.curve.jump'),
    ).toEqual([]);
  });

  test('a jump behind a gate that is closed there is none', () => {
    const gates = [{ metric: 'nps', atLeast: 30 }];
    const goal = {
      curve: [
        [20, '40%'],
        [30, '50%'],
        [60, '100%'],
      ],
    };
    expect(foundIn(withGoal(goal), 'lint.curve.jump')).toHaveLength(1);
    expect(foundIn(withGoal(goal, { gates }), 'lint.curve.jump')).toEqual([]);
  });

  // Two people on 50,000 and 30,000 at 10 %: 8,000 at target; 30 % of that is 2,400.
  test('people make money of it', () => {
    const rows = [
      { id: 'a', team: 'North', salary: '50000', currency: 'USD' },
      { id: 'b', team: 'South', salary: '30000', currency: 'USD' },
    ];
    const actuals = parseActuals(
      ['North', 'South'].flatMap((group) => [
        { metric: 'nps', group, value: 30, status: 'final' },
        { metric: 'kept', group, value: '91%', status: 'final' },
      ]),
    );
    const data = { people: peopleOf(rows), actuals, asOf: '2027-01-31' };
    const [one] = findingsOf(
      withGoal({
        curve: [
          [20, '60%'],
          [40, '100%'],
        ],
      }),
      { data },
    );
    expect(one?.figures['money']).toBe('2400.00 USD');
    expect(one?.message).toContain('30% of target (2400.00 USD for the people given)');
  });

  test('formulas are looked at as goals are: the share is of target, the clause that of the plan', () => {
    const { goals: _goals, ...rest } = cleanPlan();
    const payout = {
      product: [
        '50%',
        {
          curve: {
            of: { metric: 'nps' },
            points: [
              [20, '80%'],
              [40, '100%'],
            ],
          },
          name: 'Half of it',
          source: 'Annex',
        },
      ],
    };
    const [one] = findingsOf({ ...rest, payout, metrics: { nps: { kind: 'nps', level: 'team' } } });
    // Eight tenths of the curve's range, half of that of target.
    expect(one).toMatchObject({
      code: 'lint.curve.cliff',
      subject: 'Half of it',
      source: 'Annex',
      path: ['payout', 'product', 1, 'curve'],
      figures: { ofCurve: '0.8', ofTarget: '0.4' },
    });
  });
});

describe('cliffs of gates', () => {
  // At 30 the nps goal pays 50 % of its half, the other 50 %: 75 % of target is lost just below.
  test('what hangs on a gate is weighed where it closes, all else at target', () => {
    const [one] = foundIn(
      cleanPlan({ gates: [{ metric: 'nps', atLeast: 30, source: 'Section 4' }] }),
      'lint.gate.cliff',
    );
    expect(one).toMatchObject({
      severity: 'warning',
      path: ['gates', 0],
      source: 'Section 4',
      figures: { at: '30', ofTarget: '0.75' },
    });
  });

  test('a gate that pays a part when closed, and one on a goal that pays little there', () => {
    const part = [{ metric: 'nps', atLeast: 30, otherwise: '70%' }];
    // 75 % less 70 %: 5 % of target is below the tenth that is told.
    expect(foundIn(cleanPlan({ gates: part }), 'lint.gate.cliff')).toEqual([]);
    const own = [{ metric: 'nps', atLeast: 22, closes: ['nps'] }];
    // At 22 the goal pays 10 % of its half.
    expect(foundIn(cleanPlan({ gates: own }), 'lint.gate.cliff')).toEqual([]);
  });

  // All or nothing, each month, with no target: 75 × 3 of 375 that can be paid is 60 %.
  test('a switch between fixed amounts in each part of the period is one finding', () => {
    const give = {
      sum: [
        {
          name: 'A',
          when: { change: 'a', since: 'sameLastYear', atLeast: 1 },
          then: { money: 75 },
          otherwise: 0,
        },
        { name: 'B', when: { metric: 'a', moreThan: { metric: 'b' } }, then: { money: 50 }, otherwise: 0 },
      ],
    };
    const points = { kind: 'points', level: 'company', each: 'month' };
    const document = {
      plan: 'monthly',
      version: 1,
      currency: 'USD',
      period: { start: '2026-01-01', end: '2026-03-31' },
      metrics: { a: points, b: points },
      award: { by: 'calendarDays', prorated: { each: 'month', give } },
    };
    const shown = findingsOf(document).map(({ code, subject, figures }) => [
      code,
      subject,
      figures['ofMost'],
    ]);
    expect(shown).toEqual([
      ['lint.gate.cliff', 'A', '0.6'],
      ['lint.gate.cliff', 'B', '0.4'],
    ]);
  });
});
