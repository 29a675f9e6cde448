/** Proof of a run: receipts, pay reconciled line by line, audit files, and exports in which nobody is named. */
export { type AuditFile, type AuditOptions, auditFile } from './audit-file.js';
export { checkAudit, isAuditFile } from './check-audit.js';
export { checkReceipt } from './check-receipt.js';
export {
  joined,
  type NotPaid,
  type PayAmount,
  type PayGiven,
  type PaySide,
} from './pay-side.js';
export { canonicalColumns, type PayColumns, type PayTableOptions, readPayTable } from './pay-table.js';
export { type PseudonymisedRun, type PseudonymOptions, pseudonymise } from './pseudonymise.js';
export {
  type DecisionReceipt,
  type IssueCount,
  type PayFileGiven,
  type PayFileReceipt,
  type Receipt,
  receiptOf,
} from './receipt.js';
export { receiptText } from './receipt-text.js';
export { type ReceiptLanguage, receiptLanguages } from './receipt-words.js';
export { reconcilePay } from './reconcile-pay.js';
export {
  type PayBridge,
  type PayMatch,
  type PayOnSide,
  type PayReconciliation,
  type PayStatus,
  type PaySum,
  payStatuses,
} from './reconciliation.js';
export { type Sample, sampled } from './sample.js';
