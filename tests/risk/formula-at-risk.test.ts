import { describe, expect, test } from 'vitest';
import { explainedOf } from '../support/explained.js';
import { explainedAda, finals, stakePlan, USUAL } from '../support/stake-plan.js';

describe('plans of formulas', () => {
  const { goals: _goals, ...plan } = stakePlan();

  test('an award stated beside a target: one line against target, whatever the formula is made of', () => {
    const award = {
      by: 'calendarDays',
      prorated: {
        sum: [
          {
            name: 'sold',
            product: [
              { term: 'target' },
              '50%',
              { curve: { of: { achievement: 'revenue' }, points: USUAL } },
            ],
          },
          { name: 'anyway', product: [{ term: 'target' }, '50%'] },
        ],
      },
    };
    const { risk, outcome } = explainedAda({
      document: { ...plan, award },
      actuals: finals({ revenue: '900000' }),
    });
    // 10,000 × 75 % and 10,000.
    expect(outcome?.lines.map(({ name, atTarget, brought }) => [name, atTarget, brought])).toEqual([
      ['award before limits', '20000.00', '17500.00'],
    ]);
    expect(risk).toMatchObject({
      minimum: { amount: '10000.00', exact: true },
      maximum: { amount: '30000.00', exact: true },
    });
    expect(risk?.absent).toEqual([{ term: 'goals', why: 'formula' }]);
  });

  test('an award that hangs on the result of somebody else moves with what that is made of', () => {
    const payout = { result: 'led', of: { role: 'chief' } };
    const terms = {
      led: {
        curve: {
          of: { metric: 'nps', level: 'person' },
          points: [
            [30, '50%'],
            [60, '150%'],
          ],
        },
      },
    };
    const document = { ...plan, metrics: { nps: { kind: 'nps', level: 'person' } }, payout, terms };
    const people = [
      { id: 'ada', salary: '80000', currency: 'USD', role: 'agent' },
      { id: 'eve', salary: '80000', currency: 'USD', role: 'chief' },
    ];
    const nps = (group: string, value: number) => ({ metric: 'nps', group, value, status: 'final' });
    const [ada] = explainedOf({ document, people, actuals: [nps('ada', 10), nps('eve', 45)] });
    // The chief’s 45 points pay 100 %; others can bring anything, and what that is cannot be told for ada alone.
    expect(ada?.award.amount).toBe('20000.00');
    expect(ada?.risk?.minimum?.amount).toBe('0.00');
    expect(ada?.risk?.maximum).toBeUndefined();
    expect(ada?.risk?.absent).toContainEqual({ term: 'maximum', why: 'notKnown' });
  });
});
