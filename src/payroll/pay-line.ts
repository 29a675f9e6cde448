import type { Day } from '../time/day.js';

/** One canonical line of pay: what a payroll system needs to pay one award. All fields are text. */
export interface PayLine {
  /**
   * Stable: the same award, code and date give the same id, so that importing twice pays once, also after the cost
   * centre, the payroll's own id or the amount became another. Differences to one final run end in `:2`, to two in
   * `:3`: on the same day they are lines of their own.
   */
  readonly lineId: string;
  /** The id payroll knows: that of the people file, unless the pay map names a column. */
  readonly employeeId: string;
  readonly payCode: string;
  readonly amount: string;
  readonly currency: string;
  readonly payDate: Day;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly planId: string;
  readonly planVersion: string;
  /** Who pays. */
  readonly legalEmployer?: string;
  readonly costCentre?: string;
  /** Why it is paid outside of the usual payroll. */
  readonly offCycleReason?: string;
  readonly note?: string;
  /** The amount before it was converted, its currency, and the exact rate; absent where nothing was. */
  readonly originalAmount?: string;
  readonly originalCurrency?: string;
  readonly rate?: string;
  /** What payroll is told beside, such as whether it counts for the pension: passed through, never read. */
  readonly flags?: Readonly<Record<string, string>>;
}

/** The columns of the pay file that `calculate` writes, in order. */
export const payLineColumns = [
  'lineId',
  'employeeId',
  'payCode',
  'amount',
  'currency',
  'payDate',
  'periodStart',
  'periodEnd',
  'planId',
  'planVersion',
] as const satisfies readonly (keyof PayLine)[];

/** Count and sum of the lines of a currency: must equal what payroll says it imported. */
export interface ControlTotal {
  readonly currency: string;
  readonly lines: number;
  readonly amount: string;
}

/** Zero, however many decimals it has. */
export function isZero(amount: string): boolean {
  return /^-?[0.]+$/.test(amount);
}
