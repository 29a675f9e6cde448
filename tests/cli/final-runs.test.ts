import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

const { at, write, read, json } = workFolder('final');
const plan = write('plan.yaml', PLAN);
const actuals = write('actuals.csv', ACTUALS);
const people = write('people.csv', PEOPLE);
const calculate = (...more: readonly string[]) =>
  command('calculate', plan, '--actuals', actuals, '--as-of', '2027-01-31', ...more);
const unspaced = (text: string) => text.replace(/ +/g, ' ');

/** Ann is raised, Ben left on 30 September and resigned, Dee is new; Cy is not in the file any more. */
const CORRECTED = `id,hired,left,leftReason,from,salary,currency,team
ann,2019-03-01,,,,73000,EUR,North
ann,2019-03-01,,,2026-07-01,109500,EUR,North
ben,2019-03-01,2026-09-30,resignation,,73000,EUR,South
dee,2026-12-01,,,,73000,EUR,South
`;
const corrected = write('corrected.csv', CORRECTED);
const annual = at('annual', 'run.json');
const pay = ['--pay-date', '2027-02-26', '--pay-code', 'BONUS'];

beforeAll(() => {
  const { status } = calculate('--people', people, '--final', '--out', at('annual'), ...pay);
  expect(status).toBe(0);
});

describe('a final run', () => {
  test('is stored with all it was calculated on', () => {
    const run = json('annual', 'run.json');
    expect([run.format, run.formatVersion, run.status]).toEqual(['variable-pay/run', 1, 'final']);
    expect(run.inputs.people.people).toHaveLength(3);
    expect(run.inputs.plans[0].plan).toBe('daily');
    expect(read('annual', 'pay-EUR.csv')).toContain('daily:ann:2027-02-26:BONUS:EUR,ann,BONUS,7300.00,EUR');
  });

  test('is never overwritten, by a draft or by another final run', () => {
    const before = read('annual', 'run.json');
    for (const more of [[], ['--final']]) {
      const refused = calculate('--people', corrected, '--out', at('annual'), ...more);
      expect([refused.status, refused.stdout]).toEqual([3, '']);
      expect(refused.stderr).toContain('[retro.run.kept]');
      expect(refused.stderr).toContain('--follows');
    }
    expect(read('annual', 'run.json')).toBe(before);
  });

  test('a run that cannot be read may be final and is kept; a draft is overwritten', () => {
    const folder = at('drafts');
    expect(calculate('--people', people, '--out', folder, ...pay).status).toBe(0);
    expect(json('drafts', 'run.json').status).toBe('draft');
    const again = calculate('--people', people, '--out', folder);
    expect(again.status).toBe(0);
    // pay-EUR.csv is of the first draft
    expect(again.stderr).toContain('[retro.file.left]');
    write('drafts/run.json', '{"status": "fin');
    expect(calculate('--people', people, '--out', folder).stderr).toContain(
      'cannot be read and may be final',
    );
  });

  test('needs a folder to be kept in: usage', () => {
    const { status, stderr } = calculate('--people', people, '--final');
    expect([status, stderr]).toEqual([2, 'error: --final needs --out: a run that was paid on is kept\n']);
  });
}, 60_000);

