import { quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import type { Formula, MeanOfTopNode, PeersNode, RankNode, ResultNode, TotalNode } from '../plan/formula.js';
import type { Direction } from '../plan/metric-kinds.js';
import type { Outline } from '../program/outline.js';
import type { Scope } from '../program/scope.js';
import type { Crossing } from '../program/step.js';
import { COUNT } from '../program/unit.js';
import type { Words } from '../words/words.js';
import { awardCurrency } from './award-currency.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf, unusable } from './concept.js';
import { directionOf } from './fact.js';
import { reportStructure } from './person-field.js';
import { mustBeNumber } from './units.js';

/** What is read of other people, under a key so that the same is read once. */
function crossed(
  node: object,
  [formula, at]: readonly [Formula, string],
  compiler: Compiler,
): { readonly key: string; readonly read: Compiled } {
  const key = JSON.stringify([formula, compiler.part?.names[compiler.part.index]]);
  const read = mustBeNumber(node, { part: compiler.cross(key, formula), formula, key: [at] }, compiler);
  if ('among' in node) checkAmong(node as { readonly among: string }, compiler);
  return { key, read };
}

/** A grouping is a column of people that says neither who nor when. */
function checkAmong(node: { readonly among: string }, compiler: Compiler): void {
  const { among } = node;
  const path = compiler.at(node, 'among');
  if (among !== 'company') reportStructure(among, path, compiler);
}

interface Fold {
  readonly crossing: Crossing;
  readonly read: Compiled;
  readonly role: string;
}

/** One number over people: the same for everybody in the group. */
function compileFold(node: object, { crossing, read, role }: Fold, compiler: Compiler): Compiled {
  const isCount = crossing.take.fold === 'count';
  const money = typeof read.unit === 'object' && read.unit.money !== 0;
  const currency = money && !isCount ? (read.currency ?? currencyOfAll(node, crossing, compiler)) : undefined;
  const unit = isCount ? COUNT : read.unit;
  const scope: Scope = typeof crossing.among === 'string' ? crossing.among : 'company';
  const operand = compiler.add({ op: 'across', args: [], crossing }, unit, scope);
  return compiled(role, node, { operand, unit, scope, currency, amount: false });
}

/** Money of several people is one number only in one currency: that of the plan. */
function currencyOfAll(node: object, { take }: Crossing, compiler: Compiler): string | undefined {
  const currency = awardCurrency(compiler.document);
  if (currency !== undefined || take.fold === 'only') return currency;
  compiler.report({
    code: 'plan.currency.missing',
    path: ['currency'],
    message: `Money of several people is put together (${Object.keys(node)[0]}), and the plan has no currency`,
    expected: 'currency: the ISO 4217 code of every award',
    hint: 'Write the currency of the plan; nothing is converted here',
  });
  return undefined;
}

/**
 * Peers: one number over the eligible people of a group.
 *
 * Formula:  sum, mean, lowest, highest or count of what each of them has, brought up to the person by their days
 * Domain:   a person counts in the group of the last day that counts; somebody whose value cannot be had makes the
 *           result faulty, unless `missing: leaveOut`
 * Issues:   run.peers.none, plan.currency.missing
 */
export const peers: Concept<PeersNode> = {
  role: 'peers',
  compile(node, compiler) {
    const { key, read } = crossed(node, [node.of, 'of'], compiler);
    const crossing: Crossing = {
      key,
      among: node.among,
      take: { fold: node.peers },
      leaveOut: leavesOut(node),
    };
    return compileFold(node, { crossing, read, role: 'peers' }, compiler);
  },
  say: (outline, { words }) => words.peers[(outline.node as PeersNode).peers](amongText(outline, words)),
};

function leavesOut({ missing }: { readonly missing?: 'leaveOut' }): boolean {
  return missing === 'leaveOut';
}

function amongText({ node }: Outline, { peers: told }: Words): string {
  const { among } = node as { among: string };
  return among === 'company' ? told.everybody : told.among(among);
}

/**
 * Mean of the top: the mean of the best part of the eligible people of a group, such as the anchor of a level.
 *
 * Rounds:   the number of people that the part is, as `count` says; at least one
 * Source:   levels from the average of the top 80, 60, 40 and 20 % of advisors (BT Consumer 2020)
 */
export const meanOfTop: Concept<MeanOfTopNode> = {
  role: 'meanOfTop',
  compile(node, compiler) {
    const { key, read } = crossed(node, [node.of, 'of'], compiler);
    const part = numberOf(node.meanOfTop);
    const direction = directionIn(node, node.of, compiler);
    const take = { fold: 'meanOfTop', part, count: node.count, direction } as const;
    const crossing: Crossing = { key, among: node.among, take, leaveOut: leavesOut(node) };
    if (part.n <= 0n || part.n > part.d) reportPart(node, compiler);
    return compileFold(node, { crossing, read, role: 'meanOfTop' }, compiler);
  },
  say(outline, { words }) {
    const { meanOfTop: part, count } = outline.node as MeanOfTopNode;
    return words.peers.meanOfTop(String(part), words.peers.counted[count], amongText(outline, words));
  },
};

function reportPart(node: MeanOfTopNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.number.range',
    path: compiler.at(node, 'meanOfTop'),
    message: `${node.meanOfTop} is not a part of the people`,
    expected: 'more than 0% and at most 100%',
    hint: 'Write the share of the people that counts, such as 60%',
  });
}

/** Whether higher or lower is better among peers: as written, or as the metric says. */
function directionIn(node: { readonly direction?: Direction }, of: Formula, compiler: Compiler): Direction {
  if (node.direction !== undefined) return node.direction;
  const name = typeof of === 'object' && 'metric' in of ? of.metric : undefined;
  const { metrics } = compiler;
  const metric = name !== undefined && Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  return metric ? directionOf(metric) : 'higher';
}

