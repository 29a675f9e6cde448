import { describe, expect, test } from 'vitest';
import { goalOf, mover, ofCompany, scored, scorePlan, somebody } from '../sample/support.js';
import { draft, type Made, textOf, type Writing } from './support.js';

/** A target of 10,000 and an nps of 20 that pays 12,000, where nothing else is said. */
const runOf = (changes: Writing = {}, person: Writing = {}, more: Partial<Made> = {}) =>
  draft({
    documents: [scorePlan(undefined, {}, { title: 'Bonus', ...changes })],
    people: [somebody(person)],
    actuals: [scored({ value: 20 })],
    ...more,
  });
const linesOf = (...from: Parameters<typeof textOf>) => textOf(...from).split('\n');
const salaried = { target: { percent: '10%', of: 'salary', prorate: 'calendarDays' } };

describe('the head', () => {
  test('of who is paid', () => {
    expect(linesOf(runOf({}, { name: 'Ann Adler' })).slice(0, 4)).toEqual([
      'Ann Adler (ann) · Bonus',
      'plan sample, version 1 · 2026-01-01 to 2026-12-31',
      'Award: 12,000.00 USD, 120% of target 10,000.00 USD · paid',
      'rests on final values · draft · as of 2027-01-31',
    ]);
    expect(linesOf(runOf({}, { name: 'Ann Adler' }), 'ann', 'fr').slice(0, 4)).toEqual([
      'Ann Adler (ann) · Bonus',
      'plan sample, version 1 · du 2026-01-01 au 2026-12-31',
      'Montant : 12 000,00 USD, 120 % de l’objectif de 10 000,00 USD · versé',
      'statut des résultats : définitif · calcul provisoire · arrêté au 2027-01-31',
    ]);
  });

  test('of who takes no part, and of who is withheld, says why and no amount', () => {
    const out = runOf({ eligibility: { minimumService: { days: 90 } } }, { hired: '2026-12-01' });
    expect(textOf(out)).toBe(
      [
        'ann · Bonus',
        'plan sample, version 1 · 2026-01-01 to 2026-12-31',
        'Award: not eligible',
        '31 days of service by 2026-12-31, 90 needed',
        'draft · as of 2027-01-31',
      ].join('\n'),
    );
    expect(linesOf(out, 'ann', 'fr').slice(2, 4)).toEqual([
      'Montant : non éligible',
      '31 jours de présence au 2026-12-31, 90 requis',
    ]);
    const withheld = runOf({}, {}, { actuals: [] });
    expect(linesOf(withheld)[2]).toBe('Award: withheld');
    expect(linesOf(withheld, 'ann', 'fr')[2]).toBe('Montant : en attente');
    expect(textOf(withheld, 'ann', 'en', true)).not.toContain('USD');
  });

  test('of an exception, its amount as amounts are written', () => {
    const decided = { id: 'ann', kind: 'guarantee', value: '25000', currency: 'USD', until: '2026-12-31' };
    const exceptions = [{ ...decided, reason: 'agreed', approver: 'CFO' }];
    const run = runOf({}, {}, { exceptions });
    expect(textOf(run)).toContain(
      'exception: guarantee 25,000 USD until 2026-12-31, agreed, approved by CFO\n',
    );
    expect(textOf(run, 'ann', 'fr')).toContain(
      'dérogation : garantie 25 000 USD jusqu’au 2026-12-31, agreed',
    );
    // 12,000 and 13,000 more up to what was guaranteed; results bring 20,000 at most.
    expect(textOf(run)).toMatch(/^guaranteed award +13,000\.00 +\+13,000\.00$/m);
    expect(textOf(run)).toContain('Whatever is measured, the award is 25,000.00 USD.\n');
    expect(textOf(run, 'ann', 'fr')).toContain(
      'Quels que soient les résultats, le montant est de 25 000,00 USD.\n',
    );
  });
});

