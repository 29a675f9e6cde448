/** What managers decide on: worksheets of a stored run. They come back through `parseDecisions` of `variable-pay/data`. */
export type { Sheet, SheetCell } from '../data/sheet.js';
export type { DecisionBudget } from '../run/decider.js';
export type { Worksheet, WorksheetRow } from './worksheet.js';
export { worksheetRows, worksheetSheets } from './worksheet-sheets.js';
export { type WorksheetOptions, type Worksheets, worksheets } from './worksheets.js';
