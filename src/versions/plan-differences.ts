import type { PlanDocument } from '../plan/document.js';
import { compareFields, compareValues } from './compare.js';
import { compareParts, type Plans } from './compare-parts.js';
import { withCurrencies } from './currency.js';
import { type Fields, isFields, isTextKey, keysOf, own } from './meaning.js';
import { gates, goals, modifiers } from './parts.js';
import { added, type PlanDifference, removed } from './plan-difference.js';
import { into, type Part, type Spot, spotOf } from './spot.js';
import { quoted, spaced, summaryOf, textOf } from './words.js';

/**
 * The keys of a plan in the order in which differences are told: identity, period, eligibility, target, metrics, goals
 * or the formula in their place, gates, modifiers, limits, risk, rounding. Whatever else there is comes last.
 */
const ORDER: readonly string[] = [
  ...['version', 'plan', 'title', 'source', 'currency'],
  ...['period', 'periods', 'inForce', 'payment', 'calendars'],
  ...['eligibility', 'target', 'metrics', 'fields', 'terms'],
  ...['goals', 'weightsOf', 'missing', 'payout', 'award'],
  ...['gates', 'modifiers', 'limits', 'pool', 'risk', 'rounding'],
];

/** Says nothing about the plan: it is for editors. */
const UNSAID = '$schema';

/**
 * What two versions of a plan say differently, in words and as data: nothing where they say the same. Both must be
 * plans as `parsePlan` returns them.
 *
 * What is written is compared: numbers by their value (`50%`, `0.5` and `"1/2"` are the same), everything whose order
 * says nothing in any order, amounts with the plan's currency; other defaults are not filled in. A goal, gate or modifier
 * is the same one where its name is the same, or else what it reads.
 *
 * Order:    version, identity, period, eligibility, target, metrics, goals, gates, modifiers, limits, risk, rounding,
 *           rest; within each as the later plan writes it, then what is gone
 * @example  planDifferences(last.document, next.document)[0]?.words // 'version 3 becomes 4'
 */
export function planDifferences(before: PlanDocument, after: PlanDocument): PlanDifference[] {
  const known = new Set([...ORDER, ...Object.keys(after), ...Object.keys(before)]);
  known.delete(UNSAID);
  const plans = { before: withCurrencies(before, isOfNames), after: withCurrencies(after, isOfNames) };
  return [...known].flatMap((key) => compareKey(key, plans));
}

function compareKey(key: string, plans: Plans): PlanDifference[] {
  if (key === 'goals') return compareParts(goals, key, plans);
  if (key === 'gates') return compareParts(gates, key, plans);
  if (key === 'modifiers') return compareParts(modifiers, key, plans);
  const [before, after] = [own(plans.before, key), own(plans.after, key)];
  if (![before, after].every((value) => value === undefined || isFields(value)))
    return compareSaid(key, before, after);
  const held = { before: (before ?? {}) as Fields, after: (after ?? {}) as Fields };
  return Object.hasOwn(PARTS, key) ? compareNamed(key, held) : compareBlock(key, before, after);
}

/** A key with one word, number or text on either side: `title "A" becomes "B"`. */
function compareSaid(key: string, before: unknown, after: unknown): PlanDifference[] {
  const spot = spotOf({ name: spaced(key), said: '' }, [key]);
  return compareValues(before, after, { ...spot, key, label: spaced(key), isText: isTextKey(key) });
}

/** The keys that hold a formula. */
const FORMULAS: ReadonlySet<string> = new Set(['terms', 'payout', 'award']);

/** A key that is one part of the plan, told key by key also where the other plan has none of it. */
function compareBlock(key: string, before: unknown, after: unknown): PlanDifference[] {
  const spot = spotOf(plainly(spaced(key)), [key]);
  if (FORMULAS.has(key)) return compareValues(before, after, spot);
  return compareFields(before ?? {}, after ?? {}, spot);
}

/** Keys whose own keys are parts of the plan each, and what these are called. */
const PARTS: Readonly<Record<string, (name: string) => Part>> = {
  metrics: (name) => plainly(`metric ${name}`),
  fields: (name) => plainly(`field ${name}`),
  terms: (name) => plainly(`term ${name}`),
  calendars: (name) => plainly(`calendar ${name}`),
  periods: (name) => plainly(`part of the period ${name}`),
  leave: (name) => ({ name: `leave ${name}`, said: `leave ${quoted(name)}` }),
  leavers: (name) => ({ name: `leavers ${name}`, said: `leavers ${quoted(name)}` }),
  limits: (name) => plainly(`limits of ${whose(name)}`),
  rounding: (name) => plainly(`rounding of ${whose(name)}`),
};

/** Limits and rounding have keys of the schema; the others hold what the plan has named. */
function isOfNames(key: string): boolean {
  return Object.hasOwn(PARTS, key) && key !== 'limits' && key !== 'rounding';
}

function plainly(said: string): Part {
  return { name: said, said };
}

function whose(name: string): string {
  return name === 'goal' || name === 'achievement' ? `every ${name}` : `the ${name}`;
}

function compareNamed(key: string, held: Held): PlanDifference[] {
  const names = [...new Set([...keysOf(held.after), ...keysOf(held.before)])];
  return names.flatMap((name) => compareOne(key, name, held));
}

/** What two plans have under a key. */
interface Held {
  readonly before: Fields;
  readonly after: Fields;
}

function compareOne(key: string, name: string, held: Held): PlanDifference[] {
  // Among names that the plan gave `source` is one like others.
  const holder = { ...spotOf(plainly(spaced(key)), [key]), key: isOfNames(key) ? 'values' : '' };
  const at = into(holder, name, held);
  if (!isOfNames(key) && name === 'source') return compareValues(held.before[name], held.after[name], at);
  const part = (PARTS[key] as (name: string) => Part)(name);
  const spot: Spot = { ...at, part, steps: [], label: '', key: '', isText: false };
  return compareThing(key, own(held.before, name), own(held.after, name), spot);
}

/** One metric, term or limit: limits are told by their ends also where there are none on one side. */
function compareThing(key: string, before: unknown, after: unknown, spot: Spot): PlanDifference[] {
  if (FORMULAS.has(key)) return compareValues(before, after, spot);
  if (isFields(before) && isFields(after)) return compareFields(before, after, spot);
  if (key === 'limits') return compareFields(before ?? {}, after ?? {}, spot);
  if (after === undefined) return [removed(spot, before, thingText(before))];
  return before === undefined ? [added(spot, after, thingText(after))] : compareValues(before, after, spot);
}

function thingText(value: unknown): string {
  return isFields(value) ? summaryOf(value) : textOf(value, '');
}
