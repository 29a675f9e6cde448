import { describe, expect, test } from 'vitest';
import { command, PLAN, workFolder } from './support.js';

const { at, write } = workFolder('diff');

const before = write('before.yaml', PLAN);
const after = write(
  'after.yaml',
  PLAN.replace('version: 1', 'version: 2')
    .replace('percent: 10%', 'percent: 12.5%')
    .replace('[45, 100%]', '[48, 100%]')
    .replace('retirement: prorate', 'retirement: payActual')
    .concat(
      'gates: [{ name: Savings, metric: score, atLeast: 0, source: Section 4 }]\n',
      'limits: { award: { cap: 200%, of: target } }\n',
    ),
);

describe('diff', () => {
  test('one line for each difference, by the parts of the plan; exit 0', () => {
    expect(command('diff', before, after)).toEqual({
      status: 0,
      stdout: [
        'version 1 becomes 2',
        'target: percent 10% becomes 12.5%',
        'goal "score": curve point [45, 100%] becomes [48, 100%]',
        'gate "Savings" is new: score at least 0, closes everything [Section 4]',
        'limits of the award: cap 200% of target is new',
        'leavers "retirement": prorate becomes payActual',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  test('says so when both say the same, also in another format; exit 0', () => {
    const json = write(
      'before.json',
      JSON.stringify({
        leavers: { resignation: 'forfeit', retirement: 'prorate' },
        leave: { parental: { counts: 0 } },
        goals: [
          {
            metric: 'score',
            weight: 1,
            curve: [
              [30, 0.5],
              [45, 1],
              [60, '3/2'],
            ],
          },
        ],
        metrics: { score: { level: 'team', kind: 'nps' } },
        target: { percent: '0.1', of: 'salary', prorate: 'calendarDays' },
        period: { start: '2026-01-01', end: '2026-12-31' },
        version: '1',
        plan: 'daily',
      }),
    );
    expect(command('diff', before, json)).toEqual({
      status: 0,
      stdout: 'Both plans say the same.\n',
      stderr: '',
    });
  });

  test('--json is data that parses, with a version, the two plans and warnings', () => {
    const unused = write(
      'unused.yaml',
      PLAN.replace('metrics:', 'metrics:\n  spare: { kind: csat, level: team }'),
    );
    const { status, stdout, stderr } = command('diff', before, unused, '--json');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'variable-pay/plan-differences',
      formatVersion: 1,
      before: { plan: 'daily', version: '1' },
      after: { plan: 'daily', version: '1' },
      differences: [{ path: ['metrics', 'spare'], part: 'metric spare', kind: 'added' }],
      issues: [{ code: 'plan.metric.unused', at: { file: unused } }],
    });
    expect(command('diff', before, unused).stderr).toContain('plan.metric.unused');
  });

  test('a plan that is none: exit 3, nothing compared, the findings of both as check lists them', () => {
    const bad = write('bad.yaml', PLAN.replace('weight: 100%', 'weigth: 100%'));
    const { status, stdout, stderr } = command('diff', bad, at('missing.yaml'));
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toBe(command('check', bad, at('missing.yaml')).stderr);
    expect(stderr).toContain('Did you mean "weight"?');
    expect(stderr).toContain('missing.yaml');
    const data = command('diff', bad, after, '--json');
    expect(data.status).toBe(3);
    expect(data.stdout).toBe(command('check', bad, after, '--json').stdout);
    expect(JSON.parse(data.stdout)).not.toHaveProperty('differences');
  });

  test('one plan alone is bad usage: exit 2', () => {
    expect(command('diff', before)).toMatchObject({ status: 2, stdout: '' });
  });
}, 60_000);
