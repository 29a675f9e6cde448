import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOfImprovement, type ImprovementInput, improvementWorth } from '../../src/lint/index.js';
import { baseActuals, basePeople, runOf } from '../support/base.js';
import { expectHelpful } from '../support/expect-issue.js';

const INPUT: ImprovementInput = { revenue: '1000', change: 5, elasticity: '1%', years: 2 };

function resultOf(changes: Partial<ImprovementInput> = {}) {
  const answer = improvementWorth({ ...INPUT, ...changes });
  if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
  return answer.result;
}

describe('what an improvement is worth', () => {
  // 5 × 1 % = 5 % of 1,000 is 50 a year.
  test('without anything else all of it is revenue, from the first year on, and every assumption is told', () => {
    expect(resultOf()).toEqual({
      assumptions: {
        revenue: '1000',
        change: '5',
        elasticity: '0.01',
        years: 2,
        phaseIn: ['1', '1'],
        margin: '1',
        discountRate: '0',
      },
      uplift: '0.05',
      years: [
        { year: 1, revenue: '50', worth: '50' },
        { year: 2, revenue: '50', worth: '50' },
      ],
      revenue: '100',
      worth: '100',
    });
  });

  // Temkin Group, ROI of Customer Experience, 2018: 775 million over three years for a billion of yearly revenue. With a
  // third, two thirds and all of it that is two full years, so 38.75 % of a billion a year: 10 units of 3.875 %.
  test('the published estimate comes out, and at which elasticity a plan pays for itself', () => {
    const given = {
      revenue: '1000000000',
      change: 10,
      elasticity: '3.875%',
      years: 3,
      phaseIn: ['1/3', '2/3', '1'],
      cost: '10000000',
    };
    const { worth, cost, net, worthOfCost, breakEvenElasticity, years } = resultOf(given);
    expect({ worth, cost, net }).toEqual({ worth: '775000000', cost: '30000000', net: '745000000' });
    // 775 ÷ 30 = 155/6, and 3.875 % × 30 ÷ 775 = 0.15 %.
    expect([worthOfCost, breakEvenElasticity]).toEqual(['155/6', '0.0015']);
    expect(years.map(({ revenue }) => revenue)).toEqual(['387500000/3', '775000000/3', '387500000']);
    expect(resultOf({ ...given, elasticity: breakEvenElasticity as string }).net).toBe('0');
  });

  // Rucci, Kirn and Quinn 1998: 5 units of employee attitude, 1.3 of customer impression, 0.5 % of revenue.
  test('an employee result drives the customer result by its link', () => {
    const { uplift, assumptions } = resultOf({ change: { employee: 5, link: '26%' }, elasticity: '1/260' });
    expect(uplift).toBe('0.005');
    expect(assumptions).toMatchObject({ change: '1.3', employee: { change: '5', link: '0.26' } });
  });

  // 50 × 40 % = 20; discounted by a quarter 20 ÷ 1.25 = 16 and 20 ÷ 1.5625 = 12.8; costs of 10 alike 8 and 6.4.
  test('margin and discount are taken off worth, and discount off cost', () => {
    const { years, worth, cost, net, revenue } = resultOf({ margin: '40%', discountRate: '25%', cost: 10 });
    expect(years.map((one) => [one.worth, one.cost])).toEqual([
      ['16', '8'],
      ['12.8', '6.4'],
    ]);
    expect({ worth, cost, net, revenue }).toEqual({
      worth: '28.8',
      cost: '14.4',
      net: '14.4',
      revenue: '100',
    });
  });

  test('a fall is worth less than nothing; no cost and no worth leave quotients out', () => {
    expect(resultOf({ change: -5 })).toMatchObject({ worth: '-100', uplift: '-0.05' });
    expect(resultOf({ cost: 0 })).not.toHaveProperty('worthOfCost');
    expect(resultOf({ change: 0, cost: 5 })).not.toHaveProperty('breakEvenElasticity');
  });

  test('with half the revenue it is worth half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 5 }),
        (revenue, years) => {
          const [whole, half] = [2 * revenue, revenue].map((one) => resultOf({ revenue: one, years }));
          expect(Number(whole?.worth)).toBe(2 * Number(half?.worth));
          expect(Number(half?.worth) * 20).toBe(revenue * years);
        },
      ),
    );
  });

  test.each([
    [{ revenue: 0 }, 'metrics.value.range', 'revenue'],
    [{ revenue: '1,000' }, 'metrics.value.number', 'revenue'],
    [{ revenue: undefined }, 'metrics.value.missing', 'revenue'],
    [{ change: 'much' }, 'metrics.value.number', 'change'],
    [{ change: { employee: 5 } }, 'metrics.value.missing', 'change'],
    [{ change: { employee: 5, link: 1, lnk: 1 } }, 'metrics.key.unknown', 'change'],
    [{ years: 0 }, 'metrics.value.range', 'years'],
    [{ years: 1e9 }, 'metrics.value.range', 'years'],
    [{ years: 2.5 }, 'metrics.value.range', 'years'],
    [{ phaseIn: ['50%'] }, 'metrics.history.uneven', 'phaseIn'],
    [{ phaseIn: ['50%', '120%'] }, 'metrics.value.range', 'phaseIn'],
    [{ phaseIn: 'slowly' }, 'metrics.input.form', 'phaseIn'],
    [{ margin: '110%' }, 'metrics.value.range', 'margin'],
    [{ discountRate: '-100%' }, 'metrics.value.range', 'discountRate'],
    [{ cost: -1 }, 'metrics.value.range', 'cost'],
    [{ elastisity: '1%' }, 'metrics.key.unknown', 'elastisity'],
  ])('%j is refused', (changes, code, key) => {
    const answer = improvementWorth({ ...INPUT, ...changes } as never);
    expect(answer.ok).toBe(false);
    expect(answer.issues.map((one) => [one.code, one.path[0]])).toContainEqual([code, key]);
    for (const one of answer.issues) expectHelpful(one);
  });

  test.each([null, undefined, 'x', [], 5])('%j is no input, and does not throw', (input) => {
    expect(improvementWorth(input as never).ok).toBe(false);
  });
});

describe('what an improvement costs', () => {
  // By hand: revenue pays 150 % on 40 %. Ann 8,500 × (0.6 + 0.3 × 370/300 + 0.3 × 1.3) = 11,560; Ben 7,500 × 1.2 = 9,000.
  // Ben's team: nps from 45 to 60 pays 150 instead of 100 % on 30 % of 7,500: 0.3 × 0.5 × 7,500 = 1,125.
  test('the total at improved results less that at present ones', () => {
    expect(costOfImprovement(runOf(), runOf({ actuals: baseActuals({ value: 60 }) }))).toEqual({
      costs: [{ currency: 'USD', present: '20560.00', improved: '21685.00', cost: '1125.00' }],
      withheld: [],
    });
  });

  test('each currency by itself, and who is withheld is named', () => {
    const people = basePeople({}, { currency: 'EUR' });
    const [now, better] = [runOf({ people }), runOf({ people, actuals: baseActuals({ value: 'n/a' }) })];
    const { costs, withheld } = costOfImprovement(now, better);
    expect(withheld).toEqual(['ben']);
    expect(costs.map(({ currency, cost }) => [currency, cost])).toEqual([
      ['USD', '0.00'],
      ['EUR', '-9000.00'],
    ]);
  });
});
