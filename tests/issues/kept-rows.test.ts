import { describe, expect, test } from 'vitest';
import { calculate, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { tableFromBytes } from '../../src/node/index.js';

const parsed = parsePlan({
  plan: 'kept',
  version: 1,
  period: { start: '2026-01-01', end: '2026-12-31' },
  target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
  metrics: { revenue: { kind: 'money', currency: 'USD', level: 'company', target: '100' } },
  goals: [
    {
      metric: 'revenue',
      weight: 1,
      reads: 'achievement',
      curve: [
        ['80%', '50%'],
        ['100%', '100%'],
      ],
    },
  ],
});
if (!parsed.ok) throw new Error('The plan is wrong.');
const { plan } = parsed;

const table = async (text: string, format: 'csv' | 'ndjson') =>
  (await tableFromBytes(new TextEncoder().encode(text), `file.${format}`, format)).table;

async function run(people: string, actuals: string, format: 'csv' | 'ndjson' = 'csv') {
  const data = {
    people: parsePeople(await table(people, format)),
    actuals: parseActuals(await table(actuals, format)),
  };
  return calculate([plan], data, { asOf: '2027-01-31' });
}

const PEOPLE = 'id,salary,currency,from\ne-1,80000,USD,\n';
const ACTUALS = 'metric,value,status,measuredOn\nrevenue,100,final,2027-01-15\n';
const statuses = (awards: Awaited<ReturnType<typeof run>>['awards']) =>
  awards.map(({ person, status }) => `${person} ${status}`);

describe('a row that a file reader cannot vouch for', () => {
  test('is a person who is withheld, and counted', async () => {
    const { awards, reconciliation } = await run(`${PEOPLE}e-2,90000,USD,,too,much\n`, ACTUALS);
    expect(statuses(awards)).toEqual(['e-1 paid', 'e-2 withheld']);
    expect(reconciliation.people).toMatchObject({ in: 2, paid: 1, withheld: 1 });
  });

  test('withholds somebody who moved, instead of paying the other half', async () => {
    const { awards } = await run(`${PEOPLE}e-1,160000,USD,2026-07-01,x\n`, ACTUALS);
    expect(statuses(awards)).toEqual(['e-1 withheld']);
  });

  test('makes its metric unusable, instead of an older value', async () => {
    const older =
      'metric,value,status,measuredOn\nrevenue,126,provisional,2026-12-01\nrevenue,90,final,2027-01-15,restated\n';
    expect(statuses((await run(PEOPLE, older)).awards)).toEqual(['e-1 withheld']);
  });

  test('of which nothing can be read withholds whoever needs an actual', async () => {
    const people = '{"id":"e-1","salary":80000,"currency":"USD"}\n';
    const good = '{"metric":"revenue","value":100,"status":"final"}\n';
    expect(statuses((await run(people, good, 'ndjson')).awards)).toEqual(['e-1 paid']);
    expect(statuses((await run(people, `${good}{"metric":\n`, 'ndjson')).awards)).toEqual(['e-1 withheld']);
    expect((await run(`${people}{"id":\n`, good, 'ndjson')).reconciliation.people).toMatchObject({
      in: 2,
      withheld: 1,
    });
  });
});

test('a bare number in a column compared with percentages needs its sign', () => {
  const read = parsePlan({
    ...plan.document,
    goals: [
      {
        person: 'attendance',
        weight: 1,
        curve: [
          ['80%', '50%'],
          ['100%', '100%'],
          ['120%', '150%'],
        ],
      },
    ],
    metrics: {},
  });
  if (!read.ok) throw new Error('The plan is wrong.');
  const of = (attendance: string) => {
    const people = parsePeople([{ id: 'e-1', salary: '100000', currency: 'USD', attendance }]);
    return calculate([read.plan], { people, actuals: parseActuals([]) }, { asOf: '2027-01-31' }).awards[0];
  };
  // 50 % + (85 − 80) × 50 / 20 = 62.5 % of 10,000
  expect(of('85%')?.amount).toBe('6250.00');
  expect(of('85')?.status).toBe('withheld');
});

test('a target percent of 2 is not 200 %, nor below zero', () => {
  const document = {
    ...plan.document,
    target: { percent: { person: 'part' }, of: 'salary', prorate: 'none' },
  };
  const read = parsePlan(document);
  if (!read.ok) throw new Error('The plan is wrong.');
  const actuals = parseActuals([{ metric: 'revenue', value: 100, status: 'final' }]);
  const of = (part: string) =>
    calculate(
      [read.plan],
      { people: parsePeople([{ id: 'e-1', salary: '1000', currency: 'USD', part }]), actuals },
      { asOf: '2027-01-31' },
    ).awards[0];
  expect(of('2%')?.amount).toBe('20.00');
  expect(of('0.02')?.amount).toBe('20.00');
  expect([of('2'), of('1'), of('-10%')].map((award) => award?.status)).toEqual([
    'withheld',
    'withheld',
    'withheld',
  ]);
});
