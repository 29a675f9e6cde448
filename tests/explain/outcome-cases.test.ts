import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/explain/index.js';
import { type CaseFile, readCases, readRealCase, readRealCases } from '../cases/case-file.js';
import { changed, type Input } from '../cases/run-case.js';
import { explainedOf, sumOf, units } from '../support/explained.js';

const explained = ({ plan, asOf, ...files }: Input, attribution = false): Explanation[] =>
  explainedOf({ ...files, document: plan, options: { asOf } }, { attribution });

/** What of an explanation does not add up, in words. */
function faults({ award, risk, outcome, attribution }: Explanation): string[] {
  if (risk === undefined || award.amount === undefined) return [];
  const paid = units(award.amount);
  const checks: [what: string, holds: boolean][] = [
    ['no award below the minimum', risk.minimum === undefined || units(risk.minimum.amount) <= paid],
    ['no award above the maximum', risk.maximum === undefined || units(risk.maximum.amount) >= paid],
    ['target, safe and at risk are those of the award', isSplit({ award, risk })],
    [
      'goals sum to the part at risk',
      risk.goals.length === 0 || sumOf(risk.goals.map(({ amount }) => amount)) === units(risk.atRisk),
    ],
    ...(outcome ? outcomeChecks(outcome, award) : []),
  ];
  if (attribution && 'lines' in attribution)
    checks.push([
      'attribution sums',
      sumOf(attribution.lines.map(({ amount }) => amount)) === paid - units(attribution.atNeutral),
    ]);
  return checks.filter(([, holds]) => !holds).map(([what]) => `${award.person}: ${what}`);
}

function isSplit({ award, risk }: Pick<Explanation, 'award' | 'risk'>): boolean {
  return risk?.target === award.target && risk?.safe === award.safe && risk?.atRisk === award.atRisk;
}

function outcomeChecks(
  { lines }: NonNullable<Explanation['outcome']>,
  award: Explanation['award'],
): [string, boolean][] {
  const sum = (key: 'atTarget' | 'brought' | 'amount') => sumOf(lines.map((line) => line[key]));
  return [
    ['what was brought sums to the award', sum('brought') === units(award.amount)],
    ['what hung on the lines sums to target', sum('atTarget') === units(award.target)],
    ['the lines sum to award − target', sum('amount') === units(award.amount) - units(award.target)],
    ['every line has a name', lines.every(({ name }) => name !== '')],
  ];
}

/** A case and its variants that are calculated. */
function inputsOf(one: CaseFile): Input[] {
  const variants = (one.variants ?? []).filter(({ refused }) => refused === undefined);
  return [one, ...variants.map((variant) => changed(one, variant))];
}

describe('explanations of all cases add up', () => {
  test.each([...readCases(), ...readRealCases()].map((one) => [one.case, one] as const))(
    '%s',
    (_name, one) => {
      const all = inputsOf(one).flatMap((input) => explained(input, true));
      expect(all.length).toBeGreaterThan(0);
      expect(all.flatMap(faults)).toEqual([]);
    },
  );
});

describe('minimum and maximum of published plans, by hand', () => {
  const ends = (id: string, person: string) => {
    const found = explained(readRealCase(id)).find(({ award }) => award.person === person);
    const { minimum, maximum, absent = [] } = found?.risk ?? {};
    const open = absent.find(({ term }) => term === 'maximum')?.why;
    return [minimum?.amount, maximum?.amount ?? open];
  };

  test.each([
    // One salary of 900,000 at target; the printed ceilings make 150 %.
    ['sodexo-2023', 'ceo', '0.00', '1350000.00'],
    // 240,000; the corporate result at its ceiling of 200 %, times an individual result of 110 %, on one half, and revenue at
    // 200 % on the other: 120,000 × 220 % + 120,000 × 200 %.
    ['adobe-2006', 'full-year', '0.00', '504000.00'],
    // 126,250 × 150 %, whether one item counts or both.
    ['sharpspring-2021', 'chief-executive', '0.00', '189375.00'],
    // 300,000 × 40 %, the best cell of the matrix.
    ['surmodics-2006', 'ceo', '0.00', '120000.00'],
    // 100,000; every curve ends at 200 %.
    ['cik1080747-2013', 'officer', '0.00', '200000.00'],
    // Steps of 5 % for each further 500,000, without an end.
    ['national-western-domestic-2010', 'senior-officer', '0.00', 'noCap'],
    // A rate on all that exceeds the plan.
    ['onvia-2009', 'svp-sales', '0.00', 'noCap'],
    // In twelve months 75 dollars for satisfaction and 50 for being more punctual than all rivals.
    ['united-airlines-2019', 'all-year', '0.00', '1500.00'],
  ] as const)('%s, %s', (id, person, minimum, maximum) => {
    expect(ends(id, person)).toEqual([minimum, maximum]);
  });

  test('NCC 2021: one metric judged in two halves is neutral where each of them pays all', () => {
    const [ceo] = explained(readRealCase('ncc-group-2021'), true);
    // 12.5 million in the first half and 19 in the second pay 100 %, and 17 and 19.2 pay no more. The strategic score of 80 %
    // costs 20 % of 40 % of 449,865: 35,989.2, and the award is in whole pounds.
    expect(ceo?.attribution).toMatchObject({
      ...{ target: '449865.00', atNeutral: '449865.00', award: '413876.00' },
      lines: [
        { name: 'profit', amount: '0.00' },
        { name: 'strategic', amount: '-35989.00' },
      ],
    });
  });
});
