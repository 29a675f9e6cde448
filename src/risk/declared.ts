/** What a plan declares to be at risk for a person, for the days that count. Plain data: money as decimal strings. */
export interface AtRisk {
  /** Award at target; absent where the plan states none. */
  readonly target?: string;
  /** The part of target that is paid anyway, or the floor under the whole. */
  readonly safe?: string;
  /** The rest of target, which can be lost or multiplied. */
  readonly atRisk?: string;
  /** How the plan states the safe part, and what it survives. */
  readonly safePart?: SafePart;
  /** Base pay put at risk: what is given up of salary, and what is paid for it at target. */
  readonly basePay?: { readonly givenUp: string; readonly atTarget: string };
  /** What of the part at risk hangs on each goal; they sum to it. */
  readonly goals: readonly GoalAtRisk[];
  readonly gates: readonly GateAtRisk[];
  /** No award is lower, or higher, whatever is measured; `exact` where some results reach it. */
  readonly minimum?: Bound;
  readonly maximum?: Bound;
  /** Base pay and target together, and what part of that is at risk. */
  readonly totalPay?: { readonly base: string; readonly atTarget: string; readonly atRiskShare: string };
  /** (maximum − target) ÷ (target − minimum), and maximum ÷ target. */
  readonly leverage?: string;
  readonly maximumOfTarget?: string;
  /** Whether the award can be nothing; absent where that cannot be told. */
  readonly canBeZero?: boolean;
  /** Why it cannot. */
  readonly cannotBeZero: readonly NotZero[];
  /** What does not apply to the award, and why. */
  readonly absent: readonly Absent[];
}

export interface SafePart {
  readonly stated: 'paidAnyway' | 'atLeast';
  readonly share: string;
  readonly survivesClosedGate: boolean;
  readonly survivesLeaving: boolean;
}

/** What of the part at risk hangs on a goal; without a name what no goal that counts has. */
export interface GoalAtRisk {
  readonly name: string;
  readonly source?: string;
  readonly amount: string;
}

/** What a gate takes, of an award at target, when it is closed. */
export interface GateAtRisk {
  readonly name: string;
  readonly source?: string;
  readonly holds: string;
  /** The goals it closes; absent where it closes everything. */
  readonly closes?: readonly string[];
}

export interface Bound {
  readonly amount: string;
  readonly exact: boolean;
}

const notZeroCodes = ['safePart', 'safeFloor', 'awardFloor', 'guarantee', 'atTarget', 'results'] as const;
/** Why an award cannot be nothing: the safe part, a floor, a guarantee, pay at target, or goals that always pay something. */
export type NotZero = (typeof notZeroCodes)[number];

const absentCodes = [
  'noTarget',
  'noCap',
  'formula',
  'noSalary',
  'noDownside',
  'noUpside',
  'notKnown',
] as const;
/** A term that does not apply: the plan has no target, nothing caps the award, a formula states it as a whole, … */
export interface Absent {
  readonly term: AbsentTerm;
  readonly why: AbsentWhy;
}
export type AbsentTerm = 'target' | 'goals' | 'minimum' | 'maximum' | 'totalPay' | 'leverage' | 'canBeZero';
export type AbsentWhy = (typeof absentCodes)[number];
