/** The codes of pay lines and pay files: part of the table of all codes. */
export const payrollCodes = {
  'payroll.date.form': ['error', 'The pay date does not exist; no pay file is made.'],
  'payroll.code.form': ['error', 'The pay code is empty or has characters a pay file cannot carry.'],
  'payroll.award.not-final': ['warning', 'Pay lines rest on actuals that are not final.'],
  'payroll.line.negative': ['error', 'An award is negative and negative lines were not asked for.'],
  'payroll.run.whole': [
    'error',
    'Whole awards of a run that follows final runs would be paid instead of the differences.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
