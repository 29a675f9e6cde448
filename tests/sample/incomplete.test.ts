import { expect, test } from 'vitest';
import { parsePlan } from '../../src/index.js';
import { expectHelpful, expectIssue, expectNamed } from '../support/expect-issue.js';
import { scorePlan, type Writing } from './support.js';

const SAMPLE = ['metrics', 'score', 'sample'];
const credibility = { toward: 'company', strength: 30 };

/** Rules that lack a key: the path names the key, which is not there. */
const LACKING: readonly (readonly [when: string, sample: Writing, key: readonly string[], says: string])[] = [
  ['a minimum, and nothing for too few', { atLeast: 30 }, ['tooFew'], 'what becomes of'],
  [
    'flags that count, and nothing for too few',
    { flags: { change: 5, then: 'tooFew' } },
    ['tooFew'],
    'what becomes of',
  ],
  ['a policy, and no minimum', { tooFew: 'payZero' }, ['atLeast'], 'how many responses are enough'],
  [
    'a policy beside flags that change no pay',
    { tooFew: 'payZero', flags: { change: 5 } },
    ['atLeast'],
    'how many',
  ],
  ['no row is too few, and no minimum', { notMeasured: 'tooFew' }, ['atLeast'], 'how many'],
  ['blended, and not with what', { pays: 'blended' }, ['credibility'], 'with what'],
  ['too few are blended, and not with what', { atLeast: 30, tooFew: 'blend' }, ['credibility'], 'with what'],
  [
    'no weight',
    { pays: 'blended', credibility: { toward: 'company' } },
    ['credibility', 'strength'],
    'not at all',
  ],
  [
    'a root that is not rounded',
    { pays: 'blended', credibility: { toward: 'company', fullAt: 1083 } },
    ['credibility', 'round'],
    'no last decimal',
  ],
];

test.each(LACKING)('plan.sample.incomplete: %s', (_when, sample, key, says) => {
  const parsed = parsePlan(scorePlan(sample));
  expect(parsed.ok).toBe(false);
  const found = expectIssue(parsed.issues, 'plan.sample.incomplete', [...SAMPLE, ...key]);
  expectHelpful(found);
  expectNamed(found, says);
});

test('all that lacks is told at once, with the clause of the plan', () => {
  const sample = { atLeast: 30, pays: 'blended', deadBand: 0, source: 'Section 4.2' };
  const parsed = parsePlan(scorePlan(sample));
  const codes = parsed.issues.map(({ code }) => code).toSorted();
  expect(codes).toEqual(['plan.sample.incomplete', 'plan.sample.incomplete', 'plan.sample.number']);
  const told = expectIssue(parsed.issues, 'plan.sample.incomplete', [...SAMPLE, 'tooFew']);
  expect(told.source).toBe('Section 4.2');
});

test('what is complete is accepted', () => {
  for (const sample of [
    { shownFrom: 8 },
    { deadBand: 2 },
    { changeAtMost: 10 },
    { flags: { responseRate: '20%', tens: '10%', change: 15 } },
    { atLeast: 30, tooFew: 'payZero', notMeasured: 'tooFew' },
    { flags: { change: 5, then: 'tooFew' }, tooFew: 'payZero' },
    { pays: 'measured' },
    { pays: 'blended', credibility },
    { atLeast: 30, tooFew: 'blend', credibility },
    { pays: { bound: '95%', round: { to: '0.1', mode: 'halfUp' } } },
    { pays: { bound: '0.95', round: { to: '0.1', mode: 'halfUp' } } },
  ])
    expect(parsePlan(scorePlan(sample)).issues, JSON.stringify(sample)).toEqual([]);
});
