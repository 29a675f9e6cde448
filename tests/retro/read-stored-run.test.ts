import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { correct, readRun, readStoredRun, type StoredRun } from '../../src/retro/index.js';
import type { Writing } from '../support/base.js';
import { expectHelpful } from '../support/expect-issue.js';
import { dayPlan, draft, final, person, scores } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const documents = [
  dayPlan({
    leave: { parental: { counts: '0%' } },
    leavers: { otherwise: 'prorate' },
    eligibility: { where: [{ person: 'team', isNot: 'Temp' }] },
  }),
];
const people = [
  person('ann'),
  person('ann', { from: '2026-07-01', salary: '80000' }),
  person('ben', { left: '2026-09-30', leftReason: 'moved', hired: '2020-01-01' }),
  person('cy', { salary: Number.NaN }),
  person('dee', { team: 'Temp', share: '50%' }),
  person('eve', { currency: 'JPY', salary: 9000000 }),
];
const rows = {
  leave: [{ id: 'ann', type: 'parental', from: '2026-03-01', to: '2026-03-31' }],
  earnings: [
    { id: 'ann', code: 'base', amount: '1', currency: 'EUR', from: '2026-01-01' },
    { id: 'cy', code: 'base', amount: 'x', currency: 'EUR', from: '2026-02-30' },
  ],
  exceptions: [
    {
      ...{ id: 'ann', kind: 'guarantee', value: '9000', currency: 'EUR', until: '2026-12-31' },
      ...{ reason: 'new', approver: 'CFO' },
    },
    {
      id: 'ben',
      kind: 'treatment',
      value: 'payTarget',
      until: '2026-12-31',
      reason: 'deal',
      approver: 'CFO',
    },
  ],
};
const made = { people, documents, ...rows, options: { steps: ['ann'] } };
const stored = final(made);
const text = JSON.stringify(stored);
const copy = (): StoredRun & Writing => JSON.parse(text);

describe('a stored run', () => {
  test('is plain data that a file gives back, inputs and all', () => {
    expect(JSON.parse(text)).toStrictEqual(stored);
    const read = readStoredRun(JSON.parse(text));
    expect(read.issues).toEqual([]);
    expect(read.ok && read.run).toStrictEqual(stored);
    expect(stored.inputs.people.people.map(({ id }) => id)).toEqual(['ann', 'ben', 'cy', 'dee', 'eve']);
    expect(stored.inputs.plans).toEqual(documents);
  });

  test('once read it is followed like the one that was never written', () => {
    const read = readStoredRun(JSON.parse(text));
    const now = draft({ ...made, people: people.slice(1), actuals: scores(60, 60) });
    expect(read.ok && correct([read.run], now)).toEqual(correct([stored], now));
  });

  test('of a run limited to some people only their rows are kept', () => {
    const one = final({ ...made, options: { only: ['cy'] } });
    expect(one.only).toEqual(['cy']);
    expect(one.inputs.people.people.map(({ id }) => id)).toEqual(['cy']);
    expect(one.inputs.leave?.leaves).toEqual([]);
    expect(one.inputs.earnings?.earnings.map((row) => row.person)).toEqual(['cy']);
    expect(one.inputs.exceptions?.exceptions).toEqual([]);
    expect(JSON.stringify(one.inputs.people)).not.toContain('ann');
    expect(readStoredRun(JSON.parse(JSON.stringify(one))).issues).toEqual([]);
  });

  test('a run that was refused as a whole has no awards and can be read', () => {
    const refused = final({ ...made, options: { asOf: '2027-01-31', only: ['nobody'] } });
    expect(refused.awards).toEqual([]);
    expect(readStoredRun(refused).issues).toEqual([]);
  });

  test('a run without inputs is one to compare with, not one to follow', () => {
    const { inputs: _, ...run } = copy();
    expect(readRun(run).ok).toBe(true);
    expect(readStoredRun(run).issues[0]).toMatchObject({ code: 'retro.run.form', path: ['inputs'] });
  });
});

type Change = (run: Writing & { awards: Writing[]; inputs: Writing }) => void;
const nested = (value: unknown) => value as Writing;

