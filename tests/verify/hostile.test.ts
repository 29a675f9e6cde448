import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { calculate } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { type Verification, verificationText, verify } from '../../src/verify/index.js';
import { dayPlan, draft, person } from '../retro/support.js';
import { actualsOf, peopleOf, planOf, type Writing } from '../support/base.js';
import { expectHelpful } from '../support/expect-issue.js';
import { AS_OF } from '../support/random-data.js';
import { type RandomWorld, worlds } from '../support/random-world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

/** A stored run of a random plan with random people. */
function storedOf({ document, rows, measured }: RandomWorld, steps: boolean): StoredRun {
  const plans = [planOf(document)];
  const data = { people: peopleOf(rows), actuals: actualsOf(measured) };
  const run = calculate(plans, data, { asOf: AS_OF, ...(steps && { steps: 'everyone' as const }) });
  return storeRun(run, { plans, ...data });
}

const file = (run: unknown) => JSON.parse(JSON.stringify(run)) as Writing;

describe('runs of random plans and people', () => {
  test('any of them holds, before and after it was a file', () => {
    fc.assert(
      fc.property(worlds(), fc.boolean(), (world, steps) => {
        const stored = storedOf(world, steps);
        const made = verify(file(stored));
        expect(made.holds, verificationText(made)).toBe(true);
        expect(made.issues).toEqual([]);
        expect(verify(stored)).toEqual(made);
      }),
      { numRuns: 150, seed: 95 },
    );
  });

  test('a value changed anywhere in inputs or result is found', () => {
    let fingerprintOnly = 0;
    let derivedToo = 0;
    fc.assert(
      fc.property(worlds(2), fc.nat(), fc.boolean(), (world, choice, steps) => {
        const run = file(storedOf(world, steps));
        const places = leavesOf(run, []).filter(isCovered);
        const place = places[choice % places.length] as Place;
        set(run, place, another(valueAt(run, place)));
        const made = verify(run);
        expect(made.holds, `/${place.join('/')}`).toBe(false);
        if (made.differences.length > 0) derivedToo += 1;
        else if (made.issues.length === 0) fingerprintOnly += 1;
        verificationText(made, 'fr');
      }),
      { numRuns: 600, seed: 96 },
    );
    // Both ways of finding out were needed.
    expect(Math.min(fingerprintOnly, derivedToo)).toBeGreaterThan(20);
  });
});

type Place = readonly string[];

/** The paths of every value that is no list and no object. */
function leavesOf(value: unknown, path: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/**
 * What verifying covers: not the findings (their words may change), nor where a row stood in its file, nor which
 * release made the run.
 */
function isCovered(path: Place): boolean {
  const [first, second, third] = path;
  if (first === 'issues' || first === 'release') return false;
  if (first !== 'inputs' || second === 'plans') return true;
  if (third === 'issues' || path.includes('warnings')) return false;
  const inFault = path.indexOf('faults');
  if (inFault >= 0) return path[inFault + 2] === 'code';
  return !(path.includes('at') && !path.includes('fields'));
}

function another(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return `${String(value)}1`;
}

function valueAt(target: unknown, path: Place): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Writing)[key], target);
}

function set(target: unknown, path: Place, value: unknown): void {
  const last = path.at(-1);
  if (last !== undefined) (valueAt(target, path.slice(0, -1)) as Writing)[last] = value;
}

const anything = fc.anything({
  withDate: true,
  withSparseArray: true,
  withNullPrototype: true,
  withBigInt: true,
});

/** Values that are nearly right. */
const near = fc.constantFrom<unknown>(
  ...['', 'EUR', 'JPY', '0.00', '-1.00', '1', '1e9', '2026-02-30', '2026-06-30', 'paid', 'zero', 'final'],
  ...['ann', 'daily', 'treatment', 'guarantee', '%', '1/0', null, 0, -1, 1e21, Number.NaN, true, [], {}],
  ...[[[]], [{}], undefined, JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)],
  ...[
    JSON.parse('{"__proto__": {"amount": "1.00"}}'),
    { constructor: 1 },
    { toString: 1, toJSON: 1, valueOf: 1 },
  ],
);

