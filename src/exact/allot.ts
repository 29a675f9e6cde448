import { groupBy } from '../data/group.js';
import { add, divide, multiply, type Ratio, ratio, reduce, sign, ZERO } from '../num/ratio.js';
import { roundToInteger } from '../num/round.js';
import { type Claim, shareOut } from '../num/share-out.js';
import type { Scope } from '../program/scope.js';
import type { PoolRule } from '../program/step.js';
import { type Fault, isFault, mergeFaults } from '../program/value.js';
import { below, negativeFund, nobodyHas, noGroup, noShare, shortOf, strangeShare } from './pool-faults.js';
import type { Rows } from './rows.js';

/** What everybody has of what a pool reads: rows of people in the order of their ids, values in that of the arguments. */
export interface Entitled {
  readonly people: readonly number[];
  readonly values: readonly (readonly Ratio[])[];
}

/** A pool shared out, in its units: by the place of each person, and what the groups it went through had. */
export interface Allotment {
  readonly fund: bigint;
  readonly amounts: readonly bigint[];
  readonly groups: readonly PoolGroup[];
}

export interface PoolGroup {
  readonly level: Scope;
  readonly name: string;
  readonly people: number;
  readonly fund: bigint;
  readonly paid: bigint;
}

/** Reads what everybody has; who cannot be looked at makes the pool faulty, or is left out where the plan says so. */
export function entitledIn({ leaveOut }: PoolRule, keys: readonly string[], rows: Rows): Entitled | Fault {
  const { people, faults } = rows.everybody();
  const read = people.map((person) => ({ person, values: keys.map((key) => rows.has(person, key)) }));
  const found = [...faults, ...read.flatMap(({ values }) => values.filter(isFault))];
  if (found.length > 0 && !leaveOut) return mergeFaults(found);
  const known = read.filter(({ values }) => !values.some(isFault));
  return { people: known.map(({ person }) => person), values: known.map(({ values }) => values as Ratio[]) };
}

/** Somebody's claim on the pool. */
interface Member extends Claim {
  readonly person: number;
  readonly place: number;
}

/**
 * Shares a fund out over everybody: through the groups the plan names, then over the people of each. The fund is cut
 * down to whole units first, so that it is never overspent.
 *
 * Formula:  weight = Σ part × what the person has of a key ÷ what all have of it; then `shareOut`
 * Rounds:   the fund, and ceilings, down to units; what comes first, and floors, up; amounts by largest remainder,
 *           ties to the lower id
 */
export function allotted(rule: PoolRule, fund: Ratio, entitled: Entitled, rows: Rows): Allotment | Fault {
  if (sign(fund) < 0) return negativeFund(fund);
  const units = roundToInteger(divide(fund, rule.unit), 'floor');
  const members = membersOf(rule, entitled, rows, units === 0n);
  if ('fault' in members) return members;
  const amounts: bigint[] = [];
  const groups: PoolGroup[] = [];
  const fault = goDown(units, members, rule.levels, '');
  return fault ?? { fund: units, amounts, groups };

  /** Shares a part of the fund out below a group. */
  function goDown(
    part: bigint,
    below: readonly Member[],
    levels: PoolRule['levels'],
    group: string,
  ): Fault | undefined {
    const [level, ...lower] = levels;
    if (level === undefined) {
      const shares = shareOut(part, below, rule.redistribute);
      if (shares === undefined) return shortOf(part, below, rule.unit, group);
      for (const [index, { place }] of below.entries()) amounts[place] = shares[index] as bigint;
      return undefined;
    }
    const teams = teamsOf(level, below, rows);
    if ('fault' in teams) return teams;
    const shares = shareOut(
      part,
      teams.map(({ claim }) => claim(rule.redistribute)),
      rule.redistribute,
    );
    if (shares === undefined) return shortOf(part, below, rule.unit, group);
    for (const [index, { name, members: own }] of teams.entries()) {
      const found = goDown(shares[index] as bigint, own, lower, name);
      if (found) return found;
      const paid = own.reduce((sum, { place }) => sum + (amounts[place] as bigint), 0n);
      groups.push({ level: level.to, name, people: own.length, fund: shares[index] as bigint, paid });
    }
    return undefined;
  }
}

/**
 * Everybody's claim, in units of the pool. That nobody has anything of a key is an error of the data, unless there is
 * nothing to share out or the plan pays nobody anything before the pool.
 */
