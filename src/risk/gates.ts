import { numberOf } from '../concepts/concept.js';
import { planGates, readsAwards } from '../concepts/gate.js';
import { gateName, goalLabel, goalName } from '../concepts/names.js';
import { survivesClosedGate } from '../concepts/safe-part.js';
import { unitsToText } from '../num/decimal.js';
import { add, lower, multiply, ONE, type Ratio, ratio, subtract, ZERO } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import type { GateDocument, PlanDocument } from '../plan/document.js';
import { nameIn, type Words } from '../words/words.js';
import type { GateAtRisk, SafePart } from './declared.js';
import type { TargetPart } from './target-parts.js';

/** What the plan says of the risk of everybody. */
export interface Declared {
  readonly safePart: SafePart | undefined;
  readonly gates: readonly DeclaredGate[];
}

/** A gate, and what it takes. */
export interface DeclaredGate {
  readonly name: string;
  readonly source: string | undefined;
  readonly closes: readonly string[] | undefined;
  /** What it takes of what it closes. */
  readonly takes: Ratio;
  readonly takesSafe: boolean;
}

/** Reads the risk split and the gates of a plan. */
export function declare(document: PlanDocument, words: Words): Declared {
  const { risk, gates = [], goals = [] } = document;
  const stated = risk?.paidAnyway !== undefined ? 'paidAnyway' : 'atLeast';
  const share = risk?.[stated];
  const survives = survivesClosedGate(document);
  const safePart =
    share === undefined
      ? undefined
      : ({
          stated,
          share: String(share),
          survivesClosedGate: survives,
          survivesLeaving: String(risk?.survives?.leaving ?? false) === 'true',
        } as const);
  const names = goals.map(
    (goal): GoalNames => [goalName(goal, document), nameIn(words, goalLabel(goal, document))],
  );
  return {
    safePart,
    gates: gates.map((gate) => declaredGate(gate, { names, takesSafe: !survives, words }, document)),
  };
}

/** A goal as the plan names it, and as it is shown. */
type GoalNames = readonly [name: string, shown: string];

function declaredGate(
  gate: GateDocument,
  {
    names,
    takesSafe,
    words,
  }: { readonly names: readonly GoalNames[]; readonly takesSafe: boolean; readonly words: Words },
  document: PlanDocument,
): DeclaredGate {
  const isWhole = planGates(document).includes(gate) || readsAwards(gate, document);
  const pays = gate.otherwise === undefined ? ZERO : numberOf(gate.otherwise);
  const isClosed = (name: string) => gate.closes?.includes(name) ?? gate.except?.includes(name) !== true;
  const closes = names.filter(([name]) => isClosed(name)).map(([, shown]) => shown);
  return {
    name: nameIn(words, gateName(gate, document)),
    source: gate.source,
    closes: isWhole ? undefined : closes,
    takes: readsAwards(gate, document) ? ONE : subtract(ONE, pays),
    takesSafe: isWhole && takesSafe,
  };
}

/** Target as gates take of it. */
export interface Closable {
  /** What hangs on each goal: of the part at risk, or under a floor of all of target. */
  readonly goals: readonly TargetPart[];
  readonly safe: bigint;
  /** Whether the safe part is a floor under the whole. */
  readonly isFloor: boolean;
}

/**
 * What a gate takes of an award at target when it is closed: of the goals it closes, less what it pays then, and the safe
 * part; under a floor no more than lies above it.
 */
export function held(
  { name, source, closes, takes, takesSafe }: DeclaredGate,
  { goals, safe, isFloor }: Closable,
  digits: number,
): GateAtRisk {
  const unitsOf = (parts: readonly TargetPart[]) => ratio(parts.reduce((sum, part) => sum + part.units, 0n));
  const closed = goals.filter((part) => closes === undefined || closes.includes(part.name));
  const taken = multiply(unitsOf(closed), takes);
  const left = takesSafe ? ZERO : ratio(safe);
  const all = isFloor
    ? lower(taken, subtract(unitsOf(goals), left))
    : add(taken, subtract(ratio(safe), left));
  return {
    name,
    ...(source !== undefined && { source }),
    holds: unitsToText(roundToInteger(all, 'halfUp'), digits),
    ...(closes !== undefined && { closes }),
  };
}
