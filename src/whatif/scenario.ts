import { isRecord, type Row } from '../data/table.js';
import { type Issue, issue, type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Literal } from '../num/literal.js';
import { type Change, changeOf } from './change.js';
import type { ColumnInput, MetricInput, WhatIfInput } from './input.js';

/** A change as a scenario writes it: a value, or what is added or multiplied. */
export type WrittenChange =
  | Literal
  | { readonly is: Literal }
  | { readonly plus: Literal }
  | { readonly times: Literal };

/** What becomes of a metric: everywhere, or in a group or part of the period; several changes apply in their order. */
export type ActualChange =
  | WrittenChange
  | (Exclude<WrittenChange, Literal> & { readonly group?: string; readonly period?: string })
  | { readonly groups: Readonly<Record<string, WrittenChange>>; readonly period?: string }
  | { readonly periods: Readonly<Record<string, WrittenChange>>; readonly group?: string }
  | readonly ActualChange[];

/** What becomes of a column of people: everybody's, or of some. */
export type ColumnChange =
  | WrittenChange
  | (Exclude<WrittenChange, Literal> & Omit<ColumnInput, 'column'>)
  | readonly ColumnChange[];

/** A named overlay on actuals, people and plans. What it does not name stays as it is. */
export interface Scenario {
  readonly actuals?: Readonly<Record<string, ActualChange>>;
  readonly people?: Readonly<Record<string, ColumnChange>>;
  /** Places of the plan with their new values, or a whole other plan document. */
  readonly plan?: Readonly<Record<string, unknown>>;
  /** The same by the id of the plan, where there are several. */
  readonly plans?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One change of one input, and where the scenario says it; or a plan document that replaces one. */
export type Edit =
  | { readonly input: WhatIfInput; readonly change: Change; readonly path: Path }
  | { readonly document: unknown; readonly plan: string | undefined; readonly path: Path };

/** A scenario as single changes, in their order. */
export interface ReadScenario {
  readonly edits: readonly Edit[];
  readonly issues: readonly Issue[];
}

const PARTS = ['actuals', 'people', 'plan', 'plans'] as const;

/**
 * Reads a scenario; whatever is not written as scenarios are is told, all of it.
 *
 * Issues:   whatif.scenario.form
 */
export function readScenario(name: string, written: unknown): ReadScenario {
  const found: Found = { edits: [], issues: [] };
  const path = [name];
  if (!isRecord(written))
    return { edits: [], issues: [notRead(path, written, 'an object with actuals, people or plan')] };
  checkKeys(written, PARTS, path, found);
  for (const [metric, one] of entriesOf(written, 'actuals', path, found))
    readActual({ metric }, one, [...path, 'actuals', metric], found);
  for (const [column, one] of entriesOf(written, 'people', path, found))
    readColumn(column, one, [...path, 'people', column], found);
  if (written['plan'] !== undefined) readPlan(undefined, written['plan'], [...path, 'plan'], found);
  for (const [plan, one] of entriesOf(written, 'plans', path, found))
    readPlan(plan, one, [...path, 'plans', plan], found);
  return found;
}

interface Found {
  readonly edits: Edit[];
  readonly issues: Issue[];
}

function entriesOf(written: Row, key: string, path: Path, { issues }: Found): [string, unknown][] {
  const part = written[key];
  if (part === undefined) return [];
  if (isRecord(part)) return Object.entries(part);
  issues.push(notRead([...path, key], part, 'an object of names with their changes'));
  return [];
}

function checkKeys(written: Row, known: readonly string[], path: Path, { issues }: Found): void {
  for (const key of Object.keys(written)) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    const told = notRead([...path, key], key, `one of ${known.join(', ')}`);
    issues.push(near === undefined ? told : { ...told, hint: `Did you mean ${quote(near)}?` });
  }
}

const CHANGES = ['is', 'plus', 'times'];

