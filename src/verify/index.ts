/** A stored result derived once more from its stored inputs, with everything that differs. */
export { fingerprintOf } from '../retro/fingerprint.js';
export type { FingerprintedFile, Fingerprints, PlanFingerprint } from '../retro/fingerprints.js';
export type { GivenInputs } from './fingerprint-checks.js';
export type {
  Check,
  CheckName,
  CheckNote,
  Difference as VerificationDifference,
  FieldDifference,
  FingerprintCheck,
  FingerprintOf,
  GivenCheck,
  Verification,
  VerifiedRun,
} from './verification.js';
export { verificationText } from './verification-text.js';
export { verify } from './verify.js';
export { type VerificationLanguage, verificationLanguages } from './words.js';
