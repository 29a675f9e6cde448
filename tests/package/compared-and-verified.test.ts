import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { loadSources } from '../../src/cli/load-sources.js';
import { comparisonJson, verificationJson } from '../../src/cli/output-files.js';
import { type Comparison, compare } from '../../src/compare/index.js';
import { applyChanges, parseExceptions, parseLeave } from '../../src/data/index.js';
import { calculate, type Data, parseActuals, parsePeople } from '../../src/index.js';
import { readDocument, readTable } from '../../src/node/index.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { type Verification, verify } from '../../src/verify/index.js';
import { dayPlan, draft, final, person, scores } from '../retro/support.js';
import { planOf } from '../support/base.js';
import { everyKind } from './every-kind.js';
import { faultsOf, file, placesIn, withValue } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const comparisonFaults = faultsOf('comparison');
const verificationFaults = faultsOf('verification');

const looked = (comparison: Comparison) => comparisonFaults(JSON.parse(comparisonJson(comparison)));
const verified = (verification: Verification) =>
  verificationFaults(JSON.parse(verificationJson(verification)));

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
