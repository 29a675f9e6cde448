import type { IssueCode } from '../issue/codes.js';
import type { ReadNumber } from '../num/literal.js';
import { compare, ONE, ratio, sign } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';

/** What a number must be at its place, and what is said when it is not. */
export interface Rule {
  readonly code: IssueCode;
  readonly holds: (read: ReadNumber) => boolean;
  readonly expected: string;
  readonly hint: string;
}

const inRange = { code: 'metrics.value.range', hint: 'Correct the value' } as const;
const percentHint = 'Write a percentage such as 45%, or a share such as 0.45';

/** More than any company asks or serves; keeps a slip of the pen from costing time. */
const MOST_COUNTED = ratio(1_000_000_000);

/** Any number. */
export const anyNumber: Rule = { ...inRange, holds: () => true, expected: 'a number' };

/** A number of answers or customers. */
export const count: Rule = {
  code: 'metrics.count.whole',
  holds: ({ value, percent }) =>
    !percent && sign(value) >= 0 && isMultipleOf(value, ONE) && compare(value, MOST_COUNTED) <= 0,
  expected: 'a whole number from 0 to 1,000,000,000',
  hint: 'Count answers or customers; shares and weighted counts have no sampling error that could be known',
};

/** A value of customers, such as their yearly revenue. */
export const notNegative: Rule = {
  ...inRange,
  holds: ({ value }) => sign(value) >= 0,
  expected: 'a number of 0 or more',
};

/** A number above zero. */
export const positive: Rule = {
  ...inRange,
  holds: ({ value }) => sign(value) > 0,
  expected: 'a number above 0',
};

/** A share of a whole. */
export const share: Rule = {
  ...inRange,
  holds: ({ value }) => sign(value) >= 0 && compare(value, ONE) <= 0,
  expected: 'a share from 0 % to 100 %',
  hint: percentHint,
};

/** A share that is not nothing. */
export const shareAboveZero: Rule = {
  ...share,
  holds: (read) => share.holds(read) && sign(read.value) > 0,
  expected: 'a share above 0 % and up to 100 %',
};

/** A confidence or probability that is neither impossible nor certain. */
export const confidence: Rule = {
  ...share,
  holds: ({ value }) => sign(value) > 0 && compare(value, ONE) < 0,
  expected: 'a confidence between 0 % and 100 %, such as 95%',
  hint: 'Write a percentage such as 95%',
};
