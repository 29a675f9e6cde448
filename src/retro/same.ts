import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { equal } from '../num/ratio.js';

/** The decimal signs of a file of the paid run and of the same file now. */
export interface Decimals {
  readonly before: '.' | ',';
  readonly now: '.' | ',';
}

/** Compares a cell of the paid run with the same cell now. */
export type Same = (before: Literal | undefined, now: Literal | undefined) => boolean;

/** Whether two cells say the same text; two blank ones do. */
export const sameText: Same = (before, now) => String(before ?? '').trim() === String(now ?? '').trim();

/** Whether two cells say the same number, however it is written: 80000 and 80000.00 do. */
export function sameNumber(decimals: Decimals): Same {
  return (before, now) => {
    const left = readLiteral(before, { decimal: decimals.before });
    const right = readLiteral(now, { decimal: decimals.now });
    return isNumber(left) && isNumber(right) ? equal(left.value, right.value) : sameText(before, now);
  };
}

/** A cell in words; absent where it is blank. */
export function wordOf(cell: Literal | undefined): string | undefined {
  return cell === undefined || cell === '' ? undefined : String(cell);
}
