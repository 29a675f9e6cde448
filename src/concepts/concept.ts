import type { Literal } from '../num/literal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import type { MetricDocument } from '../plan/document.js';
import type { Formula, Labels } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Operation } from '../program/step.js';
import type { Unit } from '../program/unit.js';
import type { Value } from '../program/value.js';

/** A node turned into steps. */
export interface Compiled {
  readonly operand: Operand;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly outline: Outline;
}

/** What a concept needs to turn its node into steps. */
export interface Compiler {
  readonly metrics: Readonly<Record<string, MetricDocument>>;
  /** How much of a year the period is: a yearly rate counts for this share of it. */
  readonly years: Ratio;
  compile(formula: Formula): Compiled;
  add(operation: Operation, unit: Unit, scope: Scope): Operand;
}

/** How a measured value came about, for its sentence. */
export interface ActualFact {
  readonly group: string | undefined;
  readonly status: string;
  readonly measuredOn: string | undefined;
  readonly responses: number | undefined;
}

/** Reads the values of one evaluation at one row: a person, or one of the person's segments. */
export interface Reader {
  value(operand: Operand): Value;
  /** A value in words, with its unit. */
  show(outline: Outline): string;
  /** A value for machines: exact decimals, or p/q where they do not end; categories and conditions as they are. */
  exact(value: Value): string | boolean | undefined;
  /** The segments of the person with what each weighs, for a fold. */
  segments(weight: Operand): readonly { readonly weight: Ratio; readonly reader: Reader }[];
  fact(metric: string): ActualFact | undefined;
  /** How an input of the person came about, where more is to be said than where it stands. */
  words(operand: Operand): string | undefined;
  /** The row of the company or a group that is read from here. */
  rowOf(scope: Scope): number;
}

/** A part of an award: what one goal, gate, limit or rounding brought or took. */
export interface Part {
  /** The node that brought it, with its name and stage. */
  readonly of: Outline;
  readonly amount: Ratio;
}

/** Splits the value of an outline node, times a coefficient, into parts that sum to it. */
export type Splitter = (outline: Outline, reader: Reader, coefficient: Ratio) => Part[];

/** One pay term: its node in steps, in words and in parts. */
export interface Concept<Node> {
  readonly role: string;
  compile(node: Node, compiler: Compiler): Compiled;
  /** How the value came about, as a short clause. */
  say(outline: Outline, reader: Reader): string;
  /** The node whose value a line of the explanation shows, where it is not the node itself. */
  shows?(outline: Outline): Outline;
  /** How the value splits into parts; a concept without it is a part itself. */
  split?(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[];
}

/** The exact value of a literal that the schema has accepted. */
export function numberOf(literal: Literal): Ratio {
  const read = readLiteral(literal);
  if (!isNumber(read)) throw new TypeError(`Not a number: ${literal}`);
  return read.value;
}

/** The labels of a node, without its content. */
export function labelsOf(node: Labels): Labels {
  const { name, source, stage, quiet } = node;
  return {
    ...(name !== undefined && { name }),
    ...(source !== undefined && { source }),
    ...(stage !== undefined && { stage }),
    ...(quiet !== undefined && { quiet }),
  };
}

/** Assembles what compiling a node returns. */
export function compiled(
  role: string,
  node: Labels & object,
  parts: { operand: Operand; unit: Unit; scope: Scope; children?: readonly Compiled[] },
): Compiled {
  const { operand, unit, scope, children = [] } = parts;
  const outline = {
    ...labelsOf(node),
    role,
    operand,
    unit,
    scope,
    node,
    children: children.map((child) => child.outline),
  };
  return { operand, unit, scope, outline };
}
