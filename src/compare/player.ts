import type { Cause } from '../retro/cause.js';
import type { InputKind, MovedInput } from './comparison.js';

/** An input that moved between two runs and can be taken from either: a player of the game of what moved the award. */
export interface Player {
  /** The same for everybody with this input. */
  readonly id: string;
  readonly input: MovedInput;
  readonly causes: readonly Cause[];
  /** What the plan says differently, in sentences. */
  readonly details?: readonly string[];
  /** It moves along with another input, and need not have moved itself. */
  readonly isSilent?: true;
}

/** The player of an input. */
export function player(kind: InputKind, name?: string, causes: readonly Cause[] = []): Player {
  const id = name === undefined ? kind : `${kind} ${name}`;
  return { id, input: { kind, ...(name !== undefined && { name }) }, causes };
}

const ROWS: ReadonlySet<InputKind> = new Set(['employment', 'person']);
const DATED: ReadonlySet<InputKind> = new Set(['employment', 'leave', 'earnings', 'exceptions']);

/** Of the rows of the person in the people file. */
export function isRow({ input }: Player): boolean {
  return ROWS.has(input.kind);
}

/** Of certain days, which say nothing in a period of others. */
export function isDated({ input }: Player): boolean {
  return DATED.has(input.kind);
}

/** The person's own, and no other person's. */
export function isOwn(one: Player): boolean {
  return isRow(one) || isDated(one);
}

/**
 * The player that the person's other inputs move with: nothing is known to read them, but they must fit together, and
 * all inputs of a side are those of its run.
 */
export function leaderOf(players: readonly Player[]): Player | undefined {
  const isEmployment = ({ input }: Player) => input.kind === 'employment';
  return [isEmployment, isRow, isOwn, ({ input }: Player) => input.kind === 'plan', () => true]
    .map((isMeant) => players.find(isMeant))
    .find((found) => found !== undefined);
}

/** Of what was measured: other values, or other days of measurement that count. */
export function isActual({ input }: Player): boolean {
  return input.kind === 'actual' || input.kind === 'asOf';
}
