import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import { comparisonJson, explanationsJson, verificationJson } from '../../src/cli/output-files.js';
import { type Comparison, compare } from '../../src/compare/index.js';
import { applyChanges, parseExceptions, parseLeave } from '../../src/data/index.js';
import { type Explanation, explain, explainEveryone, languages } from '../../src/explain/index.js';
import { calculate, type Data, parseActuals, parsePeople } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { explanationExample } from '../../src/schemas/explanation-example.js';
import { type Verification, verify } from '../../src/verify/index.js';
import { readCases, readRealCases } from '../cases/case-file.js';
import { changed, refusals, storedRun } from '../cases/run-case.js';
import { dayPlan, draft, final, person, scores } from '../retro/support.js';
import { planOf, type Writing } from '../support/base.js';
import { AS_OF } from '../support/random-data.js';
import { worlds } from '../support/random-world.js';
import { accepts, faultsOf } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const file = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

const explanationFaults = faultsOf('explanation');
const comparisonFaults = faultsOf('comparison');
const verificationFaults = faultsOf('verification');

/** Looks at everybody's explanations in both languages, and gives them back. */
function explained(run: StoredRun): Explanation[] {
  return languages.flatMap((language) =>
    [...explainEveryone(run, { language, attribution: true })].map((one) => {
      expect(explanationFaults(one), `${one.award.person}, ${language}`).toEqual([]);
      expect(file(one)).toStrictEqual(one);
      return one;
    }),
  );
}

const looked = (comparison: Comparison) => comparisonFaults(JSON.parse(comparisonJson(comparison)));
const verified = (verification: Verification) =>
  verificationFaults(JSON.parse(verificationJson(verification)));

const statusesOf = (all: readonly Explanation[]) =>
  [...new Set(all.map(({ award }) => award.status))].toSorted();

const STEPS = {
  bands: [
    { to: 40, pays: '50%' },
    { from: 40, pays: '120%' },
  ],
};

/** A plan without a target: 100 a year. */
const { target: _target, goals: _goals, ...rest } = dayPlan({ plan: 'bare' });
const bare = { ...rest, currency: 'EUR', award: { prorated: { money: 100 }, by: 'calendarDays' } };

/** Ann's salary cannot be read, Ben was hired in 2027, Cy left and forfeits, Dee is in two teams; South's gate is closed. */
const everyKind = {
  documents: [
    dayPlan({
      title: 'A day',
      leave: { sick: { counts: '50%' } },
      leavers: { resignation: 'forfeit' },
      gates: [{ metric: 'score', atLeast: 40, source: 'Section 4' }],
      limits: { award: { cap: '120%', of: 'target' } },
    }),
    dayPlan({ plan: 'open', metrics: { score: { kind: 'nps', level: 'team', neutral: 45 } } }),
    // The middle step is not said to be neutral.
    dayPlan({ plan: 'steps', goals: [{ metric: 'score', weight: 1, curve: STEPS }] }),
    bare,
  ],
  people: [
    person('ann', { salary: 'n/a' }),
    person('ben', { hired: '2027-01-01' }),
    person('cy', { left: '2026-06-30', leftReason: 'resignation' }),
    person('dee', { from: '2026-01-01', name: 'Dee' }),
    person('dee', { from: '2026-07-01', team: 'South' }),
    person('eve', { team: 'South' }),
    person('fay', { team: 'South' }),
  ],
  leave: [{ id: 'dee', type: 'sick', from: '2026-03-01', to: '2026-03-31' }],
  exceptions: [
    {
      ...{ id: 'eve', plan: 'daily', kind: 'guarantee', value: '100', currency: 'EUR' },
      ...{ until: '2026-12-31', reason: 'agreed', approver: 'CFO' },
    },
  ],
  actuals: scores(48, 30),
};

