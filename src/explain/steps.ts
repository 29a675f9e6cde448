import { conceptOf } from '../concepts/compile.js';
import type { Reader } from '../concepts/concept.js';
import { toExactText } from '../num/decimal.js';
import { equal, type Ratio } from '../num/ratio.js';
import type { Stage } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { isFault, type Value } from '../program/value.js';
import { orderOf } from './parts.js';
import type { Readers } from './reader.js';
import { exactValue } from './show.js';

/** One line of an explanation: a named value of the calculation, how it came about, and its clause. */
export interface StepLine {
  readonly stage?: Stage;
  readonly name: string;
  readonly source?: string;
  /** The segment it belongs to, counted from 1; absent for what is the person's. */
  readonly segment?: number;
  /** For people, with its unit. */
  readonly shown: string;
  /** For machines: exact decimals, `p/q` where they do not end, text or a condition. */
  readonly value: string | boolean;
  readonly how: string;
}

/** A named node of the outline: where its line stands, and the fold whose segments it is computed in. */
interface PlannedLine {
  readonly outline: Outline;
  readonly order: number;
  readonly weight: Operand | undefined;
}

/** The lines of a plan in the order of the stages, found once; the lines of the company and groups are kept here. */
export interface LinePlan {
  readonly lines: readonly PlannedLine[];
  readonly shared: Map<Outline, (StepLine | undefined)[]>;
}

/**
 * Finds the lines of an award's outline: every named node, inputs before what is made of them. What is used
 * several times is one line, in the earliest of its stages.
 */
export function planLines(award: Outline): LinePlan {
  const found = new Map<string, PlannedLine>();
  collect(award, undefined, undefined);
  return { lines: [...found.values()].toSorted((a, b) => a.order - b.order), shared: new Map() };

  function collect(outline: Outline, weight: Operand | undefined, stage: Stage | undefined): void {
    const inner = outline.stage ?? stage;
    const below = outline.role === 'prorated' ? (outline.node as { weight: Operand }).weight : weight;
    for (const child of outline.children) collect(child, below, inner);
    if (outline.name === undefined) return;
    const { operand } = conceptOf(outline.role)?.shows?.(outline) ?? outline;
    const key = `${outline.name}|${typeof operand === 'number' ? operand : toExactText(operand)}`;
    const known = found.get(key);
    const order = orderOf(inner);
    if (!known || order < known.order)
      found.set(key, { outline, order, weight: isOncePerPerson(outline) ? undefined : weight });
  }
}

function isPersonal({ scope }: Outline): boolean {
  return scope === 'person' || scope === 'segment';
}

/** What belongs to the company or the person has one value, however many segments the person has. */
function isOncePerPerson({ scope }: Outline): boolean {
  return scope === 'company' || scope === 'person';
}

/**
 * The steps of one award, in stage order, read from its one evaluation: every named value, once per segment
 * where it differs by segment. Branches that were not taken and could not be computed are left out.
 */
export function stepsOf({ lines, shared }: LinePlan, { person, segments }: Readers): StepLine[] {
  const steps: StepLine[] = [];
  const several = segments.length > 1;
  for (const { outline, weight } of lines) {
    const readers = isOncePerPerson(outline) ? [person] : segments;
    readers.forEach((at, index) => {
      const counted = weight === undefined || (at.value(weight) as Ratio).n !== 0n;
      const line = !counted
        ? undefined
        : isPersonal(outline)
          ? lineOf(outline, at)
          : sharedLine(outline, at, shared);
      if (line) steps.push(several && at !== person ? { ...line, segment: index + 1 } : line);
    });
  }
  return steps;
}

/** A line of the company or a group: the same for everybody there, so it is written once. */
function sharedLine(outline: Outline, at: Reader, shared: LinePlan['shared']): StepLine | undefined {
  const rows = shared.get(outline) ?? [];
  shared.set(outline, rows);
  const row = at.rowOf(outline.scope);
  if (!(row in rows)) rows[row] = lineOf(outline, at);
  return rows[row];
}

function lineOf(outline: Outline, reader: Reader): StepLine | undefined {
  const concept = conceptOf(outline.role);
  const shown = concept?.shows?.(outline) ?? outline;
  const raw = reader.value(shown.operand);
  if (isFault(raw) || isFault(reader.value(outline.operand))) return undefined;
  if (outline.quiet && changedNothing(outline, raw, reader)) return undefined;
  const how = concept?.say(outline, reader) ?? '';
  const line: Draft = {
    name: outline.name ?? '',
    shown: reader.show(shown),
    value: exactValue(raw) ?? '',
    how,
  };
  if (outline.stage !== undefined) line.stage = outline.stage;
  if (outline.source !== undefined) line.source = outline.source;
  return line;
}

function changedNothing({ children: [inner] }: Outline, value: Value, reader: Reader): boolean {
  const before = inner && reader.value(inner.operand);
  return typeof before === 'object' && typeof value === 'object' && equal(before as Ratio, value as Ratio);
}

type Draft = { -readonly [Key in keyof StepLine]: StepLine[Key] };
