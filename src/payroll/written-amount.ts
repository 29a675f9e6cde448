/**
 * An amount with just so many decimals, exactly: zeros are added, and digits are never lost.
 *
 * Rounds:   never; undefined where the amount has more decimals
 * @example  withDecimals('7', 2) // '7.00'
 */
export function withDecimals(amount: string, decimals: number): string | undefined {
  const [whole = '', rest = ''] = amount.split('.');
  if (/[^0]/.test(rest.slice(decimals))) return undefined;
  const digits = rest.slice(0, decimals).padEnd(decimals, '0');
  return decimals === 0 ? whole : `${whole}.${digits}`;
}
