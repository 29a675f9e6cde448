import { describe, expect, test } from 'vitest';
import type { CaseFile, Variant } from './case-file.js';
import { changed, curveDifferences, differences, refusals, run } from './run-case.js';

/** The tests of one case: what it expects, its curves, its variants and its traps. */
export function testCase(one: CaseFile): void {
  test(`${one.case}: ${one.source.what}`, () => {
    expect(differences(run(one), one.expect)).toEqual([]);
  });
  for (const check of one.curves ?? []) {
    test(`${one.case}: ${check.what}`, () => {
      expect(curveDifferences(changed(one, {}), check)).toEqual([]);
    });
  }
  for (const variant of one.variants ?? []) testVariant(one, variant, '');
  for (const trap of one.traps ?? []) testVariant(one, trap, 'trap: ');
}

function testVariant(one: CaseFile, variant: Variant, prefix: string): void {
  // a variant with a known fault of the library stays, and tells when the fault is mended
  const check = variant.bug === undefined ? test : test.fails;
  check(`${one.case}: ${prefix}${variant.what}`, () => {
    const input = changed(one, variant);
    if (variant.refused) expect(refusals(input)).toEqual(variant.refused.toSorted());
    else expect(differences(run(input), variant.expect ?? [])).toEqual([]);
  });
}

/** Tests of the files themselves: a variant that checks nothing would pass for ever. */
export function testFiles(cases: readonly CaseFile[]): void {
  describe('the cases themselves', () => {
    test('every variant expects something', () => {
      expect(variantsWhere(cases, ({ expect: expected, refused }) => !expected && !refused)).toEqual([]);
    });

    test('a refusal says why it is right', () => {
      expect(variantsWhere(cases, ({ refused, from }) => refused !== undefined && !from)).toEqual([]);
    });
  });
}

function variantsWhere(cases: readonly CaseFile[], wrong: (variant: Variant) => boolean): string[] {
  return cases.flatMap(({ case: id, variants = [], traps = [] }) =>
    [...variants, ...traps].filter(wrong).map(({ what }) => `${id}: ${what}`),
  );
}
