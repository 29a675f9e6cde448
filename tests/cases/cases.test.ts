import { describe, expect, test } from 'vitest';
import { type CaseFile, readCase, readCases, type Variant } from './case-file.js';
import { changed, curveDifferences, differences, refusals, run } from './run-case.js';

for (const one of readCases()) describe(one.case, () => testCase(one));

function testCase(one: CaseFile): void {
  test(`${one.case}: ${one.source.what}`, () => {
    expect(differences(run(one), one.expect)).toEqual([]);
  });
  for (const check of one.curves ?? []) {
    test(`${one.case}: ${check.what}`, () => {
      expect(curveDifferences(changed(one, {}), check)).toEqual([]);
    });
  }
  for (const variant of one.variants ?? []) testVariant(one, variant, '');
  for (const trap of one.traps ?? []) testVariant(one, trap, 'trap: ');
}

function testVariant(one: CaseFile, variant: Variant, prefix: string): void {
  // a variant with a known fault of the library stays, and tells when the fault is mended
  const check = variant.bug === undefined ? test : test.fails;
  check(`${one.case}: ${prefix}${variant.what}`, () => {
    const input = changed(one, variant);
    if (variant.refused) expect(refusals(input)).toEqual(variant.refused.toSorted());
    else expect(differences(run(input), variant.expect ?? [])).toEqual([]);
  });
}

describe('the cases themselves', () => {
  test('every variant expects something', () => {
    const idle = readCases().flatMap(({ case: id, variants = [], traps = [] }) =>
      [...variants, ...traps]
        .filter((one) => !one.expect && !one.refused)
        .map(({ what }) => `${id}: ${what}`),
    );
    expect(idle).toEqual([]);
  });

  test('a refusal says why it is right', () => {
    const silent = readCases().flatMap(({ case: id, variants = [], traps = [] }) =>
      [...variants, ...traps].filter((one) => one.refused && !one.from).map(({ what }) => `${id}: ${what}`),
    );
    expect(silent).toEqual([]);
  });
});

describe('negative control: the comparison can fail', () => {
  const one = readCase('sodexo-2023');
  const wrong = (change: object) =>
    differences(run(one), [{ ...one.expect[0], ...change } as (typeof one.expect)[0]]);

  test('a wrong amount is reported', () => {
    expect(wrong({ amount: '966196.00' })).toEqual(['ceo: amount is 966195.00, expected 966196.00']);
  });

  test('a wrong part, step, status and a missing name are reported', () => {
    expect(wrong({ parts: { 'Operating margin': '221400.00' } })).toEqual([
      'ceo: part Operating margin is 222075.00, expected 221400.00',
    ]);
    expect(wrong({ steps: { 'blend of goals': '1.07' } })).toEqual([
      'ceo: step blend of goals is 1.07355, expected 1.07',
    ]);
    expect(wrong({ status: 'zero' })).toEqual(['ceo: status is paid, expected zero']);
    expect(wrong({ parts: { 'No such goal': '0.00' } })).toEqual([
      'ceo: part No such goal is missing, expected 0.00',
    ]);
  });

  test('a person too few or too many is reported', () => {
    expect(differences(run(one), [...one.expect, { person: 'cfo', from: 'nobody' }])).toEqual([
      'cfo: no result',
    ]);
    expect(differences(run(one), [])).toEqual(['ceo: nothing is expected, and there is a result']);
  });

  test('a wrong point of a curve is reported', () => {
    const base = readCase('cik1080747-2013');
    const check = { what: 'control', metric: 'bookings', goal: 'Bookings', from: 'control' };
    const points: [string, string][] = [
      ['9500000', '75%'],
      ['11000000', '149%'],
    ];
    expect(curveDifferences(base, { ...check, points })).toEqual(['11000000 pays 1.5, expected 149%']);
  });

  test('a plan that is accepted is not reported as refused', () => {
    expect(refusals(one)).toEqual([]);
  });
});
