import { describe, expect, test } from 'vitest';
import { compare } from '../../src/compare/index.js';
import { parsePlan } from '../../src/index.js';
import { correct, readStoredRun } from '../../src/retro/index.js';
import { verify } from '../../src/verify/index.js';
import { planDifferences } from '../../src/versions/index.js';
import { linesOf } from '../compare/support.js';
import { amountsOf } from '../retro/support.js';
import { scored, scorePlan, somebody } from '../sample/support.js';
import { planOf } from '../support/base.js';
import { draft, explained, type Made, textOf, type Writing } from './support.js';

/** 10 % of salary, and 5 % of salary given up and repaid 1.2 times; an nps of 0 pays 100 %, each point 1 % more. */
const plan = (risk: Writing = {}, changes: Writing = {}): Writing =>
  scorePlan(
    undefined,
    {},
    {
      target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
      risk: { basePay: { share: '5%', repaid: '1.2' }, ...risk },
      ...changes,
    },
  );
const run = (document: Writing, value: number, person: Writing = {}, more: Partial<Made> = {}) =>
  draft({
    documents: [document],
    people: [somebody({ salary: '80000', ...person })],
    actuals: [scored({ value })],
    ...more,
  });
const paid = (...of: Parameters<typeof run>) => {
  const [award] = run(...of).awards;
  return [award?.amount, award?.target, award?.safe, award?.atRisk].join(' of ');
};

// 8,000 of its own and 4,800 for 4,000 of base pay are 12,800 at target.
describe('5 % of 80,000, repaid 1.2 times', () => {
  test.each([
    ['at target', {}, 0, '12800.00 of 12800.00 of 0.00 of 12800.00'],
    // 12,800 × 120 %
    ['above', {}, 20, '15360.00 of 12800.00 of 0.00 of 12800.00'],
    ['nothing', {}, -100, '0.00 of 12800.00 of 0.00 of 12800.00'],
    // 30 % of the plan's own 8,000 are safe: 2,400 + 10,400 × 120 %
    ['with a part paid anyway', { paidAnyway: '30%' }, 20, '14880.00 of 12800.00 of 2400.00 of 10400.00'],
    ['with nothing beside it', { paidAnyway: '30%' }, -100, '2400.00 of 12800.00 of 2400.00 of 10400.00'],
    // 12,800 × 20 % are 2,560, above the floor of 2,400; × 10 % are below.
    ['above a floor', { atLeast: '30%' }, -80, '2560.00 of 12800.00 of 2400.00 of 10400.00'],
    ['below a floor', { atLeast: '30%' }, -90, '2400.00 of 12800.00 of 2400.00 of 10400.00'],
  ])('%s', (_, risk, score, expected) => {
    expect(paid(plan(risk), score)).toBe(expected);
  });

  test('repaid as it is where nothing else is said', () => {
    // 8,000 and 4,000
    expect(paid(plan({ basePay: { share: '5%' } }), 0)).toBe('12000.00 of 12000.00 of 0.00 of 12000.00');
  });

  // Of 73,000 a day is 20 of its own and 12 for 10 given up: 32.
  test('hired in July: 184 days of 32', () => {
    const hired = { salary: '73000', hired: '2026-07-01' };
    expect(paid(plan(), 0, hired)).toBe('5888.00 of 5888.00 of 0.00 of 5888.00');
    expect(explained(run(plan(), 0, hired)).risk?.basePay).toEqual({
      givenUp: '1840.00',
      atTarget: '2208.00',
    });
  });

  test('a raise of half in July: 181 days of 32 and 184 of 48', () => {
    const raised = {
      salary: undefined,
      team: undefined,
      currency: undefined,
      assignments: [
        { to: '2026-06-30', team: 'North', currency: 'USD', salary: '73000' },
        { from: '2026-07-01', team: 'North', currency: 'USD', salary: '109500' },
      ],
    };
    expect(paid(plan(), 0, raised)).toBe('14624.00 of 14624.00 of 0.00 of 14624.00');
    // 181 × 10 + 184 × 15, and 1.2 times that
    expect(explained(run(plan(), 0, raised)).risk?.basePay).toEqual({
      givenUp: '4570.00',
      atTarget: '5484.00',
    });
  });

  test('behind a closed gate all of it is lost, but for the safe part where it survives', () => {
    const gates = { gates: [{ name: 'Enough', metric: 'score', atLeast: 40 }] };
    const risk = (closedGate: boolean) => ({ paidAnyway: '30%', survives: { closedGate } });
    expect(run(plan(risk(true), gates), 20).awards[0]?.amount).toBe('2400.00');
    expect(run(plan(risk(false), gates), 20).awards[0]?.amount).toBe('0.00');
    // What the gate holds, of an award at target: 10,400, or all 12,800.
    expect(explained(run(plan(risk(true), gates), 20)).risk?.gates[0]?.holds).toBe('10400.00');
    expect(explained(run(plan(risk(false), gates), 20)).risk?.gates[0]?.holds).toBe('12800.00');
  });

  test('of a leaver who forfeits, also what was given up for it', () => {
    const leavers = { leavers: { resignation: 'forfeit' } };
    const left = { salary: '73000', left: '2026-06-30', leftReason: 'resignation' };
    expect(run(plan({}, leavers), 20, left).awards[0]).toMatchObject({ status: 'notEligible' });
    // Of 181 days 30 % of 20 a day survive.
    const surviving = plan({ paidAnyway: '30%', survives: { leaving: true } }, leavers);
    expect(run(surviving, 20, left).awards[0]?.amount).toBe('1086.00');
  });

  test('of a leaver at target: 181 days of 32', () => {
    const leavers = { leavers: { death: 'payTarget' } };
    const left = { salary: '73000', left: '2026-06-30', leftReason: 'death' };
    expect(run(plan({}, leavers), 20, left).awards[0]?.amount).toBe('5792.00');
  });
});

