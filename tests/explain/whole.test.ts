import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import { type Explanation, explain, explainEveryone, explanationText } from '../../src/explain/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { readCases, readRealCases } from '../cases/case-file.js';
import { goalOf, ofCompany, scored, scorePlan, somebody } from '../sample/support.js';
import { draft, everyone, everythingTold, explained, textOf, type Writing } from './support.js';

/** Every case with hand or published figures, as a stored run. */
const cases: readonly (readonly [string, StoredRun])[] = [...readCases(), ...readRealCases()].map((one) => {
  const { plan, people, actuals, leave, earnings, exceptions, asOf } = one;
  const files = {
    ...(leave && { leave }),
    ...(earnings && { earnings }),
    ...(exceptions && { exceptions }),
  };
  return [one.case, draft({ documents: [plan], people, actuals, ...files, options: { asOf } })];
});

const sumOf = (amounts: readonly string[]) =>
  amounts.reduce((sum, one) => sum.add(one), new Fraction(0)).toString();
const asText = (amount: string | undefined) => new Fraction(amount as string).toString();

describe.each(cases)('%s', (_, run) => {
  const told = everyone(run);

  test('everybody is explained, as each alone, with the amount of the run', () => {
    expect(told.map(({ award }) => [award.person, award.amount])).toEqual(
      run.awards.map(({ person, amount }) => [person, amount]),
    );
    for (const one of told)
      expect(explain(run, one.award.person)).toEqual({ explanations: [one], issues: [] });
  });

  test('lines add up: parts to the award, the outcome to target and award, what is at risk per goal', () => {
    for (const { award, outcome, risk } of told) {
      if (award.amount === undefined) continue;
      expect(sumOf((award.parts ?? []).map(({ amount }) => amount))).toBe(asText(award.amount));
      if (!outcome || !risk) continue;
      expect([outcome.target, outcome.award]).toEqual([award.target, award.amount]);
      expect(sumOf(outcome.lines.map(({ brought }) => brought))).toBe(asText(outcome.award));
      expect(sumOf(outcome.lines.map(({ atTarget }) => atTarget))).toBe(asText(outcome.target));
      for (const { atTarget, brought, amount } of outcome.lines)
        expect(sumOf([atTarget, amount])).toBe(asText(brought));
      expect(sumOf([risk.safe ?? '0', risk.atRisk ?? '0'])).toBe(asText(risk.target));
    }
  });

  test('JSON comes back as it was, and French has the same figures', () => {
    const inFrench = [...explainEveryone(run, { language: 'fr' })];
    for (const [index, one] of told.entries()) {
      expect(JSON.parse(JSON.stringify(one))).toStrictEqual(one);
      expect(one).toMatchObject({ format: 'variable-pay/explanation', formatVersion: 1, language: 'en' });
      expect(figuresOf(inFrench[index])).toEqual(figuresOf(one));
    }
  });

  test('no line of a text is wider than its screen, and none holds what cannot be printed', () => {
    for (const one of told) {
      const lines = explanationText(one).split('\n');
      const isTable = (line: string) => / {2}\S/.test(line.trimStart());
      expect(lines.filter((line) => line.length > 80 && !isTable(line))).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
      expect(explanationText(one, { full: true })).not.toMatch(/undefined|NaN|\[object|[\u0000-\u0009]/);
    }
  });
});

/** What machines read: every amount and exact value, without words. */
function figuresOf(one: Explanation | undefined) {
  if (!one) return undefined;
  const { award, outcome, risk, onePoint, goals, next } = one;
  return {
    award: [award.amount, award.target, award.safe, award.currency, award.status],
    parts: award.parts?.map(({ amount, stage }) => [stage, amount]),
    steps: award.steps?.map(({ value, stage, segment, notUsed }) => [stage, segment, value, notUsed]),
    outcome: outcome?.lines.map(({ atTarget, brought, amount }) => [atTarget, brought, amount]),
    risk: [risk?.atRisk, risk?.minimum, risk?.maximum, risk?.leverage, risk?.totalPay, risk?.absent],
    points: onePoint.map(({ metric, adds }) => [metric, adds]),
    counts: [goals.length, next.length],
  };
}

describe('the full text', () => {
  const full = (changes: Writing = {}, value = 20) =>
    textOf(
      draft({
        documents: [scorePlan(undefined, {}, changes)],
        people: [somebody()],
        actuals: [scored({ value })],
      }),
      'ann',
      'en',
      true,
    );

  test('has every step with its value, how it came about and its clause', () => {
    const text = full({
      goals: [goalOf({ source: 'Section 3' })],
      risk: { paidAnyway: '30%', source: 'Section 6' },
    });
    for (const line of [
      /^ {2}target opportunity +10,000\.00 USD {2}/m,
      /^ {2}score, measured +20 {2}as reported \(team North, final\)/m,
      /^ {2}score +120% {2}20 lies between -100 → 0% and 100 → 200% \[Section 3\]$/m,
      /^ {2}safe part +3,000\.00 USD {2}30% × 10,000\.00 USD \[Section 6\]$/m,
      /^ {2}rounding +11,400\.00 USD {2}11,400\.00 USD to the currency's smallest unit, nearest, ties/m,
    ])
      expect(text).toMatch(line);
  });

  test('marks what a choice did not take', () => {
    const { goals: _, ...plan } = scorePlan();
    const payout = {
      when: { metric: 'score', atLeast: 40 },
      then: { product: ['150%', '100%'], name: 'Above forty' },
      otherwise: { product: ['80%', '100%'], name: 'Below forty' },
    };
    const run = draft({
      documents: [{ ...plan, payout }],
      people: [somebody()],
      actuals: [scored({ value: 20 })],
    });
    const steps = explained(run).award.steps ?? [];
    expect(steps.find(({ name }) => name === 'Above forty')).toMatchObject({ value: '1.5', notUsed: true });
    expect(steps.find(({ name }) => name === 'Below forty')).not.toHaveProperty('notUsed');
    expect(textOf(run, 'ann', 'en', true)).toMatch(/^ {2}Above forty \(not used\) +150%/m);
    expect(textOf(run, 'ann', 'fr', true)).toMatch(/^ {2}Above forty \(non retenu\) +150 %/m);
  });

  test('says what does not apply and why, and what gates hold', () => {
    const text = full({ gates: [{ name: 'Enough', metric: 'score', atLeast: 10 }] });
    expect(text).toContain('  Enough: 10,000.00 USD\n');
    // Nobody has a salary here.
    expect(text).toContain('What does not apply\n  share of all pay: no salary is known\n');
  });
});

/** Everybody's own figures: an id, a name, a salary and sales that nobody else has. */
const own = ['ann', 'ben', 'cleo', 'dan', 'eve'].map((id, index) => ({
  id,
  name: `${id.toUpperCase()}-NAME`,
  salary: `${70_000 + 1_111 * (index + 1)}`,
  // No mean of them is that of one.
  sales: String([3013, 3550, 4229, 4817, 5381][index]),
  team: index < 2 ? 'North' : 'South',
}));
const ofEverybody = (payout: unknown, changes: Writing = {}) =>
  draft({
    documents: [
      scorePlan(
        undefined,
        { kind: 'count', level: 'person' },
        {
          target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
          goals: [{ name: 'Sales', weight: 1, payout }],
          ...changes,
        },
      ),
    ],
    people: own.map(({ sales: _, ...row }) => somebody(row)),
    actuals: own.map(({ id, sales }) => ({ metric: 'score', group: id, value: sales, status: 'final' })),
  });
const steps = (of: unknown) => ({
  curve: {
    of,
    points: [
      [-1e6, '80%'],
      [1e6, '120%'],
    ],
    shape: 'steps',
  },
});

describe('nothing of another person is in what is told of one', () => {
  test.each([
    ['of a score of their own', steps({ metric: 'score' }), {}],
    [
      'against the mean of all',
      steps({
        difference: [{ metric: 'score' }, { peers: 'mean', of: { metric: 'score' }, among: 'company' }],
      }),
      {},
    ],
    [
      'against the mean of a team of two',
      steps({ peers: 'mean', of: { metric: 'score' }, among: 'team' }),
      {},
    ],
    [
      'against the best',
      steps({
        difference: [{ metric: 'score' }, { peers: 'highest', of: { metric: 'score' }, among: 'company' }],
      }),
      {},
    ],
    ['by rank', steps({ rank: { metric: 'score' }, among: 'company', ties: 'best' }), {}],
    [
      'under a budget',
      steps({ metric: 'score' }),
      { gates: [{ name: 'Budget', value: { total: 'awards' }, atMost: { money: 1 } }], currency: 'USD' },
    ],
  ])('%s', (_, payout, changes) => {
    const run = ofEverybody(payout, changes);
    expect(
      run.awards.every(({ status }) => status === 'paid' || status === 'zero'),
      JSON.stringify(run.issues),
    ).toBe(true);
    for (const one of own) {
      const told = everythingTold(run, one.id).replaceAll(/[,\s]/g, '');
      for (const other of own.filter(({ id }) => id !== one.id))
        for (const secret of [other.name, other.salary, other.sales, `"${other.id}"`])
          expect(told.includes(secret), `${secret} of ${other.id} is told of ${one.id}`).toBe(false);
    }
  });

  test('but what is shared is', () => {
    const run = draft({
      documents: [scorePlan(undefined, { level: 'company' })],
      people: [somebody()],
      actuals: [ofCompany({ value: 20 })],
    });
    expect(textOf(run)).toMatch(/^score +20 +120%/m);
  });
});
