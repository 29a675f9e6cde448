import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { fileBytesFingerprint, fingerprintOf } from '../retro/fingerprint.js';
import { anyText, count, type Form, listOf, objectWith, oneOf, that } from '../retro/form.js';
import { isMoney } from '../retro/run-form.js';
import type { StoredRun } from '../retro/stored-run.js';
import { isSame } from '../verify/compare-lists.js';
import { misfitsOf } from '../verify/loose-run.js';
import { type PayFileGiven, type Receipt, receiptNaming } from './receipt.js';

/** As far as a receipt must be one to be compared with another made anew. */
const receiptForm: Form = objectWith({
  format: oneOf(['variable-pay/receipt']),
  fingerprint: anyText,
  files: listOf(
    objectWith({
      layout: anyText,
      name: anyText,
      fingerprint: anyText,
      controls: listOf(objectWith({ currency: anyText, lines: count, amount: that('an amount', isMoney) })),
    }),
  ),
});

/**
 * What speaks against a receipt: that it was changed, says something else than the run, or names files that are others.
 * A receipt that was made anew for a changed run fits that run: compare its fingerprint with one that was kept apart.
 *
 * Issues:   cycle.receipt.*, cycle.run.*
 * @example  checkReceipt(JSON.parse(text), run).length // 0: it is the receipt of this run
 */
export function checkReceipt(
  receipt: unknown,
  run: StoredRun,
  files: readonly Pick<PayFileGiven, 'name' | 'content'>[] = [],
): Issue[] {
  const misfits = misfitsOf(receipt, receiptForm);
  if (misfits.length > 0) return misfits.map(({ path, value, expected }) => noReceipt(path, value, expected));
  // Every key that is read has its form, as was just looked at.
  const given = receipt as Receipt;
  const made = receiptNaming(run, given.files);
  if (!made.ok) return [...made.issues];
  return [
    ...(isUnchanged(given) ? [] : [changed()]),
    ...differingKeys(given, made.receipt).map(differs),
    ...files.flatMap((file) => fileFaults(file, given)),
  ];
}

function isUnchanged({ fingerprint, ...rest }: Receipt): boolean {
  try {
    return fingerprintOf(rest) === fingerprint;
  } catch (error) {
    // Nested deeper than any receipt.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function differingKeys(given: Receipt, made: Receipt): string[] {
  const [left, right] = [given, made] as unknown as Readonly<Record<string, unknown>>[];
  const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})])];
  return keys.filter((key) => key !== 'fingerprint' && !isSame(left?.[key], right?.[key]));
}

function fileFaults(file: Pick<PayFileGiven, 'name' | 'content'>, { files }: Receipt): Issue[] {
  const named = files.find(({ name }) => name === file.name);
  const isSameFile = named?.fingerprint === fileBytesFingerprint(file.content);
  return isSameFile ? [] : [otherFile(file.name, named === undefined)];
}

function noReceipt(path: Path, value: unknown, expected: string): Issue {
  return issue({
    code: 'cycle.receipt.form',
    path,
    message: value === undefined ? 'This is not a receipt' : `${quote(value)} does not belong into a receipt`,
    expected,
    hint: 'Give the receipt.json that was written, unchanged',
  });
}

function changed(): Issue {
  return issue({
    code: 'cycle.receipt.fingerprint',
    path: ['fingerprint'],
    message: 'The receipt was changed after it was made',
    expected: 'a receipt that has its own fingerprint',
    hint: 'Compare it with a copy that was kept apart',
  });
}

function differs(key: string): Issue {
  return issue({
    code: 'cycle.receipt.differs',
    path: [key],
    message: `The receipt says something else of ${quote(key)} than the run gives`,
    expected: 'the receipt of this run',
    hint: 'Find out which of the two was changed: compare with copies that were kept apart',
  });
}

function otherFile(name: string, isUnknown: boolean): Issue {
  return issue({
    code: 'cycle.receipt.file',
    path: ['files'],
    at: { file: name },
    message: isUnknown
      ? 'The receipt names no file of this name'
      : 'This file is not the one the receipt was made for',
    expected: 'the file as it was written with the receipt',
    hint: 'Do not import it before you know why: compare with a copy that was kept apart',
  });
}
