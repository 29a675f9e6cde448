/** The codes of pools: part of the table of all codes. */
export const poolCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
