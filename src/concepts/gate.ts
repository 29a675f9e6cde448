import type { Path } from '../issue/issue.js';
import { multiply, sign, subtract } from '../num/ratio.js';
import type { GateDocument, PlanDocument } from '../plan/document.js';
import type { Condition, Formula, Labels, WhenNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { joinScopes } from '../program/scope.js';
import { isFault } from '../program/value.js';
import { type Name, nameIn, told } from '../words/words.js';
import { numberAt } from './arithmetic.js';
import { clauseOf } from './check.js';
import { type Compiled, type Compiler, type Concept, compiled, numberOf, type Reader } from './concept.js';
import { comparatorsOf, sayCondition, sayHolds } from './condition.js';
import { conditionAt } from './logic.js';
import { gateName } from './names.js';
import { namesRead } from './names-read.js';
import { unreachable } from './reach.js';
import { lowerReading, numberTypeOf } from './reading.js';
import { alike, type Member } from './units.js';

/**
 * Gate: a condition that closes what stands behind it.
 *
 * Formula:  when the condition holds the value behind it, otherwise what the gate pays when closed (0 by default)
 * Domain:   `atLeast` and `atMost` hold on the threshold itself, exactly: there is no tolerance
 * Issues:   plan.gate.comparator, plan.gate.scope
 * Source:   an all-employee plan that pays nothing without savings (JEA 2014); executives' 90 % revenue gate (Adobe 2004)
 */
export const gate: Concept<WhenNode> = {
  role: 'when',
  compile(node, compiler) {
    const condition = conditionAt(node, node.when, ['when'], compiler);
    if (compiler.isWritten(node)) reportUnreachable(node, compiler);
    const members = (['then', 'otherwise'] as const).map(
      (key): Member => ({ part: compiler.compile(node[key]), formula: node[key], key: [key] }),
    );
    const { parts, unit, scope: inner, currency, guarded } = alike(node, members, compiler);
    const scope = joinScopes(inner, condition.scope);
    const [then, otherwise] = parts as [Compiled, Compiled];
    const args = [condition.operand, then.operand, otherwise.operand] as const;
    const operand = compiler.add({ op: 'select', args }, unit, scope);
    const written = { ...node, isWritten: compiler.isWritten(node) };
    return compiled('when', written, {
      operand,
      unit,
      scope,
      children: [condition, ...parts],
      currency,
      guarded,
    });
  },
  say(outline, reader) {
    const [condition, then, otherwise] = outline.children as [Outline, Outline, Outline];
    if (!isWritten(outline)) return sayCondition(condition, reader);
    const holds = reader.value(condition.operand) === true;
    const taken = holds ? then : otherwise;
    const { words } = reader;
    const held = condition.name === undefined ? conceptSays(condition, reader) : sayHolds(condition, reader);
    return words.condition.so(
      held,
      taken.name === undefined ? reader.show(taken) : nameIn(words, taken.name),
    );
  },
  // A gate of the flat form has no line for its condition, and shows that.
  shows: (outline) => (isWritten(outline) ? outline : (outline.children[0] as Outline)),
  /** What a gate of the flat form holds is told also when it is closed. */
  usedWhen(outline, child) {
    const [condition, then] = outline.children as [Outline, Outline];
    if (!isWritten(outline) || child === condition) return [];
    return [{ condition: condition.operand, holds: child === then }];
  },
  /** A closed gate shows what it took: what stood behind it, and the difference. A switch is what it chose. */
  split(outline, reader, coefficient, split) {
    const [condition, behind, otherwise] = outline.children as [Outline, Outline, Outline];
    const holds = reader.value(condition.operand) === true;
    if (isWritten(outline) && (holds || otherwise.role !== 'literal'))
      return split(holds ? behind : otherwise, reader, coefficient);
    const result = numberAt(outline, reader);
    if (isFault(reader.value(behind.operand)))
      return [{ of: outline, amount: multiply(coefficient, result) }];
    const change = subtract(result, numberAt(behind, reader));
    return [...split(behind, reader, coefficient), { of: outline, amount: multiply(coefficient, change) }];
  },
};

/** A condition outside what its metric can be. */
function reportUnreachable(node: WhenNode, compiler: Compiler): void {
  for (const { message } of unreachable([node.when], compiler.document))
    compiler.report({
      code: 'plan.gate.never',
      path: compiler.at(node, 'when'),
      message,
      expected: 'a bound that can be reached',
      hint: 'Correct the bound',
    });
}

/** Whether the plan wrote the node itself: then it is a choice of the formula, and no gate. */
export function isWritten({ node }: Outline): boolean {
  return (node as { readonly isWritten?: boolean }).isWritten === true;
}

/** Conditions put together, in words. */
function conceptSays(condition: Outline, reader: Reader): string {
  return condition.children.map((child) => sayHolds(child, reader)).join(reader.words.also);
}

/** The gates that close the whole payout, in the order written. */
export function planGates(document: PlanDocument): readonly GateDocument[] {
  const { gates = [] } = document;
  return gates.filter(
    (one) => one.closes === undefined && one.except === undefined && !readsAwards(one, document),
  );
}

/** Whether a gate reads the total of the awards, itself or through terms, so that it comes last. */
export function readsAwards(gate: GateDocument, { terms = {} }: PlanDocument): boolean {
  const waiting = new Set(namesRead(gate, TERM_KEYS));
  for (const term of waiting) {
    const formula = Object.hasOwn(terms, term) ? terms[term] : undefined;
    for (const name of namesRead(formula, TERM_KEYS)) waiting.add(name);
    if (namesRead(formula, TOTAL_KEYS).has('awards')) return true;
  }
  return namesRead(gate, TOTAL_KEYS).has('awards');
}

const TERM_KEYS = new Set(['term']);
const TOTAL_KEYS = new Set(['total']);

/** The gates that close one goal: those that name it, and those that except others. */
export function gatesOfGoal(document: PlanDocument, goal: string): readonly GateDocument[] {
  const { gates = [] } = document;
  const closing = gates.filter(
    (one) => one.closes?.includes(goal) || (one.except !== undefined && !one.except.includes(goal)),
  );
  return closing.filter((one) => !readsAwards(one, document));
}

/** A value behind gates, the first gate outermost: what stands behind when all are open, otherwise what the closed one pays. */
export function lowerGates(
  gates: readonly GateDocument[],
  then: Formula,
  otherwise: (gate: GateDocument) => Formula,
  label: (gate: GateDocument) => Labels & { readonly path: Path },
): Formula {
  return gates.reduceRight<Formula>((behind, one) => {
    const labels = label(one);
    return { when: lowerCondition(one, labels.path), then: behind, otherwise: otherwise(one), ...labels };
  }, then);
}

/** A value behind the gates of the whole payout; named where the explanation shows the gate. */
export function behindPlanGates(
  document: PlanDocument,
  then: Formula,
  otherwise: (gate: GateDocument) => Formula,
  named = true,
): Formula {
  return lowerGates(planGates(document), then, otherwise, (gate) =>
    named ? gateLabels(gate, document) : { stage: 'gate', path: gatePath(gate, document) },
  );
}

/** The labels of a gate where it is explained. */
export function gateLabels(gate: GateDocument, document: PlanDocument, goal?: Name) {
  const own = gateName(gate, document);
  const name = goal === undefined ? own : told('with', own, told('on', goal));
  const path = gatePath(gate, document);
  return { name, stage: goal === undefined ? 'gate' : 'goal', path, ...clauseOf(gate) } as const;
}

function gatePath(gate: GateDocument, { gates = [] }: PlanDocument): Path {
  return ['gates', gates.indexOf(gate)];
}

/** The condition of a gate, as a formula. */
export function lowerCondition(gate: GateDocument, path: Path = []): Condition {
  if (gate.when !== undefined) return gate.when;
  const comparators = Object.fromEntries(comparatorsOf(gate).map((key) => [key, gate[key]]));
  if (gate.value !== undefined) return { value: gate.value, ...comparators, path };
  const bounds = Object.values(comparators).flat() as Formula[];
  const read = lowerReading(gate, gate.is === undefined ? numberTypeOf(bounds) : 'category');
  return { ...read, ...comparators, path };
}

/** What a closed gate pays; nothing where the plan does not say. */
export function paysWhenClosed(gate: GateDocument): Formula {
  return gate.otherwise ?? '0';
}

/** Whether a closed gate pays anything. */
export function paysSomething(gate: GateDocument): boolean {
  return gate.otherwise !== undefined && sign(numberOf(gate.otherwise)) !== 0;
}
