/** From awards to what payroll imports: lines, and the files of payroll systems. */
export type {
  DateForm,
  Layout,
  LayoutColumn,
  LayoutFile,
  LayoutSection,
  LayoutSetting,
  LineField,
  PayEncoding,
} from './layout.js';
export { payLayout, payLayouts } from './layouts/layouts.js';
export { parsePayLayout } from './parse-layout.js';
export { parsePayMap } from './parse-pay-map.js';
export { type PayFile, type PayFiles, type PayFilesOptions, payFiles, renderPay } from './pay-files.js';
export { type ControlTotal, type PayLine, payLineColumns } from './pay-line.js';
export {
  type MappedPayOptions,
  type PayableRun,
  type PayLineOptions,
  type PayRun,
  payLines,
} from './pay-lines.js';
export type { FlagSource, FromColumn, PayMap, SettingValue } from './pay-map.js';
