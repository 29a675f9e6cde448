/** The cost of awards recognised period by period, and its journal. */
export type {
  Accrual,
  AccrualClosing,
  AccrualControl,
  AccrualLine,
  AccrualTotal,
  AccrueOptions,
  GroupValues,
  JournalLine,
  PaidComparison,
  ReportedAmounts,
} from './accrual.js';
export { accrue } from './accrue.js';
export type { Withheld } from './check-people.js';
export type { AccrualDocument, CostAccounts, EarnedRule, OnCostDocument, SharePoint } from './document.js';
export { parseAccrualRules } from './parse-rules.js';
