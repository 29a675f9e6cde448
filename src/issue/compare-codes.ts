/** The codes of what is found when two runs are compared: part of the table of all codes. */
export const compareCodes = {
  'compare.run.form': ['error', 'What is to be compared is not a stored run; nothing is compared.'],
  'compare.run.differences': [
    'error',
    'A run holds differences to what was paid, not awards; nothing is compared.',
  ],
  'compare.plan.unknown': ['error', 'A plan is to replace one that the stored run does not have.'],
  'compare.plan.none': ['warning', 'Two runs have no plan in common, so everybody is new or gone.'],
  'compare.person.unknown': ['error', 'Somebody asked for is in neither of two runs.'],
  'compare.currency.differs': [
    'warning',
    'Awards are in another currency than before: both amounts are shown, and no difference.',
  ],
  'compare.cause.unknown': [
    'warning',
    'Awards moved although none of their inputs did: an amount was changed, or the library calculates differently.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
