import { describe, expect, test } from 'vitest';
import type { CountName } from '../../src/sources/index.js';
import type { Writing } from '../support/base.js';
import { byGroup, csv, customers, movements, readOne, told } from './support.js';

// Rows of the closed-cohort definition: 1000 at the start, 860 at the end (net 0.86), 100 + 0 + 300 + 120 + 250 =
// 770 with each customer up to the start (gross 0.77), and 4 of 5 customers kept (0.8).
const PAIRS = [
  ['c1', 100, 130, 'North'],
  ['c2', 200, 0, 'North'],
  ['c3', 300, 300, 'South'],
  ['c4', 150, 120, 'South'],
  ['c5', 250, 310, 'South'],
] as const;

const LIST = ['customer,start,end,group', ...PAIRS.map((row) => row.join(','))].join('\n');
const OPENING = [
  'customer,value,group',
  ...PAIRS.map(([id, start, , group]) => `${id},${start},${group}`),
].join('\n');
const MOVES = `customer,on,kind,amount
c1,2026-02-01,expansion,30
c2,2026-03-01,churn,-200
c4,2026-03-01,contraction,-50
c4,2026-05-01,expansion,20
c5,2026-06-01,churn,-250
c5,2026-09-01,reactivation,310
c6,2026-04-01,new,1000
c6,2026-05-01,expansion,50`;

const expected: readonly (readonly [CountName, Record<string, Writing>])[] = [
  [
    'netRevenueRetention',
    {
      company: { value: '43/50', responses: '5' },
      North: { value: '13/30', responses: '2' },
      South: { value: '73/70', responses: '3' },
    },
  ],
  [
    'grossRevenueRetention',
    {
      company: { value: '77/100', responses: '5' },
      North: { value: '1/3', responses: '2' },
      South: { value: '67/70', responses: '3' },
    },
  ],
  [
    'retention',
    {
      company: { value: '', count: '4', responses: '5' },
      North: { value: '', count: '1', responses: '2' },
      South: { value: '', count: '3', responses: '3' },
    },
  ],
  [
    'churn',
    {
      company: { value: '', count: '1', responses: '5' },
      North: { value: '', count: '1', responses: '2' },
      South: { value: '', count: '0', responses: '3' },
    },
  ],
];

describe.each(expected)('%s', (counts, rows) => {
  test('of customers with two values', async () => {
    const read = readOne(customers({ counts }), { 'data.csv': await csv(LIST) });
    expect(byGroup(read.rows)).toEqual(rows);
    expect(read.issues).toEqual([]);
  });

  test('of movements, with one lost who comes back and one who came later', async () => {
    const tables = { 'data.csv': await csv(MOVES), 'opening.csv': await csv(OPENING, 'opening.csv') };
    const read = readOne(movements({ counts }), tables);
    expect(byGroup(read.rows)).toEqual(rows);
    expect(read.issues).toEqual([]);
    expect(read.tallies.map((one) => [one.file, one.rows, one.counted, one.customers])).toEqual([
      ['data.csv', 8, 8, 5],
      ['opening.csv', 5, 5, undefined],
    ]);
  });

  test('of the same movements without signs', async () => {
    const unsigned = MOVES.replaceAll(',-', ',');
    const tables = { 'data.csv': await csv(unsigned), 'opening.csv': await csv(OPENING, 'opening.csv') };
    const read = readOne(movements({ counts, amounts: 'unsigned' }), tables);
    expect(byGroup(read.rows)).toEqual(rows);
  });

  test('of the whole history of movements, where the values at the start are sums', async () => {
    const starts = PAIRS.map(([id, start]) => `${id},2025-05-05,new,${start}`);
    const groups = new Map(PAIRS.map(([id, , , group]) => [id as string, group as string]));
    const lines = [...MOVES.split('\n').slice(1), ...starts];
    const history = lines.map((line) => `${line},${groups.get(line.slice(0, 2)) ?? 'North'}`);
    const text = ['customer,on,kind,amount,group', ...history].join('\n');
    const columns = { customer: 'customer', day: 'on', kind: 'kind', amount: 'amount', group: 'group' };
    const source = movements({ counts, columns, opening: 'movements', from: '2026-01-01' });
    const read = readOne(source, { 'data.csv': await csv(text) });
    expect(byGroup(read.rows)).toEqual(rows);
    expect(read.tallies[0]).toMatchObject({ customers: 5, newCustomers: 1 });
  });
});

