import { minorDigits } from '../num/currency.js';
import type { Literal } from '../num/literal.js';
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  negate,
  type Ratio,
  ratio,
  sign,
  subtract,
  ZERO,
} from '../num/ratio.js';
import { decimalUnit, roundTo } from '../num/round.js';
import type { AllotNode, Formula } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { PoolRule } from '../program/step.js';
import { COUNT, MONEY, RATIO, type Unit } from '../program/unit.js';
import { type Name, told } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf, type Reader } from './concept.js';
import { BEFORE_POOL } from './pool.js';
import { AWARD_ROUNDING } from './rounding.js';
import { type Member, mustBe, mustBeNumber } from './units.js';

/** What everybody has of a part of the pool, under the key by which it is read of each. */
interface Read {
  readonly key: string;
  readonly part: Compiled;
}

/**
 * Pool: the person's part of a pot that is shared out over everybody who takes part.
 *
 * Formula:  first + the rest of the fund × Σ part × what the person has of a key ÷ what all have of it, between floor and
 *           ceiling; what these add or cut is borne by the others by the same keys (a ceiling's only where the plan
 *           redistributes it). Through groups: budgets by what their people bring, or as stated, then within each
 * Units:    money; keys are of any unit, each against the sum of its own
 * Rounds:   the fund, and budgets of groups, to whole units of the award's rounding; amounts by largest remainder,
 *           ties to the lower id: they sum to what is shared out
 * Domain:   a person counts in the group of the last day that counts, and shares in nothing without such a day
 * Issues:   pool.*, plan.pool.parts, plan.pool.remainder
 * Source:   French intéressement: sub-pools on keys of their own, ceilings per person (Code du travail L.3314-5 to -11,
 *           circular of 14 September 2005, sheet 5); budgets scaled with guaranteed floors (RISK E2)
 */
export const poolShare: Concept<AllotNode> = {
  role: 'allot',
  compile(node, compiler) {
    const fund = fundOf(node, compiler);
    const keys = node.keys.map(({ by }, index) => keyOf(node, by, index, compiler));
    const bounds = (['first', 'floor', 'ceiling'] as const).flatMap((name) => boundOf(node, name, compiler));
    const rule: PoolRule = {
      keys: keys.map(({ key }, index) => ({
        key,
        part: numberOf(node.keys[index]?.part ?? '1'),
        ofAward: node.keys[index]?.ofAward ?? false,
      })),
      ...Object.fromEntries(bounds.map(({ name, key }) => [name, key])),
      redistribute: node.redistribute,
      levels: node.levels.map(({ to, shares }) => ({
        to,
        ...(shares && { shares: mapValues(shares, numberOf) }),
      })),
      unit: unitOf(compiler),
      leaveOut: node.leaveOut,
    };
    const own = [...keys, ...bounds].map(({ part }) => part.operand);
    const operand = compiler.add({ op: 'allot', args: [fund.operand, ...own], pool: rule }, MONEY, 'person');
    const totals = keys.map(({ key, part: { unit } }, index) =>
      totalOf({ key, unit, name: node.keys[index]?.name ?? '' }, node.leaveOut, compiler),
    );
    const shared: Shared = { ...node, unit: rule.unit };
    return compiled('allot', shared, {
      operand,
      unit: MONEY,
      scope: 'person',
      children: [
        fund,
        ...keys.map(({ part }, index) => called(part, node.keys[index]?.name)),
        ...totals,
        ...bounds.map(({ part }) => part),
        ...firstOfAll(node, bounds, compiler),
      ],
      currency: compiler.document.currency,
      counted: true,
      amount: false,
      rate: false,
      inParts: false,
    });
  },
  say: saidOf,
  /** A pool that shares out by what the plan pays before it only changes that; any other is a part by itself. */
  split(outline, reader, coefficient, split) {
    const whole = numberAt(outline, reader);
    const before = beforeIn(outline);
    if (before === undefined) return [{ of: outline, amount: multiply(coefficient, whole) }];
    const change = subtract(whole, numberAt(before, reader));
    const inner = split(before, reader, coefficient);
    return sign(change) === 0 ? inner : [...inner, { of: outline, amount: multiply(coefficient, change) }];
  },
};

