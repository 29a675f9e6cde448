import * as z from 'zod';
import { day, field } from '../plan/fields.js';
import { fingerprintedFiles } from '../retro/fingerprints.js';
import { checkNames } from '../verify/verification.js';
import { count, fingerprint, head, issues, maybe, planId } from './result-fields.js';

const PRINT = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const AMOUNT = { field: 'amount', stored: '9000.00', derived: '8600.00' };

const run = z.strictObject({
  asOf: field(day, 'Day of the calculation.', '2027-01-31'),
  status: field(z.string(), 'draft or final.', 'final'),
  release: maybe(z.string(), 'The release of variable-pay that made it.', '0.1.0'),
  awards: field(count, 'How many awards it has.', 64),
  only: maybe(count, 'How many people it was limited to; absent where everybody was looked at.', 3),
  // As stored, whatever number somebody wrote there.
  follows: maybe(
    z.number(),
    'How many final runs its differences follow; absent where its awards are whole.',
    1,
  ),
  after: maybe(
    z.number(),
    'How many final runs were paid before: only the differences to them were paid.',
    1,
  ),
  fingerprint: maybe(
    fingerprint,
    'Fingerprint of the result as it is now, to compare with one that was kept apart.',
    PRINT,
  ),
});

const check = z.strictObject({
  of: field(z.enum(checkNames), 'What was looked at.', 'awards'),
  verdict: field(z.enum(['holds', 'differs', 'notVerified']), 'What came of it.', 'holds'),
  compared: field(count, 'How many fingerprints, awards, totals and so on were compared.', 64),
  note: maybe(
    z.enum([
      ...(['noFingerprints', 'noInputs', 'brokenInputs', 'differencesOnly'] as const),
      ...(['paidAfter', 'otherRelease', 'ownAwards', 'order'] as const),
    ]),
    'Why it was not verified, or against what; order: the same awards stand in another order.',
    'noFingerprints',
  ),
});

const fingerprintCheck = z.strictObject({
  of: field(z.enum(['plan', ...fingerprintedFiles, 'result']), 'What has the fingerprint.', 'people'),
  plan: z.exactOptional(planId),
  verdict: field(z.enum(['holds', 'differs']), 'Whether the data are what they were when stored.', 'holds'),
  stored: maybe(fingerprint, 'As stored; absent where the run states none for it.', PRINT),
  found: maybe(
    fingerprint,
    'Of the data as they are; absent where they are not there, or are no such data any more.',
    PRINT,
  ),
});

const givenCheck = z.strictObject({
  of: field(z.enum(['plan', ...fingerprintedFiles]), 'What was given.', 'people'),
  plan: z.exactOptional(planId),
  verdict: field(
    z.enum(['same', 'other', 'asStored', 'notInRun']),
    'asStored: fits the fingerprint stored with the run, while the input in the run was changed.',
    'same',
  ),
  fingerprint: field(fingerprint, 'Fingerprint of what was given.', PRINT),
});

const fieldDifference = z.strictObject({
  field: field(z.string(), 'Which value.', 'amount'),
  stored: maybe(z.string(), 'As the run has it; absent where it has none.', '9000.00'),
  derived: maybe(z.string(), 'As it comes out; absent where there is none.', '8600.00'),
});

const difference = z.strictObject({
  of: field(z.enum(['plan', 'award', 'total', 'headcount', 'exception', 'pool']), 'Of what.', 'award'),
  kind: field(
    z.enum(['changed', 'missing', 'extra']),
    'It comes out otherwise, is missing in the run, or should not be in it.',
    'changed',
  ),
  plan: z.exactOptional(planId),
  person: maybe(z.string(), 'Id of the person.', 'e-1001'),
  currency: maybe(z.string(), 'Currency of the sum.', 'USD'),
  fields: field(z.array(fieldDifference), 'Which values differ; empty for what is missing or extra.', [
    AMOUNT,
  ]),
});

/** A stored result verified, as the command writes it. */
export const verificationSchema = z.strictObject({
  ...head('verification'),
  holds: field(
    z.boolean(),
    'Every award was derived and came out as stored, and nothing else that could be looked at differs.',
    true,
  ),
  release: field(z.string(), 'The release of variable-pay that verified.', '0.1.0'),
  run: maybe(run, 'The run that was verified; absent where the data given are no run.', {
    ...{ asOf: '2027-01-31', status: 'final', release: '0.1.0', awards: 64, fingerprint: PRINT },
  }),
  checks: field(z.array(check), 'What was looked at and what could not be, each with what came of it.', [
    { of: 'awards', verdict: 'holds', compared: 64 },
  ]),
  fingerprints: field(
    z.array(fingerprintCheck),
    'Whether each input, and the result, is what it was when stored; empty for runs older than fingerprints.',
    [{ of: 'people', verdict: 'holds', stored: PRINT, found: PRINT }],
  ),
  given: field(z.array(givenCheck), 'Whether the inputs given beside are those the run was made on.', [
    { of: 'people', verdict: 'same', fingerprint: PRINT },
  ]),
  differences: field(z.array(difference), 'Everything that comes out otherwise than it is stored.', [
    { of: 'award', kind: 'changed', plan: 'annual', person: 'e-1001', fields: [AMOUNT] },
  ]),
  issues,
});
