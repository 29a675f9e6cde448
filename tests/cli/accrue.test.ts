import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/node/index.js';
import { command, workFolder } from './support.js';

const { at, write, read, json } = workFolder('accrue');

/** Scores of 45 and 60 pay 100 and 150 % of 10 % of salary: 7,300 and 10,950 of 73,000. */
const PLAN = `
plan: daily
version: 1
period: { start: 2026-01-01, end: 2026-12-31 }
target: { percent: 10%, of: salary, prorate: calendarDays }
metrics: { score: { kind: nps, level: company } }
goals: [{ metric: score, weight: 100%, curve: [[30, 50%], [45, 100%], [60, 150%]] }]
`;
const PEOPLE = `id,salary,currency,costCentre
ann,73000,EUR,0100
ben,146000,USD,=200
`;
const RULES = `
earned: { straightLine: quarters }
accounts: { expense: "6200", liability: "2400", exchange: "6960" }
onCosts: [{ name: social security, rate: 20% }]
reportingCurrency: EUR
`;
const RATES = `from;to;day;until;rate
USD;EUR;2026-03-31;;0,90
USD;EUR;2026-06-30;2026-12-31;0,80
`;

const plan = write('plan.yaml', PLAN);
const rules = write('accrual.yaml', RULES);
const rates = ['--rates', write('rates.csv', RATES), '--decimal', ','];

function calculated(
  folder: string,
  day: string,
  score: string,
  people = PEOPLE,
  more: string[] = [],
): string {
  const files = [
    ...['--people', write('people.csv', people)],
    ...['--actuals', write('actuals.csv', `metric,group,value,status\nscore,,${score},forecast\n`)],
  ];
  const { stderr } = command('calculate', plan, ...files, '--as-of', day, '--out', at(folder), ...more);
  expect(stderr).toContain('Written');
  return at(folder, 'run.json');
}

const runs: string[] = [];
beforeAll(() => {
  runs.push(calculated('q1', '2026-03-31', '45'), calculated('q2', '2026-06-30', '60'));
  runs.push(calculated('final', '2026-12-31', '45', PEOPLE, ['--final']));
}, 60_000);

describe('accrue', () => {
  test('a table for each closing day, and all files', async () => {
    const asked = ['--rules', rules, ...rates, '--by', 'costCentre', '--actual', runs[2] ?? ''];
    const { status, stdout, stderr } = command('accrue', ...runs.slice(0, 2), ...asked, '--out', at('out'));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain(`Written to ${at('out')}: accrual.json, accrual.csv, journal.csv`);
    expect(stdout).toContain('2026-03-31: estimate, 25.00% earned');
    expect(stdout).toContain('2026-12-31: paid');
    // Ann: 1,825; Ben: 3,650 dollars × 0.90 = 3,285; 20 % on top: 5,110 × 1.2 = 6,132.
    expect(stdout).toContain('2026-03-31: debit 6,132.00 = credit 6,132.00 EUR');
    const { format, formatVersion, holds, againstPaid } = json('out', 'accrual.json');
    expect([format, formatVersion, holds]).toEqual(['variable-pay/accrual', 1, true]);
    // Ann: half of 10,950 accrued, 7,300 paid.
    expect(againstPaid.lines[0]).toMatchObject({
      group: { costCentre: '0100' },
      estimate: '10950.00',
      accrued: '5475.00',
      paid: '7300.00',
      difference: '1825.00',
    });
    const { table } = await readTable(at('out', 'journal.csv'), {});
    const units = (key: string) => table.rows.map((row) => BigInt(String(row[key]).replace('.', '')));
    const total = (all: bigint[]) => all.reduce((sum, one) => sum + one, 0n);
    expect(total(units('debit'))).toBe(total(units('credit')));
    expect(new Set(table.rows.map((row) => row['costCentre']))).toEqual(new Set(['0100', "'=200"]));
    expect(read('out', 'accrual.csv').split('\n')[1]).toBe(
      '2026-03-31,draft,daily,0100,,,1,forecast,EUR,7300.00,1825.00,1825.00,EUR,1,1825.00,1825.00,0.00',
    );
  });

  test('the journal as CSV, and the accrual as JSON', () => {
    const asked = [runs[0] ?? '', '--rules', rules, ...rates];
    const { stdout } = command('accrue', ...asked, '--format', 'csv');
    expect(stdout.split('\n')[1]).toBe(
      'daily:2026-03-31:EUR:expense:6200,2026-03-31,6200,1825.00,0.00,EUR,daily,"daily, awards, expense, to 2026-03-31"',
    );
    expect(JSON.parse(command('accrue', ...asked, '--format', 'json').stdout).journal).toHaveLength(8);
  });

  test('runs out of order, a missing rate, a column nobody has: all told with their file, nothing written', () => {
    const asked = ['--rules', rules, '--by', 'costcentre', '--out', at('none')];
    const { status, stdout, stderr } = command('accrue', runs[1] ?? '', runs[0] ?? '', ...asked);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain(`error ${runs[0]} /asOf: The run is as of 2026-03-31`);
    expect(stderr).toContain('Did you mean "costCentre"?');
    expect(stderr).toContain('Nothing was accrued.');
    expect(existsSync(at('none'))).toBe(false);
    const unrated = command('accrue', runs[0] ?? '', '--rules', rules);
    expect([unrated.status, unrated.stdout]).toEqual([3, '']);
    expect(unrated.stderr).toContain('[rates.rate.missing]');
  });

  test('faulty rules are told with their file and place, beside files that are not there', () => {
    const faulty = write('faulty.yaml', RULES.replace('liability', 'liabilty'));
    const { status, stderr } = command('accrue', at('nothing.json'), '--rules', faulty);
    expect(status).toBe(3);
    expect(stderr).toContain(`error ${faulty} /accounts/liability`);
    expect(stderr).toContain('Did you mean "liability"?');
    expect(stderr).toContain('[file.read]');
    expect(command('accrue', runs[0] ?? '').status).toBe(2);
  });

  test('withheld people: nothing is accrued, unless the others are asked for', () => {
    const run = calculated('held', '2026-03-31', '45', PEOPLE.replace('146000', 'n/a'));
    const asked = [run, '--rules', rules, ...rates];
    const refused = command('accrue', ...asked);
    expect([refused.status, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toContain('The award of "ben" is withheld on 2026-03-31');
    const allowed = command('accrue', ...asked, '--allow-withheld');
    expect(allowed.status).toBe(0);
    expect(allowed.stderr).toContain('[accrual.person.left-out]');
  });
});
