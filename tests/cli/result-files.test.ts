import { expect, test, vi } from 'vitest';
import { faultsOf } from '../package/support.js';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

// Many commands in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

const { at, write } = workFolder('result-files');

// 10 % of 73,000 is 7,300, of which a score of 45 pays all.
test('what explain, compare and verify print as JSON fits its published schema', () => {
  const plan = write('plan.yaml', PLAN);
  const people = write('people.csv', PEOPLE);
  const raised = write('raised.csv', PEOPLE.replace('ann,2019-03-01,,,73000', 'ann,2019-03-01,,,109500'));
  const actuals = write('actuals.csv', ACTUALS);
  const given = ['--people', people, '--actuals', actuals];
  const run = at('run', 'run.json');
  expect(command('calculate', plan, ...given, '--as-of', '2027-01-31', '--out', at('run')).status).toBe(0);
  const printed = {
    explanation: command('explain', 'ann', '--run', run, '--attribution', '--format', 'json'),
    comparison: command('compare', run, '--people', raised, '--format', 'json'),
    verification: command('verify', run, '--plan', plan, ...given, '--format', 'json'),
  };
  for (const kind of ['explanation', 'comparison', 'verification'] as const) {
    const { status, stdout } = printed[kind];
    expect([status, faultsOf(kind)(JSON.parse(stdout))], kind).toEqual([0, []]);
  }
  const { format, formatVersion, explanations } = JSON.parse(printed.explanation.stdout);
  expect([format, formatVersion]).toEqual(['variable-pay/explanations', 1]);
  expect(explanations[0].award.amount).toBe('7300.00');
});
