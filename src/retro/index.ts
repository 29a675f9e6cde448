/** Runs that were paid, what is still to be paid after a correction, and whose award moved. */
export { type Cause, causeText } from './cause.js';
export { correct } from './correct.js';
export type {
  Correction,
  CorrectionHeadcount,
  CorrectionReconciliation,
  CorrectionTotal,
  Difference,
  Held,
} from './correction.js';
export { fingerprintOf } from './fingerprint.js';
export type { Fingerprints, PlanFingerprint } from './fingerprints.js';
export { type Mover, movers } from './movers.js';
export { readRun, readStoredRun } from './read-stored-run.js';
export { type FingerprintedRun, type RunInputs, type StoredRun, storeRun } from './stored-run.js';
