import { describe, expect, test } from 'vitest';
import { calculate, parseActuals, parsePlan } from '../../src/index.js';
import { peopleOf } from '../support/base.js';
import { expectHelpful, expectPlaced } from '../support/expect-issue.js';
import {
  annOf,
  answers,
  expectWithheld,
  ofCompany,
  paid,
  scored,
  scorePlan,
  somebody,
  type Writing,
} from './support.js';

const round = { to: '0.1', mode: 'halfUp' };
const minimum = { atLeast: 30, tooFew: 'payZero' };
const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  'abc',
  '__proto__',
  'constructor',
  -1,
  0,
  1e15,
  '999999999999999999',
  '1e3',
  '12 %',
  '1/0',
  '0/0',
  true,
  [],
  {},
  [30],
  { value: 30 },
  Number.NaN,
  Number.POSITIVE_INFINITY,
];

/** Where a hostile value may stand in sample rules. */
const PLACES: readonly ((odd: unknown) => unknown)[] = [
  (odd) => odd,
  (odd) => ({ atLeast: odd, tooFew: 'payZero' }),
  (odd) => ({ atLeast: 30, tooFew: odd }),
  (odd) => ({ atLeast: 30, tooFew: { use: odd } }),
  (odd) => ({ ...minimum, notMeasured: odd }),
  (odd) => ({ pays: odd }),
  (odd) => ({ pays: { bound: odd, round } }),
  (odd) => ({ pays: { bound: '95%', round: odd } }),
  (odd) => ({ pays: { bound: '95%', round: { to: odd, mode: 'halfUp' } } }),
  (odd) => ({ pays: { bound: '95%', round: { to: '0.1', mode: odd } } }),
  (odd) => ({ pays: 'blended', credibility: odd }),
  (odd) => ({ pays: 'blended', credibility: { toward: odd, strength: 30 } }),
  (odd) => ({ pays: 'blended', credibility: { toward: { value: odd }, strength: 30 } }),
  (odd) => ({ pays: 'blended', credibility: { toward: 'company', strength: odd } }),
  (odd) => ({ pays: 'blended', credibility: { toward: 'company', fullAt: odd, round } }),
  (odd) => ({ deadBand: odd }),
  (odd) => ({ changeAtMost: odd }),
  (odd) => ({ flags: odd }),
  (odd) => ({ tooFew: 'payZero', flags: { responseRate: odd, then: 'tooFew' } }),
  (odd) => ({ tooFew: 'payZero', flags: { tens: odd, then: 'tooFew' } }),
  (odd) => ({ tooFew: 'payZero', flags: { change: odd, then: 'tooFew' } }),
  (odd) => ({ flags: { change: 5, then: odd } }),
  (odd) => ({ shownFrom: odd }),
  (odd) => ({ deadBand: 2, source: odd }),
];

const rows = [
  scored({ ...answers(27, 13, 10), tens: 12, invited: 300 }),
  ofCompany({ ...answers(40, 30, 20), tens: 12, invited: 300 }),
];

describe('a hostile value in sample rules', () => {
  test.each(ODD.map((odd) => [JSON.stringify(odd) ?? String(odd), odd] as const))('%s', (_written, odd) => {
    for (const place of PLACES) {
      const document = scorePlan(undefined, { sample: place(odd), target: 20 });
      const parsed = parsePlan(document);
      for (const issue of parsed.issues) expectHelpful(issue);
      if (!parsed.ok) continue;
      const data = { people: peopleOf([somebody()]), actuals: parseActuals(rows) };
      const run = calculate([parsed.plan], data, { asOf: '2027-01-31', steps: 'everyone' });
      expect(run.reconciliation.holds).toBe(true);
      const [award] = run.awards;
      expect(award?.status === 'paid' || (award?.reasons.length ?? 0) > 0).toBe(true);
    }
  });

  test('is refused where it stands', () => {
    const wrong = { pays: 'blended', credibility: { toward: { value: 'x' }, strength: -1 } };
    const document = scorePlan(wrong);
    const { issues } = parsePlan(document);
    expect(issues.map(({ code }) => code)).toContain('plan.number.form');
    for (const issue of issues) expectPlaced(issue, document);
  });

  test('an unknown key is not ignored', () => {
    const found = parsePlan(scorePlan({ ...minimum, atleast: 30 })).issues.map(({ code }) => code);
    expect(found).toEqual(['plan.key.unknown']);
  });

  test('a column called as a method of every object is a column like any other', () => {
    const document = scorePlan({ atLeast: 30, tooFew: { use: 'toString' } });
    const few = [scored({ value: 20, responses: 4 }), scored({ group: 'West', value: 60, responses: 40 })];
    expectWithheld({ document, actuals: few }, 'people.column.missing', 'toString');
    expect(paid(document, few, [somebody({ toString: 'West' })])).toBe('16000.00');
  });
});

