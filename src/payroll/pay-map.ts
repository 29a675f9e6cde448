import type { RoundingMode } from '../num/round.js';

/** A column of the people file, as it stands on the last day that counts for the award. */
export interface FromColumn {
  readonly column: string;
}

/** What a flag says: of every line, by plan, by pay code, or by a column of people. */
export type FlagSource =
  | string
  | FromColumn
  | { readonly plans: Readonly<Record<string, string>> }
  | { readonly codes: Readonly<Record<string, string>> };

/** A setting of a layout: one for all, or by legal employer or pay code where the layout says so. */
export type SettingValue = string | Readonly<Record<string, string>>;

/** How a run becomes pay: the payroll's own codes and ids, which are never guessed. */
export interface PayMap {
  readonly $schema?: string;
  /** The pay code: one for all plans, one for each, or for each by legal employer. */
  readonly codes: string | Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Where payroll knows people by another id than the people file. */
  readonly employeeId?: FromColumn;
  readonly legalEmployer?: string | FromColumn;
  readonly costCentre?: string | FromColumn;
  readonly offCycleReason?: string;
  readonly note?: string;
  readonly flags?: Readonly<Record<string, FlagSource>>;
  /** Pays all lines in one currency, at the rate of the pay date. */
  readonly convert?: { readonly to: string; readonly rounding: RoundingMode };
  /** Keeps lines of zero, which are left out otherwise. */
  readonly zeros?: 'keep';
  /** Lets negative lines through, which are refused otherwise. */
  readonly negatives?: 'allow';
  /** What the layout needs to know, such as a company code. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
}
