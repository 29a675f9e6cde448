import type { Literal } from '../num/literal.js';
import type { RoundingRule } from './document.js';

/** What becomes of a score from too few answers, where no other level is named. */
export const tooFewPolicies = ['spread', 'payTarget', 'payZero', 'blend'] as const;
export type TooFewPolicy = (typeof tooFewPolicies)[number];

/**
 * What a score must rest on before pay hangs on it, and what pays then. Retention and recommendation are estimated,
 * often from few customers: a plan that does not say what becomes of a score from four answers pays luck.
 */
export interface SampleDocument {
  /** Fewest responses (answers, customers) of a score that counts as it is. */
  readonly atLeast?: Literal;
  /** What becomes of a score from fewer. */
  readonly tooFew?: TooFewPolicy | UseLevel;
  /** A group without any row is treated as one with too few answers; without this it is withheld. */
  readonly notMeasured?: 'tooFew';
  /** What pays: the score as measured (default), blended with a wider one, or the cautious end of its interval. */
  readonly pays?: 'measured' | 'blended' | BoundDocument;
  readonly credibility?: CredibilityDocument;
  /** A score so near to target counts as target. */
  readonly deadBand?: Literal;
  /** How far a score may move from that of the period before; beyond, it counts as moved so far. */
  readonly changeAtMost?: Literal;
  readonly flags?: FlagsDocument;
  /** Fewest responses of a group whose score may be shown. */
  readonly shownFrom?: Literal;
  readonly source?: string;
}

/** The score of a wider level instead. */
export interface UseLevel {
  readonly use: string;
}

/** The end of the confidence interval that pays less, rounded as stated: a bound has no last decimal. */
export interface BoundDocument {
  readonly bound: Literal;
  readonly round: RoundingRule;
}

/** How much weight a score gets by its number of responses; the rest goes to the score it is drawn toward. */
export interface CredibilityDocument {
  /** A wider level, or a value that is the same for everybody. */
  readonly toward: string | { readonly value: Literal };
  /** Bühlmann's K, a + b of a beta, the strength of a Dirichlet prior: weight = n ÷ (n + strength). */
  readonly strength?: Literal;
  /** Limited fluctuation: weight = √(n ÷ fullAt), at most 1. */
  readonly fullAt?: Literal;
  /** Of the blended score; needed with fullAt, as roots have no last decimal. */
  readonly round?: RoundingRule;
}

/** What is worth a look before a score pays. A flag changes no pay, unless `then` says so. */
export interface FlagsDocument {
  /** Fewest responses for each invited. */
  readonly responseRate?: Literal;
  /** Greatest change of the share of tens since the period before. */
  readonly tens?: Literal;
  /** Greatest change of the score since the period before. */
  readonly change?: Literal;
  readonly then?: 'tooFew';
}
