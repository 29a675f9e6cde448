import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { comparisonJson, explanationsJson, verificationJson } from '../../src/cli/output-files.js';
import { compare } from '../../src/compare/index.js';
import { type Explanation, explain, explainEveryone, languages } from '../../src/explain/index.js';
import { calculate, parseActuals, parsePeople } from '../../src/index.js';
import { issueCodes } from '../../src/issue/codes.js';
import { type StoredRun, storeRun } from '../../src/retro/index.js';
import { explanationExample } from '../../src/schemas/explanation-example.js';
import { verify } from '../../src/verify/index.js';
import { readCases, readRealCases } from '../cases/case-file.js';
import { changed, refusals, storedRun } from '../cases/run-case.js';
import { dayPlan, draft, final, scores } from '../retro/support.js';
import { planOf, type Writing } from '../support/base.js';
import { AS_OF } from '../support/random-data.js';
import { worlds } from '../support/random-world.js';
import { everyKind } from './every-kind.js';
import { accepts, faultsOf, file, type Place, placesIn, withValue } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const explanationFaults = faultsOf('explanation');

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

const statusesOf = (all: readonly Explanation[]) =>
  [...new Set(all.map(({ award }) => award.status))].toSorted();

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