describe('the table', () => {
  test('of a plan with a target: what counted, what it pays, and the difference', () => {
    expect(linesOf(runOf({ risk: { paidAnyway: '30%' } })).slice(5, 10)).toEqual([
      '             counted  pays  at target    brought  difference',
      '-----------  -------  ----  ---------  ---------  ----------',
      'score             20  120%   7,000.00   8,400.00   +1,400.00',
      'safe part                    3,000.00   3,000.00',
      'award (USD)                 10,000.00  11,400.00   +1,400.00',
    ]);
    expect(linesOf(runOf({ risk: { paidAnyway: '30%' } }), 'ann', 'fr').slice(5, 10)).toEqual([
      '               retenu  versement  à l’objectif    apporté      écart',
      '-------------  ------  ---------  ------------  ---------  ---------',
      'score              20      120 %      7 000,00   8 400,00  +1 400,00',
      'part garantie                         3 000,00   3 000,00',
      'montant (USD)                        10 000,00  11 400,00  +1 400,00',
    ]);
  });

  test('of a plan whose award is a formula: what each part brought alone', () => {
    const { goals: _g, target: _t, ...plan } = scorePlan(undefined, { kind: 'retention', level: 'company' });
    const days = (of: Writing, name: string) => ({ prorated: of, by: 'calendarDays', name });
    const kept = days({ product: [{ money: 1000 }, { metric: 'score' }] }, 'Kept');
    const run = runOf(
      {},
      {},
      {
        documents: [{ ...plan, award: { sum: [kept, days({ money: 50 }, 'Fixed')] } }],
        actuals: [ofCompany({ value: '90%' })],
      },
    );
    // 90 % of 1,000, and 50.
    const lines = linesOf(run);
    expect(lines.find((line) => line.startsWith('Kept'))).toMatch(/^Kept +900\.00$/);
    expect(lines.find((line) => line.startsWith('award (USD)'))).toMatch(/^award \(USD\) +950\.00$/);
    expect(lines.join('\n')).not.toMatch(/counted|at target|difference/);
  });

  test('of somebody in two teams: each score, in the order of the days', () => {
    const run = runOf(
      {},
      {},
      {
        people: [mover],
        actuals: [scored({ value: 20 }), scored({ value: 40, group: 'South' })],
      },
    );
    // 181 days at 120 % and 184 at 140 %: 10,000 × (217.2 + 257.6) ÷ 365 = 13,008.22
    expect(linesOf(run)[7]).toMatch(/^score +20 \/ 40 +120% \/ 140% +10,000\.00 +13,008\.22 +\+3,008\.22$/);
  });

  test('of a closed gate: what it took', () => {
    const run = runOf({ gates: [{ name: 'Enough', metric: 'score', atLeast: 40 }] });
    expect(textOf(run)).toMatch(/^Enough +-12,000\.00 +-12,000\.00$/m);
    expect(textOf(run)).toContain('Award: 0.00 USD, 0% of target 10,000.00 USD · zero\nEnough is closed\n');
    expect(textOf(run)).toContain(
      'What a closed gate takes of an award at target\n  Enough: 10,000.00 USD\n',
    );
    expect(textOf(run, 'ann', 'fr')).toContain(
      'Ce qu’une condition non remplie retire d’un montant à l’objectif\n  Enough : 10 000,00 USD\n',
    );
  });

  test.each([
    ['JPY', 1_500_000, '1,800,000', '1 800 000'],
    ['EUR', 10_000, '12,000.00', '12 000,00'],
    ['BHD', 1234.5, '1,481.400', '1 481,400'],
  ])('in %s, with the decimals of the currency', (currency, money, english, inFrench) => {
    const run = runOf(
      { currency, target: { amount: { money }, hours: 'full', prorate: 'calendarDays' } },
      { currency },
    );
    expect(textOf(run)).toContain(`Award: ${english} ${currency}, 120% of target`);
    expect(linesOf(run).find((line) => line.startsWith(`award (${currency})`))).toContain(`  ${english}  `);
    expect(textOf(run, 'ann', 'fr')).toContain(`Montant : ${inFrench} ${currency}, 120 % de`);
  });
});

