import { describe, expect, test } from 'vitest';
import { readCases, readRealCase } from './case-file.js';
import { changed, curveDifferences, differences, refusals, run } from './run-case.js';
import { testCase, testFiles } from './test-case.js';

for (const one of readCases()) describe(one.case, () => testCase(one));

testFiles(readCases());

describe('negative control: the comparison can fail', () => {
  const one = readRealCase('sodexo-2023');
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
    const base = readRealCase('cik1080747-2013');
    const check = { what: 'control', metric: 'bookings', goal: 'Bookings', from: 'control' };
    const points: [string, string][] = [
      ['9500000', '75%'],
      ['11000000', '149%'],
    ];
    expect(curveDifferences(base, { ...check, points })).toEqual(['11000000 pays 1.5, expected 149%']);
  });

  test('a value set for a metric the case does not have is an error of the case', () => {
    expect(() => changed(one, { set: { operatingMargins: '123%' } })).toThrow(
      'no actual of operatingMargins',
    );
  });

  test('a plan that is accepted is not reported as refused', () => {
    expect(refusals(one)).toEqual([]);
  });
});
