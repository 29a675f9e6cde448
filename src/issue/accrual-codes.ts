/** The codes of accruals: part of the table of all codes. */
export const accrualCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
