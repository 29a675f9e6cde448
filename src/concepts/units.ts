import { type Path, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import { ONE } from '../num/ratio.js';
import type { Formula } from '../plan/formula.js';
import { joinScopes, type Scope } from '../program/scope.js';
import { isRatio, MONEY, RATIO, sameUnit, type Unit, unitName } from '../program/unit.js';
import { checkWritten, ratioLacksPercent } from './check.js';
import type { Compiled, Compiler } from './concept.js';
import { describe } from './describe.js';

/** A part of a node with the formula it was made of and the key it stands under. */
export interface Member {
  readonly part: Compiled;
  readonly formula: Formula;
  readonly key: readonly (string | number)[];
}

/** The scope in which all parts can be read. */
export function commonScope(parts: readonly Compiled[]): Scope {
  return parts.reduce<Scope>((scope, part) => joinScopes(scope, part.scope), 'company');
}

/** Parts that can be added or compared: of one unit, money in one currency. */
export interface Alike {
  readonly parts: readonly Compiled[];
  readonly unit: Unit;
  readonly scope: Scope;
  readonly currency: string | undefined;
  readonly guarded: boolean | undefined;
}

/**
 * Brings parts to one unit; a plain number among them takes it. What is no number, or cannot stand beside the first,
 * is reported, with both places.
 *
 * Issues:   plan.formula.unit, plan.field.undeclared, plan.number.percent, plan.currency.mixed
 */
export function alike(node: object, given: readonly Member[], compiler: Compiler): Alike {
  const members = given.map((member) => ({ ...member, part: mustBeNumber(node, member, compiler) }));
  const first = members.find(({ part }) => part.unit !== 'any' && part.unit !== 'unknown');
  const unit = first?.part.unit ?? members.find(({ part }) => part.unit === 'any')?.part.unit ?? 'unknown';
  const others = first ? members.filter(({ part }) => !sameUnit(part.unit, unit)) : [];
  for (const other of others) reportUnits(node, first as Member, other, compiler);
  for (const member of members) checkLiteral(node, member, unit, compiler);
  const spoilt = others.length > 0 || members.some(({ part }) => part.unit === 'unknown');
  return { unit: spoilt ? 'unknown' : unit, ...inOneCurrency(node, members, compiler) };
}

/** A number of the plan, written as numbers of the unit are that it takes. */
function checkLiteral(node: object, member: Member, unit: Unit, compiler: Compiler): void {
  const path = placeOf(node, member, compiler);
  if (isRatio(unit)) checkPercents(member, path, compiler);
  if (unit === 'any' || !sameUnit(unit, MONEY) || member.part.unit !== 'any') return;
  compiler.checked((check) => {
    checkWritten(check, member.formula, 'money', path);
  });
}

/** A column of people that is read as a number must be declared; nothing says what it holds otherwise. */
function reportUndeclared(node: object, { part, key }: Member, compiler: Compiler): boolean {
  const { undeclared } = part;
  if (undeclared === undefined) return false;
  const near = nearest(undeclared.person, ['salary', ...Object.keys(compiler.document.fields ?? {})]);
  compiler.report({
    code: 'plan.field.undeclared',
    path: compiler.pathOf(undeclared) ?? compiler.at(node, ...key),
    message: `The plan does not say what the column ${quote(undeclared.person)} holds`,
    expected: `fields: { ${undeclared.person}: { kind: ratio } }, or money, points, count, yesNo`,
    hint: near
      ? `Did you mean ${quote(near)}?`
      : 'Declare it under fields; money per: year or per: period is prorated, other money never is',
  });
  return true;
}

function reportUnits(node: object, first: Member, other: Member, compiler: Compiler): void {
  const [left, right] = [first, other].map((one) => `${placed(one)}, which is ${withArticle(one.part.unit)}`);
  compiler.report({
    code: 'plan.formula.unit',
    path: placeOf(node, other, compiler),
    message: `${right}, stands beside ${left}`,
    expected: withArticle(first.part.unit),
    hint: hintFor(first.part.unit, other.part.unit),
  });
}

/** A part in words, with the key it stands under. */
function placed({ formula, key }: Member): string {
  return key.length === 0 ? describe(formula) : `${describe(formula)} (${key.join('/')})`;
}

/** Where a part stands: where it was written itself, or below its node. */
function placeOf(node: object, { formula, key }: Member, compiler: Compiler): Path {
  const own = typeof formula === 'object' ? compiler.pathOf(formula) : undefined;
  return own ?? compiler.at(node, ...key);
}

function withArticle(unit: Unit): string {
  const name = unitName(unit);
  return ['ratio', 'number', 'condition', 'category', 'count'].includes(name) ? `a ${name}` : name;
}

function hintFor(a: Unit, b: Unit): string {
  const names = [unitName(a), unitName(b)];
  if (names.includes('condition')) return 'Put a condition into when';
  if (names.includes('category')) return 'A text is compared with is, or looked up in a table';
  if (names.includes('money per year'))
    return 'A yearly amount is money once it is prorated: { prorated: … }';
  if (names.includes('ratio') && names.includes('points'))
    return 'Points are compared with points, without a percent sign';
  return 'Multiply a ratio by the amount it is a part of, or read an achievement instead of a value';
}

/** Great bare numbers that stand beside a ratio, or flow into its place, lack their percent sign. */
function checkPercents(
  { formula, part }: Pick<Member, 'formula' | 'part'>,
  path: Path,
  compiler: Compiler,
): void {
  if (part.unit !== 'any') return;
  for (const [number, at] of plainNumbers(formula, path)) {
    const read = readLiteral(number);
    if (!isNumber(read) || !ratioLacksPercent(number, read)) continue;
    compiler.report({
      code: 'plan.number.percent',
      path: at,
      message: `${quote(String(number))} stands where a ratio belongs`,
      expected: `${number}% or a decimal such as 0.5`,
      hint: 'Add the percent sign',
    });
  }
}

/** Keys under which a node holds what it may come out as. */
const RESULTS = [
  'then',
  'otherwise',
  'limit',
  'floor',
  'cap',
  'give',
  'value',
  'round',
  'prorated',
  'payout',
];
const LISTS = ['sum', 'difference', 'highest', 'lowest', 'mean', 'weighted'];

/** The plain numbers that a formula may come out as, and where they stand. */
function plainNumbers(formula: unknown, path: Path): (readonly [Literal, Path])[] {
  if (typeof formula === 'string' || typeof formula === 'number') return [[formula, path]];
  if (typeof formula !== 'object' || formula === null) return [];
  const node = formula as Record<string, unknown>;
  const results = RESULTS.filter((key) => key in node).flatMap((key) =>
    plainNumbers(node[key], [...path, key]),
  );
  const lists = LISTS.flatMap((key) =>
    ((node[key] ?? []) as unknown[]).flatMap((one, index) => plainNumbers(one, [...path, key, index])),
  );
  return [
    ...results,
    ...lists,
    ...tableNumbers(node, path),
    ...curveNumbers(node, path),
    ...matrixNumbers(node, path),
  ];
}

function tableNumbers({ table }: Record<string, unknown>, path: Path): (readonly [Literal, Path])[] {
  const { values = {}, otherwise } = (table ?? {}) as { values?: object; otherwise?: unknown };
  const listed = Object.entries(values).flatMap(([key, value]) =>
    plainNumbers(value, [...path, 'table', 'values', key]),
  );
  return [...listed, ...plainNumbers(otherwise, [...path, 'table', 'otherwise'])];
}

function matrixNumbers({ matrix }: Record<string, unknown>, path: Path): (readonly [Literal, Path])[] {
  const { values = [] } = (matrix ?? {}) as { values?: readonly (readonly unknown[])[] };
  return values.flatMap((line, row) =>
    line.flatMap((value, column) => plainNumbers(value, [...path, 'matrix', 'values', row, column])),
  );
}

function curveNumbers({ curve }: Record<string, unknown>, path: Path): (readonly [Literal, Path])[] {
  const { points = [], shape } = (curve ?? {}) as {
    points?: readonly (readonly unknown[])[];
    shape?: string;
  };
  if (shape === 'slices') return [];
  return points.flatMap(([, y], index) => plainNumbers(y, [...path, 'curve', 'points', index, 1]));
}

/** Money of metrics has the currency of the metric, all other money that of the award: where they meet they must be the same. */
export function inOneCurrency(
  node: object,
  members: readonly Member[],
  compiler: Compiler,
): Omit<Alike, 'unit'> {
  const parts = members.map(({ part }) => part);
  const moneys = members.filter(({ part }) => typeof part.unit === 'object' && part.unit.money !== 0);
  const [first, ...others] = [...new Set(moneys.map(({ part }) => part.currency))];
  const stated = moneys.filter(({ part }) => part.currency !== undefined);
  const [one, two] = [stated[0], stated.find(({ part }) => part.currency !== stated[0]?.part.currency)];
  if (one && two) reportCurrencies(node, one, two, compiler);
  const guarded = moneys.length > 0 && moneys.every(({ part }) => part.guarded === true);
  if (others.length === 0) return { parts, scope: commonScope(parts), currency: first, guarded };
  const safe = parts.map((part) => inAwardCurrency(part, compiler));
  return { parts: safe, scope: commonScope(safe), currency: undefined, guarded: undefined };
}

function reportCurrencies(node: object, one: Member, two: Member, compiler: Compiler): void {
  compiler.report({
    code: 'plan.currency.mixed',
    path: placeOf(node, two, compiler),
    message: `${placed(two)} is in ${two.part.currency}, and ${placed(one)} beside it in ${one.part.currency}`,
    expected: 'amounts in one currency',
    hint: 'Measure both in one currency; nothing is converted here',
  });
}

/** Money of a metric that goes into an award: only for awards in its currency. */
export function inAwardCurrency(part: Compiled, compiler: Compiler): Compiled {
  const { currency, unit, outline } = part;
  if (currency === undefined) return part;
  if (part.guarded) return { ...part, currency: undefined };
  const input = { from: 'money', amount: ONE, currency } as const;
  const guard = compiler.add({ op: 'input', input }, RATIO, 'person');
  const scope = joinScopes(part.scope, 'person');
  const operand = compiler.add({ op: 'multiply', args: [part.operand, guard] }, unit, scope);
  return { ...part, operand, scope, currency: undefined, outline: { ...outline, scope } };
}

/** The members of a list of formulas under a key. */
export function membersOf(key: string, formulas: readonly Formula[], compiler: Compiler): Member[] {
  return formulas.map((formula, index) => ({ part: compiler.compile(formula), formula, key: [key, index] }));
}

/** One part that must be of a unit, such as a condition or a ratio. */
export function mustBe(unit: Unit, node: object, member: Member, compiler: Compiler): Compiled {
  const { part, formula } = member;
  if (part.unit === 'unknown') return part;
  const fits = unit === 'condition' || unit === 'category' ? part.unit === unit : sameUnit(part.unit, unit);
  if (fits) {
    if (isRatio(unit)) checkPercents(member, placeOf(node, member, compiler), compiler);
    return part;
  }
  if (reportUndeclared(node, member, compiler)) return { ...part, unit: 'unknown' };
  compiler.report({
    code: 'plan.formula.unit',
    path: placeOf(node, member, compiler),
    message: `${describe(formula)} is ${withArticle(part.unit)}, and ${withArticle(unit)} belongs here`,
    expected: withArticle(unit),
    hint: unit === 'condition' ? 'Compare it: { metric: nps, atLeast: 40 }' : hintFor(unit, part.unit),
  });
  return { ...part, unit: 'unknown' };
}

/** One part that must be a number, of whatever unit. */
export function mustBeNumber(node: object, member: Member, compiler: Compiler): Compiled {
  const { unit } = member.part;
  if (unit !== 'condition' && unit !== 'category') return member.part;
  if (reportUndeclared(node, member, compiler)) return { ...member.part, unit: 'unknown' };
  compiler.report({
    code: 'plan.formula.unit',
    path: placeOf(node, member, compiler),
    message: `${describe(member.formula)} is ${withArticle(unit)}, and a number belongs here`,
    expected: 'a number',
    hint: hintFor(unit, RATIO),
  });
  return { ...member.part, unit: 'unknown' };
}

/**
 * A part that is limited, compared or looked up as a whole: not one made of parts of the period that are prorated each
 * by itself, of which a stretch of days has its own share. Cutting a stretch in two would change it.
 *
 * Issues:   plan.formula.scope
 */
export function notInParts(node: object, { part, formula, key }: Member, compiler: Compiler): void {
  const isOwn = compiler.isWritten(node) || compiler.isWritten(formula);
  if (!isOwn || !part.inParts || compiler.prorating === undefined) return;
  compiler.report({
    code: 'plan.formula.scope',
    path: placeOf(node, { part, formula, key }, compiler),
    message: `${describe(formula)} is made of parts of the period, each prorated by its own days, and can only be added and multiplied`,
    expected: 'the limit, condition or curve inside each, or around prorated',
    hint: 'Write { each: … , give: { limit: … } }, or { limit: { prorated: … }, … }',
  });
}
