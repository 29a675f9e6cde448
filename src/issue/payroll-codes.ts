/** The codes of pay lines and pay files: part of the table of all codes. */
export const payrollCodes = {
  'payroll.date.form': ['error', 'The pay date does not exist; no pay file is made.'],
  'payroll.code.form': ['error', 'The pay code is missing or has characters a pay file cannot carry.'],
  'payroll.code.unknown': ['error', 'The payroll system knows no pay code of this name.'],
  'payroll.award.not-final': ['warning', 'Pay lines rest on actuals that are not final.'],
  'payroll.award.withheld': ['warning', 'People are withheld in the run, so no pay file pays them.'],
  'payroll.line.negative': [
    'error',
    'An award is negative and negative lines were not asked for, or the layout takes none.',
  ],
  'payroll.line.zero': [
    'error',
    'A line of zero would stand in a layout that takes none, or an amount would be converted to zero.',
  ],
  'payroll.line.twice': [
    'error',
    'Two lines have one line id, or payroll would take two lines for one and keep only the last.',
  ],
  'payroll.lines.none': ['warning', 'Nobody is to be paid, so there is no pay file.'],
  'payroll.run.whole': [
    'error',
    'Whole awards of a run that follows final runs would be paid instead of the differences.',
  ],
  'payroll.run.draft': ['error', 'The run is a draft, and drafts may change after they were paid.'],
  'payroll.person.missing': ['error', 'Somebody to be paid is not among the people of the run.'],
  'payroll.person.column': [
    'error',
    'A column of people that payroll needs is missing, blank or says two things about somebody.',
  ],
  'payroll.employee.twice': ['error', 'Two people have one id in payroll, so one would be paid for both.'],
  'payroll.line.mixed': [
    'error',
    'Awards that are paid as one line, or lines that are one row of a file, differ in what it says of them.',
  ],
  'payroll.currency.mixed': ['error', 'A pay file would hold another currency than its own.'],
  'payroll.file.same': ['error', 'Two pay files would have one name.'],
  'payroll.setting.missing': ['error', 'A layout needs a setting that the pay map does not give.'],
  'payroll.setting.unknown': ['error', 'A layout has no setting of this name.'],
  'payroll.setting.form': ['error', 'A setting of a layout cannot be as written.'],
  'payroll.cell.missing': ['error', 'A field that the layout needs is empty.'],
  'payroll.cell.form': ['error', 'A field has characters or an amount that the layout cannot carry.'],
  'payroll.cell.length': ['error', 'A field is too long or too short for the layout; nothing is cut.'],
  'payroll.cell.encoding': ['error', 'A field has a letter that the encoding of the file does not have.'],
  'payroll.cell.formula': ['error', 'A text begins as a formula does, which a spreadsheet would run.'],
  'payroll.control.failed': [
    'error',
    'A pay file, read again from its bytes, does not hold what the run pays: a fault of this library.',
  ],
  'payroll.key.unknown': ['error', 'A key of a pay map or layout is misspelt or does not exist.'],
  'payroll.key.missing': ['error', 'A key that a pay map or layout needs is not there.'],
  'payroll.value.form': ['error', 'A value of a pay map or layout cannot be as written.'],
  'payroll.layout.form': ['error', 'A layout contradicts itself, such as a column that names no field.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
