import { expect, test } from 'vitest';
import { command, PEOPLE, PLAN, workFolder } from './support.js';

const folder = workFolder('what-if');
const plan = folder.write('plan.yaml', PLAN);
const people = folder.write('people.csv', PEOPLE);
const actuals = folder.write(
  'actuals.csv',
  'metric,group,value,status\nscore,North,45,final\nscore,South,45,final\n',
);
const ask = (...question: readonly string[]) =>
  command('what-if', plan, '--people', people, '--actuals', actuals, '--as-of', '2027-01-31', ...question);

test('a place of the plan that is set twice is refused, however it is written', () => {
  const { status, stdout, stderr } = ask('--set', 'target/percent=+1%', '--set', '/target/percent=+1%');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('--set changes target/percent twice');
});

// A score of 45 pays 100 %: 11 % of 73,000 are 8,030. Twice +5 is 55: 133 1/3 % of 7,300, 9,733.33.
test('a place that is set once, and a metric that grows twice', () => {
  expect(ask('--set', '/target/percent=+1%', '--person', 'ann').stdout).toContain('7,300.00 → 8,030.00');
  expect(ask('--set', 'score=+5', '--set', 'score=+5', '--person', 'ann').stdout).toContain(
    '7,300.00 → 9,733.33',
  );
});
