/** The codes of rates of exchange: part of the table of all codes. */
export const rateCodes = {
  'rates.rate.form': ['error', 'A rate of exchange is not a number above zero; it is not used.'],
  'rates.rate.twice': ['error', 'Two rates of one pair of currencies are for the same day; neither is used.'],
  'rates.rate.missing': [
    'error',
    'There is no rate for a pair of currencies and a day; nothing is converted.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
