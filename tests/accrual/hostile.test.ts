import { describe, expect, test } from 'vitest';
import { accrualCsv, journalCsv } from '../../src/cli/accrual-files.js';
import { showAccrual } from '../../src/cli/show-accrual.js';
import { toCsv } from '../../src/node/index.js';
import { accrued, dayPlan, estimate, person } from './support.js';

const NASTY = [
  '=HYPERLINK("http://example.com")',
  '__proto__',
  'a:b=c',
  'a%3Ab%3Dc',
  '\ud800',
  '\ud801',
  '\\ud800',
  'line\nbreak\u001b[31m',
  '\u202egnirts',
  'x'.repeat(5000),
];

describe('names of groups that nobody should have', () => {
  const people = NASTY.map((costCentre, index) => person(`p-${index}`, { costCentre, account: `a${index}` }));
  const made = accrued([estimate('2026-03-31', 45, { people })], {}, { by: ['costCentre', 'account'] });

  test('are groups of their own, with ids of their own, and nothing is lost', () => {
    expect(made.issues).toEqual([]);
    expect(made.closings[0]?.lines).toHaveLength(NASTY.length);
    const ids = made.journal.map(({ lineId }) => lineId);
    expect(new Set(ids).size).toBe(2 * NASTY.length);
    for (const id of ids) expect(id).toMatch(/^[\x21-\x7e]+$/);
    expect(made.holds).toBe(true);
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  test('are harmless in files and on the screen', () => {
    for (const text of [journalCsv(made), accrualCsv(made)]) {
      expect(text).toContain("'=HYPERLINK");
      expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
      // A column of people called like one of the file's says whose it is.
      expect(text.split('\n')[0]).toContain('costCentre,people.account');
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(showAccrual(made)).not.toMatch(/\u001b|\u202e/);
    expect(showAccrual(made).length).toBeLessThan(20_000);
  });

  test('a column called __proto__ is not one of the people', () => {
    const codes = accrued([estimate('2026-03-31', 45, { people })], {}, { by: ['__proto__'] }).issues;
    expect(codes.map(({ code }) => code)).toEqual(['accrual.column.unknown']);
  });

  test('the journal is CSV as every reader reads it', () => {
    expect(journalCsv(accrued([estimate('2026-03-31', 45)]))).toBe(
      toCsv(
        ['lineId', 'date', 'account', 'debit', 'credit', 'currency', 'plan', 'text'].map((name) => ({
          name,
          text: true,
        })),
        [
          [
            ...[
              'daily:2026-03-31:EUR:expense:6200',
              '2026-03-31',
              '6200',
              '24657.53',
              '0.00',
              'EUR',
              'daily',
            ],
            'daily, awards, expense, to 2026-03-31',
          ],
          [
            ...[
              'daily:2026-03-31:EUR:liability:2400',
              '2026-03-31',
              '2400',
              '0.00',
              '24657.53',
              'EUR',
              'daily',
            ],
            'daily, awards, liability, to 2026-03-31',
          ],
        ],
      ),
    );
  });
});

describe('several plans in one run', () => {
  test('have liabilities and shares of their own', () => {
    // The year of the one is over, and half of the two years of the other.
    const documents = [
      dayPlan({ plan: 'z' }),
      dayPlan({ plan: 'a', period: { start: '2026-01-01', end: '2027-12-31' } }),
    ];
    const people = [person('ann', { plans: 'z' }), person('ben', { plans: 'a' })];
    const run = estimate('2026-12-31', 45, { documents, people });
    const { closings, issues } = accrued([run], { earned: { straightLine: 'halves' } });
    expect(issues).toEqual([]);
    expect(closings[0]?.plans.map(({ plan, earned }) => `${plan} ${earned}`)).toEqual(['z 1', 'a 0.5']);
    // 7,300 a year: all of one, half of the two years' 14,600 of the other, in the order of the run.
    expect(closings[0]?.totals.map(({ plan, estimate: of, liability }) => [plan, of, liability])).toEqual([
      ['z', '7300.00', '7300.00'],
      ['a', '14600.00', '7300.00'],
    ]);
  });
});
