/** The codes of what is found when awards are explained: part of the table of all codes. */
export const explainCodes = {
  'plan.neutral.pays': [
    'warning',
    'With every result at its neutral value the plan pays something else than target opportunity.',
  ],
  'explain.run.form': ['error', 'What is to be explained is no stored run.'],
  'explain.person.unknown': ['error', 'Nobody in the run has the id.'],
  'explain.plan.unknown': ['error', 'The run has no plan of the id, or of the version.'],
  'explain.award.differs': [
    'error',
    'The award comes out otherwise than the run states: its inputs, its result or the release are others.',
  ],
  'explain.run.differences': [
    'error',
    'A run of differences has no awards to explain; the run it is the difference of has.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