test('new customers have no part in what is kept, and a value of 0 is one', async () => {
  const text = `${LIST}\nc7,0,900,North\nc8,0.00,0,South`;
  const read = readOne(customers(), { 'data.csv': await csv(text) });
  expect(byGroup(read.rows)['company']).toEqual({ value: '43/50', responses: '5' });
  expect(read.tallies[0]).toMatchObject({ counted: 7, customers: 5, newCustomers: 2 });
});

test('one faulty movement makes the group of its customer unknown, and the company; the other group stands', async () => {
  const text = MOVES.replace('c4,2026-03-01,contraction,-50', 'c4,2026-03-01,contraction,n/a');
  const tables = { 'data.csv': await csv(text), 'opening.csv': await csv(OPENING, 'opening.csv') };
  const read = readOne(movements(), tables);
  expect(byGroup(read.rows)).toEqual({
    company: { value: '' },
    North: { value: '13/30', responses: '2' },
    South: { value: '' },
  });
  expect(told(read)).toEqual([
    'sources.amount.form 4 amount',
    'sources.value.unknown 4 amount',
    'sources.value.unknown 4 amount',
  ]);
  expect(read.faults.map((one) => one?.code)).toEqual([
    'sources.value.unknown',
    undefined,
    'sources.value.unknown',
  ]);
  expect(read.tallies[0]).toMatchObject({ rows: 8, counted: 6, faulty: 2 });
  // 250 → 310 and 300 → 300 remain of the South, 860 − 120 of 1000 − 150 in all.
  const left = readOne(movements({ faulty: 'leaveOut' }), tables);
  expect(byGroup(left.rows)).toEqual({
    company: { value: '74/85', responses: '4' },
    North: { value: '13/30', responses: '2' },
    South: { value: '61/55', responses: '2' },
  });
  expect(told(left)).toEqual(['sources.rows.left-out 4 amount']);
});

test('a movement on the first day counts as one, not to the start', async () => {
  const text = `customer,on,kind,amount
a,2025-12-31,new,100
b,2026-01-01,new,100
a,2026-01-01,expansion,10`;
  const source = movements({ opening: 'movements', from: '2026-01-01' });
  const read = readOne(source, { 'data.csv': await csv(text) });
  expect(byGroup(read.rows)).toEqual({ company: { value: '11/10', responses: '1' } });
});

test.each([
  ['a movement of nobody', `${MOVES}\n,2026-01-05,churn,-1`, OPENING],
  ['an expansion of somebody who was not there', `${MOVES}\nc9,2026-01-05,expansion,1`, OPENING],
])('%s may belong to any group, so none is known', async (_name, moves, opening) => {
  const tables = { 'data.csv': await csv(moves), 'opening.csv': await csv(opening, 'opening.csv') };
  const read = readOne(movements(), tables);
  expect(byGroup(read.rows)).toEqual({
    company: { value: '' },
    North: { value: '' },
    South: { value: '' },
  });
});

test('a value at the start of nobody makes its group unknown', async () => {
  const opening = `${OPENING}\n,500,South`;
  const tables = { 'data.csv': await csv(MOVES), 'opening.csv': await csv(opening, 'opening.csv') };
  const read = readOne(movements(), tables);
  expect(byGroup(read.rows)).toEqual({
    company: { value: '' },
    North: { value: '13/30', responses: '2' },
    South: { value: '' },
  });
  expect(read.tallies[1]).toMatchObject({ rows: 6, counted: 5, faulty: 1 });
});