/**
 * Rank: the place among the eligible people of a group, 1 is best.
 *
 * Formula:  1 + the number of people with a better value; people with one value share the best of their places, the
 *           mean or the worst
 * Units:    a count
 */
export const rank: Concept<RankNode> = {
  role: 'rank',
  compile(node, compiler) {
    const { key, read } = crossed(node, [node.rank, 'rank'], compiler);
    const take = {
      fold: 'rank',
      ties: node.ties,
      direction: directionIn(node, node.rank, compiler),
    } as const;
    const crossing: Crossing = { key, among: node.among, take, leaveOut: leavesOut(node) };
    const operand = compiler.add({ op: 'across', args: [read.operand], crossing }, COUNT, 'person');
    return compiled('rank', node, { operand, unit: COUNT, scope: 'person', children: [read], amount: false });
  },
  say: (outline, reader) =>
    `${reader.show(outline.children[0] as Outline)}, ${amongText(outline, reader.words)}`,
};

/**
 * Total: a sum over everybody eligible, of a field or of the awards before the gate that reads them.
 *
 * Units:    those of the field; rates are prorated by each person's days
 * Rounds:   never; awards are already rounded
 * Source:   nothing unless profit after the bonuses themselves reaches 15 million (SEC filer 1080747, 2013)
 */
export const total: Concept<TotalNode> = {
  role: 'total',
  compile(node, compiler) {
    const isAwards = node.total === 'awards';
    if (isAwards && !compiler.readsAwards()) return misplaced(node, compiler);
    const at = compiler.part?.names[compiler.part.index];
    const key = isAwards ? 'awards' : JSON.stringify(['total', node.total, at]);
    const of: Formula = isAwards ? { term: 'awards' } : { person: node.total };
    const crossing: Crossing = { key, among: 'company', take: { fold: 'sum' }, leaveOut: leavesOut(node) };
    if (!isAwards && !isField(node, compiler)) return unusable(node);
    if (!isAwards) compiler.stands(of, node);
    const read = mustBeNumber(node, { part: compiler.cross(key, of), formula: of, key: ['total'] }, compiler);
    return compileFold(node, { crossing, read, role: 'total' }, compiler);
  },
  say: (outline, { words: { peers: told } }) =>
    (outline.node as TotalNode).total === 'awards' ? told.awards : told.everybody,
};

/** A total is of a field that the plan declares as a number. */
function isField(node: TotalNode, compiler: Compiler): boolean {
  const known = ['salary', ...Object.keys(compiler.document.fields ?? {})];
  if (known.includes(node.total)) return true;
  const near = nearest(node.total, ['awards', ...known]);
  compiler.report({
    code: 'plan.field.undeclared',
    path: compiler.at(node, 'total'),
    message: `The plan does not say what the column ${quote(node.total)} holds`,
    expected: `awards, salary, or a field declared as fields: { ${node.total}: { kind: money } }`,
    hint: near ? `Did you mean ${quote(near)}?` : 'Declare it under fields',
  });
  return false;
}

function misplaced(node: TotalNode, compiler: Compiler): Compiled {
  compiler.report({
    code: 'plan.formula.place',
    path: compiler.at(node, 'total'),
    message: 'The total of the awards is read where the awards are still being made',
    expected: 'total: awards in a gate, which comes last',
    hint: 'Move the condition to gates: { value: { difference: [ … , { total: awards }] }, atLeast: … }',
  });
  return unusable(node);
}

/**
 * Result: another person's named term.
 *
 * Domain:   exactly one eligible person has the fields; a result that itself reads another person's is refused
 * Issues:   run.peers.none, plan.term.chain
 * Source:   officers share the chief executive's score (SEC filer 1381325, 2011)
 */
export const result: Concept<ResultNode> = {
  role: 'result',
  compile(node, compiler) {
    if (compiler.linked === true) reportChain(node, compiler);
    const term = { term: node.result };
    if (!isTerm(node, compiler)) return unusable(node);
    compiler.stands(term, node);
    checkFields(node, compiler);
    const { key, read } = crossed(node, [term, 'result'], compiler.within({ linked: true }));
    const crossing: Crossing = { key, among: node.of, take: { fold: 'only' }, leaveOut: false };
    return compileFold(node, { crossing, read, role: 'result' }, compiler);
  },
  say: (outline, { words }) =>
    words.peers.resultOf(
      Object.entries((outline.node as ResultNode).of)
        .map((pair) => pair.join(' '))
        .join(', '),
    ),
};

function isTerm(node: ResultNode, compiler: Compiler): boolean {
  const terms = Object.keys(compiler.document.terms ?? {});
  if (terms.includes(node.result)) return true;
  compiler.unknown('plan.term.unknown', { kind: 'term', name: node.result, key: 'result' }, terms, node);
  return false;
}

/** The fields that only one person has: at least one, and none of structure. */
function checkFields(node: ResultNode, compiler: Compiler): void {
  const path = compiler.at(node, 'of');
  for (const column of Object.keys(node.of)) reportStructure(column, [...path, column], compiler);
  if (Object.keys(node.of).length > 0) return;
  compiler.report({
    code: 'plan.key.missing',
    path,
    message: 'This does not say whose result is read',
    expected: 'a column and what only one person has in it, such as { role: ceo }',
    hint: 'Name the column and its text',
  });
}

function reportChain(node: ResultNode, compiler: Compiler): void {
  compiler.report({
    code: 'plan.term.chain',
    path: compiler.at(node, 'result'),
    message: `Another person's result reads the result of a third (${node.result})`,
    expected: 'a term that is made without other results',
    hint: 'Let both read the term of the person it comes from',
  });
}
