/** The codes of what is found in people, actuals and the other files: part of the table of all codes. */
export const dataCodes = {
  'people.none': ['error', 'There are no people.'],
  'people.row.form': ['error', 'A row is not a record.'],
  'people.column.missing': [
    'error',
    'A column that is needed does not exist or is empty in every row; the nearest is suggested.',
  ],
  'people.id.missing': ['error', 'A row has no id; it is withheld.'],
  'people.id.form': [
    'error',
    'An id lost digits before it could be read, or is an error of a spreadsheet; the row is withheld.',
  ],
  'people.column.near': ['warning', 'A column is nearly called like one with a meaning of its own.'],
  'people.id.duplicate': [
    'error',
    'Several rows have one id and contradict each other; the person is withheld.',
  ],
  'people.date.form': ['error', 'A day does not exist; the person is withheld.'],
  'people.date.order': ['error', 'An end lies before its beginning; the person is withheld.'],
  'people.assignment.gap': [
    'warning',
    'Between two assignments of a person are days that nothing is paid for.',
  ],
  'people.assignment.overlap': [
    'error',
    'Two assignments of a person cover the same days; the person is withheld.',
  ],
  'people.left.missing': ['error', 'A reason of leaving has no day of leaving; the person is withheld.'],
  'people.share.form': [
    'error',
    'A share is not a number above 0 % and up to 100 %; the person is withheld.',
  ],
  'people.share.above': [
    'error',
    'The shares of assignments at once are more than 100 % on some day; the person is withheld.',
  ],
  'people.share.below': [
    'warning',
    'The shares of assignments at once are less than 100 % on some day: the rest is not paid for.',
  ],
  'people.plans.beside': [
    'warning',
    'An assignment without an end goes on beside a later one in other plans.',
  ],
  'people.plans.unknown': [
    'warning',
    'People are assigned to a plan whose id is nearly that of a plan given.',
  ],
  'people.field.missing': ['error', 'A field that the plan reads is empty; the person is withheld.'],
  'people.field.number': ['error', 'A field that the plan reads is not a number; the person is withheld.'],
  'people.field.yes-no': ['error', 'A cell is neither yes nor no; the person is withheld.'],
  'people.field.percent': [
    'error',
    'A bare number stands where a percentage belongs: 10 would be 1000 %; the person is withheld.',
  ],
  'people.field.negative': [
    'error',
    'Pay is negative, or hours or payments a year cannot be as written; the person is withheld.',
  ],
  'people.salary.is': [
    'error',
    'Somebody works part of the hours, and the salary is not said to be for full time or as paid; the person is withheld.',
  ],
  'people.currency.missing': ['error', 'Pay has no currency; the person is withheld.'],
  'people.currency.unknown': ['error', 'A currency is not in ISO 4217; the person is withheld.'],

  'actuals.row.form': ['error', 'A row is not a record.'],
  'actuals.row.duplicate': ['error', 'Several rows give one metric, group and day; none is used.'],
  'actuals.column.unknown': ['warning', 'A column of the actuals has no meaning and is not read.'],
  'actuals.metric.name': ['error', 'A row does not name its metric.'],
  'actuals.metric.unknown': ['warning', 'A row names a metric that no plan has.'],
  'actuals.metric.missing': ['error', 'A metric that is needed has no value; whoever needs it is withheld.'],
  'actuals.metric.not-yet': [
    'error',
    'A metric that is needed was measured after the as-of date; whoever needs it is withheld.',
  ],
  'actuals.counts.sum': ['error', 'Counts of a row cannot all be right; the score is not used.'],
  'actuals.counts.value': ['error', 'A value is not what the counts beside it give; the score is not used.'],
  'actuals.counts.kind': [
    'error',
    'A metric is not counted by the columns of its row; the score is not used.',
  ],
  'actuals.counts.missing': [
    'error',
    'A count that a sample rule needs is blank; whoever needs the score is withheld.',
  ],
  'actuals.responses.missing': [
    'error',
    'A row does not say on how many responses a score rests, and the plan has a rule for it; whoever needs it is withheld.',
  ],
  'actuals.responses.none': ['error', 'Nobody responded, so that there is no score.'],
  'actuals.responses.few': [
    'error',
    'A score rests on too few responses, or is flagged, and the plan says nothing else; whoever needs it is withheld.',
  ],
  'scores.confidence.level': ['error', 'Intervals are not shown at this confidence.'],
  'scores.level.unknown': ['error', 'Which wider group a group belongs to is not known: only people say it.'],
  'actuals.group.unknown': ['warning', 'A value is for a group nobody belongs to.'],
  'actuals.period.unknown': ['warning', 'A value is for a part of the period that no plan names.'],
  'actuals.group.level': [
    'warning',
    'A value has a group where its metric has none, or none where it needs one; it is not used.',
  ],
  'actuals.value.missing': ['error', 'A row has no value; it is not used.'],
  'actuals.value.number': ['error', 'A value is not a number; it is not used.'],
  'actuals.value.percent': [
    'error',
    'A bare number stands where a percentage belongs, or a percentage where it does not; it is not used.',
  ],
  'actuals.value.range': ['error', 'A value lies outside what its kind can be; it is not used.'],
  'actuals.currency.differs': ['error', 'A value is in another currency than its metric; it is not used.'],
  'actuals.status.unknown': ['error', 'A row is not forecast, provisional or final; it is not used.'],
  'actuals.date.form': ['error', 'A day does not exist; the value is not used.'],
  'actuals.responses.count': [
    'error',
    'A number of responses is negative or not whole; the value is not used.',
  ],
  'actuals.target.missing': [
    'error',
    'A metric has no target in the plan and none in the actuals; whoever needs it is withheld.',
  ],
  'actuals.target.twice': ['error', 'A target stands both in the plan and in the actuals, and they differ.'],

  'rows.none': ['warning', 'A file of leave, earnings, exceptions or changes has no rows.'],
  'rows.record.form': ['error', 'A row is not a record.'],
  'rows.column.unknown': [
    'warning',
    'A column has no meaning, or is one that no row of the people has; the nearest is suggested.',
  ],
  'rows.row.duplicate': ['error', 'Two rows are the same, as after a double export; the person is withheld.'],
  'rows.id.missing': ['error', 'A row has no id and belongs to nobody; it is not used.'],
  'rows.id.unknown': ['warning', 'A row is for an id that is not among the people; it is not used.'],
  'rows.cell.missing': ['error', 'A cell that is needed is blank; the person is withheld.'],
  'rows.cell.option': ['error', 'A word is not one of those that belong there; the person is withheld.'],
  'rows.date.form': ['error', 'A day does not exist; the person is withheld.'],
  'rows.date.order': ['error', 'An end lies before its beginning; the person is withheld.'],
  'rows.number.form': [
    'error',
    'A number cannot be read, could mean two things, or has or lacks a percent sign; the person is withheld.',
  ],
  'rows.currency.unknown': ['error', 'A currency is not in ISO 4217; the person is withheld.'],
  'earnings.code.unknown': ['warning', 'A plan counts pay of a code that no row of the earnings has.'],
  'earnings.days.missing': [
    'warning',
    'People were employed on days that no row of the pay that counts covers.',
  ],
  'earnings.outside': [
    'warning',
    'Pay was earned on days before the hire or after leaving, which do not count.',
  ],
  'leave.overlap': ['error', 'Two leaves of a person are on the same days; the person is withheld.'],
  'exceptions.value.range': [
    'error',
    'The value of an exception is negative, or a share above 100 %; the person is withheld.',
  ],
  'exceptions.overlap': [
    'error',
    'Two exceptions of a person set the same thing on the same days; the person is withheld.',
  ],
  'changes.person.unknown': [
    'error',
    'A change is for an id that is not among the people, and has no day of hire; the person is withheld.',
  ],
  'changes.from.missing': ['error', 'A change does not say from which day; the person is withheld.'],
  'changes.from.outside': [
    'error',
    'A change begins on a day without an assignment or employment; the person is withheld.',
  ],
  'changes.from.several': [
    'error',
    'A change begins on a day of several assignments and does not say which; the person is withheld.',
  ],
  'changes.column.refused': [
    'error',
    'A change has a column that changes cannot have, such as to; the person is withheld.',
  ],
  'changes.row.differ': [
    'error',
    'Two changes of one day give a column different values; the person is withheld.',
  ],
  'changes.row.later': ['warning', 'A later row of the people says otherwise, so the change ends there.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
