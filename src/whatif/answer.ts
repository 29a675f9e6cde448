import type { Comparison } from '../compare/comparison.js';
import type { Issue } from '../issue/issue.js';
import type { Stage } from '../plan/formula.js';
import type { AwardStatus } from '../run/run.js';

/** Two amounts and what lies between them. Money as decimal strings; difference = now − before, exactly. */
export interface Move {
  readonly before: string;
  readonly now: string;
  readonly difference: string;
}

/** A line of awards that moved: what a goal, gate, modifier, limit or rounding brought or took. */
export interface LineMove extends Move {
  readonly stage: Stage;
  readonly name: string;
}

/** How a person fares. Of who is withheld before or now no difference is known. */
export const fates = [
  'wins',
  'loses',
  'unchanged',
  'withheldNow',
  'withheldBefore',
  'otherCurrency',
] as const;
export type Fate = (typeof fates)[number];

/** A person in a plan whose award moved. Its lines sum to the difference. */
export interface PersonMove {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly fate: Exclude<Fate, 'unchanged'>;
  readonly statusBefore: AwardStatus;
  readonly statusNow: AwardStatus;
  readonly currency?: string;
  /** Absent where no award is known. */
  readonly before?: string;
  readonly now?: string;
  readonly difference?: string;
  /** Why nothing is paid now, or why the award is withheld now. */
  readonly reasons: readonly string[];
  readonly lines: readonly LineMove[];
}

/** The changes of those whose awards are known before and now; the median of an even number is the mean of the two. */
export interface Spread {
  readonly lowest: string;
  readonly median: string;
  readonly highest: string;
}

/** Target, what of it is at risk, and that as a share of it (an exact ratio). */
export interface AtRiskOf {
  readonly target: string;
  readonly atRisk: string;
  readonly share?: string;
}

/** Sums of one plan in one currency. Its lines, and what is withheld, sum to the difference. */
export interface TotalMove extends Move {
  readonly plan: string;
  readonly currency: string;
  readonly people: Readonly<Record<Fate, number>>;
  /** Who moved most, and least; absent where no award is known twice. */
  readonly spread?: Spread;
  readonly lines: readonly LineMove[];
  /** Awards that are known only before or only now, or in another currency: what of the difference is theirs. */
  readonly otherwise: string;
  /** Where the plan states a target. */
  readonly atRiskBefore?: AtRiskOf;
  readonly atRiskNow?: AtRiskOf;
}

/** What a scenario comes to. Plain data. A refused one has issues and no figures. */
export interface ScenarioAnswer {
  readonly scenario: string;
  readonly refused: boolean;
  readonly totals: readonly TotalMove[];
  /** Everybody whose award moved, or who is withheld before or now, in the order of the run. */
  readonly people: readonly PersonMove[];
  /** What each changed input brought, where asked for: of everybody, summing to the differences. */
  readonly comparison?: Comparison;
  /** People without whom the totals now are, because their awards are withheld; `issues` say why. Absent where nobody is. */
  readonly withheld?: number;
  readonly issues: readonly Issue[];
}