describe('what was at risk', () => {
  test('beside base pay: 70 % of 8,000 are 5,600, of 88,000 in all 6.36 %', () => {
    const run = runOf({ ...salaried, risk: { paidAnyway: '30%' } }, { salary: '80000' });
    expect(textOf(run)).toContain(
      [
        'At risk: 5,600.00 USD of 8,000.00 USD (70%).',
        'That is 6.36% of base pay and target together, 88,000.00 USD.',
        // The curve ends at 0 % and 200 %.
        'Whatever is measured, the award lies between 2,400.00 USD and 13,600.00 USD.',
        'The award cannot be nothing: the safe part is paid anyway.',
      ].join('\n'),
    );
    expect(textOf(run, 'ann', 'fr')).toContain(
      [
        'À risque : 5 600,00 USD sur 8 000,00 USD (70 %).',
        'Soit 6,36 % du salaire de base et de l’objectif réunis (88 000,00 USD).',
        'Le montant va de 2 400,00 USD à 13 600,00 USD, quels que soient les résultats.',
        'Le montant ne peut pas être nul : la part garantie est toujours versée.',
      ].join('\n'),
    );
  });

  test('of nothing', () => {
    expect(textOf(runOf({ risk: { paidAnyway: '100%' } }))).toContain('Nothing of target is at risk.');
    expect(textOf(runOf({ risk: { paidAnyway: '100%' } }), 'ann', 'fr')).toContain('Rien n’est à risque.');
  });

  test('without a cap', () => {
    const curve = {
      points: [
        [0, '100%'],
        [50, '150%'],
      ],
      better: 'continue',
    };
    const run = runOf(
      {},
      {},
      {
        documents: [scorePlan(undefined, { kind: 'count' }, { goals: [goalOf({ curve })] })],
      },
    );
    expect(textOf(run)).toContain('is at least 10,000.00 USD; nothing caps it');
    expect(textOf(run, 'ann', 'fr')).toContain(
      'Le montant est d’au moins 10 000,00 USD ; rien ne le plafonne.',
    );
  });
});

describe('the words of one language alone', () => {
  const names = /sample|Bonus|score|North|nps|ann|agreed|USD|draft/g;
  const run = runOf(
    {
      ...salaried,
      risk: { paidAnyway: '30%', survives: { closedGate: true } },
      gates: [{ metric: 'score', atLeast: 10 }],
      limits: { award: { cap: '200%', of: 'target' } },
    },
    { salary: '80000' },
  );

  test('no English in the French, beside what the plan wrote', () => {
    const words = textOf(run, 'ann', 'fr', true).replace(names, '');
    expect(words).not.toMatch(
      /\b(of|the|at|and|paid|award|target|gate|more|days?|cannot|rounding|measured|to)\b/,
    );
  });

  test('no French in the English', () => {
    expect(textOf(run, 'ann', 'en', true)).not.toMatch(/[éèàêç’\u00a0\u202f]/);
  });

  test('figures in French have a comma, spaces and no bare percent sign', () => {
    const figures = textOf(run, 'ann', 'fr', true).replaceAll(/\d{4}-\d{2}-\d{2}/g, '');
    expect(figures).not.toMatch(/\d\.\d|\d%|\d,\d{3}\b/);
  });
});

describe('a screen', () => {
  test.each(['en', 'fr'] as const)(
    'sentences fold at 80 columns in %s, under their first line',
    (language) => {
      const title =
        'A title that goes on and on, for nobody ever said how long the title of a plan may become';
      const run = runOf({ title, gates: [{ name: 'x'.repeat(200), metric: 'score', atLeast: 10 }] });
      const lines = linesOf(run, 'ann', language);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(lines[1]).toMatch(/^ {2}\S/);
    },
  );

  test.each(['en', 'fr'] as const)(
    'a plan of three goals is within 30 lines of 80 columns in %s',
    (language) => {
      const goal = (name: string) => goalOf({ name, weight: '30%' });
      const goals = [goal('First'), goal('Second'), goalOf({ name: 'Third', weight: '40%' })];
      const run = runOf(
        {
          ...salaried,
          goals,
          risk: { paidAnyway: '30%', survives: { closedGate: true } },
          gates: [{ name: 'Enough', metric: 'score', atLeast: 10 }],
        },
        { salary: '80000', name: 'Ann Adler' },
      );
      const lines = linesOf(run, 'ann', language);
      expect(lines.length).toBeLessThanOrEqual(30);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    },
  );
});
