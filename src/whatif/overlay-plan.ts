import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { isRecord } from '../data/table.js';
import { type Issue, issue, type Path } from '../issue/issue.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { type Change, changed, numberOfChange, writtenExactly } from './change.js';
import { noNumber, refusedValue, unknownName } from './faults.js';
import type { PathInput } from './input.js';

/** A document with a place changed, or why it could not be. */
export type ChangedDocument = { readonly document: unknown } | { readonly issues: readonly Issue[] };

/** Which of the plans is meant: the one named, or the only one. */
export function planMeant(plans: readonly Plan[], plan: string | undefined, path: Path): number | Issue {
  const ids = plans.map(({ id }) => id);
  const index = plan === undefined && plans.length === 1 ? 0 : ids.indexOf(plan ?? '');
  return index < 0 ? unknownName('plan', plan ?? '', ids, path) : index;
}

/**
 * A plan document with the value at a place changed; the place must be there.
 *
 * Issues:   whatif.path.unknown, whatif.value.number
 * @example  changeDocument(document, { input: { path: 'goals/0/weight' }, change: { how: 'is', raw: '40%' }, path: [] })
 */
export function changeDocument(
  document: unknown,
  { input, change, path }: { readonly input: PathInput; readonly change: Change; readonly path: Path },
): ChangedDocument {
  const keys = input.path
    .replace(/^\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return replaced(document, keys, change, path);
}

function replaced(node: unknown, keys: readonly string[], change: Change, path: Path): ChangedDocument {
  const [key, ...rest] = keys;
  if (key === undefined) return valueAfter(node, change, path);
  const isList = Array.isArray(node);
  const known = isList || isRecord(node) ? Object.keys(node) : [];
  if (!known.includes(key)) return { issues: [unknownName('path', key, known, path)] };
  const made = replaced((node as Readonly<Record<string, unknown>>)[key], rest, change, path);
  if ('issues' in made) return made;
  const entries = Object.entries(node as object).map(([own, value]) => [
    own,
    own === key ? made.document : value,
  ]);
  return { document: isList ? entries.map(([, value]) => value) : Object.fromEntries(entries) };
}

function valueAfter(value: unknown, change: Change, path: Path): ChangedDocument {
  if (change.how === 'is') return { document: change.raw };
  const [read, by] = [readLiteral(value), numberOfChange(change)];
  if (by === undefined) return { issues: [noNumber(change.raw, path)] };
  if (!isNumber(read)) return { issues: [noNumber(value, path, 'a place in the plan that holds a number')] };
  const text = writtenExactly(changed(read.value, change.how, by));
  return text === undefined
    ? { issues: [refusedValue('The value has too many digits', path, 'at most 18 digits')] }
    : { document: text };
}

/**
 * A changed document as a plan.
 *
 * Issues:   whatif.plan.invalid, and beside it what is wrong with the plan
 */
export function planFrom(
  document: unknown,
  path: Path,
): { readonly plan: Plan } | { readonly issues: readonly Issue[] } {
  const parsed = parsePlan(document);
  if (parsed.ok) return { plan: parsed.plan };
  const faults = parsed.issues.filter(({ severity }) => severity === 'error');
  const invalid = issue({
    code: 'whatif.plan.invalid',
    path,
    message: `The plan would be invalid: ${faults[0]?.message ?? 'see beside'}`,
    expected: faults[0]?.expected ?? 'a valid plan',
    hint: 'Change what goes with it, too; this question is refused, others go on',
  });
  return { issues: [invalid, ...faults.map((one) => ({ ...one, path: [...path, ...one.path] }))] };
}
