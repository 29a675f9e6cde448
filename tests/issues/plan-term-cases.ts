import { basePlan, type Writing } from '../support/base.js';
import type { Where } from '../support/expect-issue.js';
import { awardPlan, conditionPlan, goalsPlan, payoutPlan, proratedPlan } from '../support/formula-plan.js';
import { planFault as fault, type IssueCase } from './case.js';

const WHEN = ['payout', 'when'];
const named = (near: string) => ({ hint: `Did you mean "${near}"?` });
/** A payout that is the term `a`. */
const terms = (given: Writing) => payoutPlan({ term: 'a' }, { terms: given });
const growth = { achievement: 'revenue' };
/** As a parser of JSON gives it: `__proto__` is a key like any other. */
const hostile = (value: string): Writing => JSON.parse(`{"__proto__": ${value}}`);

const termCases: readonly IssueCase[] = [
  fault(
    'plan.term.unknown',
    'a term with a slip',
    payoutPlan({ sum: ['5%', { term: 'corporat' }] }, { terms: { corporate: growth } }),
    ['payout', 'sum', 1, 'term'],
    'corporat',
    named('corporate'),
  ),
  fault(
    'plan.term.unknown',
    'a term that is like no other',
    payoutPlan({ term: 'zebra' }),
    ['payout', 'term'],
    'zebra',
  ),
  fault(
    'plan.term.unknown',
    'a result of a term with a slip',
    payoutPlan({ result: 'corporat', of: { role: 'ceo' } }, { terms: { corporate: growth } }),
    ['payout', 'result'],
    'corporat',
    named('corporate'),
  ),
  fault(
    'plan.term.unknown',
    'a term called as a method of every object',
    payoutPlan({ term: 'toString' }),
    ['payout', 'term'],
    'toString',
  ),
  fault(
    'plan.term.unknown',
    'a term that the library makes for itself',
    payoutPlan({ quotient: [{ money: 5, currency: 'USD' }, { term: 'opportunity' }] }),
    ['payout', 'quotient', 1, 'term'],
    'opportunity',
  ),
  fault(
    'plan.term.unknown',
    'the target of a plan that has none',
    proratedPlan({ product: [{ term: 'target' }, '50%'] }),
    ['award', 'prorated', 'product', 0, 'term'],
    'target',
    { hint: 'Add' },
  ),
  fault(
    'plan.term.name',
    'a term called target',
    terms({ a: growth, target: '5%' }),
    ['terms', 'target'],
    'target',
  ),
  fault(
    'plan.term.name',
    'a term called payout',
    terms({ a: growth, payout: '5%' }),
    ['terms', 'payout'],
    'payout',
  ),
  fault(
    'plan.term.name',
    'a term called opportunity',
    terms({ a: growth, opportunity: '5%' }),
    ['terms', 'opportunity'],
    'opportunity',
  ),
  fault(
    'plan.term.name',
    'a term called awards',
    terms({ a: growth, awards: '5%' }),
    ['terms', 'awards'],
    'awards',
  ),
  fault(
    'plan.term.cycle',
    'a term made of itself',
    terms({ a: { sum: ['5%', { term: 'a' }] } }),
    ['terms', 'a', 'sum', 1],
    'a → a',
  ),
  fault(
    'plan.term.cycle',
    'three terms made of each other',
    terms({
      a: { sum: ['5%', { term: 'b' }] },
      b: { limit: { term: 'c' }, cap: '200%' },
      c: { when: { value: { term: 'a' }, atLeast: '50%' }, then: '50%', otherwise: '0%' },
    }),
    ['terms', 'c', 'when', 'value'],
    'a → b → c → a',
  ),
  fault(
    'plan.term.cycle',
    'a term made of what peers have of it',
    terms({ a: { peers: 'mean', of: { term: 'a' }, among: 'team' } }),
    ['terms', 'a', 'of'],
    'a → a',
  ),
  fault(
    'plan.term.cycle',
    'a term made of what another person has of it',
    terms({ a: { sum: ['5%', { result: 'a', of: { role: 'ceo' } }] } }),
    ['terms', 'a', 'sum', 1],
    'a → a',
  ),
  fault(
    'plan.term.cycle',
    'terms made of each other that nothing else uses',
    payoutPlan('100%', { terms: { a: { term: 'b' }, b: { term: 'a' } } }),
    ['terms', 'b'],
    'a → b → a',
  ),
  fault(
    'plan.term.chain',
    "another person's result reads that of a third",
    payoutPlan(
      { result: 'shared', of: { role: 'ceo' } },
      { terms: { shared: { sum: [{ result: 'own', of: { role: 'cfo' } }, '5%'] }, own: growth } },
    ),
    ['terms', 'shared', 'sum', 0, 'result'],
    'the result of a third (own)',
  ),
  fault(
    'plan.term.chain',
    'the result of a third stands in peers',
    payoutPlan(
      { result: 'shared', of: { role: 'ceo' } },
      {
        terms: {
          shared: { peers: 'mean', of: { result: 'own', of: { role: 'cfo' } }, among: 'team' },
          own: growth,
        },
      },
    ),
    ['terms', 'shared', 'of', 'result'],
    'own',
  ),
  {
    ...fault(
      'plan.term.unused',
      'a term that nothing uses',
      basePlan({ terms: { spare: '5%' } }),
      ['terms', 'spare'],
      'spare',
    ),
    withheld: [],
  },
  {
    ...fault(
      'plan.term.unused',
      'a term that is only mentioned in words',
      basePlan({ terms: { spare: { sum: ['5%', '1%'], name: 'term spare' } }, source: 'spare' }),
      ['terms', 'spare'],
      'spare',
    ),
    withheld: [],
  },
  fault(
    'plan.metric.unknown',
    'a fault inside a term that nothing uses',
    payoutPlan('100%', { terms: { spare: { sum: [growth, { metric: 'npss' }] } } }),
    ['terms', 'spare', 'sum', 1, 'metric'],
    'npss',
    named('nps'),
  ),
];

