/** The codes of pools: part of the table of all codes. */
export const poolCodes = {
  'pool.fund.negative': ['error', 'The fund of a pool comes out below zero; everybody in it is withheld.'],
  'pool.fund.short': [
    'error',
    'The fund of a pool does not cover what comes first and the floors; everybody in it is withheld.',
  ],
  'pool.key.negative': [
    'error',
    'Somebody has less than nothing of what a pool is shared out by; everybody in it is withheld.',
  ],
  'pool.key.none': [
    'error',
    'Nobody has anything of what a part of a pool is shared out by; everybody in it is withheld.',
  ],
  'pool.group.none': [
    'error',
    'Somebody has no group on the way of a pool down the organisation; everybody in it is withheld.',
  ],
  'pool.shares.differ': [
    'error',
    'The shares of a pool that a plan states for groups are not of the groups there are; everybody in it is withheld.',
  ],
  'pool.people.some': [
    'error',
    'A pool is shared by everybody, and the run is of some people; nobody is paid.',
  ],
} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
