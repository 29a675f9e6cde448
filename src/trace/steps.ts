import type { Concept, Reader } from '../concepts/concept.js';
import { conceptOf } from '../concepts/concepts.js';
import { toExactText } from '../num/decimal.js';
import { equal, type Ratio } from '../num/ratio.js';
import type { Stage } from '../plan/formula.js';
import type { Worded } from '../program/outline.js';
import { isFault, type Value } from '../program/value.js';
import { orderOf } from './parts.js';
import type { Readers } from './reader.js';

/** One line of an explanation: a named value of the calculation, how it came about, and its clause. */
export interface StepLine {
  readonly stage?: Stage;
  readonly name: string;
  readonly source?: string;
  /** The segment it belongs to, counted from 1; absent for what is the person's or the same in every segment. */
  readonly segment?: number;
  /** For people, with its unit. */
  readonly shown: string;
  /** For machines: exact decimals, `p/q` where they do not end, text or a condition; empty where it is not shown. */
  readonly value: string | boolean;
  readonly how: string;
}

/** A named node of the outline, the node whose value its line shows, and where the line stands. */
interface PlannedLine {
  readonly outline: Worded;
  readonly shown: Worded;
  readonly concept: Concept<never> | undefined;
  readonly order: number;
}

/** The lines of a plan in the order of the stages, found once; the lines of the company and groups are kept here. */
export interface LinePlan {
  readonly lines: readonly PlannedLine[];
  readonly shared: Map<PlannedLine, (StepLine | undefined)[]>;
}

/**
 * Finds the lines of an award's outline: every named node, inputs before what is made of them. What is used
 * several times is one line, in the earliest of its stages.
 */
export function planLines(award: Worded): LinePlan {
  const found = new Map<string, PlannedLine>();
  collect(award, undefined);
  return { lines: [...found.values()].toSorted((a, b) => a.order - b.order), shared: new Map() };

  function collect(outline: Worded, stage: Stage | undefined): void {
    const inner = outline.stage ?? stage;
    for (const child of outline.children) collect(child, inner);
    if (outline.name === undefined) return;
    const concept = conceptOf(outline.role);
    const shown = (concept?.shows?.(outline) as Worded | undefined) ?? outline;
    const { operand } = shown;
    const key = `${outline.name}|${typeof operand === 'number' ? operand : toExactText(operand)}`;
    const known = found.get(key);
    const order = orderOf(inner);
    if (!known || order < known.order) found.set(key, { outline, shown, concept, order });
  }
}

/**
 * The steps of one award, in stage order, read from its one evaluation: every named value, once per segment
 * where it differs by segment. Branches that were not taken and could not be computed are left out.
 */
export function stepsOf({ lines, shared }: LinePlan, { person, segments, places }: Readers): StepLine[] {
  const steps: StepLine[] = [];
  for (const planned of lines) {
    const { scope } = planned.outline;
    if (scope === 'company') keep(sharedLine(planned, person, shared));
    else if (scope === 'person') keep(lineOf(planned, person));
    else {
      const lineAt = scope === 'segment' ? lineOf : sharedLine;
      keepEach(segments.map((at) => lineAt(planned, at, shared)));
    }
  }
  return steps;

  /** What is the same in every segment is said once. */
  function keepEach(lines: readonly (StepLine | undefined)[]): void {
    const [first] = lines;
    if (first && lines.every((line) => line?.value === first.value && line.how === first.how)) keep(first);
    else for (const [index, line] of lines.entries()) keep(line, places[index]);
  }

  /** What the company or the person has is one line, however many segments the person has. */
  function keep(line: StepLine | undefined, segment?: number): void {
    if (line) steps.push(segment === undefined || segments.length === 1 ? line : { ...line, segment });
  }
}

/** A line of the company or a group: the same for everybody there, so it is written once. */
function sharedLine(planned: PlannedLine, at: Reader, shared: LinePlan['shared']): StepLine | undefined {
  const rows = shared.get(planned) ?? [];
  shared.set(planned, rows);
  const row = at.rowOf(planned.outline.scope);
  if (!(row in rows)) rows[row] = lineOf(planned, at);
  return rows[row];
}

function lineOf({ outline, shown, concept }: PlannedLine, reader: Reader): StepLine | undefined {
  const raw = reader.value(shown.operand);
  if (isFault(raw) || (shown !== outline && isFault(reader.value(outline.operand)))) return undefined;
  if (outline.quiet && changedNothing(outline, raw, reader)) return undefined;
  const how = concept?.say(outline, reader) ?? '';
  const line: Draft = {
    name: outline.name ?? '',
    shown: reader.show(shown),
    value: reader.hides(shown) ? '' : (reader.exact(raw) ?? ''),
    how,
  };
  if (outline.stage !== undefined) line.stage = outline.stage;
  if (outline.source !== undefined) line.source = outline.source;
  return line;
}

function changedNothing({ children: [inner] }: Worded, value: Value, reader: Reader): boolean {
  const before = inner && reader.value(inner.operand);
  if (before !== undefined && isFault(before)) return false;
  return typeof before === 'object' && typeof value === 'object' && equal(before as Ratio, value as Ratio);
}

type Draft = { -readonly [Key in keyof StepLine]: StepLine[Key] };
