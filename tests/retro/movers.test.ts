import { describe, expect, test } from 'vitest';
import { movers } from '../../src/retro/index.js';
import { dayPlan, draft, person, scores } from './support.js';

/** A salary whose award is a tenth of it. */
const paid = (id: string, salary: number, changes: object = {}) =>
  person(id, { salary: String(salary), ...changes });
const lines = (all: ReturnType<typeof movers>) =>
  all.map((one) =>
    [one.person, one.currency, one.before, one.after, one.amount, one.percent, one.status].join(' '),
  );

describe('who moved most between two runs', () => {
  test('by the size of the move, ties by id; new and gone people; nobody who did not move', () => {
    const before = draft({
      people: [
        paid('ann', 60000),
        paid('ben', 60000),
        paid('cy', 50000),
        paid('eve', 90000),
        paid('gus', 1000),
      ],
    });
    const after = draft({
      people: [
        paid('cy', 51000),
        paid('ben', 50000),
        paid('ann', 70000),
        paid('fay', 20000),
        paid('gus', 1000),
      ],
    });
    expect(lines(movers(before, after, 10))).toEqual([
      'eve EUR 9000.00 0.00 -9000.00 -100.0% gone',
      'fay EUR 0.00 2000.00 2000.00  new',
      // 1,000 ÷ 6,000 is 16.666… %
      'ann EUR 6000.00 7000.00 1000.00 16.7% moved',
      'ben EUR 6000.00 5000.00 -1000.00 -16.7% moved',
      'cy EUR 5000.00 5100.00 100.00 2.0% moved',
    ]);
    expect(movers(before, after, 2).map((one) => one.person)).toEqual(['eve', 'fay']);
  });

  test('last year against this year: the plan counts, not its period', () => {
    const lastYear = draft({
      people: [person('ann')],
      documents: [dayPlan({ period: { start: '2025-01-01', end: '2025-12-31' } })],
    });
    const [first] = movers(lastYear, draft({ people: [person('ann')], actuals: scores(60) }), 3);
    expect(first).toEqual({
      ...{ person: 'ann', plan: 'daily', currency: 'EUR', status: 'moved' },
      ...{ before: '7300.00', after: '10950.00', amount: '3650.00', percent: '50.0%' },
    });
  });

  test('each currency has a list of its own; a changed currency is a move in both', () => {
    const before = draft({ people: [paid('ann', 10000), paid('ben', 900000, { currency: 'JPY' })] });
    const after = draft({
      people: [paid('ann', 10000, { currency: 'USD' }), paid('ben', 800000, { currency: 'JPY' })],
    });
    expect(lines(movers(before, after, 1))).toEqual([
      'ann EUR 1000.00 0.00 -1000.00 -100.0% moved',
      'ben JPY 90000 80000 -10000 -11.1% moved',
      'ann USD 0.00 1000.00 1000.00  moved',
    ]);
  });

  test('who is not eligible moved to nothing; who is withheld or was not looked at is left out', () => {
    const documents = [dayPlan({ eligibility: { employedAt: 'periodEnd' } })];
    const before = draft({ people: [paid('ann', 10000), paid('ben', 10000), paid('cy', 10000)], documents });
    const after = draft({
      people: [
        paid('ann', 10000, { left: '2026-05-31' }),
        { ...paid('ben', 0), salary: 'n/a' },
        paid('cy', 20000),
      ],
      documents,
    });
    expect(lines(movers(before, after, 9))).toEqual([
      'ann EUR 1000.00 0.00 -1000.00 -100.0% moved',
      'cy EUR 1000.00 2000.00 1000.00 100.0% moved',
    ]);
    const one = draft({ people: [paid('cy', 20000)], documents, options: { only: ['cy'] } });
    expect(movers(before, one, 9).map(({ person: id }) => id)).toEqual(['cy']);
  });

  test('two plans of one person are two movers', () => {
    const both = (percent: string) => [
      dayPlan(),
      dayPlan({ plan: 'other', target: { percent, of: 'salary', prorate: 'calendarDays' } }),
    ];
    const [before, after] = ['10%', '20%'].map((percent) =>
      draft({ people: [paid('ann', 10000)], documents: both(percent) }),
    ) as [ReturnType<typeof draft>, ReturnType<typeof draft>];
    expect(movers(before, after, 9).map(({ plan, amount }) => [plan, amount])).toEqual([
      ['other', '1000.00'],
    ]);
  });
});