function readActual(input: MetricInput, written: unknown, path: Path, found: Found): void {
  if (Array.isArray(written)) {
    for (const [index, one] of written.entries()) readActual(input, one, [...path, index], found);
    return;
  }
  const own = isRecord(written) ? { ...input, ...placeIn(written, path, found) } : input;
  const parts = isRecord(written)
    ? (['groups', 'periods'] as const).filter((key) => Object.hasOwn(written, key))
    : [];
  if (!isRecord(written) || parts.length === 0) {
    addChange(own, written, path, found, [...CHANGES, 'group', 'period', 'groups', 'periods']);
    return;
  }
  checkKeys(written, [...parts.slice(0, 1), 'group', 'period'], path, found);
  const [key] = parts as ['groups' | 'periods'];
  for (const [name, one] of entriesOf(written, key, path, found))
    readActual({ ...own, [key === 'groups' ? 'group' : 'period']: name }, one, [...path, key, name], found);
}

/** The group and the part of the period that a change is for. */
function placeIn(written: Row, path: Path, { issues }: Found): Partial<MetricInput> {
  const given = (['group', 'period'] as const).filter((key) => Object.hasOwn(written, key));
  for (const key of given)
    if (!isText(written[key])) issues.push(notRead([...path, key], written[key], `the name of a ${key}`));
  return Object.fromEntries(given.map((key) => [key, String(written[key])]));
}

function isText(value: unknown): value is Literal {
  return typeof value === 'string' || typeof value === 'number';
}

function readColumn(column: string, written: unknown, path: Path, found: Found): void {
  if (Array.isArray(written)) {
    for (const [index, one] of written.entries()) readColumn(column, one, [...path, index], found);
    return;
  }
  const some = isRecord(written) ? someIn(written, path, found) : {};
  addChange({ column, ...some }, written, path, found, [...CHANGES, 'person', 'where']);
}

/** The people whose column changes. */
function someIn({ person, where }: Row, path: Path, { issues }: Found): Omit<ColumnInput, 'column'> {
  if (person !== undefined && ![person].flat().every(isText))
    issues.push(notRead([...path, 'person'], person, 'an id, or a list of ids'));
  const isWhere = isRecord(where) && Object.values(where).every((one) => [one].flat().every(isText));
  if (where !== undefined && !isWhere)
    issues.push(notRead([...path, 'where'], where, 'columns with a value, or a list of values, each'));
  return {
    ...(person !== undefined && { person: [person].flat().map(String) }),
    ...(isWhere && { where: where as NonNullable<ColumnInput['where']> }),
  };
}

function addChange(
  input: WhatIfInput,
  written: unknown,
  path: Path,
  found: Found,
  keys: readonly string[],
): void {
  if (isRecord(written)) checkKeys(written, keys, path, found);
  const change = changeOf(written);
  if (change) found.edits.push({ input, change, path });
  else found.issues.push(notRead(path, written, 'a value, or one of { is }, { plus } and { times }'));
}

/** A whole plan document is known by its period; everything else is places with their values. */
function readPlan(plan: string | undefined, written: unknown, path: Path, found: Found): void {
  if (!isRecord(written)) {
    found.issues.push(
      notRead(path, written, 'places such as goals/0/weight with their values, or a plan document'),
    );
    return;
  }
  if (Object.hasOwn(written, 'period') && Object.hasOwn(written, 'plan')) {
    found.edits.push({ document: written, plan, path });
    return;
  }
  for (const [at, one] of Object.entries(written)) {
    const input = plan === undefined ? { path: at } : { path: at, plan };
    found.edits.push({ input, change: changeOf(one) ?? { how: 'is', raw: one }, path: [...path, at] });
  }
}

function notRead(path: Path, received: unknown, expected: string): Issue {
  return issue({
    code: 'whatif.scenario.form',
    path,
    message: `${quote(received)} is not what stands here`,
    expected,
    hint: 'Compare with the schema: variable-pay schema scenarios; this scenario is refused, others go on',
  });
}
