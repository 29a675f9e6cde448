import { type Ratio, ratio, reduce } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Formula, FormulaDocument, TermNode } from '../plan/formula.js';
import { type Program, programBuilder } from '../program/program.js';
import { MONEY, sameUnit, unitName } from '../program/unit.js';
import { monthsIn } from '../time/period.js';
import { aboveTarget, achievement } from './achievement.js';
import { product, sum } from './arithmetic.js';
import { blend } from './blend.js';
import { type Compiled, type Compiler, type Concept, numberOf } from './concept.js';
import { earnings } from './earnings.js';
import { exception } from './exception.js';
import { firstOf } from './first-of.js';
import { gate } from './gate.js';
import { limit } from './limit.js';
import { compileLiteral, money } from './literal.js';
import { metric } from './metric.js';
import { payoutCurve } from './payout-curve.js';
import { personField } from './person-field.js';
import { proration } from './proration.js';
import { AWARD_ROUNDING, rounding, roundingUnit } from './rounding.js';
import { hoursShare, salary } from './salary.js';
import { table } from './table.js';

/** Every concept that is a node of the formula, by its naming key. */
const concepts = [
  metric,
  achievement,
  aboveTarget,
  personField,
  salary,
  hoursShare,
  earnings,
  exception,
  firstOf,
  money,
  sum,
  product,
  payoutCurve,
  table,
  blend,
  gate,
  limit,
  rounding,
  proration,
];
const conceptByRole: ReadonlyMap<string, Concept<never>> = new Map(
  concepts.map((concept) => [concept.role, concept as Concept<never>]),
);

/** The concept that explains an outline node; undefined for literals and terms, which explain themselves. */
export function conceptOf(role: string): Concept<never> | undefined {
  return conceptByRole.get(role);
}

/**
 * Turns a lowered plan into its step program, without seeing any data.
 *
 * A node is known by its one naming key; each concept adds its steps, equal steps are shared, and the
 * outline keeps names and clauses. The award must come out as money: a yearly rate nobody prorated, or a
 * ratio beside money, is found here.
 */
export function compileFormula(formula: FormulaDocument, document: PlanDocument): Program {
  const builder = programBuilder();
  const terms = new Map<string, Compiled>();
  const compiler: Compiler = {
    metrics: document.metrics,
    years: yearsOf(document),
    add: builder.add,
    compile: (node) =>
      typeof node === 'object' && 'term' in node ? compileTerm(node) : compileNode(node, compiler),
  };
  const compileTerm = (node: TermNode): Compiled => {
    const known = terms.get(node.term) ?? compiler.compile(termOf(formula, node.term));
    terms.set(node.term, known);
    return known;
  };
  const award = compiler.compile(formula.award);
  if (!sameUnit(award.unit, MONEY)) throw new TypeError(`The award is ${unitName(award.unit)}, not money.`);
  const target = compiler.compile({ term: 'opportunity' });
  const awardUnit = roundingUnit(document.rounding?.award ?? AWARD_ROUNDING, compiler);
  return {
    steps: builder.steps,
    outline: award.outline,
    award: award.operand,
    target: target.operand,
    awardUnit,
  };
}

function compileNode(node: Exclude<Formula, TermNode>, compiler: Compiler): Compiled {
  if (typeof node !== 'object') return compileLiteral(node);
  const key = Object.keys(node).find((one) => conceptByRole.has(one));
  const concept = key === undefined ? undefined : conceptByRole.get(key);
  if (!concept) throw new TypeError(`No concept for ${Object.keys(node).join(', ')}.`);
  return concept.compile(node as never, compiler);
}

function termOf(formula: FormulaDocument, name: string): Formula {
  const term = formula.terms[name];
  if (term === undefined) throw new TypeError(`No term ${name}.`);
  return term;
}

/** How much of a year the period is: what the plan says, or its whole months over twelve. */
export function yearsOf({ period }: PlanDocument): Ratio {
  return reduce(period.years === undefined ? ratio(monthsIn(period) ?? 12, 12) : numberOf(period.years));
}
