/** The codes of receipts and reconciliations: part of the table of all codes. */
export const cycleCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
