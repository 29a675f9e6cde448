import { beforeAll, describe, expect, test } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

const { at, write, read, json } = workFolder('verify');
const plan = write('plan.yaml', PLAN);
const people = write('people.csv', PEOPLE);
const actuals = write('actuals.csv', ACTUALS);
const run = at('annual', 'run.json');

beforeAll(() => {
  const files = ['--people', people, '--actuals', actuals, '--as-of', '2027-01-31'];
  const { status, stderr } = command('calculate', plan, ...files, '--final', '--out', at('annual'));
  expect(status, stderr).toBe(0);
});

describe('verify', () => {
  test('a run as it was written holds, beside its plan and files: exit 0', () => {
    const beside = ['--plan', plan, '--people', people, '--actuals', actuals];
    const { status, stdout, stderr } = command('verify', run, ...beside);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'The stored result holds.',
      'Final run as of 2027-01-31, 3 awards; made by release 0.1.0, verified by release 0.1.0',
    ]);
    expect(stdout).toContain('- Awards: 3 compared, all as stored');
    expect(stdout).toContain('  - plan daily: the one the run was made on');
    expect(stdout).toContain(`Fingerprint of the result: ${json('annual', 'run.json').fingerprints.result}`);
  });

  test('files of other names and folders are the same as long as they say the same', () => {
    const copy = write('a copy of people.csv', PEOPLE.replaceAll('\n', '\r\n'));
    expect(command('verify', run, '--people', copy).status).toBe(0);
    const other = write('others.csv', PEOPLE.replace('ann,2019-03-01', 'ann,2019-03-02'));
    const { status, stdout } = command('verify', run, '--people', other);
    expect(status).toBe(4);
    expect(stdout).toContain('  - people: not the one the run was made on');
  });

  test('an award that was changed: exit 4, and what differs in English, in French and as JSON', () => {
    const [before, after] = ['"amount": "7300.00"', '"amount": "9300.00"'];
    const changed = write('changed.json', read('annual', 'run.json').replace(before, after));
    const english = command('verify', changed);
    expect(english.status).toBe(4);
    expect(english.stdout).toContain('The stored result does not hold.');
    expect(english.stdout).toContain('- award ann in daily: award 9,300.00 stored, 7,300.00 derived');
    const french = command('verify', changed, '--language', 'fr');
    expect(french.status).toBe(4);
    expect(french.stdout).toContain('Le résultat conservé n’est pas confirmé.');
    expect(french.stdout).toContain(
      '- montant ann, plan daily\u00a0: montant\u00a0: conservé 9\u202f300,00, recalculé 7\u202f300,00',
    );
    const data = command('verify', changed, '--format', 'json');
    const { format, formatVersion, holds, differences } = JSON.parse(data.stdout);
    expect([data.status, format, formatVersion, holds]).toEqual([4, 'variable-pay/verification', 1, false]);
    expect(differences[0]).toEqual({
      of: 'award',
      kind: 'changed',
      plan: 'daily',
      person: 'ann',
      fields: [{ field: 'amount', stored: '9300.00', derived: '7300.00' }],
    });
  });

  test('what is no run, or no file: exit 3', () => {
    const none = command('verify', write('none.json', '{"format": "variable-pay/run"}'));
    expect([none.status, none.stdout.split('\n')[0]]).toEqual([
      3,
      'This is no stored run: nothing was verified.',
    ]);
    expect(none.stdout).toContain('[verify.run.form]');
    const half = command('verify', write('half.json', read('annual', 'run.json').slice(0, 500)));
    expect([half.status, half.stdout]).toEqual([3, '']);
    expect(half.stderr).toContain('[file.syntax]');
    expect(command('verify', run, '--plan', at('gone.yaml')).status).toBe(3);
    expect(command('verify', at('gone.json')).status).toBe(3);
    expect(command('verify').status).toBe(2);
    expect(command('verify', run, '--language', 'de').status).toBe(2);
  });
});
