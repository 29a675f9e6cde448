import type { Evaluator } from '../exact/evaluate.js';
import { allocate } from '../num/allocate.js';
import { unitsToText } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import { powerOfTen } from '../num/round.js';
import type { Move } from './moves.js';
import { type Look, numberFor, type Setting } from './setting.js';
import { shapley } from './shapley.js';
import { targetOf } from './target-parts.js';
import { hasNeutral, neutralWorld } from './worlds.js';

/**
 * What each input that moved brought against target, whatever the order: an average over all orders in which the inputs
 * could have moved from their neutral values. Plain data: money as decimal strings.
 */
export interface Attribution {
  readonly target: string;
  /** What the plan pays with every input at its neutral value: target, unless the plan pays otherwise there. */
  readonly atNeutral: string;
  readonly award: string;
  /** They sum to award − atNeutral. */
  readonly lines: readonly AttributionLine[];
}

export interface AttributionLine {
  readonly kind: Move['kind'];
  readonly name: string;
  readonly title: string;
  readonly amount: string;
}

/** Why nothing can be attributed: no target, inputs without a neutral value, too many of them, or worlds without an award. */
export type NoAttribution =
  | { readonly why: 'noTarget' | 'notCalculable' }
  | { readonly why: 'noNeutral' | 'tooMany'; readonly inputs: readonly string[] };

/** More inputs than this make more worlds than anybody waits for. */
const MOST_INPUTS = 10;

/**
 * Attribution: the outcome, split over the inputs that move.
 *
 * Formula:  Shapley value of each input in the game whose worth is the award with these inputs as they are and the others
 *           at their neutral values
 * Units:    money
 * Rounds:   to the smallest unit by largest remainder, so that the lines sum to award − atNeutral
 * Source:   RISK.md A7; TRIAL.md section 5
 * @example  20,000 × (60 % × 125 % + 40 % × 70 %) × 110 % is 2,660 above target: +3,150, −2,520 and +2,030
 */
export function attributor(setting: Setting): (look: Look) => Attribution | NoAttribution {
  const { moves, program } = setting;
  const lacking = moves.filter((move) => !hasNeutral(move, program)).map(({ title }) => title);
  if (program.target === undefined) return () => ({ why: 'noTarget' });
  if (lacking.length > 0) return () => ({ why: 'noNeutral', inputs: lacking });
  if (moves.length > MOST_INPUTS) return () => ({ why: 'tooMany', inputs: moves.map(({ title }) => title) });
  const worlds = new Map<number, Evaluator>();
  /** The world in which the inputs of a set are as they are. */
  const worldOf = (set: number): Evaluator => {
    const known =
      worlds.get(set) ??
      neutralWorld(
        setting,
        moves.filter((_, index) => (set & (1 << index)) === 0),
      );
    worlds.set(set, known as Evaluator);
    return known as Evaluator;
  };
  return (look) => attributed(setting, look, worldOf);
}

function attributed(
  setting: Setting,
  look: Look,
  worldOf: (set: number) => Evaluator,
): Attribution | NoAttribution {
  const { program, moves } = setting;
  const scale = powerOfTen(look.digits);
  const worth = (set: number): Ratio | undefined => {
    const award = numberFor(worldOf(set), program.award, look.row);
    return award && { n: award.n * scale, d: award.d };
  };
  const values = shapley(moves.length, worth);
  const [neutral, award] = [worth(0), worth(2 ** moves.length - 1)];
  const target = targetOf(setting, look);
  if (!values || !neutral || !award || !target) return { why: 'notCalculable' };
  const [least, most] = [neutral, award].map(({ n, d }) => n / d) as [bigint, bigint];
  const units = allocate(most - least, values);
  const money = (amount: bigint) => unitsToText(amount, look.digits);
  return {
    target: money(target.whole),
    atNeutral: money(least),
    award: money(most),
    lines: moves.map(({ kind, name, title }, index) => ({
      kind,
      name,
      title,
      amount: money(units[index] ?? 0n),
    })),
  };
}
