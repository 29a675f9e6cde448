/** The codes of what is found in customer data and in the document that says what to count of it. */
export const sourceCodes = {
  'sources.key.unknown': [
    'error',
    'A key of a sources document is misspelt or does not exist; the nearest known one is suggested.',
  ],
  'sources.key.missing': ['error', 'A key that is needed in a sources document is not there.'],
  'sources.value.form': ['error', 'A value of a sources document is not of the form that belongs there.'],
  'sources.shape.form': [
    'error',
    'A source says what its shape of data does not have, or lacks what it needs.',
  ],
  'sources.columns.form': [
    'error',
    'A column that a source needs is not named, or one is named that it does not have.',
  ],
  'sources.scale.form': ['error', 'A scale is missing, needless, or not of whole numbers in order.'],
  'sources.dates.form': ['error', 'The days that count have no column, no order or no beginning.'],
  'sources.file.outside': ['error', 'A file does not lie in the folder of the sources document or below it.'],
  'sources.table.missing': ['error', 'A table that a source names is not there; nothing is counted of it.'],
  'sources.column.missing': [
    'error',
    'A column that a source names does not exist; the nearest is suggested and nothing is counted.',
  ],
  'sources.header.rows': ['error', 'A row that belongs to the header looks like data; nothing is counted.'],
  'sources.rows.none': ['warning', 'Nothing of a source counts.'],
  'sources.rows.outside': ['warning', 'Rows are of days that do not count.'],
  'sources.rows.left-out': ['warning', 'Rows that cannot be read are left out, as the source declares.'],
  'sources.row.form': ['error', 'A row is not a record.'],
  'sources.row.duplicate': ['warning', 'A row stands more than once, the same each time; it counts once.'],
  'sources.row.twice': [
    'error',
    'Rows are the same and have no id, so two movements may be one exported twice; none counts.',
  ],
  'sources.id.form': [
    'error',
    'A row has no id or names no customer, or the id lost digits before it could be read.',
  ],
  'sources.id.twice': ['error', 'Rows of one id contradict each other; none counts.'],
  'sources.score.form': ['error', 'A score is blank, not a whole number, or not on the scale.'],
  'sources.amount.form': [
    'error',
    'An amount cannot be read, could mean two things, or has a sign that cannot be.',
  ],
  'sources.day.form': ['error', 'A day is missing where it decides what counts, or does not exist.'],
  'sources.kind.unknown': ['error', 'A kind of movement is not known.'],
  'sources.customer.below-zero': ['error', 'Movements take a customer below zero.'],
  'sources.customer.lost': ['error', 'A customer is lost twice, or comes without having been lost.'],
  'sources.customer.groups': ['error', 'The movements of a customer name several groups.'],
  'sources.group.missing': ['warning', 'Rows name no group; they count for the company only.'],
  'sources.group.unused': ['warning', 'A group that the sources document names stands in no row.'],
  'sources.invited.below': [
    'error',
    'More answered than surveys were sent; the value is not used until that is corrected.',
  ],
  'sources.value.unknown': [
    'error',
    'A value is not known, because rows that belong to it cannot be read; whoever needs it is withheld.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
