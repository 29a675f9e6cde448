import { unitsToText } from '../num/decimal.js';
import type { Stage } from '../plan/formula.js';
import { type AwardPart, inStageOrder } from '../trace/parts.js';
import type { TargetPart } from './target-parts.js';

/** What an award did bring beyond target, or cost, step by step. Plain data: money as decimal strings. */
export interface Outcome {
  readonly target: string;
  readonly award: string;
  /** award − target; the lines sum to it. */
  readonly amount: string;
  /** In the order of the stages. */
  readonly lines: readonly OutcomeLine[];
}

/** What a goal, gate, modifier, limit or rounding brought or cost: brought − atTarget. */
export interface OutcomeLine {
  readonly stage: Stage;
  /** Empty for what hangs on no goal that counts. */
  readonly name: string;
  readonly source?: string;
  /** What it brings at target; nothing for what is none of target, such as a gate. */
  readonly atTarget: string;
  /** What it brought. */
  readonly brought: string;
  readonly amount: string;
}

/**
 * Outcome, realised: from target opportunity to the award, in the order of the stages. Each goal by what it brought against
 * what hung on it; gates, modifiers, limits and rounding by what they took or added.
 *
 * Formula:  award = target + Σ amounts
 * Rounds:   each side is in whole smallest units already, by largest remainder, so that the lines sum exactly
 * Source:   RISK.md section 0: payout = T + Σ result_i
 */
export function outcomeOf(
  target: readonly TargetPart[],
  parts: readonly AwardPart[],
  digits: number,
): Outcome {
  const lines = joined(target, parts);
  const money = (units: bigint) => unitsToText(units, digits);
  let [atTarget, brought] = [0n, 0n];
  for (const line of lines) {
    atTarget += line.atTarget;
    brought += line.brought;
  }
  return {
    target: money(atTarget),
    award: money(brought),
    amount: money(brought - atTarget),
    lines: lines.map((line) => lineOf(line, digits)),
  };
}

function lineOf({ stage, name, source, ...units }: Joined, digits: number): OutcomeLine {
  const atTarget = unitsToText(units.atTarget, digits);
  const brought = unitsToText(units.brought, digits);
  const amount = unitsToText(units.brought - units.atTarget, digits);
  if (source === undefined) return { stage, name, atTarget, brought, amount };
  return { stage, name, source, atTarget, brought, amount };
}

interface Joined {
  readonly stage: Stage;
  readonly name: string;
  readonly source?: string | undefined;
  readonly atTarget: bigint;
  readonly brought: bigint;
}

/**
 * Each part of target with what it brought, then what is none of target; parts of a payout as a whole are one. A safe part
 * of nothing is left out, as it is of the parts of an award.
 */
function joined(target: readonly TargetPart[], parts: readonly AwardPart[]): Joined[] {
  const units = parts.map(({ amount }) => BigInt(amount.replace('.', '')));
  const isTaken = parts.map(() => false);
  const lines: Joined[] = [];
  for (const one of target) {
    let brought = 0n;
    for (const [index, part] of parts.entries()) {
      if (isTaken[index] || !belongs(part, one)) continue;
      isTaken[index] = true;
      brought += units[index] as bigint;
    }
    const { stage, name, source, units: atTarget } = one;
    if (stage === 'goal' || atTarget !== 0n || brought !== 0n)
      lines.push({ stage, name, source, atTarget, brought });
  }
  for (const [index, { stage, name, source }] of parts.entries())
    if (!isTaken[index]) lines.push({ stage, name, source, atTarget: 0n, brought: units[index] as bigint });
  return inStageOrder(lines, ({ stage }) => stage);
}

/** Before modifiers and limits stands what a formula yields. */
const OF_FORMULA: readonly Stage[] = ['target opportunity', 'goal', 'blend'];

/** By stage and name; of what hangs on no goals of its own all its parts, and what is not split at all. */
function belongs(part: AwardPart, { name, stage, paidAs }: TargetPart): boolean {
  if (part.stage === stage && part.name === name) return true;
  if (paidAs === undefined) return false;
  return OF_FORMULA.includes(part.stage) || (part.stage === 'risk split' && part.name === paidAs);
}