describe('every explanation fits its schema', () => {
  test('of published plans, and of cases of our own with their variants', () => {
    const own = readCases().flatMap((one) => [
      one,
      ...(one.variants ?? []).map((variant) => changed(one, variant)),
    ]);
    const inputs = [...readRealCases(), ...own].filter((input) => refusals(input).length === 0);
    const all = inputs.flatMap((input) => explained(storedRun(input)));
    expect(all.length).toBeGreaterThan(inputs.length);
  });

  test('paid, nothing, withheld and not eligible', () => {
    const all = explained(draft(everyKind));
    expect(statusesOf(all)).toEqual(['notEligible', 'paid', 'withheld', 'zero']);
    const whys = all.map(({ attribution }) => (attribution && 'why' in attribution ? attribution.why : ''));
    expect([...new Set(whys)].toSorted()).toEqual(['', 'noNeutral', 'noTarget']);
    expect(all.some(({ attribution }) => attribution && 'lines' in attribution)).toBe(true);
    expect(all.some(({ award }) => award.steps?.some(({ segment }) => segment === 2))).toBe(true);
    expect(all.some(({ award }) => award.notes !== undefined)).toBe(true);
  });

  test('of random plans and people', () => {
    fc.assert(
      fc.property(worlds(2), ({ document, rows, measured }) => {
        const plans = [planOf(document)];
        const data = { people: parsePeople(rows as never), actuals: parseActuals(measured as never) };
        explained(storeRun(calculate(plans, data, { asOf: AS_OF }), { plans, ...data }));
      }),
      { numRuns: 60, seed: 12 },
    );
  });

  test('and so does the file the command writes', () => {
    const { explanations } = explain(draft(everyKind), 'dee');
    expect(explanations).toHaveLength(4);
    const written = JSON.parse(explanationsJson(explanations));
    expect(written).toMatchObject({ format: 'variable-pay/explanations', formatVersion: 1 });
    expect(explanationFaults(written)).toEqual([]);
    expect(explanationFaults(explanations)).not.toEqual([]);
  });

  // The figures of the example are worked out beside it by hand.
  test('the example of the schema is what its plan gives', () => {
    const curve = [
      [30, '50%'],
      [45, '100%'],
      [60, '150%'],
    ];
    const goal = {
      metric: 'recommendation',
      name: 'Recommendation',
      weight: 1,
      source: 'Section 3.1',
      curve,
    };
    const metric = { kind: 'nps', level: 'company', title: 'Recommendation', neutral: 45 };
    const plan = dayPlan({
      ...{ plan: 'annual', title: 'Annual incentive', metrics: { recommendation: metric }, goals: [goal] },
      risk: { paidAnyway: '25%' },
    });
    const people = [{ id: 'e-1001', name: 'Ana Silva', salary: '80000', currency: 'USD' }];
    const actuals = [{ metric: 'recommendation', value: 48, status: 'final' }];
    const run = final({ documents: [plan], people, actuals });
    const [made] = explain(run, 'e-1001', { attribution: true }).explanations;
    const { award, ...example } = explanationExample;
    expect(made).toMatchObject(example);
    expect(made?.award).toMatchObject({ ...award, steps: expect.arrayContaining(award.steps as never) });
  });
});

const pathOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const tableOf = async (name: string) => (await readTable(pathOf(name))).table;
const planIn = async (folder: string) => planOf((await readDocument(pathOf(`${folder}/plan.yaml`))).document);

describe('comparisons and verifications of the examples', async () => {
  const motion = await planIn('people-in-motion');
  const before = applyChanges(
    parsePeople(await tableOf('people-in-motion/people.csv')),
    await tableOf('people-in-motion/changes.csv'),
  );
  const now = applyChanges(before, await tableOf('people-in-motion/late-changes.csv'));
  const beside = {
    leave: parseLeave(await tableOf('people-in-motion/leave.csv')),
    exceptions: parseExceptions(await tableOf('people-in-motion/exceptions.csv')),
    actuals: parseActuals(await tableOf('people-in-motion/actuals.csv')),
  };
  const customers = await planIn('customer-metrics');
  const sources = parseActuals((await loadSources(pathOf('customer-metrics/sources.yaml'))).loaded ?? []);
  const customerPeople = parsePeople(await tableOf('customer-metrics/people.csv'));
  const everyone = await planIn('everyone-in-the-game');
  const game = {
    people: parsePeople(await tableOf('everyone-in-the-game/people.csv')),
    actuals: parseActuals(await tableOf('everyone-in-the-game/actuals.csv')),
  };
  const stored = (plan: typeof motion, data: Data, asOf = '2027-01-31') =>
    storeRun(calculate([plan], data, { asOf }), { plans: [plan], ...data });
  const other = (data: Data): Data => ({
    ...data,
    actuals: {
      ...data.actuals,
      actuals: data.actuals.actuals.map((one, index) => (index % 2 === 0 ? one : { ...one, value: '40' })),
    },
  });

  test.each([
    ['people in motion', motion, { people: before, ...beside }, { people: now, ...beside }],
    [
      'customer metrics',
      customers,
      { people: customerPeople, actuals: sources },
      { people: before, actuals: sources },
    ],
    ['everyone in the game', everyone, game, other(game)],
  ])('%s', (_, plan, one, two) => {
    const [first, second] = [stored(plan, one), stored(plan, two, '2027-02-28')];
    for (const pair of [
      [first, second],
      [second, first],
      [first, first],
    ] as const)
      expect(looked(compare(...pair))).toEqual([]);
    expect(verified(verify(first))).toEqual([]);
    expect(verified(verify(first, { plans: [plan], ...two }))).toEqual([]);
  });

  test('two versions of a plan, people who come, go and are withheld, another currency', () => {
    const { people, documents } = everyKind;
    const moved = people
      .slice(1)
      .map((one) => (one['id'] === 'eve' ? { ...one, currency: 'USD' } : { ...one, salary: '80000' }));
    const later = draft({
      ...everyKind,
      documents: [
        { ...documents[0], version: 2, limits: { award: { cap: '90%', of: 'target' } } },
        dayPlan({ plan: 'new' }),
      ],
      people: [...moved, person('flo', { salary: 'n/a' }), person('gus')],
      exceptions: [],
      actuals: scores(50, 60),
    });
    const comparison = compare(draft(everyKind), later);
    expect(comparison.people.some(({ inputs }) => inputs.some(({ details }) => details))).toBe(true);
    expect(comparison.issues.length).toBeGreaterThan(0);
    expect(looked(comparison)).toEqual([]);
    expect(looked(compare(later, draft(everyKind), { only: ['dee'] }))).toEqual([]);
  });
});

