import type { Fingerprints } from '../retro/fingerprints.js';
import type { Attribution, NoAttribution } from '../risk/attribution.js';
import type { AtRisk } from '../risk/declared.js';
import type { Outcome } from '../risk/outcome.js';
import type { Award, Run } from '../run/run.js';

/** Languages explanations are written in. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Raised by one when a reader of explanations would misread newer ones. */
export const FORMAT_VERSION = 1;

/**
 * Why an award is what it is: what was at stake, what each part brought, every step, and what would have changed it. Plain
 * JSON data with a published schema; money as decimal strings; nobody else's figures.
 */
export interface Explanation {
  readonly format: 'variable-pay/explanation';
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Of the texts in it; numbers for machines are the same in every language. */
  readonly language: Language;
  /** The release of variable-pay that explains. */
  readonly release: string;
  readonly run: Pick<Run, 'status' | 'asOf'> & {
    /** Of the stored run's inputs, plans and result: what the explanation was made on. */
    readonly fingerprints?: Fingerprints;
  };
  /** Title of the plan. */
  readonly title?: string;
  /** The award, with its parts, its stretches of days and every step. */
  readonly award: Award;
  /** Where the award was decided: what is at risk, one point more, what is next and what inputs brought are of the formula. */
  readonly riskOf?: 'formula';
  /** Absent where nothing was evaluated: who takes no part, or is withheld. */
  readonly risk?: AtRisk;
  /** Absent where the plan states no target. */
  readonly outcome?: Outcome;
  readonly goals: readonly GoalExplained[];
  /** What one more point of each metric would have added to the award. */
  readonly onePoint: readonly OnePoint[];
  /** What is still to be reached. */
  readonly next: readonly NextThreshold[];
  /** On request: what each input brought, whatever the order. */
  readonly attribution?: Attribution | NoAttribution;
}

/** A goal in one line: what was read of it and what that pays, in the words of the language. */
export interface GoalExplained {
  readonly name: string;
  readonly source?: string;
  /** What counted, such as `98.7%`; of several stretches of days each. */
  readonly counted: string;
  /** What it pays, such as `96.75%`. */
  readonly pays: string;
}

/** What the award would have been with one point more of a metric (one point less where lower is better). */
export interface OnePoint {
  readonly metric: string;
  readonly title: string;
  /** The size of the point, in words. */
  readonly point: string;
  /** What it would have added; absent where the award could not be calculated then. */
  readonly adds?: string;
}

/** The next point of a curve, or the bound of a closed gate. */
export interface NextThreshold {
  /** The goal or gate. */
  readonly name: string;
  readonly source?: string;
  /** What was read. */
  readonly now: string;
  /** What must be read to get there, in the unit of what was read. */
  readonly at: string;
  /** What is paid there; absent for a gate. */
  readonly pays?: string;
}
