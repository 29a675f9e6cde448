import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.js';
import { dayPlan, draft, person, scores } from '../retro/support.js';
import { linesOf, movedOf } from './support.js';

describe('one input', () => {
  test('a raise in the middle of the year', () => {
    const before = draft({ people: [person('ann'), person('ben')] });
    const now = draft({
      people: [
        person('ann', { to: '2026-06-30' }),
        person('ann', { from: '2026-07-01', salary: '109500' }),
        person('ben'),
      ],
    });
    // 10 a day more for the 184 days from 1 July.
    const comparison = compare(before, now);
    expect(movedOf(comparison)).toEqual(['ann 7300.00 9140.00 1840.00 each']);
    expect(linesOf(comparison, 'ann')).toEqual([
      'person salary 1840.00: salary 73000 → 109500 from 2026-07-01',
    ]);
    expect(comparison.counts).toEqual({ moved: 1, same: 1, new: 0, gone: 0, withheld: 0, notCompared: 0 });
  });
});

describe('several inputs', () => {
  test('a raise and a corrected score', () => {
    const before = draft({ people: [person('ann')] });
    const now = draft({ people: [person('ann', { salary: '109500' })], actuals: scores(60) });
    // 7300 × 1.5 × 1.5 = 16425. Salary: 3650 or 5475, mean 4562.50; score the same.
    expect(linesOf(compare(before, now), 'ann')).toEqual([
      'person salary 4562.50: salary 73000 → 109500',
      'actual score 4562.50: score of North 45 → 60',
    ]);
  });

  test('a team move with another score, and the new team is corrected as well', () => {
    const before = draft({ people: [person('ann')] });
    const now = draft({ people: [person('ann', { team: 'South' })], actuals: scores(45, 60) });
    // South was 45 as North: the move alone brings nothing, nor does the correction alone; together 3650, half each.
    expect(linesOf(compare(before, now), 'ann')).toEqual([
      'person team 1825.00: team North → South',
      'actual score 1825.00: score of South 45 → 60',
    ]);
  });

  test('plan, salary and score: values worked by hand', () => {
    const before = draft({ people: [person('ann')] });
    const now = draft({
      people: [person('ann', { salary: '109500' })],
      actuals: scores(60),
      documents: [dayPlan({ version: 2, target: { percent: '20%', of: 'salary', prorate: 'calendarDays' } })],
    });
    // Factors 1.5, 1.5 and 2 on 7300: 32850 in the end. Salary alone adds 3650; after the score 5475; after the plan 7300;
    // after both 10950: 3650/3 + 5475/6 + 7300/6 + 10950/3 = 6995.83…; the score the same; plan: 7300/3 + 10950/6 × 2 + 16425/3 = 11558.33…
    // In cents: 699583 1/3, 699583 1/3, 1155833 1/3: one cent is left, ties to the first.
    expect(linesOf(compare(before, now), 'ann')).toEqual([
      'person salary 6995.84: salary 73000 → 109500',
      'actual score 6995.83: score of North 45 → 60',
      'plan 11558.33: plan version 1 → 2; target: percent 10% becomes 20%',
    ]);
  });
});
