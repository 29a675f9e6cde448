import { percentText } from '../concepts/check.js';
import { type Path, printable } from '../issue/issue.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { hasOwnNames } from './meaning.js';
import { isMoney, kindOf } from './nodes.js';
import { type Place, type Spot, withClause } from './spot.js';
import { textOf } from './words.js';

/** Something that two versions of a plan say differently: plain data, the same for a reader and a program. */
export interface PlanDifference {
  /** Where it stands in the later document; what is gone, in the earlier one. */
  readonly path: Path;
  /** The part of the plan: `goal Customer retention`, `limits of the award`. */
  readonly part: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What was said, in words; absent where nothing was. */
  readonly before?: string;
  /** What is said now, in words; absent where nothing is. */
  readonly after?: string;
  /** All of it in one sentence. */
  readonly words: string;
  /** Clause of the plan's own document, where the part names it. */
  readonly source?: string;
}

/** Compares two values that stand in the same spot. */
export type Compare = (before: unknown, after: unknown, spot: Spot) => PlanDifference[];

/**
 * A difference as one line, with the clause it renders.
 *
 * @example  formatPlanDifference(one) // goal "Customer retention": weight 25% becomes 30% [Section 3.2]
 */
export function formatPlanDifference({ words, source }: PlanDifference): string {
  return printable(source === undefined ? words : `${words} [${source}]`);
}

/** Something that was not there before. */
export function added(
  spot: Spot,
  value: unknown,
  text = textOf(value, spot.key, spot.isText),
): PlanDifference {
  const words = one(spot, text, 'is new');
  return { ...common(spot, spot.after, value), kind: 'added', after: text, words };
}

/** Something that is not there any more. */
export function removed(
  spot: Spot,
  value: unknown,
  text = textOf(value, spot.key, spot.isText),
): PlanDifference {
  const words = one(spot, text, 'is gone');
  return { ...common(spot, spot.before, value), kind: 'removed', before: text, words };
}

/** Something that became something else. */
export function changed(
  spot: Spot,
  before: unknown,
  after: unknown,
  texts = textsOf(before, after, spot),
): PlanDifference {
  const [old, now] = texts;
  const isOther = [before, after].some((value) => kindOf(value) !== undefined && !isMoney(value));
  const verb = isOther ? `was ${old}, is ${now}` : `${old} becomes ${now}`;
  const words = sentence(spot, verb);
  return { ...common(spot, spot.after, after), kind: 'changed', before: old, after: now, words };
}

/** Two values in words; where one is in percent and the other a number without, both are in percent. */
function textsOf(before: unknown, after: unknown, { key, isText }: Spot): readonly [string, string] {
  const texts = [textOf(before, key, isText), textOf(after, key, isText)] as const;
  const [old, now] = [readLiteral(before), readLiteral(after)];
  if (isText || !isNumber(old) || !isNumber(now) || old.percent === now.percent) return texts;
  const inPercent = [percentText(old.value), percentText(now.value)] as const;
  return inPercent.every((text) => !text.includes('/')) ? inPercent : texts;
}

/** Something that stands elsewhere in its list; places count from one. */
export function moved(spot: Spot, from: number, to: number): PlanDifference {
  const [before, after] = [`place ${from + 1}`, `place ${to + 1}`];
  const words = `${spot.part.said} moves from ${before} to ${after}`;
  return { ...common(spot, spot.after), kind: 'moved', before, after, words };
}

/** What all differences have; a clause that differs itself is in the sentence. */
function common(spot: Spot, place: Place, value?: unknown) {
  const { path, source } = withClause(place, hasOwnNames(value, spot.key) ? undefined : value);
  return { path, part: spot.part.name, ...(source !== undefined && spot.key !== 'source' && { source }) };
}

/** `gate "Savings" is new: savings at least 0` for a part, `…: cap 200% is new` for what stands in one. */
function one(spot: Spot, text: string, verb: string): string {
  const isPart = spot.label === '' && spot.steps.length === 0;
  return isPart ? `${spot.part.said} ${verb}: ${text}` : sentence(spot, `${text} ${verb}`);
}

function sentence({ part, steps, label }: Spot, verb: string): string {
  const front = [part.said, ...steps].filter(Boolean).join(', ');
  const rest = label === '' ? verb : `${label} ${verb}`;
  return front === '' ? rest : `${front}: ${rest}`;
}
