import { groupBy } from '../data/group.js';
import { type SideOf, sidesOf } from '../retro/side.js';
import type { StoredRun } from '../retro/stored-run.js';
import type { Both } from './comparison.js';
import type { Pair } from './pairs.js';
import { levels, partsOf, samePartition } from './parts.js';
import { planPairOf } from './plan-pair.js';
import { isOwn } from './player.js';
import { isOneSided, playersOf, readsOthers } from './players.js';
import { type Attributed, type Case, groupKey, MOST_PARTS, solve, togetherOf } from './solve.js';
import { writtenPlayers } from './written-players.js';

/**
 * Attributes the differences of those who moved to the inputs that moved. People of whom the same inputs moved are
 * calculated together; what cannot be told apart finely is told apart more coarsely, at last not at all.
 */
export function attributed(moved: readonly Pair[], runs: Both<StoredRun>): ReadonlyMap<Pair, Attributed> {
  const plans = groupBy(moved, (one) => one.plan);
  return new Map([...plans].flatMap(([plan, own]) => [...inPlan(plan, own, runs)]));
}

function inPlan(plan: string, moved: readonly Pair[], runs: Both<StoredRun>): Map<Pair, Attributed> {
  const ids = new Set(moved.map(({ person }) => person));
  const cases = casesOf(moved, runs, {
    before: sidesOf(runs.before, plan, ids),
    now: sidesOf(runs.now, plan, ids),
  });
  const found = new Map<Pair, Attributed>();
  let waiting: readonly Case[] = cases.filter(({ players }) => players.length > 0);
  const isCostly = costOf(waiting, runs) > MOST_CALCULATED;
  for (const level of levels) {
    const tried = waiting.map((one) => {
      const parts = partsOf(one.players, level, { ...one, isCostly });
      return { ...one, parts, isNew: !samePartition(parts, one.parts) && parts.length <= MOST_PARTS };
    });
    const groups = groupBy(
      tried.filter(({ isNew }) => isNew),
      groupKey,
    );
    for (const group of groups.values()) for (const [of, result] of solve(group)) found.set(of, result);
    waiting = tried.filter(({ of }) => !found.has(of));
  }
  for (const { of, players } of waiting) found.set(of, togetherOf(of, players));
  for (const of of moved)
    if (!found.has(of))
      found.set(of, togetherOf(of, writtenPlayers(of, runs, cases[0]?.pair.planPlayers ?? [])));
  return found;
}

/** Everybody who moved, with the inputs that moved. */
function casesOf(moved: readonly Pair[], runs: Both<StoredRun>, sides: Both<SideOf>): Case[] {
  let pair: Case['pair'] | undefined;
  return moved.flatMap((of) => {
    const [before, now] = [sides.before(of.person), sides.now(of.person)];
    if (!before || !now) return [];
    pair ??= planPairOf(runs, { before, now });
    const own = { before, now };
    const facts = { isOther: readsOthers(own), isOneSided: isOneSided(own) };
    return [{ of, pair, players: playersOf(own, pair), ...facts, parts: [] }];
  });
}

/** People calculated for those who must be calculated with everybody, each alone: above it nobody waits. */
const MOST_CALCULATED = 200_000;

function costOf(cases: readonly Case[], { now }: Both<StoredRun>): number {
  const alone = cases.filter(({ isOther, players }) => isOther && players.some(isOwn));
  const worlds = alone.reduce((sum, { players }) => sum + 2 ** Math.min(players.length, MOST_PARTS), 0);
  return worlds * now.inputs.people.people.length;
}