const fields: readonly IssueCase[] = [
  fault(
    'plan.field.undeclared',
    'a factor that is not declared',
    payoutPlan({ product: [growth, { person: 'performance' }] }),
    ['payout', 'product', 1],
    'performance',
  ),
  fault(
    'plan.field.undeclared',
    'a factor whose declaration has a slip',
    payoutPlan({ product: [growth, { person: 'fctor' }] }),
    ['payout', 'product', 1],
    'fctor',
    named('factor'),
  ),
  fault(
    'plan.field.undeclared',
    'a bound deep inside',
    conditionPlan({ any: [{ not: { metric: 'nps', atLeast: { person: 'goal' } } }] }),
    [...WHEN, 'any', 0, 'not', 'atLeast'],
    'goal',
  ),
  fault(
    'plan.field.undeclared',
    'what is prorated',
    proratedPlan({ person: 'bonusBase' }),
    ['award', 'prorated'],
    'bonusBase',
  ),
  fault(
    'plan.field.undeclared',
    'what is rounded',
    payoutPlan({ round: { person: 'performance' }, to: '1%', mode: 'halfUp' }),
    ['payout', 'round'],
    'performance',
  ),
  fault(
    'plan.field.undeclared',
    'a whole term',
    terms({ a: { person: 'performance' } }),
    ['terms', 'a'],
    'performance',
  ),
  fault(
    'plan.field.undeclared',
    'a weight',
    payoutPlan({ weighted: [{ weight: { person: 'share1' }, payout: '100%' }] }),
    ['payout', 'weighted', 0, 'weight'],
    'share1',
  ),
  fault(
    'plan.field.undeclared',
    'what a gate compares',
    goalsPlan({ gates: [{ value: { person: 'performance' }, atLeast: 3 }] }),
    ['gates', 0, 'value'],
    'performance',
  ),
  fault(
    'plan.field.undeclared',
    'a place among peers',
    conditionPlan({ rank: { person: 'performance' }, among: 'team', ties: 'best', atMost: 3 }),
    [...WHEN, 'rank'],
    'performance',
  ),
  fault(
    'plan.field.undeclared',
    'a total',
    conditionPlan({ total: 'hours', atLeast: 3 }),
    [...WHEN, 'total'],
    'hours',
  ),
  fault(
    'plan.field.undeclared',
    'yes or no',
    conditionPlan({ person: 'permanent', is: true }),
    [...WHEN, 'is'],
    'permanent',
  ),
  fault(
    'plan.field.undeclared',
    'a text compared with true',
    conditionPlan({ person: 'role', is: true }),
    [...WHEN, 'is'],
    'role',
  ),
  fault(
    'plan.field.undeclared',
    'a column called as a method of every object',
    payoutPlan({ product: ['50%', { person: 'toString' }] }),
    ['payout', 'product', 1],
    'toString',
  ),
  fault(
    'plan.field.per',
    'a ratio per year',
    payoutPlan('100%', { fields: { factor: { kind: 'ratio', per: 'year' } } }),
    ['fields', 'factor', 'per'],
    'factor',
  ),
  fault(
    'plan.field.per',
    'a yes per period',
    payoutPlan('100%', { fields: { onNotice: { kind: 'yesNo', per: 'period' } } }),
    ['fields', 'onNotice', 'per'],
    'onNotice',
  ),
  fault(
    'plan.field.structure',
    'a formula reads the day of hire',
    conditionPlan({ person: 'hired', is: '2020-01-01' }),
    [...WHEN, 'person'],
    'hired',
  ),
  fault(
    'plan.field.structure',
    'a table over the id',
    payoutPlan({ table: { of: { person: 'id' }, values: { ann: '50%' } } }),
    ['payout', 'table', 'of', 'person'],
    '"id"',
  ),
  fault(
    'plan.field.structure',
    'peers by their day of hire',
    conditionPlan({ peers: 'mean', of: { metric: 'nps' }, among: 'hired', atLeast: 40 }),
    [...WHEN, 'among'],
    'hired',
  ),
  fault(
    'plan.field.structure',
    'peers in a segment',
    conditionPlan({ peers: 'mean', of: { metric: 'nps' }, among: 'segment', atLeast: 40 }),
    [...WHEN, 'among'],
    'segment',
  ),
  fault(
    'plan.field.structure',
    'a level that is a segment',
    conditionPlan({ metric: 'nps', level: 'segment', atLeast: 40 }),
    [...WHEN, 'level'],
    'segment',
  ),
  fault(
    'plan.field.structure',
    'a level that is a column of structure',
    conditionPlan({ metric: 'nps', level: 'plans', atLeast: 40 }),
    [...WHEN, 'level'],
    'plans',
  ),
  fault(
    'plan.field.structure',
    'a result of whoever was hired on a day',
    payoutPlan({ result: 'own', of: { hired: '2020-01-01' } }, { terms: { own: growth } }),
    ['payout', 'of', 'hired'],
    'hired',
  ),
  fault(
    'plan.field.structure',
    'the day of hire is declared',
    payoutPlan('100%', { fields: { hired: { kind: 'category' } } }),
    ['fields', 'hired'],
    'hired',
  ),
  fault(
    'plan.field.structure',
    'the salary is declared as something else',
    payoutPlan('100%', { fields: { salary: { kind: 'ratio' } } }),
    ['fields', 'salary'],
    'salary',
  ),
];

