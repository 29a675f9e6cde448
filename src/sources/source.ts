import { type Issue, issue, type Path } from '../issue/issue.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { compare, ONE, type Ratio } from '../num/ratio.js';
import { isMultipleOf } from '../num/round.js';
import type { Columns, CountName, MovementKind, OpeningDocument, Shape, SourceDocument } from './document.js';
import { movementKinds } from './document.js';
import { type Layout, layouts } from './layouts.js';
import { checkColumns, checkDates, checkShape } from './source-checks.js';

/** Lowest and highest whole score, and from which on an answer is a good one. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly atLeast?: number;
}

/** A source with its layout filled in: what reading and counting need to know. */
export interface Source {
  readonly index: number;
  readonly document: SourceDocument;
  readonly shape: Shape;
  readonly counts: CountName;
  readonly columns: Columns;
  /** Rows below the names of the columns that are no data. */
  readonly skipped: number;
  readonly scale: Scale;
  readonly groups: ReadonlyMap<string, string>;
  readonly where: ReadonlyMap<string, ReadonlySet<string>>;
  readonly kinds: ReadonlyMap<string, MovementKind>;
  readonly isSigned: boolean;
  readonly leavesOut: boolean;
  readonly hasCompany: boolean;
  readonly opening: 'movements' | OpeningDocument | undefined;
}

/** Where and how a check of a source tells what it found. */
export type Tell = (
  code: 'sources.shape.form' | 'sources.columns.form' | 'sources.scale.form' | 'sources.dates.form',
  path: Path,
  told: { readonly message: string; readonly expected: string; readonly hint: string },
) => void;

const ANSWERS: readonly CountName[] = ['nps', 'recommendationRate', 'csat', 'ces'];

/**
 * A source with what its layout says filled in, and what is missing in it or does not belong there.
 *
 * Issues:   sources.shape.form, sources.columns.form, sources.scale.form, sources.dates.form
 */
export function settleSource(document: SourceDocument, index: number): { source: Source; issues: Issue[] } {
  const issues: Issue[] = [];
  const tell: Tell = (code, path, told) =>
    void issues.push(issue({ ...told, code, path: ['sources', index, ...path] }));
  const layout = document.layout && layouts[document.layout];
  const shape = shapeOf(document, layout);
  const source: Source = {
    index,
    document,
    shape,
    counts: document.counts,
    columns: { ...layout?.columns, ...document.columns },
    skipped: (document.headerRows === undefined ? (layout?.headerRows ?? 1) : whole(document.headerRows)) - 1,
    scale: scaleOf(document, layout, shape, tell),
    groups: new Map(Object.entries(document.groups ?? {})),
    where: new Map(
      Object.entries(document.where ?? {}).map(([column, texts]) => [column, new Set(texts.map(String))]),
    ),
    kinds: new Map([
      ...movementKinds.map((kind) => [kind, kind] as const),
      ...Object.entries({ ...layout?.kinds, ...document.kinds }),
    ]),
    isSigned: document.amounts !== 'unsigned',
    leavesOut: document.faulty === 'leaveOut',
    hasCompany: document.company !== false && document.company !== 'false',
    opening: document.opening,
  };
  checkShape(source, layout, tell);
  checkColumns(source, tell);
  checkDates(source, tell);
  return { source, issues };
}

function shapeOf({ counts, opening }: SourceDocument, layout: Layout | undefined): Shape {
  if (ANSWERS.includes(counts)) return 'answers';
  return opening !== undefined || layout?.shape === 'movements' ? 'movements' : 'customers';
}

function whole(raw: string | number): number {
  const read = readLiteral(raw);
  return isNumber(read) ? Number(read.value.n / read.value.d) : Number.NaN;
}

const NPS: Scale = { from: 0, to: 10 };
/** No question has a scale as long as this; it keeps sums of scores exact in numbers. */
const LONGEST = 1_000_000;

function scaleOf(
  { counts, scale: written }: SourceDocument,
  layout: Layout | undefined,
  shape: Shape,
  tell: Tell,
): Scale {
  if (shape !== 'answers' || counts === 'nps') {
    if (written) tell('sources.scale.form', ['scale'], needless(counts));
    return NPS;
  }
  if (!written && !layout?.scale) tell('sources.scale.form', ['scale'], noScale(counts));
  const { from = 0, to = 10 } = written
    ? { from: whole(written.from), to: whole(written.to) }
    : (layout?.scale ?? {});
  const atLeast = written?.atLeast === undefined ? undefined : whole(written.atLeast);
  const numbers = written ? [written.from, written.to, written.atLeast ?? written.to] : [];
  const inOrder = from < to && (atLeast === undefined || (atLeast > from && atLeast <= to));
  const short = Math.max(Math.abs(from), Math.abs(to)) <= LONGEST;
  if (!numbers.every(isWhole) || !inOrder || !short) tell('sources.scale.form', ['scale'], NO_ORDER);
  else if (atLeast === undefined && counts !== 'ces' && (written || layout?.scale))
    tell('sources.scale.form', ['scale', 'atLeast'], noAtLeast(counts));
  return atLeast === undefined ? { from, to } : { from, to, atLeast };
}

function isWhole(raw: string | number): boolean {
  const read = readLiteral(raw);
  return isNumber(read) && !read.percent && isMultipleOf(read.value, ONE);
}

function needless(counts: CountName) {
  return {
    message: `${counts} has no scale to choose`,
    expected: counts === 'nps' ? 'no scale: recommendation scores go from 0 to 10' : 'no scale',
    hint: 'Remove scale; a share of good answers on another scale is recommendationRate or csat',
  };
}

function noScale(counts: CountName) {
  return {
    message: `${counts} does not say its scale`,
    expected: 'scale: { from: 1, to: 5, atLeast: 4 } or the like',
    hint: 'Write the lowest and highest score there is; nothing is taken from the answers',
  };
}

function noAtLeast(counts: CountName) {
  return {
    message: `${counts} does not say from which score on an answer is a good one`,
    expected: 'scale: { from: 1, to: 5, atLeast: 4 } or the like',
    hint: 'Write atLeast; a mean of scores is ces without it',
  };
}

const NO_ORDER = {
  message: 'The scale is not of whole numbers in order',
  expected: 'whole numbers with from below to, and atLeast above from and up to to',
  hint: 'Correct the scale',
};

/** A number of surveys sent, as written; undefined when it is none. */
export function countOf(raw: string | number): Ratio | undefined {
  const read = readLiteral(raw);
  const fits = isNumber(read) && isWhole(raw) && compare(read.value, { n: 0n, d: 1n }) >= 0;
  return fits ? read.value : undefined;
}
