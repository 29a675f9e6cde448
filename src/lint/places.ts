import { gateName } from '../concepts/names.js';
import { placesIn } from '../concepts/places.js';
import { argsOf } from '../exact/evaluate.js';
import type { Path } from '../issue/issue.js';
import type { Ratio } from '../num/ratio.js';
import type { PlanDocument } from '../plan/document.js';
import type { Comparison, CurveNode, Labels, WhenNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import { isConstant, type Program } from '../program/program.js';
import type { Curve, Operand, Step } from '../program/step.js';
import type { Move } from '../risk/moves.js';
import { english } from '../words/english.js';
import { nameIn } from '../words/words.js';

/** A part of a plan: what it is called, where it stands, and the clause it renders. */
export interface Place {
  readonly name: string;
  readonly path: Path;
  readonly source: string | undefined;
}

/** A curve whose points are numbers of the plan; once for each part of the period that it is read in. */
export interface CurvePlace extends Place {
  readonly curve: Curve;
  readonly outlines: readonly Outline[];
}

/** A condition that is a value with one comparator and numbers. */
export interface ConditionPlace extends Place {
  readonly outlines: readonly Outline[];
  readonly comparison: Comparison;
}

/** A gate or switch: its condition, and what it chooses from. */
export interface GatePlace extends Place {
  readonly outlines: readonly Outline[];
}

/** An item of a blend: its value and its weight. */
export interface ItemPlace extends Place {
  readonly outline: Outline;
}

/** The parts of a plan that are looked at, in the order of the outline. */
export interface Places {
  readonly curves: readonly CurvePlace[];
  readonly conditions: readonly ConditionPlace[];
  readonly gates: readonly GatePlace[];
  readonly items: readonly ItemPlace[];
}

/** What is nearest above a part: a name, a place and a clause. */
interface Above {
  readonly name: string;
  readonly path: Path | undefined;
  readonly source: string | undefined;
}

interface Found {
  readonly role: string;
  readonly key: unknown;
  readonly place: Place;
  readonly outlines: Outline[];
}

/** Finds the curves, conditions, gates and items of a plan, each once however often it is used. */
export function placesOf(program: Program, document: PlanDocument): Places {
  const written = placesIn(document);
  const seen = new Set<Outline>();
  const found = new Map<unknown, Found>();
  walk(program.outline, { name: '', path: undefined, source: undefined });
  const of = (role: string) => [...found.values()].filter((one) => one.role === role);
  return {
    curves: of('curve').flatMap((one) => curveAt(one, program)),
    conditions: of('condition').flatMap((one) => conditionAt(one, program)),
    gates: of('when').map(({ place, outlines }) => ({ ...place, outlines })),
    items: of('item').map(({ place, outlines }) => ({ ...place, outline: outlines[0] as Outline })),
  };

  function walk(outline: Outline, above: Above): void {
    const here = below(outline, above);
    const key = gateAt(outline) ?? keyOf(outline);
    if (key !== undefined) note(outline, key, here);
    if (seen.has(outline)) return;
    seen.add(outline);
    for (const child of outline.children) walk(child, here);
  }

  /** An item has no labels of its own: those of what it pays are the goal's. */
  function below(outline: Outline, above: Above): Above {
    const [paid] = outline.role === 'item' ? outline.children : [];
    const { name, source, node } = paid ?? outline;
    const { name: stated, path: own } = (node ?? {}) as Labels;
    // In a part of the period a part of the plan is called after both; its own name is that of all of them.
    const label = stated ?? name;
    const lowered = own?.length ? own : undefined;
    const here = withoutPoints(written.pathOf(contentOf(node)));
    const path = (paid ? (lowered ?? here) : (here ?? lowered)) ?? above.path;
    const clause = source ?? (path === above.path ? above.source : path && written.sourceAt(path));
    return {
      name: label === undefined ? above.name : nameIn(english, label),
      path,
      source: clause ?? above.source,
    };
  }

  function note(outline: Outline, key: unknown, { name, path = [], source }: Above): void {
    const known = found.get(key);
    if (known) {
      if (!known.outlines.includes(outline)) known.outlines.push(outline);
      return;
    }
    const gate = outline.role === 'when' ? document.gates?.[Number(path[1])] : undefined;
    const isGate = gate !== undefined && path[0] === 'gates';
    const place = {
      name: isGate ? nameIn(english, gateName(gate, document)) : name,
      path,
      source: source ?? document.source,
    };
    found.set(key, { role: outline.role, key, place, outlines: [outline] });
  }
}

/** A curve stands where it is written, not where its points are. */
function withoutPoints(path: Path | undefined): Path | undefined {
  return path?.at(-1) === 'points' ? path.slice(0, -1) : path;
}

/** What of a node the plan itself holds, and copies of it share. */
function contentOf(node: unknown): unknown {
  const { curve, when } = (node ?? {}) as Partial<CurveNode & WhenNode>;
  return curve?.points ?? when ?? node;
}

/** A gate of the flat form stands around each goal it closes, and is one gate. */
function gateAt({ role, node }: Outline): string | undefined {
  const { path } = (node ?? {}) as Labels;
  return role === 'when' && path?.[0] === 'gates' ? `gate ${path[1]}` : undefined;
}

/** What makes copies of a part one part; undefined for parts that are not looked at. */
function keyOf({ role, node, operand, children }: Outline): unknown {
  if (role === 'curve') return (node as CurveNode).curve.points;
  if (role === 'when') return (node as WhenNode).when;
  if (role === 'condition') return node === undefined ? operand : `condition ${String(operand)}`;
  return role === 'item' ? children[0] : undefined;
}

function curveAt({ place, outlines }: Found, { steps }: Program): CurvePlace[] {
  const [{ operand }] = outlines as [Outline];
  const step = isConstant(operand) ? undefined : (steps[operand] as Step);
  if (step?.op !== 'curve' || step.curve.points.length === 0) return [];
  return [{ ...place, curve: step.curve, outlines }];
}

function conditionAt({ place, outlines }: Found, program: Program): ConditionPlace[] {
  const [{ node, children }] = outlines as [Outline];
  const bounds = children.slice(1).map(({ operand }) => plainNumber(operand, program));
  const isNumbers = bounds.length > 0 && bounds.every((bound) => bound !== undefined);
  return isNumbers ? [{ ...place, outlines, comparison: node as Comparison }] : [];
}

/** What is read by a curve or compared by a condition. */
export function readBy({ children }: Outline): Outline {
  return children[0] as Outline;
}

/** The steps that a part is made of; of those left out, what is behind them is left out, too. */
export function stepsBehind(
  operand: Operand,
  { steps }: Program,
  isLeftOut: (step: Step) => boolean = () => false,
): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting: Operand[] = [operand];
  for (const one of waiting) {
    if (isConstant(one) || found.has(one) || isLeftOut(steps[one] as Step)) continue;
    found.add(one);
    waiting.push(...argsOf(steps[one] as Step));
  }
  return found;
}