const names: readonly IssueCase[] = [
  fault(
    'plan.key.forbidden',
    'a term is called __proto__',
    payoutPlan('100%', { terms: hostile('"5%"') }),
    ['terms', '__proto__'],
    '__proto__',
  ),
  fault(
    'plan.key.forbidden',
    'a term is called constructor',
    payoutPlan('100%', { terms: { constructor: '5%' } }),
    ['terms', 'constructor'],
    'constructor',
  ),
  fault(
    'plan.key.forbidden',
    'a field is called __proto__',
    payoutPlan('100%', { fields: hostile('{"kind": "ratio"}') }),
    ['fields', '__proto__'],
    '__proto__',
  ),
  fault(
    'plan.key.forbidden',
    'a category deep inside is called __proto__',
    payoutPlan({ sum: ['5%', { table: { of: { person: 'role' }, values: hostile('"5%"') } }] }),
    ['payout', 'sum', 1, 'table', 'values', '__proto__'],
    '__proto__',
  ),
  fault(
    'plan.name.form',
    'a formula reads a term called __proto__',
    payoutPlan({ term: '__proto__' }),
    ['payout', 'term'],
    '__proto__',
  ),
  fault(
    'plan.name.form',
    'a formula reads a column called constructor',
    payoutPlan({ product: ['50%', { person: 'constructor' }] }),
    ['payout', 'product', 1, 'person'],
    'constructor',
  ),
  fault(
    'plan.metric.unknown',
    'a formula reads a metric called as a method of every object',
    payoutPlan({ curve: { of: { metric: 'hasOwnProperty' }, points: [[30, '50%']] } }),
    ['payout', 'curve', 'of', 'metric'],
    'hasOwnProperty',
  ),
  fault(
    'plan.metric.unknown',
    'a formula reads a metric with a slip',
    conditionPlan({ all: [{ achievement: 'revenu', atLeast: '50%' }] }),
    [...WHEN, 'all', 0, 'achievement'],
    'revenu',
    named('revenue'),
  ),
  fault(
    'plan.period.parts',
    'a part of the period called as a method of every object',
    conditionPlan({ metric: 'nps', during: 'toString', atLeast: 40 }),
    [...WHEN, 'during'],
    'toString',
  ),
];

