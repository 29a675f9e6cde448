import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

// Many commands in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const { at, write, read } = workFolder('payroll');
const LODAS =
  "codes: '2000'\nemployeeId: { column: payrollNo }\nsettings: { currency: EUR, adviserNumber: '1', clientNumber: '2' }\n";
const DAY = ['--pay-date', '2027-02-26'];

/** People with the numbers payroll knows them by. */
const NUMBERED = PEOPLE.split('\n')
  .map((row, index) => (row === '' ? '' : `${row},${index === 0 ? 'payrollNo' : `0${index}`}`))
  .join('\n');

function calculated(name: string, ...more: readonly string[]): string {
  const given = ['--people', write(`${name}.csv`, NUMBERED), '--actuals', write('actuals.csv', ACTUALS)];
  const made = command(
    'calculate',
    write('plan.yaml', PLAN),
    ...given,
    '--as-of',
    '2027-01-31',
    ...more,
    '--out',
    at(name),
  );
  expect(made.status, made.stderr).toBe(0);
  return at(name, 'run.json');
}

let run = '';
beforeAll(() => {
  run = calculated('final', '--final');
}, 120_000);

// 10 % of 73,000 is 7,300; Cy retired on 30 November, after 334 of 365 days: 6,680.
test('writes the file of a payroll, with its control totals', () => {
  const map = write('lodas.yaml', LODAS);
  const made = command('payroll', run, '--layout', 'datev-lodas', '--map', map, ...DAY, '--out', at('lodas'));
  expect([made.status, made.stderr]).toEqual([0, expect.stringContaining('Written to')]);
  expect(made.stdout).toMatch(/the run\s+EUR\s+3\s+21,280\.00\nlodas-2\.txt\s+EUR\s+3\s+21,280\.00/);
  const rows = readFileSync(at('lodas', 'lodas-2.txt'), 'latin1').split('\r\n').slice(10);
  expect(rows).toEqual([
    '1;01.02.2027;7300,00;2;2000;01;',
    '1;01.02.2027;7300,00;2;2000;02;',
    '1;01.02.2027;6680,00;2;2000;03;',
    '',
  ]);
});

test('a draft is refused, unless asked for; its file is the same', () => {
  const draft = calculated('draft');
  const args = [
    'payroll',
    draft,
    '--layout',
    'csv',
    '--map',
    write('map.yaml', 'codes: B\n'),
    ...DAY,
    '--out',
    at('of-draft'),
  ];
  const refused = command(...args);
  expect([refused.status, existsSync(at('of-draft'))]).toEqual([3, false]);
  expect(refused.stderr).toContain('[payroll.run.draft]');
  expect(command(...args, '--draft').status).toBe(0);
  expect(read('of-draft', 'pay-EUR.csv').split('\n')).toHaveLength(5);
});

test('the differences to a final run are paid, never the whole again', () => {
  const map = write('map.yaml', 'codes: B\nlegalEmployer: Acme\n');
  const raised = write('raised.csv', NUMBERED.replace('ann,2019-03-01,,,73000', 'ann,2019-03-01,,,74000'));
  const given = [
    '--people',
    raised,
    '--actuals',
    at('actuals.csv'),
    '--as-of',
    '2027-03-31',
    '--follows',
    run,
    '--final',
  ];
  expect(command('calculate', at('plan.yaml'), ...given, '--out', at('corrected')).status).toBe(0);
  const args = [
    'payroll',
    at('corrected', 'run.json'),
    '--layout',
    'csv',
    '--map',
    map,
    ...DAY,
    '--out',
    at('differences'),
  ];
  const whole = command(...args);
  expect([whole.status, existsSync(at('differences'))]).toEqual([3, false]);
  expect(whole.stderr).toContain('[payroll.run.whole]');
  expect(command(...args, '--follows', run).status).toBe(0);
  // 10 % of 1,000 more; the id says that it is the second payment.
  expect(read('differences', 'pay-EUR.csv').split('\n')[1]).toMatch(
    /^daily:ann:2027-02-26:B:EUR:2,ann,B,100\.00,EUR,/,
  );
});

