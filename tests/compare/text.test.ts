import { describe, expect, test } from 'vitest';
import { compare, comparisonText } from '../../src/compare/index.js';
import { dayPlan, draft, person, scores } from '../retro/support.js';

const before = draft({
  people: [person('ann', { salary: '80000' }), person('ben', { team: 'South' }), person('cy'), person('dee')],
});
const now = draft({
  people: [
    person('ann', { salary: '80000', to: '2026-06-30' }),
    person('ann', { salary: '85000', from: '2026-07-01' }),
    person('ben', { team: 'South' }),
    person('cy', { salary: 'n/a' }),
    person('eve', { hired: '2026-12-31' }),
  ],
  actuals: scores(45, 60),
  documents: [dayPlan({ version: 2, limits: { award: { cap: '200%', of: 'target' } } })],
});
const comparison = compare(before, now);

// 5,000 × 10 % × 184/365 = 252.05; Ben 3,650; Eve one day of 20; Cy withheld and Dee gone with 7,300 each.
describe('in English', () => {
  test('totals, what moved them, and who moved most', () => {
    expect(comparisonText(comparison)).toBe(`Run of 2027-01-31 compared with that of 2027-01-31

plan daily, EUR: 29,900.00 → 19,222.05: -10,677.95
  people who are gone: -7,300.00 (1 person)
  awards that are withheld: -7,300.00 (1 person)
  actuals of score: +3,650.00 (1 person)
  salary: +252.05 (1 person)
  new people: +20.00 (1 person)
  plan: 0.00 (2 people)

The amount of an input is its average over all orders in which the inputs could have moved.

People: 2 moved, 1 new, 1 gone, 1 withheld

Who moved most:
  ben, plan daily: 7,300.00 → 10,950.00 EUR: +3,650.00 (actuals of score +3,650.00, plan 0.00)
  ann, plan daily: 8,000.00 → 8,252.05 EUR: +252.05 (salary +252.05, plan 0.00)`);
  });

  test('one person with every input', () => {
    expect(
      comparisonText(comparison, { person: 'ann' }),
    ).toBe(`ann, plan daily: 8,000.00 → 8,252.05 EUR: +252.05
  salary 80,000 → 85,000 from 2026-07-01: +252.05
  plan: 0.00
    plan version 1 → 2
    limits of the award: cap 200% of target is new
The amount of an input is its average over all orders in which the inputs could have moved.`);
  });

  test('who did not move, and who is unknown', () => {
    expect(comparisonText(comparison, { person: 'cy' })).toBe('cy, plan daily: withheld: 7,300.00 EUR → ?');
    expect(comparisonText(comparison, { person: 'eve' })).toBe(
      'eve, plan daily: new: 0.00 → 20.00 EUR: +20.00',
    );
    expect(comparisonText(comparison, { person: 'zoe' })).toBe('Nobody has the id zoe.');
    expect(comparisonText(compare(before, before))).toContain('Nobody moved.');
  });

  test('as many rows as were asked for', () => {
    const lines = comparisonText(comparison, { rows: 1 }).split('\n');
    expect(lines.slice(-2)).toEqual([expect.stringContaining('ben, plan daily'), '  … and 1 more']);
  });

  test('text of a file cannot steer a terminal', () => {
    const id = 'ann\u001b[2J';
    const hostile = compare(
      draft({ people: [person(id)] }),
      draft({ people: [person(id)], actuals: scores(60) }),
    );
    expect(comparisonText(hostile)).not.toContain('\u001b');
    expect(comparisonText(hostile, { person: id })).not.toContain('\u001b');
  });
});

describe('in French', () => {
  test('amounts, inputs and dates', () => {
    const text = comparisonText(comparison, { person: 'ann', language: 'fr' }).replaceAll('\u00a0', ' ');
    expect(text.split('\n').slice(0, 3)).toEqual([
      'ann, plan daily: 8 000,00 → 8 252,05 EUR: +252,05',
      '  salaire 80 000 → 85 000 à partir du 2026-07-01: +252,05',
      '  plan: 0,00',
    ]);
  });

  test('the overview has no English word of ours', () => {
    const text = comparisonText(comparison, { language: 'fr' });
    expect(text).toContain('primes en attente');
    expect(text).toContain('réalisé de score');
    expect(text).not.toMatch(/\b(run|people|moved|withheld|average|actuals|input)\b/i);
  });

  test('leave and exceptions', () => {
    const documents = [dayPlan({ leave: { parental: { counts: '0%' } } })];
    const leave = [{ id: 'ann', type: 'parental', from: '2026-02-01', to: '2026-02-28' }];
    const people = [person('ann')];
    const away = compare(draft({ people, documents }), draft({ people, documents, leave }));
    expect(comparisonText(away, { person: 'ann', language: 'fr' })).toContain(
      'congé parental rien → 2026-02-01 au 2026-02-28: -560,00',
    );
  });
});
