import { describe, expect, test } from 'vitest';
import { mergeActuals } from '../../src/data/actuals.js';
import { parseActuals } from '../../src/index.js';
import { readSources } from '../../src/sources/index.js';

const answers = (from: number) =>
  [9, 9, 9, 3].map((score, index) => ({ id: `r${from + index}`, score: String(score), team: 'North' }));
const source = (file: string, more: object = {}) => ({
  ...{ metric: 'nps', file, counts: 'nps', status: 'final' },
  columns: { id: 'id', score: 'score', group: 'team' },
  ...more,
});

describe('two sources of one metric', () => {
  test('from two files that happen to count the same contradict each other, and none is lost in silence', () => {
    const document = { sources: [source('a'), source('b')] };
    const { issues } = parseActuals(readSources(document, { a: answers(0), b: answers(10) }));
    expect(issues.map(({ code }) => code)).toContain('actuals.row.duplicate');
  });

  test('from one file, by team and by region, have one row for the company', () => {
    const rows = answers(0).map((row) => ({ ...row, region: 'East' }));
    const region = source('a', { columns: { id: 'id', score: 'score', group: 'region' } });
    const { rows: made } = readSources({ sources: [source('a'), region] }, { a: rows });
    expect(made.map(({ group }) => group)).toEqual([undefined, 'North', 'East']);
  });
});

describe('actuals beside what sources counted', () => {
  const counted = (more: object) => readSources({ sources: [source('a', more)] }, { a: answers(0) });
  const given = (more: object) =>
    parseActuals([{ metric: 'nps', group: 'North', value: 20, status: 'final', ...more }]);
  const faultsOf = (one: object, other: object) =>
    mergeActuals(given(one), parseActuals(counted(other)))
      .actuals.filter(({ group }) => group === 'North')
      .map(({ faults }) => faults.map(({ code }) => code));

  const TWICE = [['actuals.row.duplicate'], ['actuals.row.duplicate']];
  test.each([
    ['both without a day', {}, {}, TWICE],
    ['one without a day', {}, { measuredOn: '2027-01-12' }, TWICE],
    ['the same day', { measuredOn: '2027-01-12' }, { measuredOn: '2027-01-12' }, TWICE],
    [
      'two days, of which the later counts',
      { measuredOn: '2026-12-31' },
      { measuredOn: '2027-01-12' },
      [[], []],
    ],
  ])('%s', (_, one, other, expected) => {
    expect(faultsOf(one, other)).toEqual(expected);
  });
});

test('a mean has no decimal sign, so that a file with decimal commas beside it changes nothing', () => {
  const effort = {
    ...{ metric: 'effort', file: 'a', counts: 'ces', status: 'final', scale: { from: 1, to: 7 } },
    columns: { id: 'id', score: 'score' },
  };
  const rows = [4, 4, 4, 4, 4, 4, 4, 5].map((score, index) => ({ id: `r${index}`, score }));
  // 33 ÷ 8 = 4.125.
  expect(readSources({ sources: [effort] }, { a: rows }).rows[0]?.['value']).toBe('33/8');
});
