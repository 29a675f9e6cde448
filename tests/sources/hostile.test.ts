import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseActuals } from '../../src/index.js';
import { issue } from '../../src/issue/issue.js';
import { parseSources, readSources, type Tables } from '../../src/sources/index.js';
import { expectHelpful } from '../support/expect-issue.js';
import { byGroup, customers, expectSum, movements, readOne, scores, told } from './support.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

test('groups with names of JavaScript are groups like others, and blanks are none', () => {
  const names = ['__proto__', 'constructor', 'toString', '', '  ', ' North ', '0'];
  const rows = names.map((team, index) => ({ id: String(index), score: '10', team }));
  const read = readOne(scores(), { 'data.csv': rows });
  expect(read.rows.map((row) => [row['group'], row['responses']])).toEqual([
    [undefined, '7'],
    ['0', '1'],
    ['North', '1'],
    ['__proto__', '1'],
    ['constructor', '1'],
    ['toString', '1'],
  ]);
  expect(read.tallies[0]?.unattributed).toBe(2);
});

test('ids are compared letter by letter', () => {
  const ids = ['1', '01', '1.0', '1 ', 'A', 'a', 'é', 'e\u0301', '__proto__'];
  const rows = ids.map((id) => ({ id, score: '10', team: 'N' }));
  const read = readOne(scores(), { 'data.csv': rows });
  // Only the blank at the end is taken off: "1" and "1 " are one.
  expect(byGroup(read.rows)['N']).toMatchObject({ responses: '8' });
  expect(told(read)).toEqual(['sources.row.duplicate 4']);
});

test('a huge cell fills no screen', () => {
  const huge = 'x'.repeat(1_000_000);
  const read = readOne(scores(), { 'data.csv': [{ id: huge, score: huge, team: 'N' }] });
  for (const one of read.issues) expect(one.message.length + String(one.hint).length).toBeLessThan(400);
});

test('200,000 rows are counted, and of 200,000 faults the first are told', () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => ({
    ...{ id: `r${at}`, score: String(at % 11), team: `T${at % 1000}` },
  }));
  const read = readOne(scores(), { 'data.csv': rows });
  expect(read.rows).toHaveLength(1001);
  // 200,000 = 18,181 × 11 + 9: scores 0 to 8 came once more than 9 and 10.
  expect(read.rows[0]).toMatchObject({
    ...{ promoters: '36362', passives: '36364', detractors: '127274', responses: '200000' },
  });
  const bad = readOne(scores(), { 'data.csv': rows.map((row) => ({ ...row, score: 'x' })) });
  expect(bad.tallies[0]).toMatchObject({ rows: 200_000, faulty: 200_000, counted: 0 });
  expect(bad.issues.length).toBeLessThan(50);
  expect(bad.issues.some((one) => one.message.startsWith('199980 more of this kind'))).toBe(true);
});

test('a row the reader does not vouch for may belong to any group', () => {
  const fault = issue({ code: 'file.row.width', at: { file: 'data.csv', row: 3 }, message: 'too wide' });
  const rows = [
    { id: '1', score: '10', team: 'North' },
    { id: '2', score: '10', team: 'South' },
  ];
  const read = readOne(scores(), { 'data.csv': { rows, faults: [undefined, fault] } });
  expect(byGroup(read.rows)).toEqual({ company: { value: '' }, North: { value: '' } });
  expect(told(read)[0]).toBe('file.row.width 3');
});

test('rows without a value are refused by the reader of actuals, each with the reason', () => {
  const rows = [
    { id: '1', score: 'x', team: 'North' },
    { id: '2', score: '6', team: 'South' },
  ];
  const source = scores({ counts: 'ces', scale: { from: 1, to: 7 } });
  const actuals = parseActuals(readOne(source, { 'data.csv': rows }));
  expect(actuals.actuals.map((one) => [one.group, one.value, one.faults.length > 0])).toEqual([
    [undefined, '', true],
    ['North', '', true],
    ['South', '6', false],
  ]);
  expect(actuals.issues.map((one) => one.code)).toContain('sources.value.unknown');
});

test('contradicting rows are left out where the source says so, and each is named', () => {
  const rows = [
    { id: '1', score: '10', team: 'North' },
    { id: '2', score: '10', team: 'North' },
    { id: '1', score: '9', team: 'South' },
    { id: '3', score: 'x', team: 'South' },
  ];
  const read = readOne(scores({ faulty: 'leaveOut' }), { 'data.csv': rows });
  expect(read.rows.map((row) => [row['group'], row['responses']])).toEqual([
    [undefined, '1'],
    ['North', '1'],
  ]);
  expect(read.issues.map((one) => one.message)).toEqual([
    'Left out, as declared: rows 1, 3. The first: Rows 1, 3 all have the id "1" and differ',
    'Left out, as declared: rows 4. The first: "x" is not a score of this scale',
  ]);
  const refused = readOne(scores(), { 'data.csv': rows });
  expect(refused.rows.map((row) => row['responses'])).toEqual([undefined, undefined, undefined]);
  expect(refused.faults[0]?.message).toContain('(rows 1, 3, 4)');
});

