import { describe, expect, test } from 'vitest';
import { parseAccrualRules } from '../../src/accrual/index.js';
import { parseRates } from '../../src/data/rates.js';
import type { Issue, Path } from '../../src/index.js';
import { accrualCodes } from '../../src/issue/accrual-codes.js';
import type { IssueCode } from '../../src/issue/codes.js';
import type { Writing } from '../support/base.js';
import { expectHelpful, expectIssue } from '../support/expect-issue.js';
import { accrued, dayPlan, estimate, MILLION, paidRun, person, rulesOf } from './support.js';

interface Case {
  readonly code: IssueCode;
  readonly what: string;
  readonly where: Path;
  readonly issues: () => readonly Issue[];
}

const q1 = estimate('2026-03-31', 45);
const q2 = estimate('2026-06-30', 45);

function rules(changes: Writing): readonly Issue[] {
  return parseAccrualRules({ ...rulesOf(), ...changes }).issues;
}

const costs = (...onCosts: Writing[]) => rules({ onCosts });
const shares = (...byMetric: Writing[]) => rules({ earned: { byMetric } });

const ofRules: readonly Case[] = [
  {
    code: 'accrual.key.unknown',
    what: 'a misspelt key',
    where: ['onCost'],
    issues: () => rules({ onCost: [] }),
  },
  {
    code: 'accrual.key.missing',
    what: 'no account of the liability',
    where: ['accounts', 'liability'],
    issues: () => rules({ accounts: { expense: '6200' } }),
  },
  {
    code: 'accrual.key.missing',
    what: 'nothing said of what is earned',
    where: ['earned'],
    issues: () => parseAccrualRules({ accounts: rulesOf().accounts }).issues,
  },
  {
    code: 'accrual.value.form',
    what: 'a word nobody knows',
    where: ['earned'],
    issues: () => rules({ earned: 'straightline' }),
  },
  {
    code: 'accrual.value.form',
    what: 'a day that does not exist',
    where: ['onCosts', 0, 'from'],
    issues: () => costs({ name: 'levy', rate: '1%', from: '2026-02-30' }),
  },
  {
    code: 'accrual.value.form',
    what: 'a currency nobody knows',
    where: ['reportingCurrency'],
    issues: () => rules({ reportingCurrency: 'EURO' }),
  },
  {
    code: 'accrual.value.form',
    what: 'a key that JavaScript uses itself',
    where: ['__proto__'],
    issues: () => parseAccrualRules(JSON.parse('{"__proto__": {"earned": "straightLine"}}')).issues,
  },
  {
    code: 'accrual.account.form',
    what: 'an account that a spreadsheet would run',
    where: ['accounts', 'expense'],
    issues: () => rules({ accounts: { expense: '=1+1', liability: '2400' } }),
  },
  {
    code: 'accrual.account.form',
    what: 'a name with a line break',
    where: ['onCosts', 0, 'name'],
    issues: () => costs({ name: 'social\nsecurity', rate: '1%' }),
  },
  {
    code: 'accrual.account.form',
    what: 'an own account of blanks',
    where: ['onCosts', 0, 'accounts', 'expense'],
    issues: () => costs({ name: 'levy', rate: '1%', accounts: { expense: ' ', liability: '1' } }),
  },
  {
    code: 'accrual.account.missing',
    what: 'a reporting currency without an account for differences',
    where: ['accounts', 'exchange'],
    issues: () => rules({ reportingCurrency: 'EUR' }),
  },
  {
    code: 'accrual.share.range',
    what: 'a share above everything',
    where: ['earned', 'byMetric', 0, 'share'],
    issues: () => shares({ closing: '2026-03-31', share: 23 }),
  },
  {
    code: 'accrual.share.range',
    what: 'a share below nothing',
    where: ['earned', 'byMetric', 0, 'share'],
    issues: () => shares({ closing: '2026-03-31', share: '-1%' }),
  },
  {
    code: 'accrual.share.range',
    what: 'a share that falls, whatever the order they stand in',
    where: ['earned', 'byMetric', 0, 'share'],
    issues: () => shares({ closing: '2026-06-30', share: '20%' }, { closing: '2026-03-31', share: '23%' }),
  },
  {
    code: 'accrual.share.range',
    what: 'two shares of a day',
    where: ['earned', 'byMetric', 1],
    issues: () => shares({ closing: '2026-03-31', share: '20%' }, { closing: '2026-03-31', share: '23%' }),
  },
  {
    code: 'accrual.cost.range',
    what: 'a rate below zero',
    where: ['onCosts', 0, 'rate'],
    issues: () => costs({ name: 'levy', rate: '-1%' }),
  },
  {
    code: 'accrual.cost.range',
    what: 'a rate without its percent sign',
    where: ['onCosts', 0, 'rate'],
    issues: () => costs({ name: 'levy', rate: 20.5 }),
  },
  {
    code: 'accrual.cost.range',
    what: 'one, which may be a percent or all',
    where: ['onCosts', 0, 'rate'],
    issues: () => costs({ name: 'levy', rate: '1' }),
  },
  {
    code: 'accrual.cost.range',
    what: 'a rate that ends before it begins',
    where: ['onCosts', 0, 'until'],
    issues: () => costs({ name: 'levy', rate: '1%', from: '2026-06-30', until: '2026-01-01' }),
  },
];

