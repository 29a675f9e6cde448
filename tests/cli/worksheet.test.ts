import { readdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { ACTUALS, command, PLAN, workFolder } from './support.js';

// Each case starts processes of its own, which on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

const { at, write, read, json } = workFolder('worksheet');
const RULES = 'decisions: { by: manager, range: { from: 80%, to: 120% }, budget: 100%, reason: required }\n';
const plan = write('plan.yaml', `${PLAN}${RULES}`);
const people = write(
  'people.csv',
  'id,salary,currency,team,manager\n007,73000,EUR,North,m-1\nben,73000,EUR,South,m-1\nzoltan,73000,EUR,South,../m\n',
);
const actuals = write('actuals.csv', ACTUALS);
const files = [plan, '--people', people, '--actuals', actuals, '--as-of', '2027-01-31'];
const HEAD = 'id,plan,formula,currency,amount,reason,by,on\n';
const of = (name: string, rows: string) => write(name, `${HEAD}${rows}`);
const calculate = (decisions: readonly string[], out: string, ...more: readonly string[]) =>
  command(
    'calculate',
    ...files,
    ...decisions.flatMap((one) => ['--decisions', one]),
    '--out',
    at(out),
    ...more,
  );

test('a worksheet goes out, comes back filled in, and is paid', () => {
  expect(command('calculate', ...files, '--out', at('draft')).status).toBe(0);
  const made = command('worksheet', at('draft', 'run.json'), '--out', at('sheets'), '--format', 'csv');
  expect(made).toMatchObject({ status: 0 });
  expect(made.stdout).toMatch(/m-1 +daily +2 +14,600\.00 +14,600\.00 +0\.00 +EUR +worksheet-m-1\.csv/);
  expect(readdirSync(at('sheets')).toSorted()).toEqual(['worksheet-_m.csv', 'worksheet-m-1.csv']);
  const sheet = read('sheets', 'worksheet-m-1.csv');
  expect(sheet).not.toContain('zoltan');
  const filled = sheet
    .replace('8760.00,,,m-1,,', '8760.00,8000,Led the launch,m-1,2027-01-20,')
    .replace('8760.00,,,m-1,,', '8760.00,6600,Fewer calls,m-1,2027-01-20,');
  const back = write('back.csv', filled);
  const pay = ['--pay-date', '2027-02-26', '--pay-code', 'BONUS'];
  const paid = calculate([back, at('sheets', 'worksheet-_m.csv')], 'paid', ...pay);
  expect(paid).toMatchObject({ status: 0 });
  expect(paid.stdout).toContain('decided by m-1 on 2027-01-20 instead of 7,300.00 EUR: Led the launch');
  expect(read('paid', 'awards.csv').split('\n')[1]).toBe(
    '007,,daily,1,paid,EUR,7300.00,0.00,7300.00,8000.00,final,,,7300.00,m-1,2027-01-20,Led the launch',
  );
  // 8,000 + 6,600 + 7,300.
  expect(paid.stderr).toContain('control total 21,900.00');
  expect(json('paid', 'run.json').totals[0]).toMatchObject({ amount: '21900.00', formula: '21900.00' });
  const verified = command('verify', at('paid', 'run.json'), '--decisions', back);
  expect(verified.stdout).toContain('decisions');
  const explained = command('explain', '007', '--run', at('paid', 'run.json'), '--language', 'fr');
  expect(explained.stdout).toContain('décidé par m-1');
  const compared = command('compare', at('draft', 'run.json'), at('paid', 'run.json'));
  expect(compared.stdout).toContain('decision');
});

describe('nothing is written', () => {
  const refused = (rows: string) => {
    const run = calculate(
      [of('d.csv', rows)],
      'none',
      '--pay-date',
      '2027-02-26',
      '--pay-code',
      'B',
      '--allow-withheld',
    );
    expect(run.stderr).toContain('Nothing was written.');
    expect(run.stderr).not.toContain('control total');
    expect(() => readdirSync(at('none'))).toThrow();
    return run;
  };

  test('when a budget is exceeded: exit 4', () => {
    const run = refused('007,daily,7300,EUR,8000,Led the launch,m-1,2027-01-20\n');
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('"m-1"');
    expect(run.stderr).toContain('15300.00 EUR together, and the budget is 14600.00 EUR');
  });

  test('when a decision is out of range or for a stranger: row and field are named', () => {
    const run = refused('007,daily,7300,EUR,9000,Why,m-1,2027-01-20\nzoe,daily,,EUR,1,Why,m-1,2027-01-20\n');
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/d\.csv row 2, column amount: .*\[decisions\.amount\.range\]/);
    expect(run.stderr).toMatch(/d\.csv row 3, column id: .*\[decisions\.person\.unknown\]/);
  });

  test('when a cell of a decision cannot be read', () => {
    expect(refused('007,daily,7300,EUR,much,Why,m-1,2027-01-20\n').status).toBe(3);
  });

  test('when two files decide one award', () => {
    const one = of('one.csv', '007,daily,7300,EUR,7300,Why,m-1,2027-01-20\n');
    const two = of(
      'two.csv',
      'ben,daily,7300,EUR,7300,Why,m-1,2027-01-20\n007,daily,7300,EUR,7300,Why,m-1,2027-01-20\n',
    );
    const run = calculate([one, two], 'twice');
    expect(run.status).toBe(3);
    expect(run.stderr).toMatch(/Rows 2, 3 of .*one\.csv, .*two\.csv all decide the award of "007"/);
  });

  test('by worksheet for a run in which nobody decides, or for nobody', () => {
    write('plain.yaml', PLAN);
    expect(command('calculate', at('plain.yaml'), ...files.slice(1), '--out', at('plain')).status).toBe(0);
    const none = command('worksheet', at('plain', 'run.json'), '--out', at('no-sheets'));
    expect(none).toMatchObject({ status: 3, stdout: '' });
    expect(none.stderr).toContain('[decisions.worksheet.none]');
    const nobody = command(
      'worksheet',
      at('draft', 'run.json'),
      '--out',
      at('no-sheets'),
      '--manager',
      'm-2',
    );
    expect(nobody.status).toBe(3);
    expect(nobody.stderr).toContain('Did you mean "m-1"?');
    expect(command('worksheet', at('draft', 'run.json')).status).toBe(2);
    expect(() => readdirSync(at('no-sheets'))).toThrow();
  });
});

test('the workbook of one manager alone', () => {
  const one = command('worksheet', at('draft', 'run.json'), '--out', at('one'), '--manager', '../m');
  expect(one.status).toBe(0);
  expect(readdirSync(at('one'))).toEqual(['worksheet-_m.xlsx']);
});
