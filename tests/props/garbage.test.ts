import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  type Actuals,
  calculate,
  type Issue,
  type People,
  parseActuals,
  parsePeople,
  parsePlan,
} from '../../src/index.js';
import {
  actualsOf,
  baseActuals,
  basePeople,
  basePlan,
  peopleOf,
  planOf,
  type Writing,
} from '../support/base.js';
import { expectHelpful } from '../support/expect-issue.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const anything = fc.anything({ withDate: true, withSparseArray: true });
/** As some parsers make their objects. */
const anythingBare = fc.anything({ withNullPrototype: true, withBigInt: true });
const json = fc.json().map((text) => JSON.parse(text) as unknown);
const rows = fc.array(fc.oneof(anything, json), { maxLength: 6 });
const column = fc.constantFrom(
  ...[
    'id',
    'hired',
    'left',
    'from',
    'to',
    'currency',
    'plans',
    'assignments',
    'salary',
    'team',
    'targetPercent',
  ],
  ...['metric', 'group', 'value', 'target', 'status', 'measuredOn', 'responses', '__proto__', 'toString'],
);
const cell = fc.oneof(
  anything,
  fc.constantFrom(
    '',
    ' ',
    'n/a',
    '12,500.00 ',
    '2026-02-30',
    '2026-06-30',
    'final',
    '1e999',
    'nps',
    'revenue',
  ),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, -0, 1e21, 5e-324, true, null, undefined),
  fc.double(),
);
const record = fc.dictionary(column, cell, { maxKeys: 8 });

function expectTold(issues: readonly Issue[]): void {
  for (const one of issues) expectHelpful(one);
}

function expectReconciled(people: People, actuals: Actuals): void {
  const run = calculate([planOf(basePlan())], { people, actuals }, { asOf: '2027-01-31', steps: 'everyone' });
  expect(run.reconciliation.holds).toBe(true);
  expect(run.awards.length).toBe(people.people.length);
  for (const award of run.awards) expect(award.status === 'paid' || award.reasons.length > 0).toBe(true);
}

describe('random garbage never throws', () => {
  test('parsePlan: anything at all', () => {
    fc.assert(
      fc.property(fc.oneof(anything, anythingBare, json), (data) => {
        const parsed = parsePlan(data);
        expect(parsed.ok).toBe(false);
        expect(parsed.issues.length).toBeGreaterThan(0);
        expectTold(parsed.issues);
      }),
      { numRuns: 800, seed: 41 },
    );
  });

  test('parsePlan: a good plan with one key replaced by anything', () => {
    const keys = fc.constantFrom(
      ...Object.keys(basePlan()),
      'gates',
      'modifiers',
      'limits',
      'risk',
      'rounding',
    );
    fc.assert(
      fc.property(keys, fc.oneof(anything, anythingBare, json), (key, data) => {
        expectTold(parsePlan(basePlan({ [key]: data })).issues);
      }),
      { numRuns: 800, seed: 42 },
    );
  });

  test('parsePlan: any value deep inside a good plan', () => {
    const plan = JSON.stringify(basePlan({ gates: [{ metric: 'nps', atLeast: 30 }], currency: 'USD' }));
    const places = [...plan.matchAll(/"[^"]*"(?=[,\]}])|\b\d+\b/g)].map((match) => match.index);
    const words = fc.oneof(
      fc.string().map((text) => JSON.stringify(text)),
      fc.constantFrom(
        'null',
        'true',
        '[]',
        '{}',
        '-1',
        '0',
        '1e999',
        '1e-400',
        '"1/0"',
        '"%"',
        '{"money":1}',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), words, (place, word) => {
        const rest = plan.slice(place).replace(/^("[^"]*"|\d+)/, () => word);
        expectTold(parsePlan(JSON.parse(plan.slice(0, place) + rest)).issues);
      }),
      { numRuns: 1000, seed: 43 },
    );
  });

  test('parsePeople, then calculate: rows of anything', () => {
    fc.assert(
      fc.property(fc.oneof(rows, fc.array(record, { maxLength: 5 })), (data) => {
        const people = peopleOf(data);
        expectTold(people.issues);
        expectReconciled(people, actualsOf(baseActuals()));
      }),
      { numRuns: 800, seed: 44 },
    );
  });

  test('parsePeople, then calculate: one cell of a good row replaced by anything', () => {
    fc.assert(
      fc.property(record, (changes) => {
        const people = peopleOf(basePeople({}, changes));
        expectTold(people.issues);
        expectReconciled(people, actualsOf(baseActuals()));
      }),
      { numRuns: 800, seed: 45 },
    );
  });

  test('parseActuals, then calculate: rows of anything', () => {
    fc.assert(
      fc.property(fc.oneof(rows, fc.array(record, { maxLength: 5 })), record, (data, changes) => {
        const actuals = actualsOf([...baseActuals(changes), ...(data as Writing[])]);
        expectTold(actuals.issues);
        expectReconciled(peopleOf(basePeople()), actuals);
      }),
      { numRuns: 800, seed: 46 },
    );
  });

  test('calculate: any as-of date and any wish for steps', () => {
    const data = { people: peopleOf(basePeople()), actuals: actualsOf(baseActuals()) };
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (asOf, steps) => {
        const run = calculate([planOf(basePlan())], data, { asOf, steps });
        expectTold(run.issues);
        expect(run.reconciliation.holds).toBe(true);
      }),
      { numRuns: 200, seed: 47 },
    );
  });
});

describe('what is not even a table', () => {
  test.each([
    ['null', null],
    ['an object without a list', { persons: basePeople() }],
    ['text', 'id,salary'],
  ])('people from %s', (_title, data) => {
    expect(parsePeople(data as never).issues.length).toBeGreaterThan(0);
  });

  test.each([
    ['null', null],
    ['an object without a list', { values: baseActuals() }],
  ])('actuals from %s', (_title, data) => {
    expect(parseActuals(data as never).issues.length).toBeGreaterThan(0);
  });

  test('the list under its key is read, as in a file of JSON', () => {
    expect(parsePeople({ people: basePeople() } as never).people.length).toBe(2);
    expect(parseActuals({ actuals: baseActuals() } as never).issues).toEqual([]);
  });

  // quote() and cellText() hand any value to JSON.stringify, which throws for BigInt and cycles.
  test('a value that is a BigInt', () => {
    const actuals = parseActuals([{ metric: 'nps', group: 'South', value: 45n, status: 'final' }]);
    expect(actuals.issues.length).toBeGreaterThan(0);
  });

  // plans: String() of an object without a prototype throws.
  test('a list of plans that holds an object without a prototype', () => {
    expect(parsePeople([{ id: 'ben', plans: [Object.create(null)] }]).people.length).toBe(1);
  });

  test('a row that refers to itself', () => {
    const row: Writing = { id: 'ben' };
    row['name'] = row;
    expect(parsePeople([row]).people.length).toBe(1);
  });
});