const quarterly = { earned: { straightLine: 'quarters' } } as const;
const levy = (changes: Writing = {}) => ({ name: 'levy', rate: '1%', ...changes });
const centre = (costCentre: string) => ({ ...MILLION, costCentre });

const ofShares: readonly Case[] = [
  {
    code: 'accrual.share.missing',
    what: 'a closing day without a share',
    where: ['rules', 'earned', 'byMetric'],
    issues: () => accrued([q1], { earned: { byMetric: [{ closing: '2026-06-30', share: '50%' }] } }).issues,
  },
  {
    code: 'accrual.share.missing',
    what: 'a closing day within a quarter',
    where: ['rules', 'earned', 'straightLine'],
    issues: () => accrued([estimate('2026-02-15', 45)], quarterly).issues,
  },
  {
    code: 'accrual.share.missing',
    what: 'parts that the period does not have',
    where: ['rules', 'earned', 'straightLine'],
    issues: () => accrued([q1], { earned: { straightLine: '4-4-5' } }).issues,
  },
  {
    code: 'accrual.share.missing',
    what: 'a plan without a payment date',
    where: ['rules', 'earned', 'until'],
    issues: () => accrued([q1], { earned: { straightLine: 'days', until: 'paymentDate' } }).issues,
  },
  {
    code: 'accrual.share.missing',
    what: 'service that ends before the period does',
    where: ['rules', 'earned', 'until'],
    issues: () => accrued([q1], { earned: { straightLine: 'days', until: '2026-06-30' } }).issues,
  },
  {
    code: 'accrual.share.range',
    what: 'a payment date that was put off so far that the share falls',
    where: ['estimates', 1, 'plans', 'daily'],
    issues: () => {
      const paidOn = (date: string) => ({ documents: [dayPlan({ payment: { date } })] });
      const runs = [
        estimate('2026-11-30', 45, paidOn('2027-01-31')),
        estimate('2026-12-31', 45, paidOn('2027-12-31')),
      ];
      return accrued(runs, { earned: { straightLine: 'days', until: 'paymentDate' } }).issues;
    },
  },
];

const ofCosts: readonly Case[] = [
  {
    code: 'accrual.cost.twice',
    what: 'two rates of a name on a day',
    where: ['rules', 'onCosts', 1],
    issues: () => accrued([q1], { onCosts: [levy(), levy({ from: '2026-03-31' })] }).issues,
  },
  {
    code: 'accrual.cost.ended',
    what: 'a rate that ended without another',
    where: ['rules', 'onCosts', 0],
    issues: () => accrued([q1, q2], { onCosts: [levy({ until: '2026-03-31' })] }).issues,
  },
  {
    code: 'accrual.cost.nobody',
    what: 'a rate for a value that nobody has',
    where: ['rules', 'onCosts', 0, 'where'],
    issues: () => accrued([q1], { onCosts: [levy({ where: { team: 'Nroth' } })] }).issues,
  },
];

