import { describe, expect, test } from 'vitest';
import { command, workFolder } from './support.js';

const { write, json, at } = workFolder('metrics');
const EXAMPLE = 'examples/customer-metrics';
const example = [
  `${EXAMPLE}/plan.yaml`,
  '--sources',
  `${EXAMPLE}/sources.yaml`,
  '--people',
  `${EXAMPLE}/people.csv`,
  '--as-of',
  '2027-01-31',
] as const;

const plan = write(
  'plan.yaml',
  `plan: small
version: 1
currency: EUR
period: { start: 2026-01-01, end: 2026-12-31 }
target: { amount: { money: 1000 }, prorate: none }
metrics:
  nps: { kind: nps, level: team, sample: { atLeast: 10, tooFew: { use: company } } }
goals: [{ metric: nps, weight: 100%, reads: value, curve: [[0, 50%], [40, 100%]] }]
`,
);

describe('metrics', () => {
  test('prints every score with its responses, interval, what counts and why; exit 0', () => {
    const { status, stdout, stderr } = command('metrics', ...example);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /East +9 +55\.5555… +0\.3 to 83\.0 +29\.3478… +9 responses, too few \(at least 20\)/,
    );
    expect(stdout).toMatch(/West +0 +– +29\.3478…/);
    expect(stdout).toContain('flag: response rate below 15%');
    expect(stderr).toContain('answers.csv for recommendation: 94 rows, 92 counted');
  });

  test('gives JSON and CSV; a name that begins like a formula stays text', () => {
    const hostile = write(
      'a.csv',
      'metric,group,promoters,passives,detractors,status\nnps,=1+1,12,4,4,final\n',
    );
    const options = ['--actuals', hostile, '--as-of', '2027-01-31', '--confidence', '90%'];
    const report = JSON.parse(command('metrics', plan, ...options, '--format', 'json').stdout);
    expect(report).toMatchObject({ format: 'variable-pay/scores', formatVersion: 1 });
    expect(report.scores[0]).toMatchObject({ group: '=1+1', measured: '40', policy: 'measured' });
    expect(report.scores[0].intervals[0].confidence).toBe('90%');
    const { stdout } = command('metrics', plan, ...options, '--format', 'csv');
    expect(stdout.split('\n')[0]).toContain('plan,metric,level,group');
    expect(stdout).toContain("'=1+1");
    const low = write('low.csv', 'metric,group,promoters,passives,detractors,status\nnps,A,3,1,8,final\n');
    const csv = command('metrics', plan, '--actuals', low, '--as-of', '2027-01-31', '--format', 'csv').stdout;
    // 100 × (3 − 8) ÷ 12: a number, also for a spreadsheet, that begins with its minus.
    expect(csv).toContain(',12,-41.666666666667,');
  });

  test('says why there is no score; exit 3', () => {
    const bad = write(
      'bad.csv',
      'metric,group,promoters,passives,detractors,responses,status\nnps,A,12,4,4,30,final\n',
    );
    const { status, stderr } = command('metrics', plan, '--actuals', bad, '--as-of', '2027-01-31');
    expect(status).toBe(3);
    expect(stderr).toContain('[actuals.counts.sum]');
    expect(stderr).toContain('bad.csv row 2, column responses');
  });

  test('refuses a confidence that no interval has, and a day that does not exist; exit 2 and 3', () => {
    expect(command('metrics', plan, '--as-of', '2027-01-31', '--confidence', '93%').status).toBe(2);
    expect(command('metrics', plan, '--as-of', '2027-02-31').status).toBe(3);
    expect(command('metrics', plan).status).toBe(2);
  });

  test('names a file it cannot read; exit 3', () => {
    const { status, stderr } = command(
      'metrics',
      plan,
      '--sources',
      at('none.yaml'),
      '--as-of',
      '2027-01-31',
    );
    expect(status).toBe(3);
    expect(stderr).toContain('[file.read]');
  });
});

describe('calculate --sources', () => {
  test('pays on what was counted, and keeps it with the run', () => {
    const { status } = command('calculate', ...example, '--out', at('out'));
    expect(status).toBe(0);
    const { inputs } = json('out', 'run.json');
    const east = inputs.actuals.actuals.find((one: { group?: string }) => one.group === 'East');
    expect(east).toMatchObject({ metric: 'recommendation', promoters: 6, passives: 2, detractors: 1 });
  });

  test('a score that a file gives, too, is a contradiction', () => {
    const given = write('given.csv', 'metric,value,status,measuredOn\nretention,95%,final,2027-01-12\n');
    const { status, stderr } = command('calculate', ...example, '--actuals', given);
    expect(status).toBe(3);
    expect(stderr).toContain('[actuals.row.duplicate]');
  });
});

test('check warns of money that hangs on luck', () => {
  const { status, stderr } = command('check', `${EXAMPLE}/plan.yaml`);
  expect(status).toBe(0);
  expect(stderr).toContain('[plan.sample.noise]');
});
