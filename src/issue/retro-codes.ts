/** The codes of runs that were paid and of corrections: part of the table of all codes. */
export const retroCodes = {
  'retro.run.form': ['error', 'A file is not a run as it was stored.'],
  'retro.run.draft': [
    'error',
    'A run that was paid is to be followed and is a draft; nothing is calculated.',
  ],
  'retro.run.order': [
    'error',
    'Final runs are not all given, or not in order of payment; nothing is calculated.',
  ],
  'retro.run.twice': [
    'error',
    'Two final runs hold whole awards of the same people and neither says that it follows the other: what was paid is not known.',
  ],
  'retro.plan.new': ['warning', 'A plan or period is in none of the final runs that are followed.'],
  'retro.run.decisions': [
    'error',
    'A run that was paid on decisions is to be followed, and none are given: all would be taken back.',
  ],
  'retro.run.kept': ['error', 'A folder holds a final run, which is never overwritten.'],
  'retro.file.left': ['warning', 'A file of an earlier run stays beside the one that was written.'],
  'retro.plan.period': [
    'error',
    'A plan was paid for other days that share some with its period now; nothing is calculated.',
  ],
  'retro.person.never-paid': [
    'warning',
    'Somebody was paid in none of the final runs, so the whole award is due.',
  ],
  'retro.person.withheld': ['warning', 'No difference is made for somebody who is withheld now.'],
  'retro.person.missing': [
    'error',
    'Somebody in a final run is no longer among the people; no difference is made.',
  ],
  'retro.cause.unknown': ['warning', 'An award differs from what was paid, and none of its inputs does.'],
  'retro.reconciliation': [
    'error',
    'People in are not changed + unchanged + withheld + missing: a fault of this library, or a damaged run.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
