import { describe, expect, test } from 'vitest';
import { explain, explanationText, languages } from '../../src/explain/index.js';
import type { StoredRun } from '../../src/retro/index.js';
import { goalOf, ofCompany, scored, scorePlan, somebody } from '../sample/support.js';
import { draft, everyone, everythingTold, explained, type Writing } from './support.js';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['an escape that clears the screen', '\u001b[2J\u001b[31mred'],
  ['a new line with a false award', 'x\nAward: 1,000,000.00 USD'],
  ['a carriage return', 'x\rAward: 1,000,000.00 USD'],
  ['text from right to left', 'x\u202eDSU 00.1'],
  ['a name of every object', '__proto__'],
  ['a method of every object', 'constructor'],
  ['quotes and markup', '"><script>alert(1)</script>'],
  ['a name without end', 'y'.repeat(500)],
  ['a mark that no font shows', 'a\u0000b\u2028c\u0085d'],
  ['an emoji', '👩‍💻 equipe'],
];

/** Everything that people and plans may call something, called so. */
function runOf(name: string): StoredRun {
  const { metrics: _, ...plan } = scorePlan(
    undefined,
    {},
    {
      title: name,
      gates: [{ name, metric: 'score', atLeast: 10, source: name }],
      goals: [goalOf({ name, source: name })],
    },
  );
  const metrics = { score: { kind: 'nps', level: 'team', title: name } };
  return draft({
    documents: [{ ...plan, metrics }],
    people: [somebody({ id: name, name, team: name })],
    actuals: [scored({ value: 20, group: name })],
  });
}

describe.each(HOSTILE)('%s as id, name, team, title, goal, gate and clause', (_, name) => {
  const run = runOf(name);

  test('is paid and explained under it, and JSON keeps it', () => {
    const one = explained(run, run.awards[0]?.person ?? name);
    expect(one.award.amount).toBe('12000.00');
    expect(JSON.parse(JSON.stringify(one))).toStrictEqual(one);
    expect(one.title).toBe(name);
  });

  test('breaks no terminal and no line', () => {
    for (const language of languages)
      for (const full of [false, true]) {
        const [one] = explain(run, run.awards[0]?.person ?? name, {
          language,
          attribution: true,
        }).explanations;
        const text = explanationText(one as NonNullable<typeof one>, { full });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
        expect(text.split('\n').filter((line) => line.startsWith('Award: 1,000,000'))).toEqual([]);
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(1000);
      }
  });
});

test('a metric called hostilely, of which nothing says what is neutral', () => {
  const { goals: _, ...plan } = scorePlan(undefined, { title: 'x\u001b[2Jy' });
  const payout = {
    curve: {
      of: { metric: 'score' },
      points: [
        [-100, '10%'],
        [100, '20%'],
      ],
    },
  };
  const run = draft({
    documents: [{ ...plan, payout }],
    people: [somebody()],
    actuals: [scored({ value: 20 })],
  });
  const [one] = explain(run, 'ann', { attribution: true }).explanations;
  expect(one?.attribution).toMatchObject({ why: 'noNeutral' });
  expect(
    everythingTold(run)
      .split('\n')
      .filter((line) => !line.startsWith('{'))
      .join('\n'),
  ).not.toContain('\u001b');
});

describe('what cannot be explained', () => {
  const run = draft({ documents: [scorePlan()], people: [somebody()], actuals: [scored({ value: 20 })] });
  const codesOf = (...of: Parameters<typeof explain>) => explain(...of).issues.map(({ code }) => code);

  test.each(['zoe', 'Ann', 'ann ', '', '__proto__', '*'])('nobody is called %j', (person) => {
    expect(explain(run, person).explanations).toEqual([]);
    expect(codesOf(run, person)).toEqual(['explain.person.unknown']);
  });

  test('no plan is called so, and those there are are named', () => {
    const [issue] = explain(run, 'ann', { plan: 'Sample' }).issues;
    expect(issue).toMatchObject({ code: 'explain.plan.unknown', expected: 'one of sample' });
  });

  test('a run of differences', () => {
    const differences: StoredRun = { ...run, follows: 1 };
    expect(codesOf(differences, 'ann')).toEqual(['explain.run.differences']);
  });

  const edited = (
    edit: (run: { awards: Writing[]; inputs: { actuals: { actuals: Writing[] } } }) => void,
  ) => {
    const copy = JSON.parse(JSON.stringify(run));
    edit(copy);
    return copy as StoredRun;
  };

  test('an award that was edited is explained as its inputs give it, with a fault', () => {
    const { explanations, issues } = explain(
      edited(({ awards }) => Object.assign(awards[0] as Writing, { amount: '99999.00' })),
      'ann',
    );
    expect(explanations[0]?.award.amount).toBe('12000.00');
    expect(issues).toMatchObject([
      {
        code: 'explain.award.differs',
        message: 'The run states 99999.00 USD, and its inputs give 12000.00 USD',
      },
    ]);
  });

  test('an actual that was edited', () => {
    const { issues } = explain(
      edited(({ inputs }) => Object.assign(inputs.actuals.actuals[0] as Writing, { value: '30' })),
      'ann',
    );
    expect(issues).toMatchObject([
      {
        code: 'explain.award.differs',
        message: 'The run states 12000.00 USD, and its inputs give 13000.00 USD',
      },
    ]);
  });
});

describe('of a leader whose result others share', () => {
  const people = [
    somebody({ id: 'ceo', role: 'chief' }),
    ...['ann', 'ben', 'cleo'].map((id) => somebody({ id, role: 'officer' })),
  ];
  const goals = [
    {
      name: 'Result',
      weight: 1,
      payout: {
        curve: {
          of: { result: 'own', of: { role: 'chief' }, name: 'Result of the chief' },
          points: [
            [0, '80%'],
            [90, '120%'],
          ],
          shape: 'steps',
        },
      },
    },
  ];
  const documents = [
    scorePlan(
      undefined,
      { level: 'person' },
      { goals, fields: { role: { kind: 'category' } }, terms: { own: { sum: [{ metric: 'score' }] } } },
    ),
  ];
  const actuals = people.map(({ id }, index) => scored({ group: id, value: 37 + index * 11 }));
  const run = draft({ documents, people, actuals });

  test('officers are not told it', () => {
    expect(run.awards.map(({ amount }) => amount)).toEqual(Array(4).fill('8000.00'));
    for (const id of ['ann', 'ben', 'cleo']) expect(everythingTold(run, id)).not.toMatch(/\b37\b/);
  });
});

test('nobody, no plan, no goals: an empty run explains nobody', () => {
  expect(
    everyone(draft({ documents: [scorePlan()], people: [], actuals: [ofCompany({ value: 1 })] })),
  ).toEqual([]);
});