describe('--follows', () => {
  test('prints and writes differences with their causes; who is missing is an error', () => {
    const { status, stdout, stderr } = calculate(
      ...[
        '--people',
        corrected,
        '--follows',
        annual,
        '--final',
        '--out',
        at('second'),
        ...pay,
        '--negatives',
      ],
    );
    expect(status).toBe(3);
    const lines = unspaced(stdout);
    expect(lines).not.toContain('Awards');
    // 181 × 20 + 184 × 30 = 9,140
    expect(lines).toContain('ann 7,300.00 9,140.00 1,840.00 EUR salary 73000 → 109500 from 2026-07-01');
    expect(lines).toContain('ben 7,300.00 0.00 -7,300.00 EUR not eligible; left on 2026-09-30');
    // 31 × 20
    expect(lines).toContain('dee 620.00 620.00 EUR not paid before');
    expect(lines).toContain('cy 6,680.00 EUR missing; no longer among the people');
    expect(lines).toContain('4 in = 3 changed + 0 unchanged + 0 withheld + 1 missing');
    for (const code of ['retro.person.missing', 'retro.person.never-paid']) expect(stderr).toContain(code);
    expect(read('second', 'differences.csv').split('\n').slice(0, 2)).toEqual([
      'person,name,plan,status,currency,before,now,difference,why',
      'ann,,daily,changed,EUR,7300.00,9140.00,1840.00,salary 73000 → 109500 from 2026-07-01',
    ]);
    const lineIds = read('second', 'pay-EUR.csv').split('\n').slice(1, 3);
    expect(lineIds.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['daily:ann:2027-02-26:BONUS:EUR:2', 'ann', 'BONUS', '1840.00'],
      ['daily:ben:2027-02-26:BONUS:EUR:2', 'ben', 'BONUS', '-7300.00'],
    ]);
    expect(json('second', 'run.json')).toMatchObject({ status: 'final', after: 1 });
  });

  test('following both runs gives nothing more; in the wrong order nothing is calculated', () => {
    const second = at('second', 'run.json');
    const { stdout } = calculate('--people', corrected, '--follows', annual, '--follows', second);
    expect(stdout).toContain('4 in = 0 changed + 3 unchanged + 0 withheld + 1 missing');
    const wrong = calculate('--people', corrected, '--follows', second, '--follows', annual);
    expect([wrong.status, wrong.stdout]).toEqual([3, '']);
    expect(wrong.stderr).toContain(`error ${second}: Run 1 of those to follow`);
  });

  test('as JSON, NDJSON and CSV the differences are data', () => {
    const formats = ['json', 'ndjson', 'csv'].map(
      (format) => calculate('--people', corrected, '--follows', annual, '--format', format).stdout,
    ) as [string, string, string];
    const correction = JSON.parse(formats[0]);
    expect([correction.format, correction.differences[0].amount]).toEqual([
      'variable-pay/correction',
      '1840.00',
    ]);
    const records = formats[1]
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ person, status }) => [person, status])).toEqual([
      ['ann', 'paid'],
      ['ben', 'notEligible'],
      ['dee', 'paid'],
      ['cy', 'missing'],
    ]);
    expect(formats[2]).toContain('cy,,daily,missing,EUR,6680.00,,,missing; no longer among the people');
  });

  test('negative lines only with --negatives; without it nothing is written', () => {
    const out = at('refused');
    const { status, stderr } = calculate('--people', corrected, '--follows', annual, '--out', out, ...pay);
    expect(status).toBe(3);
    expect(stderr).toContain('[payroll.line.negative]');
    expect(existsSync(out)).toBe(false);
  });

  test('a draft, an edited run and a file that is no run are refused, with their names', () => {
    write('draft.json', JSON.stringify({ ...json('annual', 'run.json'), status: 'draft' }));
    const edited = json('annual', 'run.json');
    edited.awards[0].amount = '1.00';
    write('edited.json', JSON.stringify(edited));
    write('broken.json', '{');
    for (const [name, code] of [
      ['draft.json', 'retro.run.draft'],
      ['edited.json', 'retro.run.form'],
      ['broken.json', 'file.syntax'],
      ['nowhere.json', 'file.read'],
    ] as const) {
      const { status, stdout, stderr } = calculate('--people', corrected, '--follows', at(name));
      expect([status, stdout]).toEqual([3, '']);
      expect(stderr).toContain(`error ${at(name)}`);
      expect(stderr).toContain(`[${code}]`);
    }
  });
}, 90_000);

test('--previous lists who moved most', () => {
  const { status, stdout } = calculate('--people', corrected, '--previous', annual);
  expect(status).toBe(0);
  const top = unspaced(stdout.slice(stdout.indexOf('Top movers')));
  const rows = top.split('\n').slice(4, 8);
  expect(rows).toEqual([
    'ben 7,300.00 0.00 -7,300.00 EUR -100.0%',
    'cy 6,680.00 0.00 -6,680.00 EUR -100.0% gone',
    'ann 7,300.00 9,140.00 1,840.00 EUR 25.2%',
    'dee 0.00 620.00 620.00 EUR new',
  ]);
}, 30_000);
