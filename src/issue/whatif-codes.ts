/** The codes of what-if questions: part of the table of all codes. */
export const whatifCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
