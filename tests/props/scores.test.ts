import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Award, calculate, formatIssue, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { type MetricScore, scores } from '../../src/scores/index.js';
import { policies } from '../../src/scores/score-report.js';
import type { Writing } from '../support/base.js';

vi.setConfig({ testTimeout: 60_000 });

/** What the report says counts is what the steps of an award show, for everybody, in each part of the period. */
const AS_OF = '2027-01-31';
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
const GROUPS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  company: [undefined],
  country: ['DE'],
  region: ['West', 'East'],
  team: ['A', 'B', 'C'],
  person: ['p1', 'p2', 'p3', 'p4'],
};
const SHARES = ['retention', 'churn', 'csat', 'recommendationRate'];

/** Everybody with the groups they are in: teams lie within regions. */
const PEOPLE = [
  { id: 'p1', team: 'A', region: 'West' },
  { id: 'p2', team: 'B', region: 'East' },
  { id: 'p3', team: 'C', region: 'East' },
  { id: 'p4', team: 'A', region: 'West' },
].map((one) => ({ ...one, country: 'DE', currency: 'USD' }));

type Level = 'company' | 'region' | 'team' | 'person';
const kind = fc.constantFrom('nps', 'nps', 'retention', 'churn', 'csat', 'recommendationRate', 'ces');
const level = fc.constantFrom<Level>('company', 'region', 'team', 'team', 'person');
const parts = fc.constantFrom<Writing>(
  {},
  {},
  { each: 'quarter', accumulates: 'pooled' },
  { each: 'quarter', accumulates: 'mean' },
  { each: 'quarter', accumulates: 'last' },
);

/** A size in the unit of a kind, from hundredths of its scale. */
function sized(of: string, hundredths: number): string {
  if (of === 'nps') return String(hundredths);
  return of === 'ces' ? String(hundredths / 20) : `${hundredths}%`;
}

/** Levels that are wider than one. */
const WIDER: Readonly<Record<Level, readonly string[]>> = {
  company: [],
  region: ['country', 'company'],
  team: ['region', 'country', 'company'],
  person: ['team', 'region', 'company'],
};

function sampleOf(of: string, at: Level): fc.Arbitrary<Writing> {
  const wide = WIDER[at];
  const unit = of === 'nps' || of === 'ces' ? '0.1' : '0.1%';
  const mode = fc.constantFrom('halfUp', 'floor', 'halfEven');
  const round = fc.record({ to: fc.constant(unit), mode });
  const toward = fc.oneof(
    fc.integer({ min: 0, max: 100 }).map((one) => ({ value: sized(of, one) })),
    ...(wide.length === 0 ? [] : [fc.constantFrom(...wide)]),
  );
  const credibility = fc.oneof(
    fc.record({ toward, strength: fc.constantFrom(1, 30, '0.5') }),
    fc.record({ toward, fullAt: fc.constantFrom(20, 1083), round }),
  );
  const policies: fc.Arbitrary<unknown>[] = [fc.constantFrom('spread', 'payTarget', 'payZero', 'blend')];
  if (wide.length > 0) policies.push(fc.record({ use: fc.constantFrom(...wide) }));
  const pays: fc.Arbitrary<unknown>[] = [fc.constantFrom(undefined, 'measured', 'blended')];
  if (of !== 'ces') pays.push(fc.record({ bound: fc.constantFrom('80%', '95%', '99.9%'), round }));
  const width = fc.integer({ min: 1, max: 30 }).map((one) => sized(of, one));
  return fc
    .record({
      atLeast: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      policy: fc.oneof(...policies),
      notMeasured: fc.constantFrom(undefined, 'tooFew'),
      pays: fc.oneof(...pays),
      credibility,
      deadBand: fc.option(width, { nil: undefined }),
      changeAtMost: fc.option(width, { nil: undefined }),
      change: fc.option(width, { nil: undefined }),
      then: fc.constantFrom(undefined, 'tooFew'),
      rate: fc.option(fc.constantFrom('10%', '50%'), { nil: undefined }),
    })
    .map(({ policy, change, then, rate, ...given }) => {
      const isFlagged = change !== undefined || rate !== undefined;
      const flags = isFlagged ? { change, responseRate: rate, then } : undefined;
      const isMinimum = given.atLeast !== undefined || flags?.then !== undefined;
      const isBlended = given.pays === 'blended' || (isMinimum && policy === 'blend');
      return stated({
        ...given,
        flags: flags && stated(flags),
        tooFew: isMinimum ? policy : undefined,
        notMeasured: isMinimum ? given.notMeasured : undefined,
        credibility: isBlended ? given.credibility : undefined,
        changeAtMost: typeof given.pays === 'object' ? undefined : given.changeAtMost,
      });
    });
}

