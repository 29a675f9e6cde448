import type { Concept, Guard, Reader } from '../concepts/concept.js';
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
  /** Of a branch that was not taken this time: it changed nothing. */
  readonly notUsed?: true;
}

/** A named node of the outline, the node whose value its line shows, and where the line stands. */
interface PlannedLine {
  readonly outline: Worded;
  readonly shown: Worded;
  readonly concept: Concept<never> | undefined;
  readonly order: number;
  /** When it is used, of a line that is not always: where everything of one of them holds. */
  readonly usedWhen: readonly (readonly Guard[])[] | undefined;
  /** The line in each row of the company or a group, where they share it. */
  readonly shared: (StepLine | undefined)[];
}

/** The lines of a plan in the order of the stages, found once; the lines of the company and groups are kept in them. */
export type LinePlan = readonly PlannedLine[];

/**
 * Finds the lines of an award's outline: every named node, inputs before what is made of them. What is used
 * several times is one line, in the earliest of its stages.
 */
export function planLines(award: Worded): LinePlan {
  const found = new Map<string, PlannedLine>();
  collect(award, { stage: undefined, guards: [] });
  return [...found.values()].toSorted((a, b) => a.order - b.order);

  function collect(outline: Worded, { stage, guards }: Around): void {
    const inner = outline.stage ?? stage;
    const concept = conceptOf(outline.role);
    for (const child of outline.children) {
      const own = concept?.usedWhen?.(outline, child) ?? [];
      collect(child, { stage: inner, guards: own.length === 0 ? guards : [...guards, ...own] });
    }
    if (outline.name === undefined) return;
    const shown = (concept?.shows?.(outline) as Worded | undefined) ?? outline;
    const { operand } = shown;
    const key = `${outline.name}|${typeof operand === 'number' ? operand : toExactText(operand)}`;
    const known = found.get(key);
    const order = orderOf(inner);
    const usedWhen = usesOf(known, guards);
    const first = !known || order < known.order ? { outline, shown, concept, order, shared: [] } : known;
    found.set(key, { ...first, usedWhen });
  }
}

/** What a part stands in. */
interface Around {
  readonly stage: Stage | undefined;
  readonly guards: readonly Guard[];
}

/** All the ways in which a line is used; undefined for one that always is. */
function usesOf(known: PlannedLine | undefined, guards: readonly Guard[]): PlannedLine['usedWhen'] {
  if (guards.length === 0 || (known && known.usedWhen === undefined)) return undefined;
  const ways = known?.usedWhen ?? [];
  return ways.length < MOST_WAYS ? [...ways, guards] : undefined;
}

/** A line that is used in more ways is taken to be used. */
const MOST_WAYS = 16;

/**
 * The steps of one award, in stage order, read from its one evaluation: every named value, once per segment
 * where it differs by segment. Branches that were not taken and could not be computed are left out.
 */
export function stepsOf(lines: LinePlan, { person, segments, places }: Readers): StepLine[] {
  const steps: StepLine[] = [];
  const everywhere = segments.length > 0 ? segments : [person];
  for (const planned of lines) {
    const { scope } = planned.outline;
    const lineAt = scope === 'segment' || scope === 'person' ? lineOf : sharedLine;
    if (scope === 'company' || scope === 'person') keep(marked(lineAt(planned, person), planned, everywhere));
    else if (segments.length === 1) keep(marked(lineAt(planned, segments[0] as Reader), planned, segments));
    else keepEach(segments.map((at) => marked(lineAt(planned, at), planned, [at])));
  }
  return steps;

  /** What is the same in every segment is said once. */
  function keepEach(lines: readonly (StepLine | undefined)[]): void {
    const [first] = lines;
    if (first && lines.every((line) => isSame(first, line))) keep(first);
    else for (const [index, line] of lines.entries()) keep(line, places[index]);
  }

  /** What the company or the person has is one line, however many segments the person has. */
  function keep(line: StepLine | undefined, segment?: number): void {
    if (line) steps.push(segment === undefined || segments.length === 1 ? line : { ...line, segment });
  }
}

function isSame(a: StepLine, b: StepLine | undefined): boolean {
  return b?.value === a.value && b.how === a.how && b.notUsed === a.notUsed;
}

/** A line of a branch that none of the stretches of days takes is marked. */
function marked(
  line: StepLine | undefined,
  { usedWhen }: PlannedLine,
  readers: readonly Reader[],
): StepLine | undefined {
  if (!line || usedWhen === undefined) return line;
  const isUsed = readers.some((reader) =>
    usedWhen.some((way) => way.every(({ condition, holds }) => reader.value(condition) === holds)),
  );
  return isUsed ? line : { ...line, notUsed: true };
}

/** A line of the company or a group: the same for everybody there, so it is written once. */
function sharedLine(planned: PlannedLine, at: Reader): StepLine | undefined {
  const { shared, outline } = planned;
  const row = at.rowOf(outline.scope);
  if (!(row in shared)) shared[row] = lineOf(planned, at);
  return shared[row];
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