const ofRuns: readonly Case[] = [
  {
    code: 'accrual.key.missing',
    what: 'rates, and no currency to convert into',
    where: ['rules', 'reportingCurrency'],
    issues: () => {
      const rates = parseRates([{ from: 'USD', to: 'EUR', day: '2026-03-31', rate: '0.9' }]);
      return accrued([q1], {}, { rates }).issues;
    },
  },
  {
    code: 'accrual.run.none',
    what: 'no run',
    where: ['estimates'],
    issues: () => accrued([]).issues,
  },
  {
    code: 'accrual.run.none',
    what: 'only what was paid',
    where: ['estimates'],
    issues: () => accrued([], {}, { actual: paidRun('2027-01-31', 45) }).issues,
  },
  {
    code: 'accrual.run.part',
    what: 'a run of some people only',
    where: ['estimates', 0, 'only'],
    issues: () => accrued([estimate('2026-03-31', 45, { options: { only: ['ann'] } })]).issues,
  },
  {
    code: 'accrual.run.part',
    what: 'a run of differences',
    where: ['estimates', 0, 'follows'],
    issues: () => accrued([{ ...q1, follows: 1 }]).issues,
  },
  {
    code: 'accrual.run.part',
    what: 'a run in which nothing was calculated',
    where: ['estimates', 0, 'awards'],
    issues: () => accrued([estimate('2026-03-31', 45, { people: [] })]).issues,
  },
  {
    code: 'accrual.run.order',
    what: 'runs out of order',
    where: ['estimates', 1, 'asOf'],
    issues: () => accrued([q2, q1]).issues,
  },
  {
    code: 'accrual.run.order',
    what: 'two runs of one day',
    where: ['estimates', 1, 'asOf'],
    issues: () => accrued([q1, q1]).issues,
  },
  {
    code: 'accrual.run.differs',
    what: 'a run of another plan',
    where: ['estimates', 1, 'plans'],
    issues: () =>
      accrued([q1, estimate('2026-06-30', 45, { documents: [dayPlan({ plan: 'other' })] })]).issues,
  },
  {
    code: 'accrual.run.differs',
    what: 'a run of another period',
    where: ['actual', 'plans'],
    issues: () => {
      const documents = [dayPlan({ period: { start: '2026-01-01', end: '2026-06-30' } })];
      return accrued([q1], {}, { actual: paidRun('2027-01-31', 45, { documents }) }).issues;
    },
  },
  {
    code: 'accrual.run.differs',
    what: 'a run in another currency',
    where: ['estimates', 1, 'totals'],
    issues: () =>
      accrued([q1, estimate('2026-06-30', 45, { people: [{ ...MILLION, currency: 'USD' }] })]).issues,
  },
  {
    code: 'accrual.run.outside',
    what: 'a run before the period',
    where: ['estimates', 0, 'asOf'],
    issues: () => accrued([estimate('2025-12-31', 45)]).issues,
  },
  {
    code: 'accrual.run.outside',
    what: 'a draft after the period',
    where: ['estimates', 0, 'asOf'],
    issues: () => accrued([estimate('2027-01-31', 45)]).issues,
  },
  {
    code: 'accrual.run.draft',
    what: 'a draft that nobody was paid on',
    where: ['actual', 'status'],
    issues: () => accrued([q1], {}, { actual: estimate('2027-01-31', 45) }).issues,
  },
];

const withheld = estimate('2026-06-30', 45, { people: [{ ...MILLION, salary: 'n/a' }, person('ben')] });

