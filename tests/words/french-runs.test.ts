import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Award, StepLine } from '../../src/index.js';
import { english } from '../../src/words/english.js';
import { french } from '../../src/words/french.js';
import { readCases, readRealCase } from '../cases/case-file.js';
import { changed, type Input } from '../cases/run-case.js';
import { answers, ofCompany, scored, scorePlan, somebody } from '../sample/support.js';
import { awardOf, type Writing } from '../support/base.js';
import { plainPerson, plainPlan } from '../support/plain.js';
import { runIn, textsOf, withoutTexts } from './support.js';

/** Pieces of the English sentences and names; what the plan and the files wrote is taken out before they are looked for. */
const ENGLISH = [
  ...[
    'prorated',
    'target opportunity',
    'target ×',
    'at risk',
    'safe part',
    'award',
    'payout',
    'blend',
    'rounding',
  ],
  ...[
    'limit of',
    'cap ',
    'floor ',
    'not reached',
    'capped',
    'raised',
    'guarantee',
    ' per year',
    'salary',
    'hours share',
  ],
  ...[
    'as reported',
    'final',
    'provisional',
    'forecast',
    'measured',
    'achievement',
    'above target',
    'change since',
  ],
  ...[
    'nearest',
    'ties',
    'away from',
    'toward',
    'smallest unit',
    'is the point',
    'lies between',
    'reaches',
    'worse than',
  ],
  ...[
    'better than',
    'the last point',
    'pays',
    'goes on',
    'each slice',
    'in the table',
    'from the',
    'stated in',
    'as the plan',
  ],
  ...[
    'needs ',
    'at least',
    'at most',
    'more than',
    'less than',
    'within',
    ' hold, ',
    'needed',
    'gate: ',
    'open',
    'closed',
  ],
  ...[
    ' days',
    ' months',
    'all days',
    'of the',
    'leave:',
    'by exception',
    'exception:',
    'until',
    'approved by',
    'left on',
  ],
  ...[
    'employed',
    'assign',
    'hired',
    'service',
    'population',
    'forfeits',
    'the goals',
    'over everybody',
    'is in row',
  ],
  ...[
    'responses',
    'enough',
    'interval',
    'bound',
    'does not',
    'left out',
    ' and ',
    ' with ',
    'not known',
    ' yes',
    ': no,',
  ],
];

const REAL = fileURLToPath(new URL('../cases/real', import.meta.url));
const real = readdirSync(REAL).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));

/** Everything the plan and the files name: titles, names, metrics, fields, categories, clauses, cells. */
function writtenIn({ plan, people, leave, exceptions, actuals }: Input): string[] {
  const { metrics, terms, fields, calendars, ...parts } = plan;
  const groups = actuals.map(({ group, period }) => [group, period]);
  const keys = [metrics, terms, fields, calendars].flatMap((one) => Object.keys(one ?? {}));
  const values = texts([people, leave, exceptions, groups, metrics, terms, fields, parts]);
  return [...new Set([...keys, ...values])].sort((a, b) => b.length - a.length);
}