/** The node with the unit of its amounts. */
interface Shared extends AllotNode {
  readonly unit: Ratio;
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value)]));
}

/** The fund: one sum of money of the company. */
function fundOf(node: AllotNode, compiler: Compiler): Compiled {
  const member: Member = { part: compiler.compile(node.allot), formula: node.allot, key: ['fund'] };
  const fund = mustBe(MONEY, node, member, compiler);
  const own = fund.unit === 'unknown' ? undefined : ofSomebody(fund.outline);
  if (own !== undefined)
    compiler.report({
      code: 'plan.formula.scope',
      path: compiler.at(node, 'fund'),
      message: `The fund reads what belongs to the ${own}, and a pool has one fund for everybody`,
      expected: 'money of the company: { money: … }, { total: … }, or metrics of the company',
      hint: 'Read it of the company, or as a sum over people: { peers: sum, of: …, among: company }',
    });
  const { operand, scope, currency, outline } = fund;
  if (outline.name === undefined) return called(fund, told('fund of the pool'));
  const labels = { sum: [node.allot], name: told('fund of the pool'), stage: 'pool' } as const;
  return compiled('sum', labels, { operand, unit: MONEY, scope, currency, children: [fund] });
}

/** Whose a value is that is not the company's; amounts of the plan count for everybody in its currency. */
function ofSomebody({ role, scope, children }: Outline): string | undefined {
  if (children.length === 0) return scope === 'company' || role === 'money' ? undefined : scope;
  for (const child of children) {
    const own = ofSomebody(child);
    if (own !== undefined) return own;
  }
  return undefined;
}

function keyOf(node: AllotNode, by: Formula, index: number, compiler: Compiler): Read {
  const key = `pool key ${index + 1}`;
  const member: Member = { part: compiler.cross(key, by), formula: by, key: ['distribute', index, 'by'] };
  const part = mustBeNumber(node, member, compiler);
  return { key, part: part.unit === 'any' ? { ...part, unit: COUNT } : part };
}

type BoundName = 'first' | 'floor' | 'ceiling';

/** What each person gets first, at least or at most. */
function boundOf(
  node: AllotNode,
  name: BoundName,
  compiler: Compiler,
): (Read & { readonly name: BoundName })[] {
  const formula = node[name];
  if (formula === undefined) return [];
  const key = `pool ${name}`;
  const part = mustBe(MONEY, node, { part: compiler.cross(key, formula), formula, key: [name] }, compiler);
  const isWritten = typeof formula === 'object' || name !== 'floor';
  return [{ name, key, part: isWritten ? called(part, told(`${name} of the pool`)) : part }];
}

/** What everybody has of a key together. */
function totalOf(
  { key, unit, name }: { readonly key: string; readonly unit: Unit; readonly name: Name },
  leaveOut: boolean,
  compiler: Compiler,
): Compiled {
  const crossing = { key, among: 'company', take: { fold: 'sum' }, leaveOut } as const;
  const operand = compiler.add({ op: 'across', args: [], crossing }, unit, 'company');
  const labels = { peers: 'sum', among: 'company', name: told('total of', name), stage: 'pool' } as const;
  return compiled('peers', labels, { operand, unit, scope: 'company' });
}

/** What everybody gets first, together. */
function firstOfAll(
  { leaveOut }: AllotNode,
  bounds: readonly (Read & { readonly name: BoundName })[],
  compiler: Compiler,
): Compiled[] {
  return bounds
    .filter(({ name }) => name === 'first')
    .map(({ key }) => totalOf({ key, unit: MONEY, name: told('first of the pool') }, leaveOut, compiler));
}

/** What is shown as a line of its own. */
function called(part: Compiled, name: Name | undefined): Compiled {
  const { outline } = part;
  if (name === undefined || outline.name !== undefined) return part;
  return { ...part, outline: { ...outline, name, stage: outline.stage ?? 'pool' } };
}

/** Amounts are whole units of what the award is rounded to. */
function unitOf({ document }: Compiler): Ratio {
  const { to } = document.rounding?.award ?? AWARD_ROUNDING;
  return to === 'currency' ? decimalUnit(minorDigits(document.currency ?? '') ?? 2) : numberOf(to);
}

