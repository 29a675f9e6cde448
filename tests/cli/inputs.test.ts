import { describe, expect, test } from 'vitest';
import { schemaNames } from '../../src/cli/schema.js';
import { schemaKinds } from '../../src/schemas/published.js';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

const { at, write, read } = workFolder('inputs');
const files = [
  ...[write('plan.yaml', PLAN), '--people', write('people.csv', PEOPLE)],
  ...['--actuals', write('actuals.csv', ACTUALS), '--as-of', '2027-01-31'],
];
const calculate = (...more: readonly string[]) => command('calculate', ...files, ...more);
const unspaced = (text: string) => text.replace(/ +/g, ' ');

describe('the files beside people and actuals', () => {
  test('changes in order, leave, exceptions: awards by hand, leavers and exceptions told', () => {
    const raise = write('raise.csv', 'id,from,salary\nann,2026-07-01,109500\n');
    const later = write('later.csv', 'id,from,salary\nann,2026-10-01,146000\n');
    const leave = write('leave.csv', 'id,type,from,to\nben,parental,2026-03-01,2026-03-31\n');
    const exceptions = write(
      'exceptions.csv',
      'id,kind,value,currency,until,reason,approver\ncy,guarantee,7000,EUR,2026-12-31,handed over,CFO\n' +
        'ann,targetPercent,15%,,2025-12-31,first year,CFO\n',
    );
    const { status, stdout, stderr } = calculate(
      ...['--changes', raise, '--changes', later, '--leave', leave, '--exceptions', exceptions],
      ...['--out', at('out')],
    );
    expect(status).toBe(0);
    const lines = unspaced(stdout);
    // 181 × 20 + 92 × 30 + 92 × 40 = 3,620 + 2,760 + 3,680
    expect(lines).toContain('ann 10,060.00 10,060.00 10,060.00 EUR 100.00% paid final\n');
    // 334 × 20
    expect(lines).toContain('ben 6,680.00 6,680.00 6,680.00 EUR 100.00% paid final\n');
    // 334 × 20 would be 6,680; 7,000 is guaranteed
    expect(lines).toContain('7,000.00 EUR');
    expect(lines).toContain('final; left on 2026-11-30 (retirement): days served, actual results');
    expect(lines).toContain('cy guarantee 7000 EUR 2026-12-31 applied CFO handed over');
    expect(lines).toContain('ann targetPercent 15% 2025-12-31 expired CFO first year');
    expect(stderr).toContain('Written to');
    expect(read('out', 'exceptions.csv')).toContain(
      'cy,daily,guarantee,7000,EUR,,2026-12-31,applied,CFO,handed over',
    );
    expect(read('out', 'awards.csv')).toContain(
      '"left on 2026-11-30 (retirement): days served, actual results; ',
    );
  });

  test('earnings: 10 % of what was earned', () => {
    const plan = write(
      'earned.yaml',
      PLAN.replace(/target:.*/, 'target: { percent: 10%, of: { earnings: [base] } }'),
    );
    const earnings = write(
      'earnings.csv',
      'id,code,amount,currency,from,to\nann,base,"1.234,50",EUR,2026-01-01,2026-01-31\n',
    );
    const { stdout } = command(
      ...['calculate', plan, ...files.slice(1), '--earnings', earnings, '--only', 'ann'],
      ...['--decimal', ','],
    );
    // 10 % of 1,234.50, a half cent up
    expect(unspaced(stdout)).toContain('ann 123.45 123.45 123.45 EUR');
  });

  test('--only calculates these people alone, and names who does not exist', () => {
    const { status, stdout } = calculate('--only', 'cy', '--only', 'ben');
    expect(status).toBe(0);
    expect(stdout).toContain('2 in = 2 paid');
    expect(stdout).not.toContain('ann');
    const unknown = calculate('--only', 'zoe');
    expect([unknown.status, unknown.stderr.includes('run.only.unknown')]).toEqual([3, true]);
  });

  test('a file that cannot be read keeps all from being calculated', () => {
    const { status, stdout, stderr } = calculate('--leave', at('none.csv'), '--changes', at('no.csv'));
    expect([status, stdout]).toEqual([3, '']);
    for (const name of ['none.csv', 'no.csv', 'Nothing was calculated']) expect(stderr).toContain(name);
  });

  test('help names every option in its group', () => {
    const { stdout } = command('calculate', '--help');
    for (const option of [
      'changes',
      'leave',
      'earnings',
      'exceptions',
      'only',
      'final',
      'previous',
      'follows',
    ])
      expect(stdout).toContain(`--${option}`);
    expect(stdout).toMatch(/^The run:$/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('schema knows every kind of file', () => {
    expect([...schemaNames].toSorted()).toEqual([...schemaKinds].toSorted());
    expect(JSON.parse(command('schema', 'exceptions').stdout).$id).toContain('exceptions');
  });
}, 60_000);
