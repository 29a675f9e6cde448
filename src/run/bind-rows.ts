import type { Segment } from '../concepts/segment.js';
import type { Rows } from '../exact/rows.js';
import { type Issue, quote } from '../issue/issue.js';
import type { Scope } from '../program/scope.js';
import type { Input } from '../program/step.js';
import type { BoundActuals } from './bind-actuals.js';
import { inputReader, inputWords } from './bind-inputs.js';
import { crossingsOf, type ReadOf } from './crossings.js';
import { type Layout, layOut } from './layout.js';
import { otherSharesOf } from './other-shares.js';
import type { Resolution } from './resolve.js';
import { type Share, weighs } from './shares.js';

/** Rows bound to the data of one plan. */
export interface BoundRows extends Rows, Layout {
  /** The group a metric is measured for on a row of its scope; undefined for the company or a group nobody named. */
  labelOf(scope: Scope, row: number): string | undefined;
  /** How an input came about, where more is to be said than where it stands. */
  wordsOf(input: Input, row: number): string | undefined;
  /** The segments of a person that weigh something. */
  counted(person: number): readonly number[];
}

/** Lays people out in rows and reads the inputs of a program from them and from the actuals. */
export function bindRows(
  resolution: Resolution,
  actuals: BoundActuals,
  barred: ReadonlyMap<string, Issue>,
  readOf: ReadOf,
): BoundRows {
  const layout = layOut(resolution.plan.program, resolution.participants);
  const shares: readonly Share[] = resolution.participants.flatMap((participant) => participant.shares);
  const otherShares = otherSharesOf(resolution, layout);
  const sources = { layout, actuals, shares, otherShares, resolution };

  function labelOf(scope: Scope, row: number): string | undefined {
    const group = layout.groupAt(scope, row);
    return typeof group === 'string' ? group : undefined;
  }

  function whereOf(input: Input, scope: Scope, row: number) {
    if (input.from === 'metric') return actuals.placeOf(input.metric, labelOf(scope, row));
    if (input.from !== 'person') return { whose: '' };
    const { assignment } = layout.segments[row] as Segment;
    return {
      whose: quote(layout.participantOf(layout.personOf(row)).person.id),
      at: { ...assignment.at, column: input.field },
    };
  }

  function counted(person: number): readonly number[] {
    const own: number[] = [];
    for (let row = layout.firstSegment(person); row < layout.endSegment(person); row += 1)
      if (weighs(shares[row] as Share)) own.push(row);
    return own;
  }

  const lastCounted = (person: number) => counted(person).at(-1);
  return {
    ...layout,
    read: inputReader(sources),
    wordsOf: inputWords(sources),
    labelOf,
    whereOf,
    counted,
    lastSegment: (person) => lastCounted(person) ?? layout.endSegment(person) - 1,
    nameOf: (scope, row) => labelOf(scope, row) ?? '',
    ...crossingsOf({ resolution, layout, barred, lastCounted, readOf }),
  };
}
