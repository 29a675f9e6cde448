import { beforeAll, describe, expect, test, vi } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

// Each test runs the command several times: on a busy machine that takes longer than the usual limit.
vi.setConfig({ testTimeout: 240_000 });

const { at, write, read } = workFolder('reconcile');
const run = at('annual', 'run.json');
const pay = at('annual', 'pay-EUR.csv');

/** Ann and Ben 7,300.00 each; Cy 334 of 365 days, 20 a day: 6,680.00. */
beforeAll(() => {
  const plan = write('plan.yaml', PLAN);
  const files = ['--people', write('people.csv', PEOPLE), '--actuals', write('actuals.csv', ACTUALS)];
  const paid = ['--pay-date', '2027-02-26', '--pay-code', 'BONUS', '--out', at('annual')];
  const { status, stderr } = command('calculate', plan, ...files, '--as-of', '2027-01-31', ...paid);
  expect(status, stderr).toBe(0);
}, 120_000);

describe('reconcile', () => {
  test('a run and its pay file agree: exit 0', () => {
    const { status, stdout, stderr } = command('reconcile', run, pay);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Both sides agree to the cent.');
    expect(stdout).toContain('Matched by person and currency: 3 same');
    expect(stdout).toMatch(/first +3 +3 +21,280\.00\nsecond +3 +3 +21,280\.00\ndifference +0\.00/);
  });

  test('a register of payroll in columns of its own, with an amount changed, a line lost and one too many: exit 4', () => {
    const register = write('register.csv', 'No.;Gross\nann;7.300,00\nben;7.030,00\nzoe;5,00\n');
    const columns = ['--columns', 'id=No.,amount=Gross,currency=EUR', '--decimal', ','];
    const { status, stdout } = command('reconcile', run, register, ...columns);
    expect(status).toBe(4);
    expect(stdout).toContain('The two sides do not agree.');
    expect(stdout).toMatch(/ben +7,300\.00 +7,030\.00 +-270\.00 +EUR +differs, row 3/);
    expect(stdout).toMatch(/cy +6,680\.00 +– +-6,680\.00 +EUR +only in the first/);
    expect(stdout).toMatch(/zoe +– +5\.00 +5\.00 +EUR +only in the second, row 4/);
    expect(stdout).toContain('variable-pay compare');
    const csv = command('reconcile', run, register, ...columns, '--format', 'csv');
    expect(csv.stdout.split('\n')[1]).toBe('ben,,EUR,differs,7300.00,7030.00,-270.00,1,1,,3,');
    const data = command('reconcile', run, register, ...columns, '--format', 'json');
    const { format, agrees, bridges } = JSON.parse(data.stdout);
    expect([data.status, format, agrees, bridges[0].difference]).toEqual([
      ...[4, 'variable-pay/reconciliation', false, '-6945.00'],
    ]);
  });

  test('a run stands as the lines it was paid by, under the numbers and codes of payroll', () => {
    const plan = write('plan.yaml', PLAN);
    const numbers = ['payrollNo', '101', '102', '103'];
    const lines = PEOPLE.trim()
      .split('\n')
      .map((line, index) => `${line},${numbers[index]}\n`);
    const files = [
      '--people',
      write('numbered.csv', lines.join('')),
      '--actuals',
      write('actuals.csv', ACTUALS),
    ];
    const made = command('calculate', plan, ...files, '--as-of', '2027-01-31', '--out', at('numbered'));
    expect(made.status, made.stderr).toBe(0);
    const map = ['--map', write('map.yaml', 'codes: BONUS\nemployeeId: { column: payrollNo }\n')];
    const register = write('numbers.csv', 'No,Code,Gross\n101,BONUS,7300\n102,BONUS,7300\n103,BONUS,6680\n');
    const columns = ['--columns', 'id=No,code=Code,amount=Gross,currency=EUR'];
    const paid = at('numbered', 'run.json');
    const { status, stdout, stderr } = command(
      ...['reconcile', paid, register, ...columns, ...map, '--pay-date', '2027-02-26'],
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Both sides agree to the cent.');
    expect(command('reconcile', paid, register, ...columns).status).toBe(4);
  });

  test('several pay files are one side; NDJSON and JSON tables', () => {
    const [head, ...lines] = read('annual', 'pay-EUR.csv').trim().split('\n');
    const one = write('one.csv', `${[head, ...lines.slice(0, 1)].join('\n')}\n`);
    const two = write('two.csv', `${[head, ...lines.slice(1)].join('\n')}\n`);
    expect(command('reconcile', run, one, two).status).toBe(0);
    const names = (head ?? '').split(',');
    const records = lines.map((text) =>
      Object.fromEntries(text.split(',').map((cell, index) => [names[index], cell])),
    );
    expect(command('reconcile', pay, write('pay.json', JSON.stringify(records))).status).toBe(0);
    const ndjson = write('pay.ndjson', records.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect(command('reconcile', ndjson, run).status).toBe(0);
  });

  test('a workbook', async () => {
    const rows = [
      ['No.', 'Gross'],
      ['ann', 7300],
      ['ben', 7300],
      ['cy', 6680],
    ];
    const cells = rows.map((row) => row.map((value) => ({ value })));
    await writeWorkbook(cells).toFile(at('register.xlsx'));
    const columns = ['--columns', 'id=No.,amount=Gross,currency=EUR'];
    expect(command('reconcile', run, at('register.xlsx'), ...columns).status).toBe(0);
  });

  test('what cannot be read is told with row and field, and nothing is reconciled: exit 3', () => {
    const total = write('total.csv', `${read('annual', 'pay-EUR.csv')},,BONUS,21280.00,EUR,,,,,\n`);
    const { status, stdout, stderr } = command('reconcile', run, total);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/total\.csv row 5, column employeeId: This row has no id.*\[cycle\.row\.id\]/);
    expect(stderr).toContain('Nothing was reconciled.');
    expect(command('reconcile', run, write('people2.csv', PEOPLE)).stderr).toContain('[cycle.table.column]');
    expect(command('reconcile', run, at('gone.csv')).status).toBe(3);
    expect(command('reconcile', run, write('none.json', '{"awards": 5}')).status).toBe(3);
    expect(command('reconcile', run).status).toBe(2);
    for (const columns of ['id=a', 'x=1,id=a,amount=b,currency=c', 'id=,amount=b,currency=c', 'idab'])
      expect(command('reconcile', run, pay, '--columns', columns).status).toBe(2);
  });
});
