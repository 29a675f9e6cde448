/** What the command tells the shell. */
export const EXIT = {
  fine: 0,
  failure: 1,
  usage: 2,
  invalidInput: 3,
  controlFailed: 4,
} as const;
