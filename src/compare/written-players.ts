import type { RunInputs, StoredRun } from '../retro/stored-run.js';
import { recordsByPerson } from '../run/person-records.js';
import type { Both } from './comparison.js';
import type { Pair } from './pairs.js';
import { type Player, player } from './player.js';
import { textOf } from './same-inputs.js';

/**
 * The inputs that are written otherwise, for an award that moved although nothing it is known to read did: the person's
 * own, the actuals, the plan.
 */
export function writtenPlayers(
  { person }: Pair,
  { before, now }: Both<StoredRun>,
  plan: readonly Player[],
): Player[] {
  const [old, own] = [writtenIn(before.inputs, person), writtenIn(now.inputs, person)];
  const kinds = ['employment', 'leave', 'earnings', 'exceptions', 'actual'] as const;
  return [
    ...kinds.filter((kind) => textOf(old[kind]) !== textOf(own[kind])).map((kind) => player(kind)),
    ...plan,
  ];
}

function writtenIn({ people, actuals, leave, earnings, exceptions }: RunInputs, person: string) {
  const records = recordsByPerson(leave, earnings, exceptions)(person);
  return {
    employment: people.people.find(({ id }) => id === person),
    leave: records.leaves,
    earnings: records.earnings,
    exceptions: records.exceptions,
    actual: actuals,
  };
}
