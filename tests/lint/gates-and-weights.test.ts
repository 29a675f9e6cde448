import { describe, expect, test } from 'vitest';
import { actualsOf, type Writing } from '../support/base.js';
import { cleanPlan, codesOf, findingsOf, foundIn, keptGoal, npsGoal } from './support.js';

const gated = (gate: Writing) => cleanPlan({ gates: [gate] });

describe('gates', () => {
  test('a bound that no result can miss, and the nearest that can be missed', () => {
    const [one] = foundIn(
      gated({ name: 'Some kept', metric: 'kept', reads: 'value', atLeast: '0%' }),
      'lint.gate.open',
    );
    expect(one).toMatchObject({
      subject: 'Some kept',
      path: ['gates', 0],
      figures: { lowest: '0', highest: '1', bound: '0' },
    });
    expect(foundIn(gated({ metric: 'kept', reads: 'value', moreThan: '0%' }), 'lint.gate.open')).toEqual([]);
    expect(foundIn(gated({ metric: 'nps', atLeast: -100 }), 'lint.gate.open')).toHaveLength(1);
    expect(foundIn(gated({ metric: 'nps', atLeast: -99 }), 'lint.gate.open')).toEqual([]);
  });

  test('a bound no result can reach: what the check found is told once, of formulas it is found here', () => {
    expect(codesOf(findingsOf(gated({ metric: 'kept', reads: 'value', moreThan: '100%' })))).toContain(
      'plan.gate.never',
    );
    expect(foundIn(gated({ metric: 'kept', reads: 'value', moreThan: '100%' }), 'lint.gate.shut')).toEqual(
      [],
    );
    const value = { product: [2, { metric: 'kept' }] };
    expect(foundIn(gated({ value, moreThan: '200%' }), 'lint.gate.shut')[0]?.figures).toMatchObject({
      highest: '2',
      bound: '2',
    });
    expect(foundIn(gated({ value, atLeast: '200%' }), 'lint.gate.shut')).toEqual([]);
  });

  test('a gate whose bound lies where its goal pays nothing yet changes nothing', () => {
    const own = (atLeast: number) => gated({ metric: 'nps', atLeast, closes: ['nps'] });
    expect(foundIn(own(15), 'lint.gate.idle')[0]?.figures).toEqual({ bound: '15', pays: '0' });
    // At 20 the curve begins to pay: the gate and the curve close together.
    expect(foundIn(own(20), 'lint.gate.idle')).toHaveLength(1);
    expect(foundIn(own(21), 'lint.gate.idle')).toEqual([]);
    // A gate around all goals closes the other one, too.
    expect(foundIn(gated({ metric: 'nps', atLeast: 15 }), 'lint.gate.idle')).toEqual([]);
    // What it pays when closed is more than the goal pays there.
    expect(
      foundIn(gated({ metric: 'nps', atLeast: 15, closes: ['nps'], otherwise: '10%' }), 'lint.gate.idle'),
    ).toEqual([]);
  });
});

describe('weights', () => {
  const weighted = (small: string, large: string, curve?: unknown) =>
    cleanPlan({
      goals: [npsGoal({ weight: small, ...(curve !== undefined && { curve }) }), keptGoal({ weight: large })],
    });

  // 2 % × 200 % = 4 % of target; 2.5 % × 200 % = 5 %.
  test('a goal that moves less than a twentieth of target', () => {
    const [one] = foundIn(weighted('2%', '98%'), 'lint.weight.small');
    expect(one).toMatchObject({
      subject: 'nps',
      source: 'Section 1',
      figures: { ofTarget: '0.04', weight: '0.02', least: '0', most: '2' },
    });
    expect(foundIn(weighted('2.5%', '97.5%'), 'lint.weight.small')).toEqual([]);
  });

  test('a goal that moves nothing at all', () => {
    const flat = [
      [20, '100%'],
      [40, '100%'],
    ];
    const curve = { points: flat, worse: 'hold' };
    expect(foundIn(weighted('50%', '50%', curve), 'lint.weight.small')[0]?.figures).toMatchObject({
      ofTarget: '0',
    });
  });

  // With 60 % of target paid anyway, 10 % × 200 % × 40 % = 8 %; with 80 % paid anyway 4 %.
  test('the safe part makes goals smaller', () => {
    const safe = (paidAnyway: string) => ({
      ...weighted('10%', '90%'),
      risk: { paidAnyway, survives: { closedGate: true } },
    });
    expect(foundIn(safe('60%'), 'lint.weight.small')).toEqual([]);
    expect(foundIn(safe('80%'), 'lint.weight.small')[0]?.figures).toMatchObject({ ofTarget: '0.04' });
  });

  test('an item of a formula is looked at as a goal is', () => {
    const { goals: _goals, ...rest } = cleanPlan();
    const item = (metric: string, weight: string, points: unknown) => ({
      name: metric,
      weight,
      payout: { curve: { of: { metric }, points } },
    });
    const payout = {
      weighted: [
        item('nps', '4%', [
          [20, '0%'],
          [40, '100%'],
        ]),
        item('kept', '96%', [
          ['80%', '0%'],
          ['100%', '200%'],
        ]),
      ],
    };
    expect(
      foundIn({ ...rest, payout }, 'lint.weight.small').map(({ subject, figures }) => [
        subject,
        figures['ofTarget'],
      ]),
    ).toEqual([['nps', '0.04']]);
  });
});

