import { expect, test } from 'vitest';
import type * as z from 'zod';
import type { Comparison } from '../../src/compare/index.js';
import type { Receipt } from '../../src/cycle/index.js';
import type { Explanation } from '../../src/explain/explanation.js';
import type { comparisonSchema } from '../../src/schemas/comparison.js';
import type { explanationSchema } from '../../src/schemas/explanation.js';
import type { receiptSchema } from '../../src/schemas/receipt.js';
import type { verificationSchema } from '../../src/schemas/verification.js';
import type { Verification } from '../../src/verify/index.js';

/**
 * A type spelled out so that nothing is let pass: of two types that can be assigned to each other, one may still lack a key
 * that is optional in the other. Here every key is needed, and says whether it may be absent.
 */
type Spelled<T> = T extends readonly (infer One)[]
  ? { readonly each: Spelled<One> }
  : T extends object
    ? { readonly [Key in keyof T]-?: readonly [Spelled<Required<T>[Key]>, MayBeAbsent<T, Key>] }
    : T;
type MayBeAbsent<T, Key extends keyof T> =
  Record<never, never> extends Pick<T, Key> ? 'may be absent' : 'is there';
type Same<A, B> = [Spelled<A>, Spelled<B>] extends [Spelled<B>, Spelled<A>] ? 'same' : 'not the same';

/** What the command writes around a result of the library. */
type Versioned<Kind extends string, T> = T & {
  readonly format: `variable-pay/${Kind}`;
  readonly formatVersion: 1;
};
type Joined<T> = { [Key in keyof T]: T[Key] };

// The compiler refuses this file where a schema and its interface drift apart; at run time there is nothing to see.
const explanation: Same<z.infer<typeof explanationSchema>, Explanation> = 'same';
const comparison: Same<
  z.infer<typeof comparisonSchema>,
  Joined<Versioned<'comparison', Comparison>>
> = 'same';
const verification: Same<
  z.infer<typeof verificationSchema>,
  Joined<Versioned<'verification', Verification>>
> = 'same';
const receipt: Same<z.infer<typeof receiptSchema>, Receipt> = 'same';

// And it would see a key that is lacking, that may be absent in one only, or that holds something else, however deep.
interface Told {
  readonly list: readonly { readonly a: string; readonly b?: 'x' | 'y' }[];
}
const copy: Same<Told, { list: { a: string; b?: 'x' | 'y' }[] }> = 'same';
const others: readonly 'not the same'[] = [
  'not the same' satisfies Same<Told, { list: { a: string }[] }>,
  'not the same' satisfies Same<Told, { list: { a: string; b: 'x' | 'y' }[] }>,
  'not the same' satisfies Same<Told, { list: { a?: string; b?: 'x' | 'y' }[] }>,
  'not the same' satisfies Same<Told, { list: { a: string; b?: 'x' }[] }>,
  'not the same' satisfies Same<Told, { list: { a: string; b?: string }[] }>,
  'not the same' satisfies Same<Told, { list: { a: string; b?: 'x' | 'y' | undefined }[] }>,
  'not the same' satisfies Same<Told, { list: { a: string; b?: 'x' | 'y'; c?: string }[] }>,
];

test('the compiler compares the schemas of results with their types', () => {
  expect([explanation, comparison, verification, receipt, copy, ...others]).toHaveLength(12);
});
