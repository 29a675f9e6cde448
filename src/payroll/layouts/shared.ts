import type { LayoutSetting, LineField } from '../layout.js';

/** One row for each employee, code and date: several systems keep only the last of two. */
export const ROW: readonly LineField[] = ['employeeId', 'payCode', 'payDate'];

/** Files without a column for the currency are read in that of the payroll, which must be told. */
export const ONE_CURRENCY: LayoutSetting = {
  description: 'The currency of the payroll: the file does not say it.',
  letters: 'letters',
  minLength: 3,
  maxLength: 3,
};
