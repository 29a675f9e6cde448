/** The codes of accruals: part of the table of all codes. */
export const accrualCodes = {
  'accrual.key.unknown': [
    'error',
    'A key of the rules of an accrual is misspelt or does not exist; the nearest known one is suggested.',
  ],
  'accrual.key.missing': ['error', 'A key that is needed in the rules of an accrual is not there.'],
  'accrual.value.form': [
    'error',
    'A value in the rules of an accrual is not of the form that belongs there.',
  ],
  'accrual.account.form': ['error', 'An account or name has characters that cannot stand in a journal.'],
  'accrual.account.missing': ['error', 'There is no account for exchange differences.'],
  'accrual.share.range': ['error', 'A share earned falls, lies outside 0 % to 100 %, or is there twice.'],
  'accrual.share.missing': ['error', 'It is not said which share is earned by a closing day.'],
  'accrual.cost.range': [
    'error',
    'A rate of an on-cost lies outside 0 % to 100 %, or ends before it begins.',
  ],
  'accrual.cost.twice': ['error', 'Two rates of one on-cost are for the same people and day.'],
  'accrual.cost.ended': ['error', 'A rate of an on-cost has ended and none follows it.'],
  'accrual.cost.nobody': ['warning', 'A rate of an on-cost is for nobody who has an award.'],
  'accrual.run.none': ['error', 'There is no run to accrue.'],
  'accrual.run.part': [
    'error',
    'A run was limited to some people, holds differences, or nothing was calculated in it.',
  ],
  'accrual.run.order': ['error', 'Runs are not in the order of their as-of days, or two have the same.'],
  'accrual.run.differs': ['error', 'Runs are of other plans, periods or currencies than the first.'],
  'accrual.run.outside': [
    'error',
    'The as-of day of a run lies outside the days in which the cost is earned.',
  ],
  'accrual.run.draft': ['error', 'What was accrued is to be compared with a run that nobody was paid on.'],
  'accrual.person.withheld': ['error', 'The award of a person is withheld, so the cost is not known.'],
  'accrual.person.left-out': [
    'warning',
    'Nothing is accrued for somebody whose award is withheld, as asked for.',
  ],
  'accrual.person.gone': [
    'warning',
    'People of an earlier estimate are not in a later run; their liability is reversed.',
  ],
  'accrual.person.currency': [
    'warning',
    'The awards of people are in another currency than at the closing before.',
  ],
  'accrual.column.unknown': ['error', 'A column to group by does not exist, or is named twice.'],
  'accrual.column.blank': ['error', 'Somebody with an award has nothing in a column to group by.'],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
