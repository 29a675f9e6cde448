import { mkdirSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

// Several commands in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const { write, at } = workFolder('lint');
const plan = write('plan.yaml', PLAN);
const people = write('people.csv', PEOPLE);
const actuals = write('actuals.csv', ACTUALS);
const line = PLAN.replace('[[30, 50%], [45, 100%], [60, 150%]]', '[[30, 0%], [45, 100%], [60, 200%]]');
const clean = write('clean.yaml', line);
const steep = write('steep.yaml', PLAN.replace('[[30, 50%], [45, 100%], ', '[[30, 80%], '));

mkdirSync(at('past'));
for (const [year, value] of [
  [2023, 61],
  [2024, 70],
  [2025, 65],
])
  write(`past/${year}.csv`, `metric,group,value,status\nscore,North,${value},final\n`);
write('past/notes.txt', 'not a table');

describe('lint', () => {
  test('a clean plan: nothing to argue about; exit 0', () => {
    const { status, stdout, stderr } = command('lint', clean);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('daily version 1: nothing to argue about');
  });

  // 50 of 150 % are a third of the curve and half of target.
  test('a warning with figures, remedy and place; exit 0', () => {
    const { status, stdout } = command('lint', plan);
    expect(status).toBe(0);
    expect(stdout).toContain('daily version 1: 1 finding, 0 of them errors');
    expect(stdout).toContain('warning score (/goals/0/curve) [lint.curve.jump]');
    expect(stdout).toContain(
      'At 30 the payout goes from 0% to 50%: 33.3333…% of what the curve can pay, 50% of target,',
    );
    expect(stdout).toMatch(/Remedy: \w+/);
  });

  // 80 of 150 % are more than half.
  test('an error is a control that failed; exit 4', () => {
    const { status, stdout } = command('lint', clean, steep);
    expect(status).toBe(4);
    expect(stdout).toContain('1 finding, 1 of them an error');
    expect(stdout).toContain('nothing to argue about');
  });

  // 7,300 a year for two people, and 334 of 365 days of it for cy: 21,280 at target, half of it 10,640.
  test('people make money of it', () => {
    const { stdout } = command(
      'lint',
      plan,
      '--people',
      people,
      '--actuals',
      actuals,
      '--as-of',
      '2027-01-31',
    );
    expect(stdout).toContain('50% of target (10640.00 EUR for the people given)');
  });

  test('the past from a folder, other files left aside; JSON has exact figures', () => {
    const { status, stdout } = command('lint', clean, '--history', at('past'), '--json');
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report).toMatchObject({ format: 'variable-pay/lint', formatVersion: 1, issues: [] });
    const [{ findings }] = report.plans;
    expect(findings.map(({ code, figures }: { code: string; figures: object }) => [code, figures])).toEqual([
      ['lint.curve.dead', { results: '3', dead: '3', share: '1', below: '0', above: '3' }],
      [
        'lint.history.always',
        { level: 'maximum', at: '60', results: '3', met: '3', rate: '0.15', luck: '0.003375' },
      ],
    ]);
    expect(
      command('lint', clean, '--history', at('past/2023.csv'), '--history', at('past/2024.csv')).stdout,
    ).toContain('nothing to argue');
  });

  test('limits can be given, and one that does not exist is told; exit 3', () => {
    expect(command('lint', plan, '--limit', 'jump=50%').stdout).toContain('nothing to argue about');
    const { status, stderr } = command('lint', plan, '--limit', 'jmp=50%', '--limit', 'kink=');
    expect(status).toBe(3);
    expect(stderr).toContain('Did you mean jump?');
    expect(stderr).toContain('[lint.limits.number]');
  });

  test('bad usage is 2, what cannot be read 3', () => {
    expect(command('lint').status).toBe(2);
    const half = command('lint', plan, '--people', people);
    expect([half.status, half.stderr]).toEqual([
      2,
      expect.stringContaining('give --people and --as-of together'),
    ]);
    expect(command('lint', plan, '--actuals', actuals).stderr).toContain('past results are --history');
    const none = command('lint', at('none.yaml'), plan, '--history', at('gone.csv'));
    expect(none.status).toBe(3);
    expect(none.stdout).toBe('');
    expect(none.stderr.match(/\[file\.read\]/g)).toHaveLength(2);
    expect(command('lint', plan, '--people', people, '--as-of', '2027-02-31').status).toBe(3);
    mkdirSync(at('empty'));
    expect(command('lint', plan, '--history', at('empty')).status).toBe(3);
  });

  test('says what was judged of a plan with a pool, also where nothing was found', () => {
    const pool = 'currency: EUR\npool: { fund: { money: 1000 }, distribute: [{ by: award }] }\n';
    const { stdout } = command('lint', write('pool.yaml', `${PLAN}${pool}`));
    expect(stdout).toContain('Judged is what the plan pays before its pool; the pool itself is not.');
    expect(command('lint', plan).stdout).not.toContain('Judged');
  });

  test('names with control characters never reach the terminal', () => {
    const hostile = write(
      'hostile.yaml',
      PLAN.replace('plan: daily', 'plan: daily\ntitle: "a\\u001b[31mred"').replace(
        'kind: nps,',
        'title: "\\u001b[31mx\\nerror y", kind: nps,',
      ),
    );
    const { stdout } = command('lint', hostile);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/^error y/m);
  });
});
