import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Award, calculate, type Issue, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { readDocument, readTable, type TableOptions } from '../../src/node/index.js';

const pathOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

interface Declared extends TableOptions {
  readonly decimal?: '.' | ',';
}

/** An example as a user reads it; its files and its plan must be without any issue. */
async function load(folder: string, planFile: string, { decimal = '.', ...options }: Declared = {}) {
  const { document, issues } = await readDocument(pathOf(`${folder}/${planFile}`));
  const parsed = parsePlan(document);
  expect([...issues, ...parsed.issues]).toEqual([]);
  if (!parsed.ok) throw new Error('The plan of the example has errors.');
  const { goals } = parsed.plan.document;
  if (!goals) throw new Error('The plan of the example has no goals.');
  const people = await readTable(pathOf(`${folder}/people.csv`), options);
  const actuals = await readTable(pathOf(`${folder}/actuals.csv`), options);
  expect([...people.issues, ...actuals.issues]).toEqual([]);
  const data = {
    people: parsePeople(people.table, { decimal }),
    actuals: parseActuals(actuals.table, { decimal }),
  };
  return {
    plan: parsed.plan,
    goals,
    data,
    rows: people.table.rows as readonly Record<string, string>[],
    run: (asOf: string) => calculate([parsed.plan], data, { asOf, steps: 'everyone' }),
  };
}

const everyone = await load('everyone-in-the-game', 'plan.yaml');
const happiness = await load('customer-happiness', 'plan.yaml');
const half = await load('half-commercial-half-recommendation', 'plan.json', {
  encoding: 'windows-1252',
  decimal: ',',
});
const examples = { everyone, happiness, half };

const inGame = everyone.run('2027-01-31');
const inCentre = happiness.run('2026-10-15');
const inSales = half.run('2027-01-31');

function awardIn(awards: readonly Award[], id: string): Award {
  return awards.find(({ person }) => person === id) as Award;
}

/** Ids of the people with a status. */
function idsOf(awards: readonly Award[], status: Award['status']): string[] {
  return awards.filter((award) => award.status === status).map(({ person }) => person);
}

function places(issues: readonly Issue[]): string[] {
  return issues.map(({ code, at }) => `${code} row ${at?.row} ${at?.column}`);
}

/** Cents of an amount with two decimals. */
const cents = (amount: string | undefined) => BigInt((amount as string).replace('.', ''));

/** Sums of one currency in cents, added up here. */
function sumsIn(awards: readonly Award[], currency: string) {
  const counted = awards.filter((award) => award.currency === currency);
  const sum = (key: 'target' | 'safe' | 'atRisk' | 'amount') =>
    counted.reduce((total, award) => total + cents(award[key]), 0n);
  return {
    people: counted.length,
    target: sum('target'),
    safe: sum('safe'),
    atRisk: sum('atRisk'),
    amount: sum('amount'),
  };
}

const games = [
  ['everyone-in-the-game', inGame],
  ['customer-happiness', inCentre],
  ['half-commercial-half-recommendation', inSales],
] as const;

describe.each(games)('%s', (plan, run) => {
  test('totals are the sums of the awards, currency by currency', () => {
    for (const { plan: of, currency, people, target, safe, atRisk, amount } of run.totals) {
      expect(of).toBe(plan);
      expect({
        people,
        target: cents(target),
        safe: cents(safe),
        atRisk: cents(atRisk),
        amount: cents(amount),
      }).toEqual(sumsIn(run.awards, currency));
    }
    const currencies = run.awards.flatMap(({ currency }) => currency ?? []);
    expect(run.totals.map(({ currency }) => currency)).toEqual([...new Set(currencies)]);
  });

  test('parts of every award sum to it, and safe and at risk to its target', () => {
    for (const { amount, target, safe, atRisk, parts } of run.awards) {
      if (amount === undefined) continue;
      expect(parts?.reduce((sum, part) => sum + cents(part.amount), 0n)).toBe(cents(amount));
      expect(cents(safe) + cents(atRisk)).toBe(cents(target));
    }
  });
});

