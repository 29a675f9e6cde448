import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test, vi } from 'vitest';
import { type Award, parsePlan } from '../../src/index.js';
import { runOf } from '../support/base.js';
import { formulaWorlds as allWorlds } from '../support/formula/data.js';
import { expectedAwards } from '../support/formula/model.js';
import { rewritings } from '../support/formula/rewrite.js';
import type { FormulaWorld } from '../support/formula/world.js';
import { NotKnown } from '../support/reference/world.js';

// Many cases in one test: on a busy machine they take longer than the usual limit.
vi.setConfig({ testTimeout: 120_000 });

const AS_OF = '2027-12-31';

/** What is put together from parts of the period cannot be limited or compared as a whole: such plans are refused. */
const formulaWorlds = allWorlds.filter(
  ({ document }) =>
    !parsePlan(document).issues.some(({ message }) => /is made of parts of the period/.test(message)),
);

function awardsOf({ document, people, actuals }: FormulaWorld): readonly Award[] {
  return runOf({ document, people, actuals, options: { asOf: AS_OF, steps: 'everyone' } }).awards;
}

/** Everybody once: not eligible, withheld, or the amount. */
function outcomes(awards: readonly Award[]): string[] {
  return awards.map(({ person, status, amount }) => `${person} ${amount ?? status}`).toSorted();
}

function expectedOutcomes(world: FormulaWorld): string[] {
  const expected = expectedAwards(world);
  return world.people
    .map(({ id }) => {
      const award = expected.get(String(id));
      if (award === undefined) return `${id} notEligible`;
      return `${id} ${award instanceof NotKnown ? 'withheld' : award.toFraction()}`;
    })
    .toSorted();
}

function expectSums({ parts = [], amount, person }: Award): void {
  const sum = parts.reduce((all, part) => all.add(part.amount), new Fraction(0));
  if (amount !== undefined) expect(sum.equals(amount), `${person}: ${sum} is not ${amount}`).toBe(true);
}

function asFractions(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/-?[\d.]+$/, (amount) => new Fraction(amount).toFraction()));
}

describe('random formulas against an independent reading of the plan language', () => {
  test('everybody gets the same to the cent, in parts that sum to it, and the same people are withheld', () => {
    const seen: string[] = [];
    fc.assert(
      fc.property(formulaWorlds, (world) => {
        const awards = awardsOf(world);
        const found = outcomes(awards);
        expect(asFractions(found)).toEqual(expectedOutcomes(world));
        for (const award of awards) expectSums(award);
        seen.push(...found.map((line) => line.split(' ')[1] as string));
      }),
      { numRuns: 1000, seed: 20261231, endOnFailure: true },
    );
    const share = (is: (outcome: string) => boolean) => seen.filter(is).length / seen.length;
    expect(share((one) => one === 'withheld')).toBeGreaterThan(0.03);
    expect(share((one) => one === 'notEligible')).toBeGreaterThan(0.03);
    expect(share((one) => Number(one) > 0)).toBeGreaterThan(0.3);
  });
});

describe('formulas written in another way', () => {
  test.each(rewritings)('$name changes nothing', ({ rewrite, seed }) => {
    fc.assert(
      fc.property(formulaWorlds, fc.nat(1_000_000), (world, wish) => {
        const other = rewrite(world, wish);
        if (other !== undefined) expect(outcomes(awardsOf(other))).toEqual(outcomes(awardsOf(world)));
      }),
      { numRuns: 70, seed, endOnFailure: true },
    );
  });
});
