import { describe, expect, test } from 'vitest';
import { basePlan, type Writing } from '../support/base.js';
import { differencesOf, gatesAt, goalsNamed, wordsOf } from './support.js';

type Point = readonly [string | number, string | number];

const goal = (curve: unknown): Writing => basePlan({ goals: [{ metric: 'nps', weight: 1, curve }] });
const curves = (before: unknown, after: unknown) =>
  wordsOf(goal(before), goal(after)).map((words) => words.replace('goal "nps": ', ''));

const POINTS: readonly Point[] = [
  ['80%', '50%'],
  ['90%', '100%'],
  ['120%', '200%'],
];
const [low, middle, high] = POINTS as [Point, Point, Point];

describe('points of a curve', () => {
  test('one that pays something else, and one that stands elsewhere', () => {
    expect(curves(POINTS, [low, ['90%', '110%'], high])).toEqual([
      'curve point [90%, 100%] becomes [90%, 110%]',
    ]);
    expect(curves(POINTS, [low, ['92%', '100%'], high])).toEqual([
      'curve point [90%, 100%] becomes [92%, 100%]',
    ]);
  });

  test('one more and one less, wherever it stands', () => {
    expect(curves(POINTS, [['70%', 0], ...POINTS])).toEqual(['curve point [70%, 0] is new']);
    expect(curves(POINTS, [low, ['85%', '60%'], middle, high])).toEqual(['curve point [85%, 60%] is new']);
    expect(curves(POINTS, [low, high])).toEqual(['curve point [90%, 100%] is gone']);
    expect(curves(POINTS, [low, middle])).toEqual(['curve point [120%, 200%] is gone']);
  });

  test('between two points that stay, one that pays the same has moved', () => {
    expect(curves(POINTS, [['75%', '25%'], ['82%', '50%'], middle, high])).toEqual([
      'curve point [75%, 25%] is new',
      'curve point [80%, 50%] becomes [82%, 50%]',
    ]);
  });

  test('all of them', () => {
    expect(
      curves(POINTS, [
        ['81%', '51%'],
        ['91%', '101%'],
        ['121%', '201%'],
      ]),
    ).toEqual([
      'curve point [80%, 50%] becomes [81%, 51%]',
      'curve point [90%, 100%] becomes [91%, 101%]',
      'curve point [120%, 200%] becomes [121%, 201%]',
    ]);
  });

  test('two points at one value are a jump, and each of them counts', () => {
    const jump = [low, ['90%', '80%'], middle, high];
    expect(curves(POINTS, jump)).toEqual([
      'curve point [90%, 100%] becomes [90%, 80%]',
      'curve point [90%, 100%] is new',
    ]);
    expect(curves(jump, jump)).toEqual([]);
  });

  test('the order counts', () => {
    expect(curves(POINTS, [middle, low, high])).toHaveLength(2);
  });

  test('with and without the key for points it is the same curve', () => {
    expect(curves(POINTS, { points: POINTS })).toEqual([]);
    const ruled = { points: [low, ['91%', '100%'], high], better: 'continue' };
    const found = differencesOf(goal(POINTS), goal(ruled));
    expect(found.map(({ path, words }) => [path.join('/'), words])).toEqual([
      ['goals/0/curve/points/1', 'goal "nps": curve point [90%, 100%] becomes [91%, 100%]'],
      ['goals/0/curve/better', 'goal "nps": curve better continue is new'],
    ]);
    expect(differencesOf(goal(ruled), goal(POINTS)).map(({ path }) => path.join('/'))).toEqual([
      'goals/0/curve/1',
      'goals/0/curve/better',
    ]);
  });

  test('bands', () => {
    const bands = (edge: string, best = '100%') => ({
      bands: [
        { from: '80%', to: edge, pays: '50%' },
        { from: edge, pays: best },
      ],
    });
    expect(curves(bands('90%'), bands('92%'))).toEqual([
      'curve band from 80%, to 90%, pays 50% becomes from 80%, to 92%, pays 50%',
      'curve band from 90%, pays 100% becomes from 92%, pays 100%',
    ]);
    expect(curves(bands('90%'), bands('90%', '110%'))).toEqual([
      'curve band from 90%, pays 100% becomes from 90%, pays 110%',
    ]);
    expect(curves(POINTS, bands('90%'))).toEqual([
      'curve [80%, 50%], [90%, 100%], [120%, 200%] becomes band from 80%, to 90%, pays 50%, from 90%, pays 100%',
    ]);
  });

  test('a long curve that is new is not told to the last point', () => {
    const many = Array.from({ length: 30 }, (_, index) => [index, index]);
    const [found] = wordsOf(goal(undefined), goal(many));
    expect(found).toMatch(/\[7, 7\] and 22 more is new$/);
  });
});