describe.each(Object.entries(examples))('every example: %s', (_, { plan, goals, data, rows }) => {
  test('measures customers and results, never how long calls take', () => {
    const measured = [
      ...Object.entries(plan.document.metrics).flatMap(([name, { title = '', kind }]) => [name, title, kind]),
      ...goals.flatMap(({ name = '', metric = '', person = '' }) => [name, metric, person]),
      ...data.actuals.actuals.map(({ metric }) => metric),
    ];
    expect(measured.filter((text) => /(call|handle|handling|talk)[\s_-]*time|duration/i.test(text))).toEqual(
      [],
    );
  });

  test('names the clause of every goal and no person', () => {
    expect(goals.map(({ source }) => source)).not.toContain(undefined);
    expect(rows.filter((row) => 'name' in row)).toEqual([]);
  });
});

describe('everyone-in-the-game', () => {
  test('counts everybody: 64 rows, 3 left before the end, 2 came too late, 1 faulty', () => {
    expect(inGame.reconciliation).toEqual({
      people: { in: 64, paid: 58, zero: 0, notEligible: 5, withheld: 1 },
      plans: [{ plan: 'everyone-in-the-game', in: 64, paid: 58, zero: 0, notEligible: 5, withheld: 1 }],
      holds: true,
    });
    const outside = inGame.awards.filter(({ status }) => status === 'notEligible');
    expect(outside.map(({ person, reasons }) => [person, ...reasons.map(({ code }) => code)])).toEqual([
      ['e-1010', 'left-before-period-end'],
      ['e-1026', 'service-too-short'], // 5 October to 31 December are 27 + 30 + 31 = 88 days
      ['e-1037', 'left-before-period-end'],
      ['e-1042', 'service-too-short'], // 16 November to 31 December are 15 + 31 = 46 days
      ['e-1064', 'left-before-period-end'],
    ]);
  });

  test('reports the one faulty row, and nothing else', () => {
    expect(places(inGame.issues)).toEqual(['people.field.missing row 50 individualFactor']);
    expect(idsOf(inGame.awards, 'withheld')).toEqual(['e-1049']);
  });

  test('pays e-1001 what the README calculates', () => {
    // target 72,000 × 10% = 7,200; safe 30% = 2,160; at risk 70% = 5,040
    // revenue 118.44m / 120m = 98.7%: 50% + 50% × 18.7/20 = 96.75%; retention 91.2%: 100% + 50% × 1.2/5 = 112%
    // score 48: 100% + 50% × 3/15 = 110%; blend 48.375% + 28% + 27.5% = 103.875%; × 110% = 114.2625%
    // 5,040 × 114.2625% = 5,758.83; 2,160 + 5,758.83 = 7,918.83
    const award = awardIn(inGame.awards, 'e-1001');
    expect(award).toMatchObject({
      status: 'paid',
      currency: 'USD',
      amount: '7918.83',
      target: '7200.00',
      safe: '2160.00',
      atRisk: '5040.00',
      restsOn: 'final',
    });
    // 5,040 × 48.375%, 28%, 27.5%; their sum 5,235.30 × 10%; the safe part
    expect(award.parts?.map(({ name, source, amount }) => [name, source, amount])).toEqual([
      ['Revenue', 'Section 3.1', '2438.10'],
      ['Customer retention', 'Section 3.2', '1411.20'],
      ['Recommendation score', 'Section 3.3', '1386.00'],
      ['Individual factor', 'Section 5', '523.53'],
      ['safe part', undefined, '2160.00'],
    ]);
    const readme = readFileSync(pathOf('everyone-in-the-game/README.md'), 'utf8');
    for (const figure of ['96.75 %', '112 %', '110 %', '103.875 %', '114.2625 %', '5,758.83', '7,918.83 USD'])
      expect(readme).toContain(figure);
  });

  test('rounds the half cent of e-1014 up', () => {
    // target 52,000 × 5% = 2,600; score 54: 100% + 50% × 9/15 = 130%; blend 48.375% + 28% + 32.5% = 108.875%
    // 780 + 1,820 × 108.875% = 780 + 1,981.525 = 2,761.525; binary floating point makes it 2,761.5249999999996
    expect(awardIn(inGame.awards, 'e-1014').amount).toBe('2761.53');
  });

  test.each([
    // hired 27 May: 219/365 = 3/5 of 42,000 × 8% = 2,016; score 42: 90%, blend 98.875%: 604.80 + 1,411.20 × 98.875% = 2,000.124
    ['e-1023', '2000.12'],
    // hired 3 October: 90 days exactly; 60,400 × 5% × 90/365 = 744.65753…; × (30% + 70% × 108.875% × 95%) = 762.54327…
    ['e-1018', '762.54'],
    // factor 160% counts as 150%; score 36: 70%, blend 93.875%; 4,320 + 10,080 × 140.8125% = 18,513.90
    ['e-1031', '18513.90'],
    // score 29 lies below all points: blend 48.375% + 28% = 76.375%; 150,000 × 12%: 5,400 + 12,600 × 76.375% = 15,023.25
    ['e-1038', '15023.25'],
    // factor 0% leaves the safe part: 109,492.04 × 25% × 30% = 8,211.903
    ['e-1053', '8211.90'],
    // left on the last day, so still employed on it; score 61 pays as 60: blend 113.875%; 34,700 × (30% + 79.7125%) = 38,070.2375
    ['e-1055', '38070.24'],
    // score 50: 116 2/3%, blend 105.541666…%; 89,800 × 15% = 13,470: 4,041 + 9,429 × 2533/2400 = 13,992.52375
    ['e-1059', '13992.52'],
  ])('pays %s %s', (id, amount) => {
    expect(awardIn(inGame.awards, id).amount).toBe(amount);
  });

  test('pays everybody what integers give, row by row', () => {
    for (const { person, status, amount } of inGame.awards) {
      const row = everyone.rows.find(({ id }) => id === person) as Record<string, string>;
      if (status === 'paid') expect([person, cents(amount)]).toEqual([person, centsByHand(row)]);
    }
    // Added up once with fractions in a script of its own, from the CSV.
    expect(inGame.totals.map(({ currency, people, amount }) => [currency, people, amount])).toEqual([
      ['USD', 40, '434982.35'],
      ['EUR', 18, '134736.30'],
    ]);
  });

  test('says who rests on the score that is still provisional', () => {
    const provisional = inGame.awards.filter(({ restsOn }) => restsOn === 'provisional');
    expect(provisional.map(({ person }) => person)).toEqual([
      'e-1059',
      'e-1060',
      'e-1061',
      'e-1062',
      'e-1063',
    ]);
    expect(inGame.awards.filter(({ restsOn }) => restsOn === 'final')).toHaveLength(53);
  });

  test('used the forecast of revenue before the final figure was known', () => {
    // 117m / 120m = 97.5%: 93.75%; blend 46.875% + 28% + 27.5% = 102.375%; × 110% = 112.6125%; 2,160 + 5,040 × it = 7,835.67
    const before = everyone.run('2027-01-17');
    expect(awardIn(before.awards, 'e-1001')).toMatchObject({ amount: '7835.67', restsOn: 'forecast' });
  });
});