test('groups are called what the document says, and rows of nothing are counted as blank', () => {
  const rows = [
    { id: '1', score: '10', team: 'CE' },
    { id: '2', score: '6', team: 'Care East' },
    { id: '3', score: '6', team: 'West' },
    { id: ' ', score: '', team: null },
  ];
  const read = readOne(scores({ groups: { CE: 'Care East' } }), { 'data.csv': rows });
  expect(read.rows.map((row) => [row['group'], row['responses']])).toEqual([
    [undefined, '3'],
    ['Care East', '2'],
    ['West', '1'],
  ]);
  expect(read.tallies[0]).toMatchObject({ rows: 4, counted: 3, blank: 1, faulty: 0 });
});

test('where nothing can be read, company and group are unknown, not absent', () => {
  const read = readOne(scores(), { 'data.csv': [{ id: '1', score: 'x', team: 'North' }] });
  expect(byGroup(read.rows)).toEqual({ company: { value: '' }, North: { value: '' } });
});

test('two answers of one id, of which one is of another year, do not both count', () => {
  const columns = { id: 'id', score: 'score', day: 'on' };
  const rows = [
    { id: '1', score: '10', on: '2025-12-31' },
    { id: '1', score: '10', on: '2026-01-01' },
    { id: '2', score: '10', on: '2025-12-30' },
    { id: '2', score: '9', on: '2025-12-31' },
    { id: '3', score: '9', on: '2026-06-01' },
  ];
  const read = readOne(scores({ columns, from: '2026-01-01' }), { 'data.csv': rows });
  expect(told(read)).toEqual(['sources.id.twice 1', 'sources.rows.outside 1', 'sources.value.unknown 2']);
  expect(read.tallies[0]).toMatchObject({ rows: 5, counted: 1, outside: 3, faulty: 1 });
});

test('two sources of one file have one row for the company', () => {
  const rows = [{ id: '1', score: '10', team: 'North', region: 'EU' }];
  const [teams, regions] = ['team', 'region'].map((group) =>
    scores({ columns: { id: 'id', score: 'score', group } }),
  );
  const read = readSources({ sources: [teams, regions] }, { 'data.csv': rows });
  expect(read.rows.map((row) => row['group'])).toEqual([undefined, 'North', 'EU']);
});

describe('garbage', () => {
  const anything = fc.anything({ withDate: true, withSparseArray: true, withNullPrototype: true });
  const cell = fc.oneof(anything, fc.constantFrom('1', '10', '2026-01-01', 'churn', '-5', 'c1'));
  const record = fc.dictionary(
    fc.constantFrom(
      'id',
      'score',
      'team',
      'on',
      'customer',
      'start',
      'end',
      'group',
      'kind',
      'amount',
      'value',
    ),
    cell,
  );
  const rows = fc.array(fc.oneof(record, anything), { maxLength: 6 });

  test('any document is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(anything, (document) => {
        const parsed = parseSources(document);
        expect(parsed.ok || parsed.issues.length > 0).toBe(true);
        for (const one of parsed.issues) expectHelpful(one);
        expect(readSources(document, {}).rows).toEqual([]);
      }),
      { numRuns: 500, seed: 66 },
    );
  });

  test('any key with any value in a source', () => {
    const keys = [
      'layout',
      'columns',
      'scale',
      'where',
      'groups',
      'opening',
      'kinds',
      'invited',
      'headerRows',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.oneof(anything, fc.json())), (more) => {
        const read = readSources({ sources: [scores(more)] }, { 'data.csv': [{ id: '1', score: '9' }] });
        for (const one of read.issues) expectHelpful(one);
      }),
      { numRuns: 500, seed: 67 },
    );
  });

  test('any rows', () => {
    const sources = [scores(), customers(), movements(), scores({ faulty: 'leaveOut', headerRows: 2 })];
    fc.assert(
      fc.property(fc.constantFrom(...sources), rows, rows, (source, main, opening) => {
        const tables = { 'data.csv': main, 'opening.csv': opening } as unknown as Tables;
        const read = readOne(source, tables);
        expect(read.faults).toHaveLength(read.rows.length);
        for (const one of read.tallies) expectSum(one);
        expect(JSON.parse(JSON.stringify(read.rows))).toEqual(read.rows);
        for (const one of read.issues) expectHelpful(one);
        for (const row of read.rows)
          for (const text of Object.values(row)) expect(typeof text).toBe('string');
      }),
      { numRuns: 1000, seed: 68 },
    );
  });

  test('tables that are none', () => {
    for (const table of [null, 7, 'rows', {}, { rows: 7 }, [null, 7]])
      expect(readOne(scores(), { 'data.csv': table } as unknown as Tables).rows.length).toBeLessThan(2);
  });
});