describe('the order of a list', () => {
  test('goals have none', () => {
    expect(wordsOf(goalsNamed('a', 'b', 'c'), goalsNamed('c', 'a', 'b'))).toEqual([]);
  });

  test('gates have one: the fewest that can have moved are told', () => {
    expect(differencesOf(gatesAt(1, 2, 3), gatesAt(3, 1, 2))).toEqual([
      {
        path: ['gates', 0],
        part: 'gate G3',
        kind: 'moved',
        before: 'place 3',
        after: 'place 1',
        words: 'gate "G3" moves from place 3 to place 1',
      },
    ]);
  });

  test('a gate that others come before or that others leave has not moved', () => {
    expect(differencesOf(gatesAt(1, 2), gatesAt(3, 1, 2)).map(({ kind }) => kind)).toEqual(['added']);
    expect(differencesOf(gatesAt(3, 1, 2), gatesAt(1, 2)).map(({ kind }) => kind)).toEqual(['removed']);
  });

  test('of two that changed places the same one has moved, whichever way it is looked at', () => {
    const moved = (before: unknown, after: unknown) =>
      differencesOf(before, after).map(({ part, before: from, after: to }) => [part, from, to]);
    const nameless = basePlan({ gates: ['nps', 'revenue'].map((metric) => ({ metric, atLeast: 1 })) });
    for (const plan of [gatesAt(1, 2), nameless]) {
      const turned = { ...plan, gates: (plan['gates'] as unknown[]).toReversed() };
      const [there] = moved(plan, turned);
      const [back] = moved(turned, plan);
      expect(back?.[0]).toBe(there?.[0]);
    }
  });

  test('one that moved and changed is told both', () => {
    const [first, second] = gatesAt(1, 2)['gates'] as Writing[];
    const after = basePlan({ gates: [{ ...second, name: 'G2', otherwise: '5%' }, first] });
    expect(wordsOf(gatesAt(1, 2), after)).toContain('gate "G2": otherwise 5% is new');
    expect(wordsOf(gatesAt(1, 2), after)).toHaveLength(2);
  });

  test('nameless gates that say all the same are found again, wherever they stand', () => {
    const gate = (closes: string) => ({ metric: 'nps', atLeast: 1, closes: [closes] });
    const plan = (...closed: string[]) => basePlan({ gates: closed.map(gate) });
    expect(
      differencesOf(plan('a', 'b', 'c'), plan('b', 'c', 'a')).map(({ kind, words }) => [kind, words]),
    ).toEqual([['moved', 'gate on nps moves from place 1 to place 3']]);
    expect(wordsOf(plan('a', 'b', 'c'), plan('b', 'd', 'a'))).toHaveLength(2);
  });

  test('modifiers have one', () => {
    const plan = (...columns: string[]) =>
      basePlan({ modifiers: columns.map((person) => ({ from: { person } })) });
    expect(wordsOf(plan('a', 'b', 'c'), plan('b', 'c', 'a'))).toEqual([
      'modifier "a" moves from place 1 to place 3',
    ]);
  });

  test('of keys: none', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, turned(inner)]),
      );
    };
    expect(turned({ a: 1, b: { c: 1, d: 2 } })).toEqual({ b: { d: 2, c: 1 }, a: 1 });
    expect(wordsOf(basePlan(), turned(basePlan()))).toEqual([]);
  });
});

describe('the order of what is told', () => {
  test('version, identity, period, eligibility, target, metrics, goals, gates, modifiers, limits, risk, rounding, rest', () => {
    const found = differencesOf(
      basePlan(),
      // Written the other way round.
      {
        zebra: 1,
        leave: { sick: { counts: 0 } },
        rounding: { goal: { to: 1, mode: 'up' } },
        risk: { atLeast: '10%' },
        limits: { goal: { cap: 2 } },
        modifiers: [{ from: { person: 'x' } }],
        gates: [{ metric: 'nps', atLeast: 0 }],
        goals: [],
        terms: { corporate: 1 },
        metrics: {},
        target: {},
        eligibility: { hiredBy: '2026-01-01' },
        period: {},
        title: 'T',
        plan: 'other',
        version: 2,
      },
    );
    expect([...new Set(found.map(({ path }) => path[0]))]).toEqual([
      ...['version', 'plan', 'title', 'period', 'eligibility', 'target', 'metrics', 'terms', 'goals'],
      ...['gates', 'modifiers', 'limits', 'risk', 'rounding', 'zebra', 'leave'],
    ]);
  });

  test('within a part as the later plan writes it, however each was found again', () => {
    const goal = (name: string, metric: string, weight: number) => ({ name, metric, weight });
    const before = basePlan({ goals: [goal('a', 'm', 1), goal('b', 'n', 1), goal('x', 'o', 1)] });
    const after = basePlan({ goals: [goal('renamed', 'n', 1), goal('new', 'p', 1), goal('a', 'm', 2)] });
    expect(wordsOf(before, after).map((words) => words.split(':')[0])).toEqual([
      'goal "renamed"',
      'goal "new" is new',
      'goal "a"',
      'goal "x" is gone',
    ]);
  });

  test('what is gone comes last', () => {
    expect(
      wordsOf(goalsNamed('x', 'a', 'y'), goalsNamed('c', 'a', 'b')).map((words) => words.split(':')[0]),
    ).toEqual(['goal "c" is new', 'goal "b" is new', 'goal "x" is gone', 'goal "y" is gone']);
  });
});