describe('explained', () => {
  test('what is given up, what is paid for it, and the share of all pay', () => {
    const one = explained(run(plan(), 20));
    expect(one.risk).toMatchObject({
      target: '12800.00',
      atRisk: '12800.00',
      basePay: { givenUp: '4000.00', atTarget: '4800.00' },
      // 80,000 − 4,000, and 12,800 more: 12,800 ÷ 88,800 = 16/111
      totalPay: { base: '76000.00', atTarget: '88800.00', atRiskShare: '16/111' },
    });
    expect(textOf(run(plan(), 20))).toContain(
      [
        'At risk: 12,800.00 USD of 12,800.00 USD (100%).',
        'That is 14.41% of base pay and target together, 88,800.00 USD.',
        'Base pay at risk: 4,000.00 USD given up, 4,800.00 USD paid for it at target.',
      ].join('\n'),
    );
    expect(textOf(run(plan(), 20), 'ann', 'fr')).toContain(
      'Salaire de base mis en jeu : 4 000,00 USD abandonnés, 4 800,00 USD versés en\n  échange à l’objectif.',
    );
  });

  test('each step of it, in both languages', () => {
    const english = textOf(run(plan(), 20), 'ann', 'en', true);
    expect(english).toMatch(/base pay at risk +4,800\.00 USD per year +5% × 1\.2 × 80,000\.00 USD per year/);
    expect(english).toMatch(/target opportunity with base pay +12,800\.00 USD per year/);
    const inFrench = textOf(run(plan(), 20), 'ann', 'fr', true);
    expect(inFrench).toMatch(
      /salaire de base mis en jeu +4 800,00 USD par an +5 % × 1,2 × 80 000,00 USD par an/,
    );
  });

  test('the outcome starts from all of target', () => {
    expect(explained(run(plan({ paidAnyway: '30%' }), 20)).outcome).toMatchObject({
      target: '12800.00',
      award: '14880.00',
      amount: '2080.00',
    });
  });
});

describe('faults', () => {
  const codesOf = (basePay: unknown, changes: Writing = {}) => {
    const parsed = parsePlan(plan({ basePay }, changes));
    return parsed.issues.map(({ code, path }) => `${code} ${path?.join('.')}`);
  };

  test.each([
    ['0%', 'plan.risk.range risk.basePay.share'],
    ['-5%', 'plan.risk.range risk.basePay.share'],
    ['120%', 'plan.risk.range risk.basePay.share'],
  ])('a share of %s', (share, code) => {
    expect(codesOf({ share })).toEqual([code]);
  });

  test('all of base pay is the most', () => {
    expect(codesOf({ share: '100%' })).toEqual([]);
  });

  test.each([['5'], [5], ['five'], [null], ['']])('a share that is no percentage: %s', (share) => {
    const codes = codesOf({ share });
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.every((code) => code.endsWith('risk.basePay.share'))).toBe(true);
  });

  test.each([[0], ['-1'], ['0%']])('repaid %s times', (repaid) => {
    expect(codesOf({ share: '5%', repaid })).toEqual(['plan.risk.range risk.basePay.repaid']);
  });

  test('beside a target that is an amount, or none', () => {
    const amount = { target: { amount: { money: 10_000 }, hours: 'full', prorate: 'calendarDays' } };
    expect(codesOf({ share: '5%' }, amount)).toEqual(['plan.risk.form risk.basePay']);
  });

  test('a key that nobody knows', () => {
    expect(codesOf({ share: '5%', of: 'salary' })[0]).toMatch(/^plan\.key\.unknown|^plan\.form/);
    expect(codesOf({})[0]).toContain('risk.basePay');
  });
});

describe('where plans and runs change', () => {
  const seven = plan({ basePay: { share: '7%', repaid: '1.2' } }, { version: 2 });

  test('versions say what became of the share', () => {
    const said = JSON.stringify(planDifferences(planOf(plan()).document, planOf(seven).document));
    expect(said).toMatch(/basePay|base pay/);
    expect(said).toContain('5%');
    expect(said).toContain('7%');
  });

  test('a correction pays the difference: 2 % of 80,000 at 1.2 are 1,920', () => {
    const before = run(plan(), 0, {}, { options: { status: 'final' } });
    const now = run(seven, 0, {}, { paid: [before] });
    expect(amountsOf(correct([before], now))).toEqual(['ann 1920.00 USD']);
  });

  test('a comparison attributes it to the plan', () => {
    const comparison = compare(run(plan(), 0), run(seven, 0));
    expect(linesOf(comparison, 'ann')[0]).toMatch(/^plan 1920\.00/);
  });

  test('a stored run is read back and holds', () => {
    const stored = JSON.parse(JSON.stringify(run(plan({ paidAnyway: '30%' }), 20)));
    const read = readStoredRun(stored);
    expect(read.ok && read.run.awards[0]?.amount).toBe('14880.00');
    expect(verify(stored).holds).toBe(true);
  });
});
