import type { Decision } from '../data/decisions.js';
import { type Cause, cause } from './cause.js';
import type { Side } from './side.js';

/** A decision on the award that was made, changed or withdrawn; one that decides the same for other reasons moves nothing. */
export function decisionCauses(before: Side, now: Side): Cause[] {
  const [old, own] = [before.decision, now.decision];
  const words = { before: old && textOf(old), now: own && textOf(own) };
  if (words.before === words.now) return [];
  return [cause('decision', 'decision', { ...words, at: own?.at })];
}

function textOf({ amount, currency }: Decision): string {
  return `${amount} ${currency}`;
}