/** Words that a plan uses for the library itself: they are no names of its own. */
const WORDS = [
  'final',
  'salary',
  'payout',
  'target',
  'award',
  'awards',
  'achievement',
  'yes',
  'no',
  'open',
  'value',
];

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 2 && !WORDS.includes(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

/** The English that is left in what an award says. */
function englishIn(award: Award, written: readonly string[]): string[] {
  return textsOf(award).filter((text) => {
    const own = written.reduce((left, one) => left.replaceAll(one, '·'), text);
    return ENGLISH.some((piece) => own.includes(piece));
  });
}

const cases = [...readCases(), ...real.map(readRealCase)].map((one) => [one.case, one] as const);

describe.each(cases)('%s in French', (_name, one) => {
  const input = changed(one, {});
  const run = runIn(french, input);

  test('nothing is said in English', () => {
    const written = [...writtenIn(input), ...cells(input)];
    expect(run.awards.flatMap((award) => englishIn(award, written))).toEqual([]);
  });

  test('nothing but the texts differs from the run in English', () => {
    expect(withoutTexts(run)).toEqual(withoutTexts(runIn(english, input)));
  });
});

/** Categories that tables and conditions of a plan know, and columns. */
function cells({ people }: Input): string[] {
  return people.flatMap((row) => Object.keys(row)).filter((column) => column !== 'salary');
}

test('the pieces of English are found where a run is told in English', () => {
  const found = cases.flatMap(([, one]) => {
    const input = changed(one, {});
    return runIn(english, input).awards.flatMap((award) => englishIn(award, writtenIn(input)));
  });
  expect(found.length).toBeGreaterThan(1000);
});

const asOf = '2027-01-31';

/** What Ann is told in French of a plan on a score. */
function annIn(plan: Writing, actuals: readonly Writing[], person: Writing = {}): Award {
  const input = { plan, actuals: [...actuals], people: [somebody(person)], asOf } as Input;
  return awardOf(runIn(french, input), 'ann');
}

function howOf({ steps = [] }: Award, name: string): string | undefined {
  return steps.find((step: StepLine) => step.name === name)?.how;
}

// 40 of 100 promoters less 20 detractors: 20 points, which pay 120 %.
const now = scored(answers(40, 40, 20));
const SPACE = '\u00a0';

describe('sample rules in French', () => {
  test('a score of too few responses gives way to that of the company', () => {
    const sample = { atLeast: 200, tooFew: { use: 'company' } };
    const award = annIn(scorePlan(sample), [now, ofCompany(answers(200, 100, 100))]);
    expect(howOf(award, 'score, valeur retenue')).toBe(
      `100 réponses, insuffisant (au moins 200)${SPACE}: score (company), valeur mesurée`,
    );
    expect(howOf(award, 'score, valeur mesurée')).toBe(
      'valeur communiquée (team North, définitif, n = 100, 40 promoteurs, 40 passifs, 20 détracteurs)',
    );
  });

  // Adjusted Wald: 40.75 and 20.75 of 103 are 19.42 points; 1.96 × √((61.5/103 − 0.1942²)/103) are 14.44 on each side.
  test('a cautious bound, a limit on change and a dead band say what they did', () => {
    const bounded = annIn(scorePlan({ pays: { bound: '95%', round: { to: '0.1', mode: 'halfUp' } } }), [now]);
    expect(howOf(bounded, 'score, borne inférieure')).toMatch(
      /^borne inférieure de l’intervalle à 95\u00a0%, de 4,97\d*… à 33,86\d*… \(Wald ajusté\), arrondi à 0,1, au plus proche, le demi s’éloignant de zéro$/,
    );
    const earlier = scored({ period: 'previous', ...answers(20, 60, 20) });
    const limited = annIn(scorePlan({ changeAtMost: 5 }), [now, earlier]);
    expect(howOf(limited, 'score, variation limitée')).toBe('20, au plus 5 d’écart avec 0 auparavant');
    const near = annIn(scorePlan({ deadBand: 5 }, { target: 22 }), [now]);
    expect(howOf(near, 'score, avec zone neutre')).toBe('20 est à 5 au plus de l’objectif 22');
  });

  test('too few responses where its goal pays nothing', () => {
    const award = annIn(scorePlan({ atLeast: 200, tooFew: 'payZero' }), [now]);
    expect(award.reasons.map(({ message }) => message)).toEqual([
      `les objectifs n’ont rien rapporté${SPACE}; non rempli${SPACE}: assez de réponses pour score`,
    ]);
    expect(howOf(award, 'assez de réponses pour score')).toBe(
      '100 réponses, au moins 200 requises (team North, définitif, n = 100, 40 promoteurs, 40 passifs, 20 détracteurs)',
    );
  });
});

describe('days and people in French', () => {
  test('leave, and leaving', () => {
    const input = {
      plan: plainPlan({
        target: { percent: '10%', of: 'salary', prorate: 'calendarDays' },
        leave: { parental: { counts: '50%' } },
        leavers: { resignation: 'prorate' },
      }),
      people: [...plainPerson({ salary: 36_500, left: '2026-06-30', leftReason: 'resignation' })],
      actuals: [{ metric: 'result', value: '80%', status: 'final' }],
      leave: [{ id: 'ann', type: 'parental', from: '2026-03-01', to: '2026-05-31' }],
      asOf,
    } as unknown as Input;
    const award = awardOf(runIn(french, input), 'ann');
    expect(award.notes).toEqual([
      `départ le 2026-06-30 (resignation)${SPACE}: jours de présence, résultats réels`,
    ]);
    // January and February 59, March to May 92, June 30 days
    expect(award.segments?.map(({ share }) => share)).toEqual([
      '59/365 jours',
      `92/365 jours × 50${SPACE}% (absence${SPACE}: parental)`,
      '30/365 jours',
    ]);
  });
});
