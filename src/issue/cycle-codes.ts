/** The codes of receipts, reconciliations, audit files and pseudonyms: part of the table of all codes. */
export const cycleCodes = {
  'cycle.run.form': ['error', 'Data given for a receipt, an audit file or pseudonyms are no stored run.'],
  'cycle.run.differences': [
    'error',
    'A run holds differences to what was paid, which its inputs alone do not give.',
  ],
  'cycle.run.changed': [
    'error',
    'A run is not what its own fingerprints say, so that a receipt would vouch for what nobody calculated.',
  ],
  'cycle.receipt.form': ['error', 'A receipt is not as it was written.'],
  'cycle.receipt.fingerprint': ['error', 'A receipt was changed after it was made.'],
  'cycle.receipt.differs': ['error', 'A receipt says something else than the run it is shown with.'],
  'cycle.receipt.file': ['error', 'A file is not the one that a receipt names.'],
  'cycle.table.none': ['error', 'A table of pay has no lines.'],
  'cycle.table.column': ['error', 'A table of pay lacks a column that is needed.'],
  'cycle.row.form': ['error', 'A row of pay is not a record.'],
  'cycle.row.id': ['error', 'A row of pay has no id, or one that lost digits; nothing is reconciled.'],
  'cycle.row.amount': ['error', 'A row of pay has no amount, or one that cannot be read exactly.'],
  'cycle.row.currency': ['error', 'A row of pay has no currency, or one that is not in ISO 4217.'],
  'cycle.line.form': ['error', 'A line of pay has no id, no amount or no currency; nothing is reconciled.'],
  'cycle.line.twice': ['warning', 'A side has a line of pay more than once; the lines were summed.'],
  'cycle.run.after': [
    'warning',
    'A run of whole awards was paid by differences only, and stands beside pay files.',
  ],
  'cycle.sample.count': ['error', 'A sample is not a whole number of people from 1 on.'],
  'cycle.sample.person': ['error', 'Somebody in a sample is not in the run, or the sample is empty.'],
  'cycle.audit.form': ['error', 'Data are no audit file as it was written.'],
  'cycle.audit.differs': ['error', 'A part of an audit file is not what its run gives.'],
  'cycle.audit.file': ['error', 'A table beside an audit file is not what the audit file gives.'],
  'cycle.folder.used': [
    'error',
    'A folder for an audit file is not empty, and what is in it would be taken for part of it.',
  ],
  'cycle.key.form': ['error', 'The key of pseudonyms is shorter than 32 bytes.'],
  'cycle.keep.unknown': ['error', 'A column to keep is one that no person has.'],
  'cycle.pseudonyms.plan': ['error', 'A plan itself names a person, whom pseudonyms would not hide.'],
  'cycle.pseudonyms.left': ['error', 'A column to keep names a person within a longer text.'],
  'cycle.pseudonyms.differs': [
    'error',
    'The awards come out otherwise with pseudonyms, or than the run states; nothing is exported.',
  ],
  'cycle.group.small': [
    'warning',
    'Fewer than three people share a value of a column, and may be known by it.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
