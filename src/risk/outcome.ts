import { unitsToText } from '../num/decimal.js';
import type { Stage } from '../plan/formula.js';
import { type AwardPart, orderOf } from '../trace/parts.js';
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
  const lines = joined(
    target,
    parts.map((part) => ({ ...part, units: BigInt(part.amount.replace('.', '')) })),
  );
  const money = (units: bigint) => unitsToText(units, digits);
  const sum = (of: (line: Joined) => bigint) => lines.reduce((all, line) => all + of(line), 0n);
  return {
    target: money(sum((line) => line.atTarget)),
    award: money(sum((line) => line.brought)),
    amount: money(sum((line) => line.brought - line.atTarget)),
    lines: lines.map(({ stage, name, source, atTarget, brought }) => ({
      stage,
      name,
      ...(source !== undefined && { source }),
      atTarget: money(atTarget),
      brought: money(brought),
      amount: money(brought - atTarget),
    })),
  };
}

interface Joined {
  readonly stage: Stage;
  readonly name: string;
  readonly source?: string | undefined;
  readonly atTarget: bigint;
  readonly brought: bigint;
}

type Brought = Pick<AwardPart, 'stage' | 'name' | 'source'> & { readonly units: bigint };

/**
 * Each part of target with what it brought, then what is none of target; parts of a payout as a whole are one. A safe part
 * of nothing is left out, as it is of the parts of an award.
 */
function joined(target: readonly TargetPart[], parts: readonly Brought[]): Joined[] {
  const left = new Set(parts);
  const lines = target.map((one): Joined => {
    const { stage, name, source, units } = one;
    const own = parts.filter((part) => left.has(part) && belongs(part, one));
    for (const part of own) left.delete(part);
    const brought = own.reduce((sum, part) => sum + part.units, 0n);
    return { stage, name, source, atTarget: units, brought };
  });
  const others = [...left].map(
    ({ stage, name, source, units }): Joined => ({ stage, name, source, atTarget: 0n, brought: units }),
  );
  const stated = lines.filter(
    ({ stage, atTarget, brought }) => stage === 'goal' || atTarget !== 0n || brought !== 0n,
  );
  return [...stated, ...others].toSorted((a, b) => orderOf(a.stage) - orderOf(b.stage));
}

/** Before modifiers and limits stands what a formula yields. */
const OF_FORMULA: readonly Stage[] = ['target opportunity', 'goal', 'blend'];

/** By stage and name; of what hangs on no goals of its own all its parts, and what is not split at all. */
function belongs(part: Brought, { name, stage, paidAs }: TargetPart): boolean {
  if (part.stage === stage && part.name === name) return true;
  if (paidAs === undefined) return false;
  return OF_FORMULA.includes(part.stage) || (part.stage === 'risk split' && part.name === paidAs);
}
