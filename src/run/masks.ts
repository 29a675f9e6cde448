import { numberOf } from '../concepts/concept.js';
import type { Fact } from '../concepts/fact.js';
import { compare } from '../num/ratio.js';
import { metricIn, metricOfKey, type PlanDocument } from '../plan/document.js';
import type { Outline } from '../program/outline.js';
import type { Program } from '../program/program.js';
import { readsOthers } from '../program/step.js';
import type { Unit } from '../program/unit.js';
import { isFault, type Value } from '../program/value.js';
import { fewIn } from '../trace/few.js';
import type { FactPlace, Hides } from '../trace/reader.js';
import type { BoundRows } from './bind-rows.js';

/** What of a score is made of its first part, and shows it. */
const MADE_OF_SCORE = new Set(['achievement', 'aboveTarget', 'bound', 'blended', 'deadBand', 'changeLimit']);
const SCORES = new Set(['metric', 'change', 'measured']);
/** Numbers of which the hidden one could be worked out; lines of the library's own stages tell what the person is paid. */
const ARITHMETIC = new Set([
  'sum',
  'difference',
  'product',
  'quotient',
  'highest',
  'lowest',
  'mean',
  'round',
  'limit',
]);

/**
 * What an explanation does not show: scores of groups below the size the plan states (`sample.shownFrom`), and what fewer
 * than three other people have. `responses` reads on how many responses a measured value rests.
 */
export function masksOf(
  document: PlanDocument,
  { steps }: Program,
  rows: BoundRows,
  responses: (metric: string, place: FactPlace) => Value,
): Hides | undefined {
  const isMasking = Object.values(document.metrics).some(({ sample }) => sample?.shownFrom !== undefined);
  if (!isMasking && !steps.some(readsOthers)) return undefined;

  const isOfFew = fewIn(rows);
  const hides: Hides = (outline, at, value) => {
    const { role, children, operand, unit } = outline;
    if (SCORES.has(role)) return isSmall(outline, at, value);
    const [first, condition, instead] = children;
    if (MADE_OF_SCORE.has(role)) return first !== undefined && hides(first, at, value);
    if (role === 'sampled') {
      const shown = condition && value(condition.operand) === true ? first : instead;
      return shown !== undefined && hides(shown, at, value);
    }
    if (ARITHMETIC.has(role)) {
      // Of money a hidden factor makes what the person is paid; hidden money is another's.
      const telling = isMoney(unit) ? children.filter((child) => isMoney(child.unit)) : children;
      // A fund is not what the person is paid.
      return (
        (outline.stage === undefined || outline.stage === 'pool') &&
        telling.some((child) => hides(child, at, value))
      );
    }
    return typeof operand === 'number' && isOthers(operand, at);
  };

  function isSmall({ node }: Outline, at: Parameters<Hides>[1], value: Parameters<Hides>[2]): boolean {
    const { fact } = node as { readonly fact?: Fact };
    if (!fact) return false;
    const { key, level, responses: pooled } = fact;
    return isTooSmall(document, key, () =>
      pooled === undefined ? responses(key, { ...at, level }) : value(pooled),
    );
  }

  function isOthers(operand: number, { scope, row }: Parameters<Hides>[1]): boolean {
    const step = steps[operand];
    if (step?.op !== 'across') return false;
    const segment = scope === 'segment' ? row : rows.lastSegment(row);
    const at = step.scope === 'company' || step.scope === 'person' ? 0 : rows.groupOf(step.scope, segment);
    return isOfFew(step, at);
  }

  return hides;
}

/** Whether a score rests on fewer responses than the plan shows scores of, or on nobody knows how many. */
export function isTooSmall(document: PlanDocument, key: string, responses: () => Value): boolean {
  const least = metricIn(document, metricOfKey(key))?.sample?.shownFrom;
  if (least === undefined) return false;
  const count = responses();
  return typeof count !== 'object' || isFault(count) || compare(count, numberOf(least)) < 0;
}

function isMoney(unit: Unit): boolean {
  return typeof unit === 'object' && unit.money !== 0;
}