function stated(all: Writing): Writing {
  return Object.fromEntries(Object.entries(all).filter(([, one]) => one !== undefined));
}

const metric = fc.tuple(kind, level, parts).chain(([of, at, made]) =>
  sampleOf(of, at).map((sample) => ({
    kind: of,
    level: at,
    ...made,
    ...(of === 'ces' && { direction: 'higher' }),
    ...(sample['deadBand'] !== undefined && { target: sized(of, 40) }),
    ...(Object.keys(sample).length > 0 && { sample }),
  })),
);

/** Counts or a value of one row; most rows are there and say all. */
function rowOf(of: string): fc.Arbitrary<Writing | undefined> {
  const some = fc.integer({ min: 0, max: 25 });
  const asked = fc.integer({ min: 0, max: 60 });
  const counted =
    of === 'nps'
      ? fc.tuple(some, some, some, asked).map(([promoters, passives, detractors, more]) => ({
          ...{ promoters, passives, detractors },
          invited: promoters + passives + detractors + more,
        }))
      : of === 'ces'
        ? fc.tuple(some, some, asked).map(([value, responses, more]) => ({
            ...(responses > 0 && { value: String(value / 5) }),
            ...{ responses, invited: responses + more },
          }))
        : fc.tuple(some, some, asked).map(([count, others, more]) => ({
            ...{ count, responses: count + others, invited: count + others + more },
          }));
  const bare = fc.integer({ min: 0, max: 100 }).map((one) => ({ value: sized(of, one) }));
  return fc.oneof(
    { weight: 12, arbitrary: counted },
    { weight: 1, arbitrary: bare },
    {
      weight: 1,
      arbitrary: fc.constant(undefined),
    },
  );
}

const world = metric.chain((one) => {
  const isParted = (one as Writing)['each'] !== undefined;
  const periods = [...(isParted ? QUARTERS : [undefined]), 'previous'];
  const places = Object.values(GROUPS)
    .flat()
    .flatMap((group) => periods.map((period) => ({ group, period })));
  return fc.record({
    metric: fc.constant(one as Writing),
    isJudged: fc.boolean().map((is) => is && isParted),
    rows: fc.tuple(
      ...places.map(({ group, period }) => rowOf(one.kind).map((row) => row && { ...row, group, period })),
    ),
  });
});

interface World {
  readonly metric: Writing;
  readonly isJudged: boolean;
  readonly rows: readonly (Writing | undefined)[];
}

/** Half of the weight is on a goal that is always paid, so that weights can be spread. */
function documentOf({ metric: one, isJudged }: World): Writing {
  const isShare = SHARES.includes(String(one['kind']));
  const [low, high] = isShare ? ['0%', '100%'] : [-100, 100];
  const rising = [
    [low, '0%'],
    [high, '200%'],
  ];
  const falling = [
    [low, '200%'],
    [high, '0%'],
  ];
  const target = one['target'];
  const each = isJudged && typeof target === 'string';
  return {
    plan: 'random',
    version: 1,
    currency: 'USD',
    period: { start: '2026-01-01', end: '2026-12-31' },
    periods: 'quarters',
    target: { amount: { money: 10_000 }, hours: 'full', prorate: 'calendarDays' },
    metrics: {
      score: { ...one, ...(each && { target: Object.fromEntries(QUARTERS.map((name) => [name, target])) }) },
      sales: { kind: 'payout', level: 'company' },
    },
    goals: [
      {
        metric: 'score',
        weight: '50%',
        reads: 'value',
        curve: one['kind'] === 'churn' ? falling : rising,
        ...(isJudged && { each: 'quarter', weights: ['10%', '20%', '30%', '40%'] }),
      },
      { metric: 'sales', weight: '50%' },
    ],
  };
}

