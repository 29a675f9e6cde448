import type { Literal } from '../num/literal.js';
import type { Formula } from './formula.js';

/** A pot that is shared out over everybody who takes part. */
export interface PoolDocument {
  /** How much there is: money of the company. */
  readonly fund: Formula;
  /** What it is shared out by; several with their parts of the fund. */
  readonly distribute: readonly PoolKeyDocument[];
  /** What each person gets first, before the rest is shared out. */
  readonly first?: Formula;
  /** What each person gets at least, and at most. */
  readonly floor?: Formula;
  readonly ceiling?: Formula;
  /** What becomes of what ceilings leave; needed with a ceiling. */
  readonly remainder?: (typeof poolRemainders)[number];
  /** The groups through which the fund goes down, the widest first. */
  readonly cascade?: readonly PoolLevelDocument[];
  /** Leave out people of whom something is not known; without it one of them keeps the pool from being shared out. */
  readonly missing?: 'leaveOut';
  readonly name?: string;
  readonly source?: string;
}

export const poolRemainders = ['redistribute', 'keep'] as const;

export const poolKeys = ['equally', 'salary', 'presence', 'award'] as const;
/** A key of a pool, with its part of the fund. */
export interface PoolKeyDocument {
  readonly by: (typeof poolKeys)[number] | Formula;
  readonly part?: Literal;
}

/** A level of the organisation: the column that names its groups, and what each gets where that is stated. */
export interface PoolLevelDocument {
  readonly to: string;
  readonly shares?: Readonly<Record<string, Literal>>;
}
