/** The codes of the decisions of managers: part of the table of all codes. */
export const decisionCodes = {} as const satisfies Record<string, readonly ['error' | 'warning', string]>;