describe('hostile counts', () => {
  const COLUMNS = ['responses', 'count', 'promoters', 'passives', 'detractors', 'tens', 'invited'];
  const plans = [
    scorePlan(minimum),
    scorePlan({ pays: { bound: '95%', round } }),
    scorePlan({ ...minimum, flags: { responseRate: '20%', tens: '10%', then: 'tooFew' } }),
    scorePlan({ pays: 'blended', credibility: { toward: { value: 10 }, fullAt: 100, round } }),
  ];

  test.each(COLUMNS)('%s', (column) => {
    for (const odd of ODD)
      for (const document of plans) {
        const actuals = [
          scored({ ...answers(27, 13, 10), tens: 1, invited: 99, [column]: odd }),
          ...rows.slice(1),
        ];
        const { status, amount, reasons } = annOf({ document, actuals });
        if (status === 'withheld') expect(reasons.length > 0 && amount === undefined).toBe(true);
        else expect(amount).toMatch(/^\d+\.\d\d$/);
      }
  });

  test('a text of digits that a number cannot hold exactly beside one that can', () => {
    const cut = {
      document: scorePlan(minimum),
      actuals: [scored({ value: 20, responses: '999999999999999999' })],
    };
    expectWithheld(cut, 'actuals.responses.count', '999999999999999999');
    expect(paid(scorePlan(minimum), [scored({ value: 20, responses: 1_000_000_000_000_000 })])).toBe(
      '12000.00',
    );
  });

  test('columns in other letters are told and not read', () => {
    const run = parseActuals([{ ...scored({ value: 20, responses: 40 }), Promoters: 3 }]);
    expect(run.issues.map(({ code }) => code)).toEqual(['actuals.column.unknown']);
  });
});

describe('rules on metrics of other kinds', () => {
  const POINTS = [
    [-100, '0%'],
    [100, '200%'],
  ];
  const RATIOS = [
    ['0%', '0%'],
    ['200%', '200%'],
  ];
  const use = { atLeast: 30, tooFew: { use: 'company' } };
  const documentOf = (kind: string, sample: Writing) => {
    const isRatio = ['ratio', 'grossRevenueRetention', 'netRevenueRetention'].includes(kind);
    const goal = { metric: 'score', weight: 1, reads: 'value', curve: isRatio ? RATIOS : POINTS };
    const metric = { kind, ...(kind === 'money' && { currency: 'USD' }) };
    const goals = [kind === 'payout' ? { metric: 'score', weight: 1 } : goal];
    return scorePlan(sample, metric, { goals });
  };
  const isPercent = (kind: string) => !['money', 'count', 'points', 'ces'].includes(kind);
  const valued = (kind: string, value: number) => (isPercent(kind) ? `${value}%` : value);

  test.each([
    // The own 50 are too few: 40 of the company, or what the policy says; blended 4/34 × 50 + 30/34 × 40 = 700/17.
    ['money', '14000.00', '14117.65'],
    ['count', '14000.00', '14117.65'],
    ['points', '14000.00', '14117.65'],
    ['ces', '14000.00', '14117.65'],
    ['ratio', '4000.00', '4117.65'],
    ['payout', '4000.00', '4117.65'],
    ['grossRevenueRetention', '4000.00', '4117.65'],
    ['netRevenueRetention', '4000.00', '4117.65'],
  ])('%s', (kind, wider, drawn) => {
    const actuals = [
      scored({ value: valued(kind, 50), responses: 4 }),
      ofCompany({ value: valued(kind, 40), responses: 400 }),
    ];
    expect(paid(documentOf(kind, use), actuals)).toBe(wider);
    expect(paid(documentOf(kind, { atLeast: 30, tooFew: 'payTarget' }), actuals)).toBe('10000.00');
    const credibility = { toward: 'company', strength: 30 };
    expect(paid(documentOf(kind, { pays: 'blended', credibility }), actuals)).toBe(drawn);
  });
});

test('a plan with a thousand rows of each team is read once for each', () => {
  const teams = Array.from({ length: 500 }, (_, index) => `T${index}`);
  const people = teams.map((team, index) => ({ ...somebody({ team }), id: `p${index}` }));
  const actuals = teams.map((group, index) => scored({ group, ...answers(index % 7, 5, index % 5) }));
  const document = scorePlan({ atLeast: 9, tooFew: { use: 'company' }, pays: { bound: '95%', round } });
  const parsed = parsePlan(document);
  if (!parsed.ok) throw new Error('The plan has faults.');
  const data = { people: peopleOf(people), actuals: parseActuals([...actuals, rows[1] as Writing]) };
  const run = calculate([parsed.plan], data, { asOf: '2027-01-31' });
  expect(run.reconciliation.people.paid).toBe(500);
});