describe('scores from too few responses', () => {
  const plan = (sample: Writing) =>
    cleanPlan({
      metrics: { nps: { kind: 'nps', level: 'team', ...sample }, kept: { kind: 'retention', level: 'team' } },
    });

  test('the rule of check is told with its figures', () => {
    const [one] = foundIn(plan({ sample: { atLeast: 20, tooFew: 'payTarget' } }), 'plan.sample.noise');
    expect(one).toMatchObject({
      subject: 'nps',
      path: ['goals', 0],
      figures: { weight: '50%', responses: '20' },
    });
  });

  test('where the plan says nothing, on the fewest responses of the past', () => {
    const history = (responses: number) => [
      actualsOf([{ metric: 'nps', group: 'North', value: 30, responses, status: 'final' }]),
    ];
    expect(foundIn(plan({}), 'plan.sample.noise', { history: history(20) })[0]?.figures).toMatchObject({
      responses: '20',
    });
    expect(foundIn(plan({}), 'plan.sample.noise', { history: history(100_000) })).toEqual([]);
    expect(foundIn(plan({}), 'plan.sample.noise')).toEqual([]);
  });
});

describe('one result that drowns the others', () => {
  const weights = (nps: string, kept: string) =>
    cleanPlan({ goals: [npsGoal({ weight: nps }), keptGoal({ weight: kept })] });

  // 150 % against 50 % is just three times as much; 152 % against 48 % is more.
  test('more than three times as much as the rest', () => {
    expect(foundIn(weights('75%', '25%'), 'lint.metric.drowns')).toEqual([]);
    const [one] = foundIn(weights('76%', '24%'), 'lint.metric.drowns');
    expect(one).toMatchObject({
      subject: 'nps',
      path: ['metrics', 'nps'],
      figures: { share: '1.52', others: '0.48' },
    });
  });

  // A factor from 0 to 10 on an award at target moves it by 1000 %, each goal by 100 %.
  test('a factor counts as a goal does', () => {
    const modifiers = (most: string) => [
      { name: 'Factor', from: { person: 'factor' }, within: ['0%', most] },
    ];
    const [one] = foundIn(cleanPlan({ modifiers: modifiers('1000%') }), 'lint.metric.drowns');
    expect(one).toMatchObject({ subject: 'factor', figures: { share: '10', others: '2' } });
    expect(foundIn(cleanPlan({ modifiers: modifiers('150%') }), 'lint.metric.drowns')).toEqual([]);
  });

  // 50 % each; in the past nps went from 20 to 60, the whole curve (100 % of target), and kept from 90 to 92 % (10 %).
  test('what the past had counts, where it has enough of every metric', () => {
    const rows = (nps: readonly number[], kept: readonly string[]) => [
      actualsOf([
        ...nps.map((value, index) => ({ metric: 'nps', group: `t-${index}`, value, status: 'final' })),
        ...kept.map((value, index) => ({ metric: 'kept', group: `t-${index}`, value, status: 'final' })),
      ]),
    ];
    const history = rows([20, 40, 60], ['90%', '91%', '92%']);
    const [one] = foundIn(cleanPlan(), 'lint.metric.drowns', { history });
    expect(one).toMatchObject({ subject: 'nps', figures: { share: '1', others: '0.1', factor: '10' } });
    expect(one?.message).toContain('From its worst to its best in the past');
    const wide = rows([20, 40, 60], ['80%', '91%', '92%']);
    expect(foundIn(cleanPlan(), 'lint.metric.drowns', { history: wide })).toEqual([]);
    const few = rows([20, 40, 60], ['90%', '92%']);
    expect(foundIn(cleanPlan(), 'lint.metric.drowns', { history: few })).toEqual([]);
  });

  test('a plan with one result is one by design', () => {
    const metrics = { nps: { kind: 'nps', level: 'team' } };
    expect(findingsOf(cleanPlan({ metrics, goals: [npsGoal({ weight: '100%' })] }))).toEqual([]);
  });
});