/** Blends of the teams × 2400: 48.375% + 28% + a quarter of what the score pays (110, 130, 90, 70, 0, 100, 150, 116 2/3 %). */
const BLENDS: Readonly<Record<string, bigint>> = {
  'Care East': 2493n,
  'Care West': 2613n,
  'Care Germany': 2373n,
  'Product Core': 2253n,
  'Product Mobile': 1833n,
  'Product France': 2433n,
  'Sales Americas': 2733n,
  'Sales Europe': 2533n,
};

/** Salary × target percent × days/365 × (30% + 70% × factor × blend), half up; nobody comes near the cap of 200 %. */
function centsByHand(row: Record<string, string>): bigint {
  const hundredths = (text = '') => {
    const [whole, decimals = ''] = text.replace('%', '').split('.');
    return BigInt(`${whole}${decimals.padEnd(2, '0')}`);
  };
  const factor = hundredths(row['individualFactor']) > 15000n ? 15000n : hundredths(row['individualFactor']);
  const days = (Date.UTC(2026, 11, 31) - Date.parse(row['hired'] as string)) / 86_400_000 + 1;
  const share = BigInt(Math.min(days, 365));
  const target = hundredths(row['salary']) * hundredths(row['targetPercent']) * share; // × 10,000 × 365
  const blended = factor * (BLENDS[row['team'] as string] as bigint); // × 10,000 × 2400
  const [top, bottom] = [target * (30n * 24_000_000n + 70n * blended), 10_000n * 365n * 100n * 24_000_000n];
  return (2n * top + bottom) / (2n * bottom);
}

