import { topOf } from '../exact/across.js';
import type { Rows } from '../exact/rows.js';
import type { Step } from '../program/step.js';
import { isFault } from '../program/value.js';

/** What fewer other people than this have together tells what one of them has. */
const FEWEST_OTHERS = 3;

/** Whether what a step reads of other people, in a row of its scope, could tell what one of them has. */
export type OfFew = (step: Across, at: number) => boolean;

type Across = Step & { readonly op: 'across' };

/** Looks at each step and row once: it takes everybody who is read. */
export function fewIn(rows: Rows): OfFew {
  const known = new Map<Across, boolean[]>();
  return (step, at) => {
    const own = known.get(step) ?? [];
    known.set(step, own);
    own[at] ??= isOfFew(step, rows, at);
    return own[at];
  };
}

/**
 * That of the only one, the highest, the lowest; a sum or mean over fewer than three beside the person. Of a count or a
 * place nobody learns what another has.
 */
function isOfFew({ crossing }: Across, rows: Rows, at: number): boolean {
  const { take } = crossing;
  if (take.fold === 'rank' || take.fold === 'count') return false;
  if (take.fold !== 'sum' && take.fold !== 'mean' && take.fold !== 'meanOfTop') return true;
  const all = rows.across(crossing, at);
  // Who is alone in a group learns nothing of others.
  if (all.length === 1 && typeof crossing.among === 'string') return false;
  // Who is left out is none of those behind whom another could hide.
  const people = all.filter((one) => !isFault(one)).length;
  const behind = take.fold === 'meanOfTop' ? topOf(take, people) : people;
  // The person may be one of them.
  return behind <= FEWEST_OTHERS;
}