describe('hostile data', () => {
  const said = (made: Verification) => {
    for (const one of made.issues) {
      expect(one.code).toMatch(/^verify\./);
      expect(one.severity).toBe(issueCodes[one.code][0]);
    }
    verificationText(made, 'en');
  };

  test('anything at all is no run, and no exception', () => {
    fc.assert(
      fc.property(anything, (data) => {
        const made = verify(data);
        expect([made.holds, made.run, made.issues[0]?.code]).toEqual([false, undefined, 'verify.run.form']);
        said(made);
      }),
      { numRuns: 1000, seed: 97 },
    );
  });

  test('a good run with any value at any place: never an exception', () => {
    const until = { until: '2026-12-31', reason: 'agreed', approver: 'CFO' };
    const stored = draft({
      people: [
        person('ann'),
        person('ann', { from: '2026-07-01', salary: '80000' }),
        person('ben', { left: '2026-09-30', leftReason: 'moved' }),
        person('cy', { salary: '' }),
      ],
      documents: [dayPlan({ leave: { sick: { counts: '0%' } }, leavers: { otherwise: 'prorate' } })],
      leave: [{ id: 'ann', type: 'sick', from: '2026-03-01', to: '2026-03-31' }],
      earnings: [{ id: 'ann', code: 'base', amount: '1', currency: 'EUR', from: '2026-01-01' }],
      exceptions: [{ id: 'ann', kind: 'guarantee', value: '9000', currency: 'EUR', ...until }],
      options: { steps: ['ann'] },
    });
    const places = placesOf(file(stored), []);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(anything, near), (place, value) => {
        const run = file(stored);
        set(run, place, value);
        said(verify(run));
      }),
      { numRuns: 3000, seed: 98 },
    );
  });

  test('data nested deep enough to exhaust the stack', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`);
    for (const place of [
      ['awards', '0', 'name'],
      ['inputs', 'people', 'extra'],
      ['inputs', 'plans', '0'],
      [],
    ]) {
      const run = file(draft({ people: [person('ann')] }));
      set(run, place, deep);
      const made = verify(place.length === 0 ? deep : run);
      expect([made.holds, place.join('/')]).toEqual([place[2] === 'extra', place.join('/')]);
    }
  });
});

/** The paths of every value in a run. */
function placesOf(value: unknown, path: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

test('a plan whose name and version are no text', () => {
  for (const key of ['plan', 'version']) {
    const run = file(draft({ people: [person('ann')] }));
    set(run, ['inputs', 'plans', '0', key], { toString: 1 });
    expect(verify(run).holds).toBe(false);
  }
});

/** A call for each code. */
const stored = file(draft({ people: [person('ann')] }));
const calls: Readonly<Record<string, unknown>> = {
  'verify.run.form': {},
  'verify.run.differences': { ...stored, follows: 1 },
  'verify.inputs.form': { ...stored, inputs: {} },
  'verify.plan.faults': { ...stored, inputs: { ...(stored['inputs'] as Writing), plans: [{ plan: 'x' }] } },
  'verify.fingerprints.form': { ...stored, fingerprints: { people: 'sha256:1' } },
  'verify.fingerprints.none': { ...stored, release: undefined, fingerprints: undefined },
  'verify.release.older': { ...stored, release: '0.0.1' },
  'verify.release.newer': { ...stored, release: '99.0.0' },
};

test('every code of verifying is produced by a call', () => {
  const codes = Object.keys(issueCodes).filter((code) => code.startsWith('verify.'));
  expect(Object.keys(calls).toSorted()).toEqual(codes.toSorted());
});

test.each(Object.entries(calls))('%s', (code, run) => {
  const found = verify(run).issues.filter((one) => one.code === code);
  expect(found.length).toBeGreaterThan(0);
  for (const one of found) {
    expectHelpful(one);
    expect(one.severity).toBe(issueCodes[one.code][0]);
  }
});
