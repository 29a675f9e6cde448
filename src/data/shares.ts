import type { Issue } from '../issue/issue.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { add, compare, negate, ONE, type Ratio, ZERO } from '../num/ratio.js';
import { addDays, type Day, later } from '../time/day.js';
import type { Assignment } from './people.js';
import { sharesAre } from './people-issues.js';
import type { View, Whose } from './timeline.js';

/** Days on which nothing changes, with the sum of the shares on them; `next` is the day after, if there is one. */
interface Stretch {
  readonly from: Day;
  readonly next: Day | undefined;
  readonly sum: Ratio;
  readonly count: number;
}

/**
 * Assignments that share a person's time: on no day more than 100 %; less is worth a look. Days outside the
 * employment do not count. Sums are exact: a third three times is 100 %.
 *
 * Issues:   people.share.above, people.share.below
 */
export function sharesOf(
  whose: Whose,
  views: readonly View[],
  decimal: '.' | ',',
): { readonly faults: Issue[]; readonly warnings: Issue[] } {
  // What is left of the time may be in another plan.
  const isFirst = (one: Assignment, index: number, all: readonly Assignment[]) => all.indexOf(one) === index;
  const found = (sign: 1 | -1, some: readonly View[]): Issue[] => {
    for (const { rows } of some) {
      const one = stretchesOf(rows, decimal).find(
        (stretch) => stretch.count > 0 && isEmployed(whose, stretch) && compare(stretch.sum, ONE) * sign > 0,
      );
      if (one) return [tell(whose, rows, one)];
    }
    return [];
  };
  return {
    faults: found(1, views),
    warnings: found(-1, [{ rows: views.flatMap(({ rows }) => rows).filter(isFirst) }]),
  };
}

function isEmployed({ hired, left }: Whose, { from, next }: Stretch): boolean {
  return (left === undefined || from <= left) && (hired === undefined || next === undefined || next > hired);
}

function tell({ id, hired = '' }: Whose, view: readonly Assignment[], { from, sum }: Stretch): Issue {
  const rows = view.filter((one) => one.share && (one.from ?? '') <= from && from <= (one.to ?? from));
  return sharesAre(id, rows, sum, later(from, hired));
}

/** The days between one change of the shares and the next. A share that cannot be read makes all of them unknown. */
function stretchesOf(view: readonly Assignment[], decimal: '.' | ','): Stretch[] {
  const changes = new Map<Day, { sum: Ratio; count: number }>();
  const change = (day: Day, value: Ratio, count: number) => {
    const known = changes.get(day) ?? { sum: ZERO, count: 0 };
    changes.set(day, { sum: add(known.sum, value), count: known.count + count });
  };
  for (const { from = '', to, share } of view) {
    if (share === undefined) continue;
    const read = readLiteral(share, { decimal });
    if (!isNumber(read)) return [];
    change(from, read.value, 1);
    if (to !== undefined) change(addDays(to, 1), negate(read.value), -1);
  }
  let sum = ZERO;
  let count = 0;
  const days = [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([from, by], index) => {
    sum = add(sum, by.sum);
    count += by.count;
    return { from, next: days[index + 1]?.[0], sum, count };
  });
}
