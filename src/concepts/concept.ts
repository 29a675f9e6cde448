import type { ActualStatus } from '../data/actuals.js';
import type { IssueCode } from '../issue/codes.js';
import type { IssueInput, Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { type Ratio, ZERO } from '../num/ratio.js';
import type { MetricDocument, PartName, PlanDocument } from '../plan/document.js';
import type { Formula, Labels, PersonNode } from '../plan/formula.js';
import type { ProrationDocument } from '../plan/people-rules.js';
import type { Outline } from '../program/outline.js';
import type { Scope } from '../program/scope.js';
import type { Operand, Operation } from '../program/step.js';
import type { Unit } from '../program/unit.js';
import type { Value } from '../program/value.js';
import type { Words } from '../words/words.js';
import type { Check } from './check.js';

/** A node turned into steps. */
export interface Compiled {
  readonly operand: Operand;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly outline: Outline;
  /** Of money measured by a metric: its currency. Money of the award's own currency has none here. */
  readonly currency?: string | undefined;
  /** Whether its steps already see to it that the award is in that currency. */
  readonly guarded?: boolean | undefined;
  /** A column of people in it that the plan does not declare, so that nothing says what it holds. */
  readonly undeclared?: PersonNode | undefined;
  /** Whether less of it is better, as of the metric it reads. */
  readonly isLowerBetter?: boolean | undefined;
  /** Whether it is brought up to the person: by the days, or as an amount of the person. */
  readonly counted: boolean;
  /** Whether it holds an amount that is never prorated, such as wages paid. */
  readonly amount: boolean;
  /** Whether it holds a rate per period, which is prorated with the days. */
  readonly rate: boolean;
  /** Whether it is put together from parts of the period that are prorated each by itself. */
  readonly inParts: boolean;
}

/** A part of the period that is at hand inside `each`, among its fellows in order. */
export interface PartAtHand {
  readonly names: readonly string[];
  readonly index: number;
  readonly by: PartName;
  /** Whether the parts have weights that sum to 1. */
  readonly isWeighted: boolean;
}

/** What compiling a node depends on beside the node. */
export interface Context {
  readonly part?: PartAtHand | undefined;
  /** How stretches of days are counted by the `prorated` around; undefined outside. */
  readonly prorating?: ProrationDocument | 'earned' | undefined;
  /** Inside another person's result, which may not read that of a third. */
  readonly linked?: boolean | undefined;
}

/** A name that does not exist: of what, and the key it stands under. */
export interface Missing {
  readonly kind: string;
  readonly name: string;
  readonly key: string;
}

/** What a concept needs to turn its node into steps. */
export interface Compiler extends Context {
  readonly document: PlanDocument;
  readonly metrics: Readonly<Record<string, MetricDocument>>;
  /** How much of a year the period is: a yearly rate counts for this share of it. */
  readonly years: Ratio;
  compile(formula: Formula): Compiled;
  add(operation: Operation, unit: Unit, scope: Scope): Operand;
  /** The same, in another context. */
  within(context: Context): Compiler;
  /** A formula that is read of other people, under a key; the same in every variant of the plan. */
  cross(key: string, formula: Formula): Compiled;
  /** Whether the awards may be read here: only by a gate around them. */
  readsAwards(): boolean;
  /** Whether the plan wrote a node itself; the others are what its flat form lowers to. */
  isWritten(node: unknown): boolean;
  /** Where a node stands in the plan. */
  pathOf(node: unknown): Path | undefined;
  /** A key of a node in the plan. */
  at(node: unknown, ...keys: Path): Path;
  /** Says that a node made on the way stands where another does. */
  stands(made: unknown, node: unknown): void;
  report(input: IssueInput): void;
  /** Runs a check of the flat form on a part of a formula, and takes over what it finds. */
  checked(run: (check: Check) => void): void;
  /** Reports a name that does not exist, with the nearest that does. */
  unknown(code: IssueCode, missing: Missing, known: readonly string[], node: object): void;
}

/** How a measured value came about, for its sentence. */
export interface ActualFact {
  readonly group: string | undefined;
  readonly status: ActualStatus;
  readonly measuredOn: string | undefined;
  readonly responses: number | undefined;
  /** What it was counted from, in words. */
  readonly counted?: string | undefined;
}

/** Reads the values of one evaluation at one row: a person, or one of the person's segments. */
export interface Reader {
  /** The language in which it tells. */
  readonly words: Words;
  value(operand: Operand): Value;
  /** A value in words, with its unit; of one that may not be shown, that. */
  show(outline: Outline): string;
  /** Whether a value may not be shown: a score of very few, or what one other person has. */
  hides(outline: Outline): boolean;
  /** A value for machines: exact decimals, or p/q where they do not end; categories and conditions as they are. */
  exact(value: Value): string | boolean | undefined;
  /** The segments of the person with what each weighs, for a fold. */
  segments(weight: Operand): readonly { readonly weight: Ratio; readonly reader: Reader }[];
  fact(metric: string, level?: string): ActualFact | undefined;
  /** How an input of the person came about, where more is to be said than where it stands. */
  origin(operand: Operand): string | undefined;
  /** The row of the company or a group that is read from here. */
  rowOf(scope: Scope): number;
}

/** A part of an award: what one goal, gate, limit or rounding brought or took. */
export interface Part {
  /** The node that brought it, with its name and stage. */
  readonly of: Outline;
  readonly amount: Ratio;
  /** Whether it bears the name of a weighted item, which is what people know it by. */
  readonly isItem?: true;
}

/** Splits the value of an outline node, times a coefficient, into parts that sum to it. */
export type Splitter = (outline: Outline, reader: Reader, coefficient: Ratio) => Part[];

/** What must hold, or must not, for a part to be used. */
export interface Guard {
  readonly condition: Operand;
  readonly holds: boolean;
}

/** One pay term: its node in steps, in words and in parts. */
export interface Concept<Node> {
  readonly role: string;
  compile(node: Node, compiler: Compiler): Compiled;
  /** How the value came about, as a short clause. */
  say(outline: Outline, reader: Reader): string;
  /** The node whose value a line of the explanation shows, where it is not the node itself. */
  shows?(outline: Outline): Outline;
  /** When a part of it is used, of those that are not always. */
  usedWhen?(outline: Outline, child: Outline): readonly Guard[];
  /** How the value splits into parts; a concept without it is a part itself. */
  split?(outline: Outline, reader: Reader, coefficient: Ratio, split: Splitter): Part[];
}

/** A concept of a part that others compile with their own nodes: it says what was made, and splits it. */
export function madeBy(
  maker: string,
  role: string,
  told: Pick<Concept<never>, 'say' | 'split' | 'shows' | 'usedWhen'>,
): Concept<never> {
  return {
    role,
    compile() {
      throw new TypeError(`${role} is compiled by ${maker}.`);
    },
    ...told,
  };
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

interface Made {
  readonly operand: Operand;
  readonly unit: Unit;
  readonly scope: Scope;
  readonly children?: readonly Compiled[];
  readonly currency?: string | undefined;
  readonly amount?: boolean;
  readonly rate?: boolean;
  readonly inParts?: boolean;
  readonly counted?: boolean;
  readonly guarded?: boolean | undefined;
  readonly undeclared?: PersonNode | undefined;
  readonly isLowerBetter?: boolean | undefined;
}

/** Assembles what compiling a node returns. */
export function compiled(role: string, node: Labels & object, made: Made): Compiled {
  const { operand, unit, scope, children = [], currency, guarded, undeclared, isLowerBetter } = made;
  const outline = {
    ...labelsOf(node),
    role,
    operand,
    unit,
    scope,
    node,
    ...(currency !== undefined && { currency }),
    children: children.map((child) => child.outline),
  };
  return {
    operand,
    unit,
    scope,
    outline,
    currency,
    guarded,
    undeclared,
    isLowerBetter,
    counted: made.counted ?? children.some((child) => child.counted),
    amount: made.amount ?? children.some((child) => child.amount),
    rate: made.rate ?? children.some((child) => child.rate),
    inParts: made.inParts ?? children.some((child) => child.inParts),
  };
}

/** What stands for a part with a fault, so that the rest is still looked at. */
export function unusable(node: object): Compiled {
  return compiled('literal', node, { operand: ZERO, unit: 'unknown', scope: 'company' });
}

const CHANGES = new Set(['limit', 'round', 'when']);

/** Of a named item all that is no change of its own is known by the name; limits and gates keep theirs. */
export function itemPart(part: Part, { name }: Outline): Part {
  if (part.isItem || name === undefined || CHANGES.has(part.of.role)) return part;
  return { ...part, of: { ...part.of, name }, isItem: true };
}