describe('customer-happiness', () => {
  test('counts everybody: 12 rows, one hired after the quarter, one who left before it', () => {
    expect(inCentre.reconciliation).toEqual({
      people: { in: 12, paid: 10, zero: 0, notEligible: 2, withheld: 0 },
      plans: [{ plan: 'customer-happiness', in: 12, paid: 10, zero: 0, notEligible: 2, withheld: 0 }],
      holds: true,
    });
    expect(idsOf(inCentre.awards, 'notEligible')).toEqual(['c-06', 'c-12']);
    expect(inCentre.issues).toEqual([]);
  });

  test.each([
    // team Day: 91.4% pays 150%, company 78.5% pays 100%: 600 × (60% × 150% + 40% × 100%) = 600 × 130%
    ['c-01', '780.00'],
    // hired 16 August: 46 of 92 days, half of 780
    ['c-04', '390.00'],
    // hired 1 September: 780 × 30/92 = 254.3478…
    ['c-05', '254.35'],
    // team Evening: 85% stands on a boundary, in the better band: 100%
    ['c-07', '600.00'],
    // left 31 August: 600 × 62/92 = 404.3478…
    ['c-11', '404.35'],
  ])('pays %s %s', (id, amount) => {
    expect(awardIn(inCentre.awards, id).amount).toBe(amount);
  });

  test('pays 3 × 780 + 390 + 254.35 + 4 × 600 + 404.35, all of it at risk', () => {
    // targets: 7 × 600 + 300 + 195.65 + 404.35
    expect(inCentre.totals).toEqual([
      {
        plan: 'customer-happiness',
        currency: 'USD',
        people: 10,
        target: '5100.00',
        safe: '0.00',
        atRisk: '5100.00',
        amount: '5788.70',
      },
    ]);
  });
});

describe('half-commercial-half-recommendation', () => {
  test('counts everybody: 9 rows, one who left, one whose goals paid nothing', () => {
    expect(inSales.reconciliation).toEqual({
      people: { in: 9, paid: 7, zero: 1, notEligible: 1, withheld: 0 },
      plans: [
        { plan: 'half-commercial-half-recommendation', in: 9, paid: 7, zero: 1, notEligible: 1, withheld: 0 },
      ],
      holds: true,
    });
    expect(idsOf(inSales.awards, 'notEligible')).toEqual(['s-06']);
    expect(awardIn(inSales.awards, 's-05').reasons.map(({ code }) => code)).toEqual(['payout-zero']);
    expect(inSales.issues).toEqual([]);
  });

  test.each([
    // 60,000 × 12.5% = 7,500; sales 504/480 = 105%: 120%; team 73.5%: 117.5%; half of each 118.75%; rating 100%
    ['s-01', '8906.25'],
    // 58,400 × 12.5% = 7,300; sales 90%: 75%; (75% + 117.5%) / 2 × 120% = 115.5%
    ['s-02', '8431.50'],
    // hired for the last 26 of 53 weeks: 5,300 × 26/53 = 2,600; sales 95%: 87.5%; × (87.5% + 117.5%) / 2 = 102.5%
    ['s-03', '2665.00'],
    // sales 100%: 100%; team 58.4% lies below all points; 6,480.04 × 50%
    ['s-04', '3240.02'],
    // 48,000 × 15% = 7,200; (200% + 150%) / 2 × 120% = 210%, capped at 200%
    ['s-07', '14400.00'],
    // sales 70% lie below all points; (0% + 150%) / 2 × 80% = 60% of 4,560
    ['s-08', '2736.00'],
    // 51,250.75 × 12.5% = 6,406.34375; sales 103.0864175%: 112.34567%; × (112.34567% + 150%) / 2 = 8,403.3827…
    ['s-09', '8403.38'],
  ])('pays %s %s', (id, amount) => {
    expect(awardIn(inSales.awards, id).amount).toBe(amount);
  });

  test('reads letters of Windows-1252 only as declared', async () => {
    expect([...new Set(half.rows.map(({ team }) => team))]).toEqual(['Köln', 'München', 'Orléans']);
    const { issues } = await readTable(pathOf('half-commercial-half-recommendation/people.csv'));
    expect(issues.map(({ code }) => code)).toEqual(['file.encoding']);
  });
});

test('the first plan runs and prints its award with the steps', () => {
  // 60,000 × 10% = 6,000; score 51: 50% + 100% × 21/30 = 120%; 7,200. The package's name stands for src here.
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', pathOf('first-plan.ts')], {
    env: {
      ...process.env,
      TSX_TSCONFIG_PATH: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const [award, ...steps] = stdout.trim().split('\n');
  expect(award).toBe('e-1: 7200.00 EUR');
  expect(steps).toContain('  recommendation: 120% (51 lies between 30 → 50% and 60 → 150%)');
});
