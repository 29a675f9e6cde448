import type { Issue, TablePlace } from '../issue/issue.js';
import type { NotPaid } from './pay-side.js';

/**
 * What became of a line between two sides. `zero`: nothing on one side, and no line on the other, which is the same to the
 * cent. `twice`: both have it, the sums differ, and one side has more lines of it than the other.
 */
export const payStatuses = ['same', 'differs', 'twice', 'onlyBefore', 'onlyNow', 'zero'] as const;
export type PayStatus = (typeof payStatuses)[number];

/** What one side has of a person, code and currency. */
export interface PayOnSide {
  /** The sum of its lines. */
  readonly amount: string;
  readonly lines: number;
  /** Where the first of its lines stands, where it was read from a table. */
  readonly at?: TablePlace;
}

/** A person (and code) in a currency, on both sides. Money as decimal strings. */
export interface PayMatch {
  readonly id: string;
  readonly code?: string;
  readonly currency: string;
  readonly status: PayStatus;
  /** Absent where the side has no line. */
  readonly before?: PayOnSide;
  readonly now?: PayOnSide;
  /** now − before, a missing line counting as nothing. */
  readonly difference: string;
  /** Why a run on the side without a line pays nothing. */
  readonly why?: NotPaid['status'];
}

/** Lines and sum of a side. */
export interface PaySum {
  readonly lines: number;
  readonly people: number;
  readonly amount: string;
}

/** How the sum of a currency goes from one side to the other: before + moves = now, exactly. */
export interface PayBridge {
  readonly currency: string;
  readonly before: PaySum;
  readonly now: PaySum;
  readonly difference: string;
  readonly moves: readonly {
    readonly status: Exclude<PayStatus, 'same' | 'zero'>;
    /** How many persons and codes. */
    readonly matches: number;
    readonly amount: string;
  }[];
}

/** Two sides of pay, line by line. It is about amounts; `compare` tells why those of two runs differ. */
export interface PayReconciliation {
  /** Every amount is the same on both sides, to the cent. */
  readonly agrees: boolean;
  /** What lines are matched by, beside the currency: `id` alone sums what a person has under several codes. */
  readonly matchedBy: readonly ('id' | 'code')[];
  /** What differs, or is zero on one side and missing on the other; what is the same is only counted. */
  readonly matches: readonly PayMatch[];
  readonly counts: Readonly<Record<PayStatus, number>>;
  readonly bridges: readonly PayBridge[];
  /** People in a run without an amount, by why, on each side. */
  readonly notPaid: {
    readonly before: Readonly<Record<NotPaid['status'], number>>;
    readonly now: Readonly<Record<NotPaid['status'], number>>;
  };
  readonly issues: readonly Issue[];
}
