/** The codes of what is argued about in a plan: part of the table of all codes. */
export const lintCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
