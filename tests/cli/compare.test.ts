import { beforeAll, describe, expect, test } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

const { at, write, json } = workFolder('compare');
const plan = write('plan.yaml', PLAN);
const actuals = write('actuals.csv', ACTUALS);
const people = write('people.csv', PEOPLE);
const raised = write('raised.csv', PEOPLE.replace('ann,2019-03-01,,,73000', 'ann,2019-03-01,,,109500'));
const better = write('better.csv', ACTUALS.replace('score,South,45', 'score,South,60'));
const second = write(
  'plan-2.yaml',
  PLAN.replace('version: 1', 'version: 2').replace('percent: 10%', 'percent: 20%'),
);
const before = at('before', 'run.json');
const now = at('now', 'run.json');

const calculate = (peopleFile: string, actualsFile: string, folder: string) =>
  command(
    ...['calculate', plan, '--people', peopleFile, '--actuals', actualsFile, '--as-of', '2027-01-31'],
    ...['--out', at(folder)],
  );

beforeAll(() => {
  expect(calculate(people, actuals, 'before').status).toBe(0);
  expect(calculate(raised, better, 'now').status).toBe(0);
});

// 10 % of 73,000 is 7,300; Cy's 334 days are 6,680. A raise of half adds 3,650 to Ann, a score of 60 half to Ben and Cy.
describe('two runs', () => {
  test('as tables', () => {
    const { status, stdout, stderr } = command('compare', before, now, '--rows', '1');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('plan daily, EUR: 21,280.00 → 31,920.00: +10,640.00\n');
    expect(stdout).toContain('  actuals of score: +6,990.00 (2 people)\n  salary: +3,650.00 (1 person)\n');
    expect(stdout).toContain('… and 2 more');
  });

  test('one person, in French', () => {
    const { status, stdout } = command('compare', before, now, '--person', 'ann', '--language', 'fr');
    expect(status).toBe(0);
    expect(stdout.replaceAll('\u00a0', ' ')).toBe(
      'ann, plan daily: 7 300,00 → 10 950,00 EUR: +3 650,00\n  salaire 73 000 → 109 500: +3 650,00\n',
    );
  });

  test('as versioned JSON and as CSV', () => {
    const { stdout } = command('compare', before, now, '--format', 'json');
    const comparison = JSON.parse(stdout);
    expect([comparison.format, comparison.formatVersion]).toEqual(['variable-pay/comparison', 1]);
    expect(comparison.counts.moved).toBe(3);
    expect(command('compare', before, now, '--format', 'csv', '--person', 'ben').stdout).toBe(
      'person,name,plan,status,currency,currencyBefore,before,now,difference,attribution,input,amount,why\n'.concat(
        'ben,,daily,moved,EUR,,7300.00,10950.00,3650.00,each,actual score,3650.00,score of South 45 → 60\n',
      ),
    );
  });
});

describe('one run, calculated anew on other files', () => {
  test('other actuals and people', () => {
    const anew = command('compare', before, '--people', raised, '--actuals', better, '--format', 'json');
    const two = JSON.parse(command('compare', before, now, '--format', 'json').stdout);
    expect(anew.status).toBe(0);
    expect(JSON.parse(anew.stdout).people).toEqual(two.people);
  });

  test('changes are applied to the people of the run', () => {
    const changes = write('changes.csv', 'id,from,salary\nann,2026-07-01,109500\n');
    const { status, stdout } = command('compare', before, '--changes', changes, '--person', 'ann');
    // 10 a day more for 184 days.
    expect(status).toBe(0);
    expect(stdout).toContain('  salary 73,000 → 109,500 from 2026-07-01: +1,840.00\n');
  });

  test('another version of the plan, and another day', () => {
    const { status, stdout } = command(
      'compare',
      before,
      '--plan',
      second,
      '--as-of',
      '2027-02-28',
      '--person',
      'ann',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('plan: +7,300.00\n    plan version 1 → 2\n    target: percent 10% becomes 20%');
  });

  test('what the new calculation finds is told', () => {
    const broken = write('broken.csv', PEOPLE.replace('73000', 'n/a'));
    const { status, stdout, stderr } = command('compare', before, '--people', broken);
    expect(status).toBe(3);
    expect(stdout).toContain('1 withheld');
    expect(stderr).toContain('salary');
  });
});

describe('what cannot be compared', () => {
  const refused = (...args: readonly string[]) => {
    const { status, stdout, stderr } = command('compare', ...args);
    expect([status, stdout]).toEqual([3, '']);
    return stderr;
  };

  test('bad usage', () => {
    expect(command('compare', before).status).toBe(2);
    expect(command('compare', before, now, '--actuals', better).status).toBe(2);
    expect(command('compare', before, now, '--language', 'de').status).toBe(2);
  });

  test('what is no stored run, somebody unknown, a plan the run does not have', () => {
    const { inputs: _, ...bare } = json('before', 'run.json');
    expect(refused(write('bare.json', JSON.stringify(bare)), now)).toContain('[retro.run.form]');
    expect(refused(before, write('none.json', '{}'))).toContain('[retro.run.form]');
    expect(refused(at('nowhere.json'), now)).toContain('[file.read]');
    expect(refused(before, now, '--person', 'zoe')).toContain('[compare.person.unknown]');
    const other = write('other.yaml', PLAN.replace('plan: daily', 'plan: other'));
    expect(refused(before, '--plan', other)).toContain('[compare.plan.unknown]');
    expect(refused(before, '--as-of', '2027-02-30')).toContain('[run.as-of.form]');
  });
});