const ofPeople: readonly Case[] = [
  {
    code: 'accrual.person.withheld',
    what: 'somebody whose award is withheld',
    where: ['estimates', 1, 'awards', 'daily', 'ann'],
    issues: () => accrued([q1, withheld]).issues,
  },
  {
    code: 'accrual.person.left-out',
    what: 'the same, where the others are asked for',
    where: ['estimates', 1, 'awards', 'daily', 'ann'],
    issues: () => accrued([q1, withheld], {}, { allowWithheld: true }).issues,
  },
  {
    code: 'accrual.person.gone',
    what: 'somebody who is no longer among the people',
    where: ['estimates', 1, 'awards'],
    issues: () => accrued([q1, estimate('2026-06-30', 45, { people: [person('ben')] })]).issues,
  },
  {
    code: 'accrual.person.currency',
    what: 'somebody whose currency is another one',
    where: ['estimates', 1, 'awards'],
    issues: () => {
      const ben = person('ben');
      const moved = { ...MILLION, currency: 'USD' };
      const runs = [
        estimate('2026-03-31', 45, { people: [MILLION, ben] }),
        estimate('2026-06-30', 45, { people: [moved, ben] }),
      ];
      return accrued(runs).issues;
    },
  },
  {
    code: 'accrual.column.unknown',
    what: 'a column that nobody has',
    where: ['estimates', 0, 'people', 'costCenter'],
    issues: () =>
      accrued([estimate('2026-03-31', 45, { people: [centre('100')] })], {}, { by: ['costCenter'] }).issues,
  },
  {
    code: 'accrual.column.unknown',
    what: 'a column named twice',
    where: ['by'],
    issues: () => accrued([q1], {}, { by: ['team', 'team'] }).issues,
  },
  {
    code: 'accrual.column.blank',
    what: 'somebody without a cost centre',
    where: ['estimates', 0, 'people', 'ann', 'costCentre'],
    issues: () => {
      const people = [
        { ...MILLION, costCentre: '' },
        { ...person('ben'), costCentre: '100' },
      ];
      return accrued([estimate('2026-03-31', 45, { people })], {}, { by: ['costCentre'] }).issues;
    },
  },
  {
    code: 'rates.rate.missing',
    what: 'no rate for a closing day',
    where: [],
    issues: () => {
      const rates = parseRates([{ from: 'EUR', to: 'USD', day: '2026-03-30', rate: '1.1' }]);
      const accounts = { ...rulesOf().accounts, exchange: '6960' };
      return accrued([q1], { reportingCurrency: 'USD', accounts }, { rates }).issues;
    },
  },
];

const cases = [...ofRules, ...ofShares, ...ofCosts, ...ofRuns, ...ofPeople];

describe('what is wrong is told where it is', () => {
  test.each(cases.map((one) => [`${one.code}: ${one.what}`, one] as const))(
    '%s',
    (_, { code, where, issues }) => {
      const found = expectIssue(issues(), code, where);
      expectHelpful(found);
      expect(found.message).not.toMatch(/undefined|\[object|NaN/);
    },
  );

  test('every code is produced by a case', () => {
    const produced = new Set(cases.map(({ code }) => code));
    expect(Object.keys(accrualCodes).filter((code) => !produced.has(code as IssueCode))).toEqual([]);
  });

  test('with an error nothing is accrued, and everything found is told', () => {
    const made = accrued([q2, q1, withheld], {}, { by: ['costCentre'] });
    expect(made).toMatchObject({ closings: [], journal: [], controls: [], holds: false });
    expect(new Set(made.issues.map(({ code }) => code))).toEqual(
      new Set(['accrual.run.order', 'accrual.column.unknown', 'accrual.person.withheld']),
    );
  });

  test('a rate that cannot be read keeps all from being accrued', () => {
    const rates = parseRates([{ from: 'USD', to: 'EUR', day: '2026-03-31', rate: '-1' }]);
    const changes = { reportingCurrency: 'EUR', accounts: { ...rulesOf().accounts, exchange: '6960' } };
    expect(accrued([q1], changes, { rates }).issues.map(({ code }) => code)).toEqual(['rates.rate.form']);
  });
});

describe('withheld people', () => {
  test('are listed with the estimate before, and the others are accrued where asked for', () => {
    const runs = [estimate('2026-03-31', 45, { people: [MILLION, person('ben')] }), withheld];
    const made = accrued(runs, { earned: { straightLine: 'quarters' } }, { allowWithheld: true });
    expect(made.withheld).toMatchObject([
      {
        closing: '2026-06-30',
        plan: 'daily',
        person: 'ann',
        before: { amount: '100000.00', currency: 'EUR' },
      },
    ]);
    expect(made.issues[0]?.message).toContain('the estimate before was 100000.00 EUR');
    // Ben's 7,300: half of it.
    expect(made.closings[1]?.totals[0]).toMatchObject({ liability: '3650.00', people: 1 });
  });

  test('are listed where nothing is accrued, too', () => {
    expect(accrued([withheld]).withheld.map(({ person: id }) => id)).toEqual(['ann']);
  });
});