const edited: readonly (readonly [string, Change, string])[] = [
  ['an amount by hand', (run) => change(run.awards[0], { amount: '9999.00' }), '/totals'],
  ['an amount that is a number', (run) => change(run.awards[0], { amount: 9000 }), '/awards/0/amount'],
  ['an amount with other decimals', (run) => change(run.awards[0], { amount: '9000.0' }), '/awards/0/amount'],
  ['an amount in yen with decimals', (run) => change(run.awards[4], { amount: '1.00' }), '/awards/4/amount'],
  ['an exponent', (run) => change(run.awards[0], { amount: '1e9' }), '/awards/0/amount'],
  ['an award without its amount', (run) => remove(run.awards[0], 'amount'), '/awards/0/amount'],
  ['an amount of somebody withheld', (run) => change(run.awards[2], { amount: '5.00' }), '/awards/2/amount'],
  ['a currency that is none', (run) => change(run.awards[0], { currency: 'EUX' }), '/awards/0/currency'],
  ['a status nobody knows', (run) => change(run.awards[0], { status: 'Paid' }), '/awards/0/status'],
  [
    'a status that contradicts the amount',
    (run) => change(run.awards[0], { status: 'zero' }),
    '/awards/0/status',
  ],
  ['somebody else', (run) => change(run.awards[0], { person: 'zoe' }), '/reconciliation'],
  ['an id that is a number', (run) => change(run.awards[0], { person: 7 }), '/awards/0/person'],
  ['an award taken out', (run) => run.awards.pop(), '/reconciliation'],
  ['an award given twice', (run) => run.awards.push({ ...run.awards[0] }), '/reconciliation'],
  ['all awards taken out', (run) => run.awards.splice(0), '/reconciliation'],
  [
    'a period of its own',
    (run) => change(run.awards[0], { period: { start: '2026-01-01', end: '2026-12-30' } }),
    '/awards/0/plan',
  ],
  ['another version', (run) => change(run.awards[0], { version: '9' }), '/awards/0/plan'],
  ['a day that does not exist', (run) => change(run, { asOf: '2027-02-30' }), '/asOf'],
  ['a status of the run', (run) => change(run, { status: 'Final' }), '/status'],
  ['differences', (run) => change(run, { follows: 1 }), '/follows'],
  [
    'a plan with a fault',
    (run) => change(nested(run.inputs['plans'])[0], { goals: [] }),
    '/inputs/plans/0/goals',
  ],
  [
    'a plan of another period',
    (run) => change(nested(run.inputs['plans'])[0], { period: { start: '2025-01-01', end: '2025-12-31' } }),
    '/plans/0',
  ],
  [
    'one plan too many',
    (run) => (run.inputs['plans'] as unknown[]).push(dayPlan({ plan: 'more' })),
    '/plans',
  ],
  ['no people', (run) => remove(run.inputs, 'people'), '/inputs/people'],
  [
    'people without days',
    (run) => change(peopleIn(run)[0], { hired: 'May' }),
    '/inputs/people/people/0/hired',
  ],
  [
    'cells that are objects',
    (run) => change(peopleIn(run)[0]?.['assignments'] as Writing, { 0: { fields: { salary: {} }, at: {} } }),
    '/inputs/people/people/0/assignments/0/fields/salary',
  ],
  [
    'a treatment nobody knows',
    (run) => change((nested(run.inputs['exceptions'])['exceptions'] as Writing[])[1], { value: 'payAll' }),
    '/inputs/exceptions/exceptions/1/value',
  ],
  [
    'leave from no day',
    (run) => change((nested(run.inputs['leave'])['leaves'] as Writing[])[0], { from: '' }),
    '/inputs/leave/leaves/0/from',
  ],
];

function change(target: unknown, changes: Writing): void {
  Object.assign(target as Writing, changes);
}

function remove(target: unknown, key: string): void {
  delete (target as Writing)[key];
}

function peopleIn(run: { inputs: Writing }): Writing[] {
  return nested(run.inputs['people'])['people'] as Writing[];
}

describe('a file somebody edited is refused, with the place', () => {
  test.each(edited)('%s', (_what, edit, place) => {
    const run = copy();
    edit(run as never);
    const read = readStoredRun(run);
    expect(read.ok).toBe(false);
    const places = read.issues.map(({ path }) => `/${path.join('/')}`);
    expect(places, JSON.stringify(read.issues)).toContain(place);
    for (const one of read.issues) {
      expect(one.code).toBe('retro.run.form');
      expectHelpful(one);
    }
  });

  test('a file that is wrong throughout is not told throughout', () => {
    const run = copy();
    change(run, { awards: Array.from({ length: 500 }, () => ({})) });
    expect(readStoredRun(run).issues).toHaveLength(20);
  });
});

const anything = fc.anything({
  withDate: true,
  withSparseArray: true,
  withNullPrototype: true,
  withBigInt: true,
});

describe('hostile files', () => {
  test('anything at all: never throws, and is no run', () => {
    fc.assert(
      fc.property(anything, (data) => {
        expect(readStoredRun(data).ok).toBe(false);
        expect(readRun(data).ok).toBe(false);
      }),
      { numRuns: 1000, seed: 81 },
    );
  });

  test('a good run with any value at any place: never throws, and what is read can be followed', () => {
    const now = draft({ ...made, actuals: scores(60, 60) });
    const places = placesOf(stored, []);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(anything, near), (place, value) => {
        const run = copy();
        set(run, place, value);
        const read = readStoredRun(run);
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0);
        else correct([read.run], now);
      }),
      { numRuns: 3000, seed: 82 },
    );
  });
});

/** Values that are nearly right. */
const near = fc.constantFrom<unknown>(
  ...[
    '',
    'EUR',
    'JPY',
    '0.00',
    '-1.00',
    '1',
    '2026-02-30',
    '2026-06-30',
    'paid',
    'zero',
    'final',
    'ann',
    'daily',
  ],
  ...[
    'payAll',
    'treatment',
    'guarantee',
    '%',
    '1/0',
    null,
    0,
    -1,
    1e21,
    Number.NaN,
    true,
    [],
    {},
    [[]],
    [{}],
    undefined,
  ],
);

/** The paths of every value in a run. */
function placesOf(value: unknown, path: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function set(target: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Writing)[key], target);
  const last = path.at(-1);
  if (last !== undefined) (parent as Writing)[last] = value;
}