type Place = readonly (string | number)[];

/** The places of all values in JSON data. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

/** A copy of JSON data in which the value of one place is another one. */
function withValue(json: unknown, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  const copy = (Array.isArray(json) ? [...json] : { ...(json as Writing) }) as Writing;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}

describe('verifications of tampered runs', () => {
  const run = file(
    draft({ people: [person('ann'), person('cy', { salary: 'n/a' })], paid: [] }),
  ) as StoredRun;

  test.each([
    ['text', 'tampered'],
    ['a number below zero', -1.5],
    ['nothing', null],
    ['a list', [1]],
    ['an object', { a: { b: 1 } }],
  ])('%s in any place', (_, value) => {
    const places = placesIn(run);
    expect(places.length).toBeGreaterThan(100);
    for (const place of places)
      expect(verified(verify(withValue(run, place, value))), place.join('/')).toEqual([]);
  });

  test('runs that follow others, are limited to some people, or have no inputs', () => {
    const first = final({ people: [person('ann'), person('ben')] });
    const after = final({
      people: [person('ann'), person('ben')],
      options: { only: ['ann'] },
      paid: [first],
    });
    const { inputs: _, ...bare } = first;
    for (const one of [after, bare, { ...first, follows: 2 }, undefined, []])
      expect(verified(verify(one))).toEqual([]);
  });
});

/** Every copy of JSON data in which one key has another name. */
function* renamed(json: unknown): Generator<unknown> {
  for (const place of placesIn(json)) {
    const key = place.at(-1);
    const parent = place.slice(0, -1).reduce<unknown>((at, one) => (at as Writing)[one], json);
    if (typeof key !== 'string' || Array.isArray(parent)) continue;
    const { [key]: value, ...rest } = parent as Writing;
    yield withValue(json, place.slice(0, -1), { ...rest, [`${key}2`]: value });
  }
}

describe('the schemas refuse', () => {
  const run = draft(everyKind);
  const changedRun = withValue(file(run), ['awards', 0, 'plan'], 'x');
  const documents = {
    explanation: JSON.parse(
      explanationsJson(
        [...explainEveryone(run, { attribution: true })].filter(({ award }) => award.person === 'dee'),
      ),
    ),
    comparison: JSON.parse(comparisonJson(compare(run, draft({ ...everyKind, actuals: scores(60, 60) })))),
    verification: JSON.parse(
      verificationJson(verify(changedRun, { plans: everyKind.documents.map(planOf) })),
    ),
  };

  test.each(['explanation', 'comparison', 'verification'] as const)('a changed key name: %s', (kind) => {
    const fits = accepts(kind);
    expect(fits(documents[kind])).toBe(true);
    const others = [...renamed(documents[kind])];
    expect(others.length).toBeGreaterThan(40);
    for (const one of others) expect(fits(one)).toBe(false);
  });

  test('an amount that is a number, a status nobody knows, a day the other way round', () => {
    const fits = accepts('explanation');
    const change = (place: Place, value: unknown) => fits(withValue(explanationExample, place, value));
    expect(change(['award', 'amount'], '8600.00')).toBe(true);
    expect(change(['award', 'amount'], 8600)).toBe(false);
    expect(change(['award', 'amount'], '8,600.00')).toBe(false);
    expect(change(['award', 'status'], 'unpaid')).toBe(false);
    expect(change(['run', 'asOf'], '31-01-2027')).toBe(false);
    expect(change(['formatVersion'], 2)).toBe(false);
  });
});

test('every code of an issue has the form the schemas state', () => {
  const fits = accepts('verification');
  const made = JSON.parse(verificationJson(verify(undefined)));
  const withCode = (code: string) => withValue(made, ['issues', '0', 'code'], code);
  for (const code of Object.keys(issueCodes)) expect(fits(withCode(code)), code).toBe(true);
  expect(fits(withCode('no code'))).toBe(false);
});
