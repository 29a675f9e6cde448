import { type Issue, type IssueInput, issue, quote } from '../issue/issue.js';
import { nearest } from '../issue/nearest.js';
import { ONE, type Ratio, ratio, reduce } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Comparison, Formula, FormulaDocument, Node, TermNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { type Program, programBuilder } from '../program/program.js';
import { RATIO } from '../program/unit.js';
import { monthsIn } from '../time/period.js';
import { asAward, checkGatesOfThePerson } from './award-check.js';
import { BASE_PAY } from './base-pay.js';
import { type Compiled, type Compiler, type Context, compiled, numberOf, unusable } from './concept.js';
import { conceptByRole } from './concepts.js';
import { comparatorsOf, compileCondition } from './condition.js';
import { compileLiteral } from './literal.js';
import { named, nameOfTerm } from './naming.js';
import { type Places, placesIn } from './places.js';
import { BEFORE_POOL } from './pool.js';
import { prorationOf, shareBy } from './proration.js';
import { AWARD_ROUNDING, roundingUnit } from './rounding.js';

/** What compiling a plan gives: its program, or everything that is wrong with its formulas. */
export interface CompiledPlan {
  readonly program: Program;
  /** What was compiled beside the award, in the order asked for. */
  readonly beside: readonly Compiled[];
  readonly issues: readonly Issue[];
}

/** What a compilation collects on the way. */
interface Work {
  readonly formula: FormulaDocument;
  readonly document: PlanDocument;
  readonly places: Places;
  readonly builder: ReturnType<typeof programBuilder>;
  readonly terms: Map<string, Compiled>;
  /** Terms being compiled, outermost first: one that is met again goes round in a circle. */
  readonly open: string[];
  readonly crossings: Map<
    string,
    { readonly formula: Formula; readonly context: Context; readonly read: Compiled }
  >;
  readonly issues: Issue[];
}

/**
 * Turns a lowered plan into its step program, without seeing any data.
 *
 * A node is known by its one naming key; each concept adds its steps, equal steps are shared, and the
 * outline keeps names and clauses. The award must come out as money of the person: a yearly rate nobody
 * prorated, or a ratio beside money, is found here, with the place of both. Everything found is collected.
 *
 * `standard` is the program of the plan as it is: a variant can be read by other people in the same ways. `beside` are
 * formulas that explanations read beside the award; they share its steps.
 */
export function compileFormula(
  formula: FormulaDocument,
  document: PlanDocument,
  standard?: Program,
  beside: readonly Formula[] = [],
): CompiledPlan {
  const work = workOn(formula, document);
  const compiler = compilerIn(work, {});
  const award = asAward(compiler.compile(formula.award), compiler);
  checkGatesOfThePerson(compiler);
  if (sizeOf(award.outline) > MAXIMUM_PARTS) work.issues.push(tooLarge());
  const target = document.target === undefined ? undefined : compiler.compile({ term: 'opportunity' });
  const basePay =
    document.risk?.basePay && compiler.compile({ prorated: BASE_PAY, by: prorationOf(document) });
  // What nothing uses is looked at, too, without steps: it will be used one day.
  const elsewhere = {
    builder: programBuilder(),
    terms: new Map(work.terms),
    crossings: new Map(work.crossings),
  };
  const aside = compilerIn({ ...work, ...elsewhere }, {});
  for (const term of Object.keys(document.terms ?? {})) if (!isCompiled(term, work)) aside.compile({ term });
  for (const [key, { formula: crossed, context }] of standard?.crossed ?? [])
    if (!work.crossings.has(key)) compiler.within(context).cross(key, crossed);
  const awardUnit = roundingUnit(document.rounding?.award ?? AWARD_ROUNDING, compiler);
  const more = beside.map((one) => compiler.compile(one));
  const program: Program = {
    steps: work.builder.steps,
    outline: award.outline,
    award: award.operand,
    target: target?.operand,
    ...(basePay && { basePay: basePay.operand }),
    awardUnit,
    crossed: work.crossings,
  };
  return { program, beside: more, issues: distinct(work.issues) };
}