const LAST = [
  'with its dead band',
  'what counts',
  'blended',
  'lower bound',
  'upper bound',
  'within the limit on change',
  'measured',
];

/** What counts by the steps of an award: the last thing that is made of the score. */
function countedIn({ steps = [] }: Award, period: string | undefined): string | undefined {
  const title = period === undefined ? 'score' : `score in ${period}`;
  for (const word of LAST) {
    const step = steps.find(({ name }) => name === `${title}, ${word}`);
    if (step !== undefined) return String(step.value);
  }
  return undefined;
}

const GOALS_SAY = ['spread', 'payTarget', 'payZero'];

test('what the report says counts is what awards are calculated on', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(world, (drawn) => {
      const document = documentOf(drawn);
      const parsed = parsePlan(document);
      if (
        !parsed.ok &&
        parsed.issues.every(({ code }) => code === 'plan.sample.parts' || code === 'plan.sample.place')
      ) {
        return;
      }
      if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
      const given = drawn.rows.flatMap((row) =>
        row ? [stated({ metric: 'score', status: 'final', ...row })] : [],
      );
      const actuals = parseActuals([...given, { metric: 'sales', value: '70%', status: 'final' }]);
      const people = parsePeople(PEOPLE);
      const run = calculate([parsed.plan], { people, actuals }, { asOf: AS_OF, steps: 'everyone' });
      const report = scores([parsed.plan], { actuals, people }, { asOf: AS_OF }).scores;
      for (const person of PEOPLE) {
        const award = run.awards.find((one) => one.person === person.id) as Award;
        const at = String(drawn.metric['level']);
        const group = at === 'company' ? undefined : at === 'person' ? person.id : (person as Writing)[at];
        const periods = drawn.isJudged ? QUARTERS : [undefined];
        const found = periods.map((period) =>
          report.filter(
            (one) =>
              one.metric === 'score' && one.level === at && one.group === group && one.period === period,
          ),
        );
        for (const one of found) expect(one.length, JSON.stringify([group, at, report])).toBe(1);
        const own = found.map(([one]) => one as MetricScore);
        for (const one of own) seen.set(one.policy, (seen.get(one.policy) ?? 0) + 1);
        const isKnown = own.every((one) => one.counts !== undefined || GOALS_SAY.includes(one.policy));
        const told = JSON.stringify({ own, reasons: award.reasons, steps: award.steps }, null, 1);
        expect([award.status, isKnown], told).toEqual([isKnown ? 'paid' : 'withheld', isKnown]);
        if (!isKnown) {
          const reasons = award.reasons.map(({ message }) => message).join('\n');
          for (const { message } of own.flatMap(({ counts, issues }) => (counts === undefined ? issues : [])))
            expect(reasons, told).toContain(message);
          continue;
        }
        for (const one of own)
          if (one.policy === 'payTarget' || one.policy === 'payZero') {
            const words = one.policy === 'payZero' ? 'pays nothing' : 'pays target';
            expect(
              (award.steps ?? []).some(({ how }) => how === `too few responses: ${words}`),
              told,
            ).toBe(true);
          } else if (one.policy === 'spread') {
            expect(
              (award.steps ?? []).some(({ how }) => how.includes('(score does not count)')),
              told,
            ).toBe(true);
          } else expect(countedIn(award, one.period), told).toBe(one.counts);
      }
    }),
    { numRuns: 250, seed: 71 },
  );
  for (const policy of policies) expect(seen.get(policy), policy).toBeGreaterThan(10);
});