const risk = { paidAnyway: '30%' };
const stated = (where: Where, says: string, changes: Writing) =>
  fault(
    'plan.formula.place',
    `${says} beside an award`,
    proratedPlan({ person: 'potential' }, changes),
    where,
    says,
  );
const awards = { difference: [{ metric: 'revenue' }, { total: 'awards' }] };

const places: readonly IssueCase[] = [
  fault(
    'plan.formula.place',
    'goals beside an award',
    { ...goalsPlan({}), ...proratedPlan({ person: 'potential' }) },
    ['award'],
    'goals and award',
  ),
  fault(
    'plan.formula.place',
    'goals beside a payout',
    { ...goalsPlan({}), ...payoutPlan('100%') },
    ['payout'],
    'goals and payout',
  ),
  stated(['modifiers'], 'modifiers', { modifiers: [{ from: { person: 'factor' }, within: ['0%', '150%'] }] }),
  stated(['risk'], 'risk', { risk }),
  stated(['limits', 'payout'], 'limits/payout', { limits: { payout: { cap: '200%' } } }),
  stated(['limits', 'goal'], 'limits/goal', { limits: { goal: { cap: '200%' } } }),
  stated(['rounding', 'payout'], 'rounding/payout', { rounding: { payout: { to: '1%', mode: 'halfUp' } } }),
  stated(['weightsOf'], 'weightsOf', { weightsOf: 'salary' }),
  stated(['missing'], 'missing', { missing: 'zero' }),
  stated(['gates', 0, 'otherwise'], 'gates/0/otherwise', {
    gates: [{ metric: 'nps', atLeast: 40, otherwise: '50%' }],
  }),
  stated(['leavers', 'retirement'], 'leavers/retirement', { leavers: { retirement: 'payTarget' } }),
  fault(
    'plan.formula.place',
    'limits of goals beside a payout',
    payoutPlan('100%', { limits: { goal: { cap: '200%' } } }),
    ['limits', 'goal'],
    'limits/goal',
  ),
  fault(
    'plan.formula.place',
    'a rule for weights beside a payout',
    payoutPlan('100%', { missing: 'zero' }),
    ['missing'],
    'missing',
  ),
  fault(
    'plan.formula.place',
    'the total of awards in a payout',
    conditionPlan({ value: awards, atLeast: 0 }, { currency: 'USD' }),
    [...WHEN, 'value', 'difference', 1, 'total'],
    'awards',
  ),
  fault(
    'plan.formula.place',
    'the total of awards in an award',
    proratedPlan({ when: { value: awards, atLeast: 0 }, then: { person: 'potential' }, otherwise: 0 }),
    ['award', 'prorated', 'when', 'value', 'difference', 1, 'total'],
    'awards',
  ),
  fault(
    'plan.formula.place',
    'the total of awards in a term of a payout',
    payoutPlan(
      { term: 'left' },
      { currency: 'USD', terms: { left: { quotient: [awards, { metric: 'revenue' }] } } },
    ),
    ['terms', 'left', 'quotient', 0, 'difference', 1, 'total'],
    'awards',
  ),
  fault(
    'plan.formula.place',
    'the total of awards in a gate of one goal',
    goalsPlan({ currency: 'USD', gates: [{ value: awards, atLeast: 0, closes: ['all'] }] }),
    ['gates', 0, 'closes'],
    'the total of the awards',
  ),
  fault(
    'plan.formula.place',
    'the total of awards in a gate of all goals but one',
    goalsPlan({
      currency: 'USD',
      goals: ['growth', 'voice'].map((name) => ({ name, payout: '100%', weight: '50%' })),
      gates: [{ value: awards, atLeast: 0, except: ['voice'] }],
    }),
    ['gates', 0, 'except'],
    'the total of the awards',
  ),
  fault(
    'plan.formula.place',
    'a gate around the awards that pays something when closed',
    goalsPlan({ currency: 'USD', gates: [{ value: awards, atLeast: 0, otherwise: '50%' }] }),
    ['gates', 0, 'otherwise'],
    'otherwise',
  ),
  fault(
    'plan.risk.survives',
    'a gate around the awards over a safe part',
    goalsPlan({ currency: 'USD', risk, gates: [{ value: awards, atLeast: 0 }] }),
    ['risk', 'survives'],
    'safe part',
  ),
  fault(
    'plan.period.parts',
    'parts inside parts',
    proratedPlan({ each: 'half', give: { each: 'quarter', give: { money: 500 } } }),
    ['award', 'prorated', 'give', 'each'],
    'each',
  ),
  fault('plan.key.missing', 'a payout without a target', without('target'), ['target'], 'target'),
  fault('plan.key.missing', 'nothing says what is paid', without('payout'), ['goals'], 'goals'),
  fault(
    'plan.key.missing',
    'a cap that is a share of target, in a plan without a target',
    proratedPlan({ person: 'potential' }, { limits: { award: { cap: '200%', of: 'target' } } }),
    ['target'],
    'target',
  ),
  fault(
    'plan.key.missing',
    'a limit that is a share of target, in a plan without a target',
    awardPlan({
      limit: { prorated: { person: 'potential' }, by: 'calendarDays' },
      cap: '200%',
      of: 'target',
    }),
    ['target'],
    'target',
  ),
  fault(
    'plan.gate.comparator',
    'a formula with two comparators',
    conditionPlan({ all: [{ metric: 'nps', atLeast: 40, atMost: 60 }] }),
    [...WHEN, 'all', 0],
    'atLeast, atMost',
  ),
  fault(
    'plan.gate.comparator',
    'a formula with is and a bound',
    conditionPlan({ person: 'role', is: 'ceo', atLeast: 3 }),
    WHEN,
    'atLeast, is',
  ),
  fault(
    'plan.gate.comparator',
    'a gate with a formula and no comparator',
    goalsPlan({ gates: [{ value: { metric: 'nps' } }] }),
    ['gates', 0],
    '0 comparators',
  ),
  fault(
    'plan.goal.source',
    'a gate with a whole condition and a comparator',
    goalsPlan({ gates: [{ when: { metric: 'nps', atLeast: 40 }, atLeast: 3 }] }),
    ['gates', 0, 'atLeast'],
    'twice',
  ),
  fault(
    'plan.goal.source',
    'a goal with a formula and a metric',
    goalsPlan({ goals: [{ name: 'all', payout: '100%', metric: 'nps', weight: 1 }] }),
    ['goals', 0, 'metric'],
    'metric',
  ),
  fault(
    'plan.goal.name',
    'a goal with a formula and no name',
    goalsPlan({ goals: [{ payout: '100%', weight: 1 }] }),
    ['goals', 0, 'name'],
    'no name',
  ),
];

/** A payout plan without one of its keys. */
function without(key: string): Writing {
  return Object.fromEntries(Object.entries(payoutPlan('100%')).filter(([one]) => one !== key));
}

/** What formulas name: terms, fields, metrics, and where they may stand. */
export const planTermCases: readonly IssueCase[] = [...termCases, ...fields, ...names, ...places];
