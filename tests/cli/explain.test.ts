import { beforeAll, describe, expect, test } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

const { at, write, read } = workFolder('explain');
const plan = write('plan.yaml', PLAN);
const people = write('people.csv', PEOPLE);
const actuals = write('actuals.csv', ACTUALS.replace('score,South,45', 'score,South,60'));
const files = ['--people', people, '--actuals', actuals, '--as-of', '2027-01-31'];
const run = at('annual', 'run.json');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

/** The explanations in what was written as JSON. */
const listIn = (stdout: string) => {
  const data = JSON.parse(stdout);
  return Array.isArray(data) ? data : data.explanations;
};

beforeAll(() => {
  const { status, stderr } = command('calculate', plan, ...files, '--final', '--out', at('annual'));
  expect(status, stderr).toBe(0);
});

// 10 % of 73,000 is 7,300; a score of 60 pays 150 %: 10,950. A point of 15 to 60 is worth 50 ÷ 15 %; beyond, nothing.
describe('somebody', () => {
  test('from a stored run, as text in English and in French', () => {
    const { status, stdout, stderr } = command('explain', 'ben', '--run', run);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Award: 10,950.00 EUR, 150% of target 7,300.00 EUR · paid\n');
    expect(stdout).toMatch(/^score +60 +150% +7,300\.00 +10,950\.00 +\+3,650\.00$/m);
    expect(stdout).toContain('rests on final values · final run · as of 2027-01-31');
    const french = command('explain', 'ben', '--run', run, '--language', 'fr', '--full');
    expect(plain(french.stdout)).toContain(
      'Montant : 10 950,00 EUR, 150 % de l’objectif de 7 300,00 EUR · versé\n',
    );
    expect(plain(french.stdout)).toContain('calcul définitif');
    expect(plain(french.stdout)).toContain('Toutes les étapes');
  });

  test('from files the same as from the run, but for its status', () => {
    const stored = command('explain', 'ben', '--run', run).stdout;
    const { status, stdout, stderr } = command('explain', 'ben', plan, ...files);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(stored.replace('final run', 'draft'));
  });

  test('as JSON, with the attribution that was asked for', () => {
    const { status, stdout } = command('explain', 'ben', '--run', run, '--format', 'json', '--attribution');
    expect(status).toBe(0);
    expect(listIn(stdout)).toMatchObject([
      {
        format: 'variable-pay/explanation',
        formatVersion: 1,
        award: { person: 'ben', amount: '10950.00' },
        // Neutral is 45, where the curve pays 100 %.
        attribution: { target: '7300.00', award: '10950.00', lines: [{ amount: '3650.00' }] },
      },
    ]);
    // Nobody else is in it.
    expect(stdout).not.toMatch(/"ann"|"cy"|North/);
  });
});

describe('bad usage: exit 2', () => {
  test.each([
    ['neither a run nor plans', ['ben']],
    ['a run and plans', ['ben', plan, '--run', run]],
    ['a run and other actuals, which would not be read', ['ben', '--run', run, '--actuals', actuals]],
    ['a run and another day', ['ben', '--run', run, '--as-of', '2027-01-31']],
    ['plans without people', ['ben', plan, '--as-of', '2027-01-31']],
    ['an unknown language', ['ben', '--run', run, '--language', 'de']],
    ['an unknown format', ['ben', '--run', run, '--format', 'pdf']],
  ])('%s', (_, args) => {
    const { status, stdout, stderr } = command('explain', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error: ');
  });
});

describe('what cannot be explained: exit 3, and why', () => {
  const refused = (...args: readonly string[]) => {
    const { status, stdout, stderr } = command('explain', ...args);
    expect([status, stdout]).toEqual([3, '']);
    return stderr;
  };

  test('somebody who is not there, or is written otherwise, and a plan that is not', () => {
    expect(refused('zoe', '--run', run)).toContain('[explain.person.unknown]');
    expect(refused('Ben', '--run', run)).toContain('letter by letter');
    expect(refused('ben', '--run', run, '--plan', 'other')).toContain('[explain.plan.unknown]');
  });

  test('somebody whose row cannot be read: what is wrong with it', () => {
    const broken = write('broken.csv', PEOPLE.replace('ben,2019-03-01', 'ben,2019-02-31'));
    const told = command('explain', 'ben', plan, ...files.with(1, broken));
    expect(told.status).toBeGreaterThanOrEqual(0);
    expect(told.stdout + told.stderr).toContain('2019-02-31');
    // Whose row is right is not told of it.
    expect(command('explain', 'ann', plan, ...files.with(1, broken)).stderr).not.toContain('ben');
  });

  test('half a file, no file, no run, a run without what it was calculated on', () => {
    const half = write('half.json', read('annual', 'run.json').slice(0, 900));
    expect(refused('ben', '--run', half)).toContain('[file.syntax]');
    expect(refused('ben', '--run', at('gone.json'))).toContain('[file.read]');
    expect(refused('ben', '--run', write('none.json', '{}'))).toContain('[retro.run.form]');
    const { inputs: _, ...bare } = JSON.parse(read('annual', 'run.json'));
    expect(refused('ben', '--run', write('bare.json', JSON.stringify(bare)))).toContain('[retro.run.form]');
  });
});

describe('a run.json that was edited', () => {
  const edited = (name: string, before: string, after: string) => {
    const text = read('annual', 'run.json');
    expect(text).toContain(before);
    return write(name, text.replaceAll(before, after));
  };

  test('its amount: no run as it was stored, for the awards no longer sum to its totals', () => {
    const file = edited('amount.json', '"amount": "10950.00"', '"amount": "99950.00"');
    const { status, stdout, stderr } = command('explain', 'ben', '--run', file);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toContain('the sums of the awards');
  });

  test.each([
    ['an actual', '"value": "60"', '"value": "45"', 'inputs give 7300.00 EUR'],
    // 10 % of 146,000, and half more.
    ['salaries', '"salary": "73000"', '"salary": "146000"', 'inputs give 21900.00 EUR'],
  ])('%s: explained as its inputs give it, and exit 3', (what, before, after, said) => {
    const { status, stdout, stderr } = command(
      'explain',
      'ben',
      '--run',
      edited(`${what}.json`, before, after),
    );
    expect(status).toBe(3);
    expect(stdout).toContain('plan daily, version 1');
    expect(stderr).toContain('The run states 10950.00 EUR, and its');
    expect(stderr).toContain(said);
    expect(stderr).toContain('[explain.award.differs]');
  });

  test('by an older release: explained, as long as it comes out the same', () => {
    const older = edited('older.json', '"release": "', '"release": "0.0.0-');
    expect(command('explain', 'ben', '--run', older).status).toBe(0);
  });
});