test('all problems are told at once, with the file or row they are in, and nothing is written', () => {
  const map = write(
    'bad.yaml',
    'codes: { dayly: B }\nemployeeId: { column: nr }\nsettings: { clientNo: x }\n',
  );
  const made = command('payroll', run, '--layout', 'datev-lodas', '--map', map, ...DAY, '--out', at('none'));
  expect([made.status, made.stdout, existsSync(at('none'))]).toEqual([3, '', false]);
  for (const says of [
    `${map} /codes/daily: There is no pay code for "daily". Expected letters, digits, dots, - or _, single blanks between them, no - at the start (40 at most). There is one for "dayly"`,
    'final.csv row 2, column nr: "ann" has no "nr" on the last day that counts',
    `${map} /settings/clientNo: DATEV LODAS has no setting "clientNo"`,
    `${map} /settings/adviserNumber: DATEV LODAS needs the setting`,
    'Nothing was written.',
  ])
    expect(made.stderr).toContain(says);
});

test('conversion needs a rate of the pay date', () => {
  const map = write('usd.yaml', 'codes: B\nconvert: { to: USD, rounding: halfUp }\n');
  const args = ['payroll', run, '--layout', 'csv', '--map', map, '--out', at('usd')];
  const rates = ['--rates', write('rates.csv', 'from,to,day,rate\nEUR,USD,2027-02-26,1.08125\n')];
  const late = command(...args, '--pay-date', '2027-02-27', ...rates);
  expect([late.status, existsSync(at('usd'))]).toEqual([3, false]);
  expect(late.stderr).toContain('usd.yaml /convert: There is no rate from EUR to USD on 2027-02-27');
  const made = command(...args, ...DAY, ...rates);
  expect(made.status, made.stderr).toBe(0);
  // 7,300 × 1.08125 = 7,893.125, a tie; 6,680 × 1.08125 = 7,222.75.
  const amounts = read('usd', 'pay-USD.csv')
    .split('\n')
    .slice(1, 4)
    .map((row) => row.split(',')[3]);
  expect(amounts).toEqual(['7893.13', '7893.13', '7222.75']);
  expect(made.stdout).toContain('23,009.01');
  write('rates.csv', 'from,to,day,rate\nEUR,USD,2027-02-26,0\n');
  expect(command(...args, ...DAY, ...rates).stderr).toContain('rates.csv row 2, column rate');
});

const through = (name: string, out: string) =>
  command(
    'payroll',
    run,
    '--layout',
    name,
    '--map',
    write('map.yaml', 'codes: B\n'),
    ...DAY,
    '--out',
    at(out),
  );

test('a layout of your own', () => {
  const layout = write(
    'ours.yaml',
    "layout: ours\ntitle: Ours\nfiles: [{ name: ours.txt, encoding: ascii, lineEnd: lf, delimiter: '|', sections: [{ header: true, columns: [{ title: who, field: employeeId }, { title: what, field: amount }] }] }]\n",
  );
  expect(through(layout, 'ours').status).toBe(0);
  expect(read('ours', 'ours.txt')).toBe('who|what\nann|7300.00\nben|7300.00\ncy|6680.00\n');
});

test('a name nobody knows, a folder with a final run, no map', () => {
  const near = through('datev-lodes', 'x');
  expect([near.status, near.stderr]).toEqual([3, expect.stringContaining('Did you mean "datev-lodas"?')]);
  const kept = through('csv', 'final');
  expect([kept.status, kept.stderr]).toEqual([3, expect.stringContaining('[retro.run.kept]')]);
  expect(command('payroll', run, '--layout', 'csv').status).toBe(2);
});

test('the schemas of both documents are printed', () => {
  for (const kind of ['pay-map', 'pay-layout'])
    expect(JSON.parse(command('schema', kind).stdout).$id).toContain(kind);
});
