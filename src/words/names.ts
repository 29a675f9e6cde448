/** Names that are of nothing else. */
type Plain =
  | 'target opportunity'
  | 'target percent'
  | 'target amount'
  | 'basis'
  | 'salary'
  | 'hours share'
  | 'pay earned'
  | 'target percent by exception'
  | 'target amount by exception'
  | 'guarantee'
  | 'measured'
  | 'achievement'
  | 'above target'
  | 'the period before'
  | 'the same period last year'
  | 'lower bound'
  | 'upper bound'
  | 'blended'
  | 'within the limit on change'
  | 'with its dead band'
  | 'what counts'
  | 'rounded achievement'
  | 'blend of goals'
  | 'payout'
  | 'payout at target'
  | 'rounding of payout'
  | 'payout limit'
  | "payout limit, on the person's sum"
  | 'at risk'
  | 'base pay at risk'
  | 'target opportunity with base pay'
  | 'safe part'
  | 'safe floor'
  | 'target × payout'
  | 'at risk × payout'
  | 'prorated'
  | 'paid behind closed gates'
  | 'award before limits'
  | 'award limit'
  | 'guaranteed award'
  | 'rounding'
  | 'award before the pool'
  | 'part of the pool'
  | 'fund of the pool'
  | 'first of the pool'
  | 'floor of the pool'
  | 'ceiling of the pool'
  | 'equal parts'
  | 'presence'
  | 'decision'
  | 'is true'
  | 'is false';

/** Names that go on with what they are of: `limit of NPS`. */
type Before =
  | 'change since'
  | 'the mean of the last'
  | 'enough responses for'
  | 'response rate below'
  | 'share of tens changed by more than'
  | 'changed by more than'
  | 'rounding of'
  | 'limit of'
  | 'limit of every goal, on'
  | 'on'
  | 'gate:'
  | 'change of'
  | 'total of'
  | 'payout of'
  | 'matrix of'
  | 'table by'
  | 'blend in'
  | 'people compared by'
  | 'mean of the top in'
  | 'rank by'
  | 'at least'
  | 'more than'
  | 'at most'
  | 'less than'
  | 'is';

/** Names that stand between two things: `NPS in Q1`. */
type Between = 'of the' | 'in' | 'up to' | 'by';

/** Names that English, too, puts together in a way of their own. */
export interface OwnNames {
  /** What a value is called, and what was made of it: `NPS, measured`. */
  readonly with: (name: string, what: string) => string;
  readonly achievementOf: (target: string) => string;
  readonly aboveTargetOf: (target: string) => string;
  readonly readsAchievement: (metric: string) => string;
  readonly readsAboveTarget: (metric: string) => string;
  readonly condition: (value: string, comparison: string) => string;
  readonly within: (low: string, high: string) => string;
  /** A node of a formula that has no name, by its key. */
  readonly node: (key: string) => string;
}

/** What a language calls the lines of an explanation; a name is known by what it is in English. */
export type NameBook = { readonly [Name in Plain]: string } & {
  readonly [Name in Before]: (of: string) => string;
} & {
  readonly [Name in Between]: (one: string, other: string) => string;
} & OwnNames;