function workOn(formula: FormulaDocument, document: PlanDocument): Work {
  return {
    formula,
    document,
    places: placesIn(document),
    builder: programBuilder(),
    terms: new Map(),
    open: [],
    crossings: new Map(),
    issues: [],
  };
}

/** A compiler for single nodes of a checked plan, such as a score, with the steps it collects. */
export function compilerOf({ formula, document }: { formula: FormulaDocument; document: PlanDocument }): {
  readonly compiler: Compiler;
  readonly steps: Program['steps'];
} {
  const work = workOn(formula, document);
  return { compiler: compilerIn(work, {}), steps: work.builder.steps };
}

/** More parts than any plan has; a line of an explanation is looked for in each. */
const MAXIMUM_PARTS = 50_000;

/** How many parts an outline has once its terms are put in. */
function sizeOf(outline: Outline, known = new Map<Outline, number>()): number {
  const size = known.get(outline) ?? outline.children.reduce((sum, child) => sum + sizeOf(child, known), 1);
  known.set(outline, size);
  return size;
}

function tooLarge(): Issue {
  return issue({
    code: 'plan.size',
    path: ['terms'],
    message: `The formula has more than ${MAXIMUM_PARTS} parts once its terms are put in`,
    expected: `at most ${MAXIMUM_PARTS} parts`,
    hint: 'Terms that use others several times grow fast; read each once',
  });
}

