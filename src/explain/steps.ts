import { conceptOf } from '../concepts/compile.js';
import type { Reader } from '../concepts/concept.js';
import type { Stage } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { isFault } from '../program/value.js';
import { orderOf } from './parts.js';
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

/**
 * The steps of one award, in stage order, read from the memo of its evaluation: every named value once per
 * segment it was computed in. Branches that were not taken and could not be computed are left out.
 */
export function stepsOf(award: Outline, reader: Reader): StepLine[] {
  const lines = new Map<string, { readonly line: StepLine; readonly order: number }>();
  walk(award, reader, undefined, undefined);
  return [...lines.values()].toSorted((a, b) => a.order - b.order).map(({ line }) => line);

  /** Children first, so that inputs stand before what is made of them. */
  function walk(outline: Outline, at: Reader, segment: number | undefined, stage: Stage | undefined): void {
    const inner = outline.stage ?? stage;
    if (outline.role === 'prorated') walkSegments(outline, at, inner);
    else for (const child of outline.children) walk(child, at, segment, inner);
    if (outline.name !== undefined)
      keep(outline, at, outline.scope === 'company' ? undefined : segment, orderOf(inner));
  }

  function walkSegments(outline: Outline, at: Reader, stage: Stage | undefined): void {
    const { weight } = outline.node as { weight: Outline['operand'] };
    const segments = at.segments(weight);
    segments.forEach((one, index) => {
      walk(outline.children[0] as Outline, one.reader, segments.length > 1 ? index + 1 : undefined, stage);
    });
  }

  /** What is used several times is one line, in the earliest of its stages. */
  function keep(outline: Outline, at: Reader, segment: number | undefined, order: number): void {
    const line = lineOf(outline, at, segment);
    if (!line) return;
    const key = `${line.name}|${segment}|${line.shown}`;
    const known = lines.get(key);
    if (!known || order < known.order) lines.set(key, { line, order });
  }
}

function lineOf(outline: Outline, reader: Reader, segment: number | undefined): StepLine | undefined {
  const concept = conceptOf(outline.role);
  const shown = concept?.shows?.(outline) ?? outline;
  const raw = reader.value(shown.operand);
  if (isFault(raw) || isFault(reader.value(outline.operand))) return undefined;
  return {
    ...(outline.stage !== undefined && { stage: outline.stage }),
    name: outline.name ?? '',
    ...(outline.source !== undefined && { source: outline.source }),
    ...(segment !== undefined && { segment }),
    shown: reader.show(shown),
    value: exactValue(raw) ?? '',
    how: concept?.say(outline, reader) ?? '',
  };
}
