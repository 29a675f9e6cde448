import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './support.js';

const folder = mkdtempSync(join(tmpdir(), 'variable-pay-cli-'));
const starter = (name: string) => join('examples', 'starter', name);

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const starterArgs = [
  '--people',
  starter('people.csv'),
  '--actuals',
  starter('actuals.csv'),
  '--as-of',
  '2027-01-31',
];

describe('the command', () => {
  test('calculates the starter: awards by hand, data on stdout, messages on stderr, exit 0', () => {
    const { status, stdout, stderr } = command('calculate', starter('plan.yaml'), ...starterArgs);
    // e-1: 80,000 × 10 % = 8,000; 2,400 safe; 5,600 × (50 % × 125 % + 25 % × 110 % + 25 % × 120 %) = 6,720
    expect(stdout).toContain('9,120.00  USD');
    // e-2: 64,000 × 10 % × 184/365 = 3,226.30…; score 36 pays 70 %, blend 107.5 %; × (30 % + 70 % × 107.5 %) = 3,395.68
    expect(stdout).toContain('3,395.68  EUR');
    expect(stdout).toContain('3 in = 3 paid + 0 zero + 0 not eligible + 0 withheld');
    expect([status, stderr]).toEqual([0, '']);
  });

  test('--format json and ndjson are data that parse, with a version', () => {
    const json = JSON.parse(
      command('calculate', starter('plan.yaml'), ...starterArgs, '--format', 'json').stdout,
    );
    expect([json.format, json.formatVersion, json.awards[0].amount]).toEqual([
      'variable-pay/run',
      1,
      '9120.00',
    ]);
    const lines = command('calculate', starter('plan.yaml'), ...starterArgs, '--format', 'ndjson')
      .stdout.trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).person)).toEqual(['e-1', 'e-2', 'e-3']);
  });

  test('writes all files, one pay file a currency, formulas made harmless in awards.csv only', () => {
    const people = file(
      'hostile.csv',
      'id,name,hired,salary,currency,team\n=cmd(),+x,2019-03-01,80000,USD,North\n',
    );
    const out = join(folder, 'out');
    const args = [
      '--people',
      people,
      '--actuals',
      starter('actuals.csv'),
      '--as-of',
      '2027-01-31',
      '--out',
      out,
    ];
    expect(
      command('calculate', starter('plan.yaml'), ...args, '--pay-date', '2027-02-26', '--pay-code', 'B1')
        .status,
    ).toBe(0);
    expect(readFileSync(join(out, 'awards.csv'), 'utf8')).toContain("'=cmd(),'+x");
    expect(readFileSync(join(out, 'pay-USD.csv'), 'utf8')).toContain(',=cmd(),B1,9120.00,USD,');
    expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).awards).toHaveLength(1);
  });

  test('people withheld: exit 3 and every problem listed; 0 with --allow-withheld', () => {
    const people = file(
      'faulty.csv',
      'id,salary,currency,team\ne-1,"12,500.00 ",USD,North\ne-2,n/a,USD,North\ne-3,80000,USD,North\n',
    );
    const args = [
      'calculate',
      starter('plan.yaml'),
      '--people',
      people,
      '--actuals',
      starter('actuals.csv'),
      '--as-of',
      '2027-01-31',
    ];
    const { status, stdout, stderr } = command(...args);
    expect(status).toBe(3);
    expect(stdout).toContain('3 in = 1 paid + 0 zero + 0 not eligible + 2 withheld');
    expect(stderr).toContain('faulty.csv row 2, column salary: "12,500.00" is not a number');
    expect(stderr).toContain('faulty.csv row 3, column salary: "n/a" is not a number');
    expect(command(...args, '--allow-withheld').status).toBe(0);
  });

  test('a faulty plan: exit 3, nothing calculated, all findings with their place', () => {
    const plan = file(
      'bad.yaml',
      readFileSync(starter('plan.yaml'), 'utf8')
        .replace('weight: 50%', 'weigth: 50%')
        .replace('kind: nps', 'kind: npss'),
    );
    const { status, stdout, stderr } = command('check', plan);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('/goals/0/weigth');
    expect(stderr).toContain('Did you mean "weight"?');
    expect(stderr).toContain('Did you mean "nps"?');
  });

  test('check --expand prints formula nodes as YAML, --program the steps', () => {
    expect(command('check', starter('plan.yaml'), '--expand').stdout).toContain('weighted:');
    expect(command('check', starter('plan.yaml'), '--program').stdout).toMatch(
      /^0 {2}segment {2}input salary share/m,
    );
  });

  test('bad usage is 2, with the near option named', () => {
    const { status, stderr } = command('calculate', starter('plan.yaml'), '--peple', 'x');
    expect(status).toBe(2);
    expect(stderr).toContain('--people');
    expect(command('nonsense').status).toBe(2);
    expect(command('schema', 'nonsense').status).toBe(2);
    expect(command('--version')).toMatchObject({ status: 0 });
  });

  test('an as-of date that does not exist calculates nothing: exit 3', () => {
    const { status, stderr } = command(
      'calculate',
      starter('plan.yaml'),
      ...starterArgs.slice(0, 5),
      '2027-02-30',
    );
    expect(status).toBe(3);
    expect(stderr).toContain('run.as-of.form');
  });

  test('missing files are reported together: exit 3', () => {
    const { status, stderr } = command(
      'calculate',
      'no-plan.yaml',
      '--people',
      'no.csv',
      '--actuals',
      'none.csv',
      '--as-of',
      '2027-01-31',
    );
    expect(status).toBe(3);
    for (const name of ['no-plan.yaml', 'no.csv', 'none.csv']) expect(stderr).toContain(name);
  });

  test('init writes a plan that calculates, and never over files that are there', () => {
    const target = join(folder, 'mine');
    expect(command('init', target).status).toBe(0);
    const at = (name: string) => join(target, name);
    expect(
      command(
        'calculate',
        at('plan.yaml'),
        '--people',
        at('people.csv'),
        '--actuals',
        at('actuals.csv'),
        '--as-of',
        '2027-01-31',
      ).status,
    ).toBe(0);
    expect(command('init', target)).toMatchObject({ status: 1 });
  });

  test('schema prints a JSON Schema of each kind', () => {
    for (const kind of ['plan', 'people', 'actuals', 'leave'])
      expect(JSON.parse(command('schema', kind).stdout).$id).toContain(kind);
  });

  test('nothing is written when pay lines are refused', () => {
    const out = join(folder, 'refused');
    const { status } = command(
      'calculate',
      starter('plan.yaml'),
      ...starterArgs,
      '--out',
      out,
      '--pay-date',
      '2027-02-30',
      '--pay-code',
      'B',
    );
    expect(status).toBe(3);
    expect(existsSync(out)).toBe(false);
  });
}, 60_000);
