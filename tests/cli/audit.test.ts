import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { faultsOf } from '../package/support.js';
import { ACTUALS, command, PEOPLE, PLAN, workFolder } from './support.js';

// Each test runs the command several times: on a busy machine that takes longer than the usual limit.
vi.setConfig({ testTimeout: 240_000 });

const { at, write, read, json } = workFolder('audit');
const run = at('annual', 'run.json');
const key = write('key', `${'0123456789abcdef'.repeat(4)}\n`);
const named = PEOPLE.replace('id,', 'id,name,')
  .replace('\nann,', '\nann,Ana Silva,')
  .replace('\nben,', '\nben,Ben Okoro,')
  .replace('\ncy,', '\ncy,Cy Roth,');

beforeAll(() => {
  const plan = write('plan.yaml', PLAN);
  const files = ['--people', write('people.csv', named), '--actuals', write('actuals.csv', ACTUALS)];
  const paid = ['--final', '--pay-date', '2027-02-26', '--pay-code', 'BONUS', '--out', at('annual')];
  const { status, stderr } = command('calculate', plan, ...files, '--as-of', '2027-01-31', ...paid);
  expect([status, stderr.includes('run.json, receipt.json, pay-EUR.csv')], stderr).toEqual([0, true]);
}, 120_000);

/** The SHA-256 of a file by another program. */
const sha256 = (path: string) => execFileSync('sha256sum', [path], { encoding: 'utf8' }).split(' ')[0];

describe('receipt.json', () => {
  test('stands beside run.json, fits its schema, and names the pay file by its bytes', () => {
    const receipt = json('annual', 'receipt.json');
    expect(faultsOf('receipt')(receipt)).toEqual([]);
    // Ann and Ben 7,300.00 each; Cy left on 30 November: 334 of 365 days, 20 a day.
    expect(receipt.totals[0].amount).toBe('21280.00');
    expect(receipt.files).toEqual([
      {
        ...{ layout: 'canonical', name: 'pay-EUR.csv' },
        controls: [{ currency: 'EUR', lines: 3, amount: '21280.00' }],
        fingerprint: `sha256:${sha256(at('annual', 'pay-EUR.csv'))}`,
      },
    ]);
    expect(receipt.result).toBe(json('annual', 'run.json').fingerprints.result);
  });
});

describe('audit', () => {
  test('writes a folder that verify does once more in a process of its own; the tables show the same', () => {
    const { status, stdout, stderr } = command('audit', run, '--out', at('audit'), '--largest', '1');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('- pay-EUR.csv (canonical): 3 lines, 21,280.00 EUR');
    expect(readdirSync(at('audit')).toSorted()).toEqual([
      ...['actuals.csv', 'audit.json', 'awards.csv', 'findings.csv', 'instructions.txt', 'parts.csv'],
      ...['people.csv', 'receipt.json', 'steps.csv'],
    ]);
    expect(read('audit', 'people.csv').split('\n')[1]).toMatch(/^ann,Ana Silva,2019-03-01,/);
    expect(read('audit', 'parts.csv')).toBe(
      'person,plan,stage,name,amount,currency\nann,daily,goal,score,7300.00,EUR\n',
    );
    const again = command('verify', at('audit', 'audit.json'));
    expect([again.status, again.stdout.split('\n')[0]]).toEqual([0, 'The stored result holds.']);
    expect(again.stderr).toContain(
      'Receipt, sample, explanations and the tables beside are those of this run.',
    );
    // It stands for run.json wherever one is asked for.
    expect(command('explain', 'ben', '--run', at('audit', 'audit.json')).status).toBe(0);
    expect(command('reconcile', at('audit', 'audit.json'), at('annual', 'pay-EUR.csv')).status).toBe(0);
  });

  test('what was changed in it, or in a table beside it, is found: exit 4', () => {
    const text = read('audit', 'audit.json');
    const changed = write('changed.json', text.replace('"how": "from the people file"', '"how": "agreed"'));
    const step = command('verify', changed);
    expect([step.status, step.stdout.split('\n')[0]]).toEqual([4, 'The stored result holds.']);
    expect(step.stderr).toContain('the explanation of "ann"');
    const award = command(
      'verify',
      write('award.json', text.replaceAll('"amount": "7300.00"', '"amount": "7301.00"')),
    );
    expect([award.status, award.stdout.split('\n')[0]]).toEqual([4, 'The stored result does not hold.']);
    write('audit/awards.csv', read('audit', 'awards.csv').replace('7300.00', '7301.00'));
    const table = command('verify', at('audit', 'audit.json'));
    expect(table.status).toBe(4);
    expect(table.stderr).toContain('awards.csv: This file is not what the audit file beside it gives');
  });

  test('with pseudonyms names nobody in any file, and verifies', () => {
    const options = ['--people', 'ann,cy', '--pseudonyms', key, '--language', 'fr'];
    const { status, stdout, stderr } = command('audit', run, '--out', at('hidden'), ...options);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('avec des pseudonymes');
    for (const name of readdirSync(at('hidden'))) {
      const text = read('hidden', name);
      expect(text, name).not.toMatch(/Silva|Okoro|Roth|\bann\b|\bben\b|\bcy\b|North|South|0123456789abcdef/);
    }
    expect(json('hidden', 'audit.json').explanations).toHaveLength(2);
    expect(command('verify', at('hidden', 'audit.json')).status).toBe(0);
    const second = command('audit', run, '--out', at('again'), ...options);
    expect(second.status).toBe(0);
    expect(read('again', 'audit.json')).toBe(read('hidden', 'audit.json'));
  });

  test('refuses a used folder, strangers, a short key, a receipt of another run, two samples; writes nothing', () => {
    const used = command('audit', run, '--out', at('annual'));
    expect([used.status, used.stderr.includes('[cycle.folder.used]')]).toEqual([3, true]);
    const stranger = command('audit', run, '--out', at('none'), '--people', 'ann,zed');
    expect([stranger.status, stranger.stderr.includes('[cycle.sample.person]')]).toEqual([3, true]);
    const short = command('audit', run, '--out', at('none'), '--pseudonyms', write('short', 'secret\n'));
    expect([short.status, short.stderr.includes('The key has 6 bytes')]).toEqual([3, true]);
    expect(command('audit', run, '--out', at('none'), '--pseudonyms', at('gone')).status).toBe(3);
    expect(command('audit', run, '--out', at('none'), '--people', 'ann', '--every', '2').status).toBe(2);
    expect(command('audit', run, '--out', at('none'), '--every', '0').status).toBe(2);
    expect(command('audit', run).status).toBe(2);
    write('annual/receipt.json', read('annual', 'receipt.json').replace('21280.00', '21281.00'));
    const other = command('audit', run, '--out', at('none'));
    expect([other.status, other.stderr.includes('[cycle.receipt.differs]')]).toEqual([4, true]);
    expect(() => readdirSync(at('none'))).toThrow();
  });
});