function membersOf(
  rule: PoolRule,
  { people, values }: Entitled,
  rows: Rows,
  isEmpty: boolean,
): readonly Member[] | Fault {
  const { keys, first, floor, ceiling, unit } = rule;
  const wrong = values.flatMap((own, place) => {
    const known = first === undefined ? own.slice(0, keys.length) : own.slice(0, keys.length + 1);
    return known.some((value) => sign(value) < 0) ? [below(rows.idOf(people[place] as number))] : [];
  });
  if (wrong.length > 0) return mergeFaults(wrong);
  const totals = keys.map((_, index) =>
    reduce(values.reduce((sum, own) => add(sum, own[index] as Ratio), ZERO)),
  );
  const lacking = keys.filter(({ part }, index) => part.n !== 0n && (totals[index] as Ratio).n === 0n);
  const isUnpaid = lacking.length === keys.length && keys.every(({ ofAward }) => ofAward);
  if (lacking.length > 0 && people.length > 0 && !isEmpty && !isUnpaid) return nobodyHas();
  const at = (name: string | undefined, index: number) =>
    name === undefined ? undefined : keys.length + index;
  const places = {
    first: at(first, 0),
    floor: at(floor, first === undefined ? 0 : 1),
    ceiling: at(ceiling, [first, floor].filter((name) => name !== undefined).length),
  };
  return people.map((person, place) => {
    const own = values[place] as readonly Ratio[];
    const units = (index: number | undefined, mode: 'ceiling' | 'floor') =>
      index === undefined ? undefined : roundToInteger(divide(own[index] as Ratio, unit), mode);
    const atLeast = units(places.floor, 'ceiling') ?? 0n;
    return {
      person,
      place,
      weight: weightOf(rule, own, totals),
      first: units(places.first, 'ceiling') ?? 0n,
      floor: atLeast < 0n ? 0n : atLeast,
      ceiling: units(places.ceiling, 'floor'),
    };
  });
}

/** With one key its value is the weight; of several each counts for its part. */
function weightOf({ keys }: PoolRule, own: readonly Ratio[], totals: readonly Ratio[]): Ratio {
  if (keys.length === 1) return own[0] as Ratio;
  const parts = keys.flatMap(({ part }, index) => {
    const total = totals[index] as Ratio;
    return total.n === 0n ? [] : [divide(multiply(part, own[index] as Ratio), total)];
  });
  return reduce(parts.reduce(add, ZERO));
}

/** A group with its people, and what it claims of the level above. */
interface Team {
  readonly name: string;
  readonly members: readonly Member[];
  claim(redistribute: boolean): Claim;
}

type Level = PoolRule['levels'][number];

function teamsOf({ to, shares }: Level, members: readonly Member[], rows: Rows): readonly Team[] | Fault {
  const named = members.map((member) => {
    const row = rows.groupOf(to, rows.lastSegment(member.person));
    return { member, name: rows.nameOf(to, row) };
  });
  const lost = named.filter(({ name }) => name === '');
  if (lost.length > 0) return mergeFaults(lost.map(({ member }) => noGroup(to, rows.idOf(member.person))));
  const groups = [...groupBy(named, ({ name }) => name)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const names = groups.map(([name]) => name);
  const wrong =
    shares === undefined
      ? []
      : [
          ...names.filter((name) => !Object.hasOwn(shares, name)).map((name) => noShare(to, name)),
          ...Object.keys(shares)
            .filter((name) => !names.includes(name))
            .map((name) => strangeShare(to, name)),
        ];
  if (wrong.length > 0) return mergeFaults(wrong);
  return groups.map(([name, own]) => {
    const team = own.map(({ member }) => member);
    const claim = (redistribute: boolean) => claimOf(team, shares?.[name], redistribute);
    return { name, members: team, claim };
  });
}

/** A group claims what its people do; where its part is stated, that and nothing else. */
function claimOf(team: readonly Member[], share: Ratio | undefined, redistribute: boolean): Claim {
  if (share !== undefined) return { weight: share, first: 0n, floor: 0n };
  const sum = (of: (member: Member) => bigint) => team.reduce((all, member) => all + of(member), 0n);
  const isOpen = !redistribute || team.some(({ ceiling, weight }) => ceiling === undefined && weight.n > 0n);
  return {
    weight: reduce(team.reduce((all, { weight }) => add(all, weight), ZERO)),
    first: sum(({ first }) => first),
    floor: sum(leastOf),
    ceiling: isOpen ? undefined : sum(mostOf),
  };
}

/** What somebody gets at least. */
export function leastOf({ first, floor }: Claim): bigint {
  return first > floor ? first : floor;
}

/** What somebody can take at most: without weight nothing goes beyond the least. */
function mostOf(claim: Claim): bigint {
  const least = leastOf(claim);
  const { weight, ceiling } = claim;
  return weight.n === 0n || ceiling === undefined || ceiling < least ? least : ceiling;
}

/** An amount of so many units. */
export function unitsOf(units: bigint, unit: Ratio): Ratio {
  return multiply(ratio(units), unit);
}