/** One finding of a kind for a place: a term that is used twice, or in each quarter, is looked at several times. */
function distinct(issues: readonly Issue[]): Issue[] {
  const found = new Map<string, Issue>();
  for (const one of issues) {
    const key = JSON.stringify([one.code, one.path, ...(one.path.length === 0 ? [one.message] : [])]);
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

function compilerIn(work: Work, context: Context): Compiler {
  const { document, builder, places, issues } = work;
  const report = (input: IssueInput) => {
    const source = input.source ?? places.sourceAt(input.path ?? []);
    issues.push(issue({ ...input, ...(source !== undefined && { source }) }));
  };
  const compiler: Compiler = {
    ...context,
    document,
    metrics: document.metrics,
    years: yearsOf(document),
    add: builder.add,
    within: (change) => compilerIn(work, { ...context, ...change }),
    compile: (node) => compileAny(node, compiler, work),
    cross: (key, formula) => cross(key, formula, compiler, work),
    readsAwards: () => !work.open.includes('awards') && work.formula.terms['awards'] !== undefined,
    isWritten: places.isWritten,
    pathOf: places.pathOf,
    at: (node, ...keys) => [...(places.pathOf(node) ?? []), ...keys],
    stands: places.stands,
    report,
    checked: (run) => run({ document, issues }),
    unknown: (code, { kind, name, key }, known, node) => {
      const near = nearest(name, known);
      report({
        code,
        path: [...(places.pathOf(node) ?? []), key],
        message: `There is no ${kind} ${quote(name)}`,
        expected: known.length === 0 ? `a ${kind} of the plan` : `one of ${known.join(', ')}`,
        hint: near ? `Did you mean ${quote(near)}?` : 'Add it to the plan, or correct the name',
      });
    },
  };
  return compiler;
}

function compileAny(node: Formula, compiler: Compiler, work: Work): Compiled {
  if (typeof node !== 'object') return compileLiteral(node);
  if (comparatorsOf(node as Comparison).length > 0)
    return named(node, compileCondition(node, compiler), compiler);
  return 'term' in node ? compileTerm(node, compiler, work) : compileNode(node, compiler);
}

function compileNode(node: Node, compiler: Compiler): Compiled {
  const key = Object.keys(node).find((one) => conceptByRole.has(one));
  const concept = key === undefined ? undefined : conceptByRole.get(key);
  if (!concept) throw new TypeError(`No concept for ${Object.keys(node).join(', ')}.`);
  return named(node, concept.compile(node as never, compiler), compiler);
}

function isCompiled(term: string, { terms }: Work): boolean {
  return [...terms.keys()].some((key) => key.startsWith(`[${JSON.stringify(term)},`));
}

/** A term is compiled once for each context it stands in. */
function compileTerm(node: TermNode, compiler: Compiler, work: Work): Compiled {
  const { part, prorating, linked } = compiler;
  const key = JSON.stringify([node.term, part?.names[part.index], prorating, linked]);
  const known = work.terms.get(key);
  if (known) return known;
  const formula = Object.hasOwn(work.formula.terms, node.term) ? work.formula.terms[node.term] : undefined;
  const isHidden = HIDDEN.has(node.term) && compiler.isWritten(node);
  if (formula === undefined || isHidden) return unknownTerm(node, compiler, work);
  if (work.open.includes(node.term)) return circle(node, compiler, work);
  work.open.push(node.term);
  const made = compiler.compile(formula);
  work.open.pop();
  const label = nameOfTerm(node, made, formula, compiler);
  const shown = label === undefined ? made : { ...made, outline: { ...made.outline, name: label } };
  work.terms.set(key, shown);
  return shown;
}

/** Terms that the flat form lowers to, which plans do not read. */
const HIDDEN = new Set(['opportunity', 'payout', 'awards', 'basePay', 'ownTarget']);

function unknownTerm(node: TermNode, compiler: Compiler, { document }: Work): Compiled {
  const known = [
    ...(document.target === undefined ? [] : ['target']),
    ...(document.pool === undefined ? [] : [BEFORE_POOL]),
    ...Object.keys(document.terms ?? {}),
  ];
  compiler.unknown('plan.term.unknown', { kind: 'term', name: node.term, key: 'term' }, known, node);
  return unusable(node);
}

function circle(node: TermNode, compiler: Compiler, { open }: Work): Compiled {
  const round = [...open.slice(open.indexOf(node.term)), node.term];
  compiler.report({
    code: 'plan.term.cycle',
    path: compiler.pathOf(node) ?? ['terms', open.at(-1) ?? node.term],
    message: `The term ${quote(node.term)} is made of itself: ${round.join(' → ')}`,
    expected: 'terms that are made of others',
    hint: 'Take one of these steps out',
  });
  return unusable(node);
}

/** What other people are read by: brought up to the person by the days that count. */
function cross(key: string, formula: Formula, compiler: Compiler, { crossings }: Work): Compiled {
  const known = crossings.get(key);
  if (known) return known.read;
  const { part, linked } = compiler;
  const outside = compiler.within({ prorating: undefined });
  const read = ofThePerson(outside.compile(formula), formula, outside);
  crossings.set(key, { formula, context: { part, linked }, read });
  return read;
}

/** Money and counts of stretches of days are rates, which are prorated; of other values the mean over the days counts. */
function ofThePerson(value: Compiled, formula: Formula, compiler: Compiler): Compiled {
  if (value.scope === 'person' || value.scope === 'company') return value;
  const { unit } = value;
  const isYearly = typeof unit === 'object' && unit.year !== 0;
  const isRate = value.rate && typeof unit === 'object' && (unit.money !== 0 || unit.count !== 0);
  if (isYearly || isRate) return compiler.compile({ prorated: formula });
  const share = shareBy(prorationOf(compiler.document), compiler);
  const fold = (operand: Compiled['operand']) =>
    compiler.add({ op: 'fold', args: [operand, share] }, value.unit === 'any' ? RATIO : value.unit, 'person');
  const operand = compiler.add(
    { op: 'divide', args: [fold(value.operand), fold(ONE)] },
    value.unit,
    'person',
  );
  return {
    ...compiled('mean', {}, { ...value, operand, scope: 'person' }),
    outline: { ...value.outline, role: 'crossed', operand, scope: 'person', children: [] },
  };
}

/** How much of a year the period is: what the plan says, or its whole months over twelve. */
export function yearsOf({ period }: PlanDocument): Ratio {
  return reduce(period.years === undefined ? ratio(monthsIn(period) ?? 12, 12) : numberOf(period.years));
}
