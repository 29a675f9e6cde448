import { type Fields, isFields, own } from './meaning.js';

/** What the nodes of a plan are called, by their naming keys; what they are made of follows. */
export const NODE_WORDS: Readonly<Record<string, string>> = {
  money: 'the amount',
  metric: 'the metric',
  enough: 'whether there are enough responses for',
  achievement: 'the achievement of',
  aboveTarget: 'the distance from target of',
  change: 'the change of',
  person: 'the column',
  term: 'the term',
  result: 'the result',
  total: 'the total of',
  peers: 'among peers, the',
  meanOfTop: 'the mean of the best',
  rank: 'the rank by',
  present: 'whether there is',
  sum: 'a sum of',
  product: 'a product of',
  difference: 'a difference of',
  quotient: 'a quotient of',
  highest: 'the highest of',
  lowest: 'the lowest of',
  mean: 'a mean of',
  curve: 'a curve of',
  matrix: 'a matrix of',
  table: 'a table of',
  weighted: 'a weighted sum of',
  when: 'a choice by',
  limit: 'a limit of',
  round: 'a rounding of',
  each: 'a sum over each',
  prorated: 'a proration of',
  all: 'all of',
  any: 'any of',
  not: 'not',
  atLeastOf: 'at least',
  value: '',
  earnings: 'the earnings',
  wholeMonths: 'whole months with',
  workingDays: 'working days of',
  by: 'values by',
};

const KINDS = Object.keys(NODE_WORDS);

/** The naming key of a node; undefined for objects that are no nodes. */
export function kindOf(value: unknown): string | undefined {
  return isFields(value) ? KINDS.find((key) => own(value, key) !== undefined) : undefined;
}

const MONEY_KEYS: readonly string[] = ['money', 'currency', 'per', 'name', 'source'];

/** Whether a value is an amount of money and nothing else. */
export function isMoney(value: unknown): value is Fields {
  return (
    isFields(value) &&
    own(value, 'money') !== undefined &&
    Object.keys(value).every((key) => MONEY_KEYS.includes(key))
  );
}

/** A floor or cap that is a share of target, put together from its number and the `of: target` beside it. */
interface ShareOfTarget {
  readonly shareOfTarget: unknown;
}

/** Whether a value is such a share. */
export function isShareOfTarget(value: unknown): value is ShareOfTarget {
  return isFields(value) && own(value, 'shareOfTarget') !== undefined;
}
