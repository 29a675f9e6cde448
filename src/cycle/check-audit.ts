import { isRecord } from '../data/table.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { anyText, both, type Form, listOf, objectWith, oneOf, that } from '../retro/form.js';
import { RELEASE } from '../retro/release.js';
import { isSame } from '../verify/compare-lists.js';
import { misfitsOf } from '../verify/loose-run.js';
import { type AuditFile, auditFile } from './audit-file.js';
import { checkReceipt } from './check-receipt.js';
import { receiptLanguages } from './receipt-words.js';

const sampleForm: Form = that(
  'everybody, or one of people, largest and every',
  (by) => by === 'everybody' || (isRecord(by) && Object.keys(by).length === 1 && isRule(by)),
);

function isRule({ people, largest, every }: Readonly<Record<string, unknown>>): boolean {
  if (people !== undefined) return Array.isArray(people) && people.every((id) => typeof id === 'string');
  return Number.isSafeInteger(largest ?? every);
}

/** As far as data must be an audit file to be made once more. */
const auditForm: Form = both(
  objectWith({ format: oneOf(['variable-pay/audit']) }),
  objectWith({
    language: oneOf(receiptLanguages),
    instructions: listOf(anyText),
    receipt: objectWith({}),
    sample: objectWith({ by: sampleForm, people: listOf(anyText) }),
    explanations: listOf(objectWith({})),
    run: objectWith({}),
  }),
);

/** Whether data say that they are an audit file. */
export function isAuditFile(json: unknown): json is { readonly run: unknown } {
  return isRecord(json) && json['format'] === 'variable-pay/audit';
}

/**
 * What speaks against an audit file beside its run, which `verify` looks at: its receipt, sample, explanations and
 * instructions are made once more from the run and compared. Explanations of another release are not, as it may word them
 * otherwise.
 *
 * Issues:   cycle.audit.*, cycle.receipt.*, cycle.run.*, cycle.sample.*
 * @example  checkAudit(JSON.parse(text)).length // 0
 */
export function checkAudit(json: unknown): Issue[] {
  const misfits = misfitsOf(json, auditForm);
  if (misfits.length > 0) return misfits.map(({ path, value, expected }) => noAudit(path, value, expected));
  // Every key that is read has its form, as was just looked at; the run and the receipt are looked at by who reads them.
  const given = json as AuditFile;
  const found = checkReceipt(given.receipt, given.run);
  if (found.length > 0) return found;
  const { sample, language, receipt } = given;
  const made = auditFile(given.run, { sample: sample.by, language, files: receipt.files });
  return made.ok ? differing(given, made.audit) : [...made.issues];
}

function differing(given: AuditFile, made: AuditFile): Issue[] {
  const isOwnRelease = given.run.release === RELEASE;
  const parts = ['formatVersion', 'instructions', 'sample'] as const;
  const ofParts = parts.filter((key) => !isSame(given[key], made[key]));
  const most = Math.max(given.explanations.length, made.explanations.length);
  const ofExplanations = Array.from({ length: isOwnRelease ? most : 0 }, (_, index) => index).filter(
    (index) => !isSame(given.explanations[index], made.explanations[index]),
  );
  return [
    ...ofParts.map((key) => differs([key])),
    ...ofExplanations.map((index) =>
      differs(['explanations', index], made.explanations[index]?.award.person),
    ),
  ];
}

function noAudit(path: Path, value: unknown, expected: string): Issue {
  return issue({
    code: 'cycle.audit.form',
    path,
    message:
      value === undefined ? 'Something is missing in the audit file' : `${quote(value)} does not belong here`,
    expected,
    hint: 'Give the audit.json that was written, unchanged',
  });
}

function differs(path: Path, person?: string): Issue {
  return issue({
    code: 'cycle.audit.differs',
    path,
    message: `This is not what the run gives${person === undefined ? '' : `: the explanation of ${quote(person)}`}`,
    expected: 'the part of the audit file as it was written',
    hint: 'Compare with a copy that was kept apart',
  });
}
