import type { Reason } from '../concepts/eligibility.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Ratio } from '../num/ratio.js';
import type { AllotNode } from '../plan/formula.js';
import type { Outline } from '../program/outline.js';
import type { Program } from '../program/program.js';
import { nameIn, type Words } from '../words/words.js';

/** Why a person who takes part is paid nothing: a closed gate, no target, or goals that all paid nothing. */
export function zeroReasons(
  { outline }: Program,
  evaluator: Evaluator,
  person: number,
  segments: readonly number[],
  target: Ratio | undefined,
  words: Words,
): Reason[] {
  const { reasons } = words;
  if (segments.length === 0) return [{ code: 'no-day-counts', message: reasons.noDay }];
  if (target?.n === 0n) return [{ code: 'target-zero', message: reasons.targetZero }];
  const closed = planGatesIn(outline).filter((gate) =>
    segments.every((segment) => isClosed(gate, evaluator, person, segment)),
  );
  const names = [...new Set(closed.map((gate) => nameIn(words, gate.name ?? '')))];
  if (names.length > 0) return names.map((name) => ({ code: 'gate-closed', message: reasons.closed(name) }));
  if (outline.role === 'allot') return [noPart(outline, evaluator, person, words)];
  const exact = evaluator.value((outline.children[0] as Outline).operand, 'person', person) as Ratio;
  if (exact.n !== 0n) return [{ code: 'rounded-to-zero', message: reasons.roundedToZero }];
  const few = enoughIn(outline).filter((one) =>
    segments.every((segment) => isFalse(one, evaluator, person, segment)),
  );
  const lacking = [...new Set(few.map(({ name = '' }) => reasons.not(nameIn(words, name))))];
  return [{ code: 'payout-zero', message: [reasons.payoutZero, ...lacking].join(words.also) }];
}

/** Why a pool gives somebody nothing: an empty fund, nothing of what it is shared out by, or less than a unit. */
function noPart(
  { node, children }: Outline,
  evaluator: Evaluator,
  person: number,
  { reasons }: Words,
): Reason {
  const [fund, ...own] = children
    .slice(0, 1 + (node as AllotNode).keys.length)
    .map(({ operand }) => evaluator.value(operand, 'person', person) as Ratio);
  if (fund?.n === 0n) return { code: 'payout-zero', message: reasons.fundZero };
  if (own.every(({ n }) => n === 0n)) return { code: 'payout-zero', message: reasons.nothingOfKeys };
  return { code: 'rounded-to-zero', message: reasons.roundedToZero };
}

/** The named gates of the whole payout, each once. */
function planGatesIn(outline: Outline): Outline[] {
  const own =
    outline.role === 'when' && outline.stage === 'gate' && outline.name !== undefined ? [outline] : [];
  return [...own, ...outline.children.flatMap(planGatesIn)];
}

/** The named conditions that ask for enough responses, each once. */
function enoughIn(outline: Outline): Outline[] {
  const own = outline.role === 'enough' && outline.name !== undefined ? [outline] : [];
  return [...own, ...outline.children.flatMap(enoughIn)];
}

function isClosed(gate: Outline, evaluator: Evaluator, person: number, segment: number): boolean {
  const { operand } = gate.children[0] as Outline;
  return isFalse({ operand, scope: gate.scope }, evaluator, person, segment);
}

function isFalse(
  { operand, scope: own }: Pick<Outline, 'operand' | 'scope'>,
  evaluator: Evaluator,
  person: number,
  segment: number,
): boolean {
  const scope = own === 'person' || own === 'company' ? 'person' : 'segment';
  return evaluator.value(operand, scope, scope === 'person' ? person : segment) === false;
}
