/** A cell of a sheet to be written: text, a number with its decimals, or a formula that gives one; absent: blank. */
export type SheetCell =
  | { readonly text: string }
  | { readonly number: string; readonly decimals: number }
  | { readonly formula: string; readonly decimals: number }
  | undefined;

/** A sheet of a workbook to be written, with a header that stays in sight. Plain data. */
export interface Sheet {
  readonly name: string;
  /** The width is in letters. */
  readonly columns: readonly { readonly name: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
}
