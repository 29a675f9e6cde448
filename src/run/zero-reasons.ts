import type { Reason } from '../concepts/eligibility.js';
import type { Evaluator } from '../exact/evaluate.js';
import type { Ratio } from '../num/ratio.js';
import type { Outline } from '../program/outline.js';
import type { Program } from '../program/program.js';

/** Why a person who takes part is paid nothing: a closed gate, no target, or goals that all paid nothing. */
export function zeroReasons(
  { outline }: Program,
  evaluator: Evaluator,
  person: number,
  segments: readonly number[],
  target: Ratio | undefined,
): Reason[] {
  if (segments.length === 0)
    return [{ code: 'no-day-counts', message: 'no day counts, by leave, the table of days or a day count' }];
  if (target?.n === 0n) return [{ code: 'target-zero', message: 'target opportunity is zero' }];
  const closed = planGatesIn(outline).filter((gate) =>
    segments.every((segment) => isClosed(gate, evaluator, person, segment)),
  );
  const names = [...new Set(closed.map((gate) => gate.name))];
  if (names.length > 0) return names.map((name) => ({ code: 'gate-closed', message: `${name} is closed` }));
  const exact = evaluator.value((outline.children[0] as Outline).operand, 'person', person) as Ratio;
  if (exact.n !== 0n)
    return [{ code: 'rounded-to-zero', message: 'the award is smaller than the unit it is rounded to' }];
  return [{ code: 'payout-zero', message: 'the goals paid nothing' }];
}

/** The named gates of the whole payout, each once. */
function planGatesIn(outline: Outline): Outline[] {
  const own =
    outline.role === 'when' && outline.stage === 'gate' && outline.name !== undefined ? [outline] : [];
  return [...own, ...outline.children.flatMap(planGatesIn)];
}

function isClosed(gate: Outline, evaluator: Evaluator, person: number, segment: number): boolean {
  const condition = (gate.children[0] as Outline).operand;
  const scope = gate.scope === 'person' || gate.scope === 'company' ? 'person' : 'segment';
  return evaluator.value(condition, scope, scope === 'person' ? person : segment) === false;
}