/** The results that a part rests on. */
export function movesBehind(operand: Operand, program: Program, moves: readonly Move[]): readonly Move[] {
  const found = stepsBehind(operand, program);
  return moves.filter((move) => move.steps.some((step) => found.has(step)));
}

/** Whether a part is made of what other people have, which no plan says. */
export function restsOnOthers(operand: Operand, program: Program): boolean {
  return hasOthers(stepsBehind(operand, program), program);
}

/** Whether amounts of other people are in a part; what curves and conditions read of them only decides how much is paid. */
export function isMadeOfOthers(operand: Operand, program: Program): boolean {
  return hasOthers(
    stepsBehind(operand, program, ({ op }) => op === 'compare' || op === 'curve'),
    program,
  );
}

function hasOthers(found: ReadonlySet<number>, { steps }: Program): boolean {
  return [...found].some((index) => ['across', 'allot'].includes((steps[index] as Step).op));
}

/** The gate of which a condition is all there is to it. */
export function gateOn({ outlines }: ConditionPlace, { gates }: Places): GatePlace | undefined {
  return gates.find((gate) =>
    gate.outlines.some(({ children }) => outlines.includes(children[0] as Outline)),
  );
}

/** The one condition of a gate, where it is a value with a comparator and numbers. */
export function conditionOf({ outlines }: GatePlace, { conditions }: Places): ConditionPlace | undefined {
  return conditions.find((one) => one.outlines.includes(outlines[0]?.children[0] as Outline));
}

/** A number as the plan writes it, also of money; undefined of what is calculated or read. */
export function plainNumber(operand: Operand, { steps }: Program): Ratio | undefined {
  if (isConstant(operand)) return operand;
  const step = steps[operand] as Step;
  return step.op === 'input' && step.input.from === 'money' ? step.input.amount : undefined;
}

/** Whether a step reads a result itself, not what it was counted from. */
export function isValueStep(step: Step | undefined): boolean {
  return step?.op === 'input' && (step.input.from !== 'metric' || step.input.part === 'value');
}
