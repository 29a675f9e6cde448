/** The codes of what is found in counts, scores and customers behind a metric: part of the table of all codes. */
export const metricCodes = {
  'metrics.input.form': ['error', 'What is given is not an object, or not a list, where one belongs.'],
  'metrics.key.unknown': [
    'error',
    'A key is misspelt or does not exist; the nearest known one is suggested.',
  ],
  'metrics.value.missing': ['error', 'A value that is needed is not there.'],
  'metrics.value.number': ['error', 'A value is not a number that can be read exactly.'],
  'metrics.value.range': [
    'error',
    'A number lies outside what its place allows, such as a share above 100 %.',
  ],
  'metrics.value.option': ['error', 'A word is not one of those that belong there.'],
  'metrics.count.whole': ['error', 'A count of answers or customers is negative or not whole.'],
  'metrics.counts.sum': [
    'error',
    'Counts do not add up: parts are more than the whole, or not what is said to be their sum.',
  ],
  'metrics.responses.none': ['error', 'Nobody answered, so there is no score.'],
  'metrics.score.scale': ['error', 'An answer is not a point of the scale, such as an 11 for an NPS.'],
  'metrics.weights.sum': ['error', 'The weights of an index do not sum to 100 %.'],
  'metrics.history.short': ['error', 'There are fewer scores, periods or people than the method needs.'],
  'metrics.history.uneven': ['error', 'People have different numbers of values where all need as many.'],
  'metrics.row.twice': ['error', 'Two rows are for one customer or person.'],
  'metrics.currency.mixed': ['error', 'The values of customers are in several currencies.'],
  'metrics.cohort.none': ['error', 'No customer had any value at the start, so nothing can be retained.'],
  'metrics.curve.order': ['error', 'The points of a payout curve are not in order of achievement.'],
  'metrics.size.limit': ['error', 'There are more customers or values than can be calculated with.'],
  'metrics.spread.none': [
    'warning',
    'All answers of each period are alike, so a change cannot be told from chance.',
  ],
  'metrics.credibility.none': [
    'warning',
    'People differ no more from each other than their own values do, so their own results get no weight.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