/** Where the award before the pool is all that it is shared out by. */
function beforeIn(outline: Outline): Outline | undefined {
  const { keys } = outline.node as AllotNode;
  const by = keys.length === 1 ? keys[0]?.by : undefined;
  return typeof by === 'object' && 'term' in by && by.term === BEFORE_POOL ? outline.children[1] : undefined;
}

/** Where the parts of a pool stand among the children of its outline. */
interface Told {
  readonly fund: Outline;
  readonly keys: readonly { readonly own: Outline; readonly all: Outline; readonly part: Literal }[];
  readonly first: { readonly own: Outline; readonly all: Outline } | undefined;
  readonly floor: Outline;
  readonly ceiling: Outline | undefined;
}

function toldOf({ node, children }: Outline): Told {
  const { keys, first, ceiling } = node as AllotNode;
  const at = (index: number) => children[index] as Outline;
  const count = keys.length;
  const bounds = 1 + 2 * count;
  const extra = first === undefined ? 0 : 1;
  return {
    fund: at(0),
    keys: keys.map(({ part }, index) => ({ own: at(1 + index), all: at(1 + count + index), part })),
    first: first === undefined ? undefined : { own: at(bounds), all: at(children.length - 1) },
    floor: at(bounds + extra),
    ceiling: ceiling === undefined ? undefined : at(bounds + extra + 1),
  };
}

/**
 * `106,000.00 EUR × (40,000.00 EUR ÷ 530,000.00 EUR)`, then what keeps it from being that: the floor or ceiling, or what
 * those of others, and the budgets of groups, add or take.
 */
function saidOf(outline: Outline, reader: Reader): string {
  const told = toldOf(outline);
  const parts = told.keys.map(({ own, all, part }) => {
    const times = told.keys.length === 1 ? '' : `${shown(part, reader)} × `;
    return `${times}${reader.show(own)} ÷ ${reader.show(all)}`;
  });
  const fund = reader.show(told.fund);
  const { first } = told;
  const base = first
    ? `${reader.show(first.own)} + (${fund} − ${reader.show(first.all)}) × (${parts.join(' + ')})`
    : `${fund} × (${parts.join(' + ')})`;
  return `${base}${heldAt(outline, told, reader) ?? byOthers(outline, told, reader)}`;
}

function shown(part: Literal, reader: Reader): string {
  const made = { operand: numberOf(part), unit: RATIO, scope: 'company' } as const;
  return reader.show(compiled('literal', {}, made).outline);
}

/** Whether the person is held at the floor or the ceiling, in whole units as amounts are. */
function heldAt(outline: Outline, { floor, ceiling }: Told, reader: Reader): string | undefined {
  const { limit } = reader.words;
  const { unit } = outline.node as Shared;
  const amount = numberAt(outline, reader);
  const isAt = (end: Outline, mode: 'ceiling' | 'floor') =>
    equal(roundTo(numberAt(end, reader), unit, mode), amount);
  if (sign(numberAt(floor, reader)) > 0 && isAt(floor, 'ceiling'))
    return `, ${limit.floor(reader.show(floor))}`;
  return ceiling && isAt(ceiling, 'floor') ? `, ${limit.cap(reader.show(ceiling))}` : undefined;
}

/** What floors and ceilings of others and the budgets of groups change; nothing is told of what is hidden. */
function byOthers(outline: Outline, { fund, keys, first }: Told, reader: Reader): string {
  const others = [fund, ...keys.map(({ all }) => all), ...(first ? [first.all] : [])];
  if (others.some((one) => reader.hides(one))) return '';
  const at = (one: Outline) => numberAt(one, reader);
  const rest = first ? subtract(at(fund), at(first.all)) : at(fund);
  const shares = keys.map(({ own, all, part }) =>
    at(all).n === 0n ? ZERO : divide(multiply(numberOf(part), at(own)), at(all)),
  );
  const plain = add(multiply(rest, shares.reduce(add, ZERO)), first ? at(first.own) : ZERO);
  const change = subtract(at(outline), plain);
  const unit = ratio(1n);
  if (compare(change, unit) < 0 && compare(negate(change), unit) < 0) return '';
  const operand = sign(change) < 0 ? negate(change) : change;
  const said = reader.show({ ...outline, operand });
  return sign(change) < 0 ? reader.words.pool.less(said) : reader.words.pool.more(said);
}
