/** From awards to what payroll imports. */
export type { ControlTotal, PayLine } from './pay-line.js';
export { payLineColumns } from './pay-line.js';
export {
  type MappedPayOptions,
  type PayableRun,
  type PayLineOptions,
  type PayRun,
  payLines,
} from './pay-lines.js';
export type { FlagSource, FromColumn, PayMap, SettingValue } from './pay-map.js';
