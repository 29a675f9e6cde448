import type { PersonRecord } from '../data/records.js';
import type { RunInputs } from '../retro/stored-run.js';
import { calculate, type Data } from '../run/calculate.js';
import { onlyPeople } from '../run/only.js';
import type { Award } from '../run/run.js';
import type { Both, InputKind } from './comparison.js';
import { mixedActuals } from './mixed-actuals.js';
import { mixedPeople } from './mixed-people.js';
import type { PlanPair } from './plan-pair.js';
import { isOwn, leaderOf, type Player } from './player.js';

/** People of whom the same inputs moved: they are calculated together, as far as they do not read each other. */
export interface Group {
  readonly pair: PlanPair;
  readonly people: readonly string[];
  /** The inputs that moved; which they are is the same for everybody in the group. */
  readonly players: readonly Player[];
  /** Whose inputs are there: those of the group alone, everybody's with the group's apart, or everybody's at once. */
  readonly reach: 'own' | 'others' | 'everybody';
}

/** Whether an input is taken from the later run. */
export type IsNow = (player: Player) => boolean;

/** The awards of a group on inputs of two runs: of some players as now, of all others as before. */
export type World = (isNow: IsNow) => ReadonlyMap<string, Award>;

/** The worlds of a group, each calculated as every run is; what does not depend on a world is made once. */
export function worldsOf({ pair, people, players, reach }: Group): World {
  const wanted = new Set(people);
  const own = bothOf(pair.inputs, (inputs) => onlyPeople(inputs, people));
  const rest = reach === 'others' ? bothOf(pair.inputs, (inputs) => withoutPeople(inputs, wanted)) : own;
  const actualsOf = mixedActuals(pair, players);
  const ownOf = ownData(own, players);
  return (isNow) => {
    const isKindNow = isAnyNow(players, isNow);
    const everybody = isKindNow((one) => isOwn(one) || one.input.kind === 'others');
    const others = isKindNow(({ input }) => input.kind === 'others');
    const data = {
      own: () => ownOf(isNow),
      others: () => together(ownOf(isNow), sideOf(rest, others)),
      everybody: () => sideOf<Data>(pair.inputs, everybody),
    }[reach]();
    const plan = sideOf(
      pair.plans,
      isKindNow(({ input }) => input.kind === 'plan'),
    );
    const { awards } = calculate([plan], quiet({ ...data, actuals: actualsOf(isNow) }), {
      asOf: latest(pair),
    });
    return new Map(awards.flatMap((award) => (wanted.has(award.person) ? [[award.person, award]] : [])));
  };
}

/** Values measured after the day of their own run are left out before: the later day takes none away. */
function latest({ asOf: { before, now } }: PlanPair): string {
  return before < now ? now : before;
}

function isAnyNow(players: readonly Player[], isNow: IsNow) {
  return (isMeant: (player: Player) => boolean) => players.some((one) => isMeant(one) && isNow(one));
}

function sideOf<T>({ before, now }: Both<T>, isNow: boolean): T {
  return isNow ? now : before;
}

function bothOf<T, U>({ before, now }: Both<T>, make: (side: T) => U): Both<U> {
  return { before: make(before), now: make(now) };
}

function withoutPeople(inputs: RunInputs, gone: ReadonlySet<string>): Data {
  const others = inputs.people.people.flatMap(({ id }) => (gone.has(id) ? [] : [id]));
  return onlyPeople(inputs, others);
}

/** The files of a group, each from the side that it is taken from; one that did not move goes with the leader. */
function ownData(own: Both<Data>, players: readonly Player[]): (isNow: IsNow) => Data {
  const leader = leaderOf(players);
  const peopleOf = mixedPeople(
    bothOf(own, ({ people }) => people.people),
    players,
  );
  return (isNow) => {
    const isLeaderNow = leader !== undefined && isNow(leader);
    const fileOf = (kind: InputKind) => {
      const mover = players.find(({ input }) => input.kind === kind);
      return sideOf(own, mover === undefined ? isLeaderNow : isNow(mover));
    };
    const { leave } = fileOf('leave');
    const { earnings } = fileOf('earnings');
    const { exceptions } = fileOf('exceptions');
    const { rates } = fileOf('rates');
    const { people, actuals } = sideOf(own, isLeaderNow);
    return {
      people: { ...people, people: peopleOf(isNow) },
      actuals,
      ...(leave && { leave }),
      ...(earnings && { earnings }),
      ...(exceptions && { exceptions }),
      ...(rates && { rates }),
    };
  };
}

/** Two sets of people with all their files as one. */
function together(own: Data, others: Data): Data {
  const leave = own.leave ?? others.leave;
  const earnings = own.earnings ?? others.earnings;
  const exceptions = own.exceptions ?? others.exceptions;
  return {
    actuals: own.actuals,
    people: { ...own.people, people: [...own.people.people, ...others.people.people] },
    ...(leave && { leave: { ...leave, leaves: joined(own.leave?.leaves, others.leave?.leaves) } }),
    ...(earnings && {
      earnings: { ...earnings, earnings: joined(own.earnings?.earnings, others.earnings?.earnings) },
    }),
    ...(exceptions && {
      exceptions: {
        ...exceptions,
        exceptions: joined(own.exceptions?.exceptions, others.exceptions?.exceptions),
      },
    }),
    ...(own.rates && { rates: own.rates }),
  };
}

function joined<R extends PersonRecord>(own: readonly R[] = [], others: readonly R[] = []): R[] {
  return [...own, ...others];
}

/** What was found in the files was told by their runs. */
function quiet({ people, actuals, leave, earnings, exceptions, rates }: Data): Data {
  return {
    people: { ...people, issues: [] },
    actuals: { ...actuals, issues: [] },
    ...(leave && { leave: { ...leave, issues: [] } }),
    ...(earnings && { earnings: { ...earnings, issues: [] } }),
    ...(exceptions && { exceptions: { ...exceptions, issues: [] } }),
    ...(rates && { rates: { ...rates, issues: [] } }),
  };
}
