import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Award } from '../../src/index.js';
import { awardOf, runOf } from '../support/base.js';
import { AS_OF } from '../support/random-data.js';
import { type RandomWorld, worlds } from '../support/random-world.js';
import { type Expected, expectedAward } from '../support/reference/award.js';
import { same } from '../support/reference/number.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 60_000 });

function check({ document, rows, measured }: RandomWorld, seen: string[]): void {
  const run = runOf({
    document,
    people: rows,
    actuals: measured,
    options: { asOf: AS_OF, steps: 'everyone' },
  });
  for (const person of rows) {
    const expected = expectedAward({ document, actuals: measured, asOf: AS_OF }, person);
    expectSame(awardOf(run, String(person['id'])), expected);
    seen.push(expected.status);
  }
}

function expectSame(award: Award, expected: Expected): void {
  if (expected.status !== 'due') {
    expect(award.status).toBe(expected.status);
    return;
  }
  expect(award.reasons.map((reason) => reason.message).filter((text) => text.includes('['))).toEqual([]);
  const exact = beforeRounding(award);
  expect(same(String(exact), expected.exact), `${exact} is not ${expected.exact.toFraction()}`).toBe(true);
  expect(same(String(award.amount), expected.rounded), `${award.amount}`).toBe(true);
  expect(same(String(award.target), expected.target), `target ${award.target}`).toBe(true);
  expect(award.status).toBe(expected.rounded.equals(0) ? 'zero' : 'paid');
}

/** The exact award stands in the last line before rounding; a limit that changed nothing may have no line. */
function beforeRounding({ steps = [] }: Award): string | boolean | undefined {
  const lines = ['award limit', 'safe floor', 'award before limits'];
  return lines
    .map((name) => steps.find((step) => step.name === name)?.value)
    .find((one) => one !== undefined);
}

describe('random plans, people and actuals against an independent reading of the plan language', () => {
  test('the exact award and the rounded award are the same', () => {
    const seen: string[] = [];
    fc.assert(
      fc.property(worlds(), (one) => check(one, seen)),
      { numRuns: 700, seed: 20260101 },
    );
    const share = (status: string) => seen.filter((one) => one === status).length / seen.length;
    expect(share('due')).toBeGreaterThan(0.5);
    expect(share('withheld')).toBeGreaterThan(0.02);
    expect(share('notEligible')).toBeGreaterThan(0.05);
  });
});
