/** From awards to what payroll imports. */
export {
  type ControlTotal,
  type PayLine,
  type PayLineOptions,
  type PayRun,
  payLineColumns,
  payLines,
} from './pay-lines.js';
