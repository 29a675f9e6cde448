import Fraction from 'fraction.js';
import type {
  Formula,
  MeanOfTopNode,
  PeersNode,
  RankNode,
  ResultNode,
  TotalNode,
} from '../../../src/plan/formula.js';
import { exact, ZERO } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';
import { directionOf } from './direction.js';
import { isOfPerson, rateOf } from './units.js';
import { worthOf } from './value.js';
import {
  fieldOf,
  type Place,
  type Someone,
  type Stretch,
  shareOf,
  total,
  known as tried,
  yearsOf,
} from './world.js';

/** A value of a person as others read it. */
export function ofPerson(place: Place, person: Someone, formula: Formula): Fraction {
  const { model, part } = place;
  const { document } = model.world;
  const here: Place = { model, person, ...(part && { part }) };
  if (isOfPerson(document, formula)) return worthOf(formula, here);
  const rate = rateOf(document, formula);
  if (rate === 'none') return meanOverDays(person, (stretch) => worthOf(formula, { ...here, stretch }));
  const years = rate === 'year' ? yearsOf(document) : new Fraction(1);
  return total(
    person.stretches.map((stretch) => {
      const share = shareOf(model, stretch, part);
      return share.equals(0)
        ? ZERO
        : worthOf(formula, { ...here, stretch })
            .mul(share)
            .mul(years);
    }),
  );
}

function meanOverDays({ stretches }: Someone, value: (stretch: Stretch) => Fraction): Fraction {
  const days = stretches.reduce((sum, one) => sum + one.days, 0);
  return total(stretches.map((one) => value(one).mul(one.days))).div(days);
}

/** Everybody in a group: of the last day that counts. */
function members(place: Place, among: string, group: string | undefined): Someone[] {
  const { everybody } = place.model;
  if (among === 'company') return [...everybody];
  return everybody.filter(({ stretches }) => fieldOf(stretches.at(-1) as Stretch, among) === group);
}

/** The group of the stretch at hand; a person as such stands where they stood last. */
function groupAt({ person, stretch }: Place, among: string): string | undefined {
  return among === 'company' ? undefined : fieldOf(stretch ?? (person?.stretches.at(-1) as Stretch), among);
}

interface Folded {
  readonly among: string;
  readonly missing?: 'leaveOut';
}

/** The values of everybody in the group. */
function peerValues(place: Place, { among, missing }: Folded, formula: Formula): Fraction[] {
  return members(place, among, groupAt(place, among)).flatMap((one) =>
    found(missing, () => ofPerson(place, one, formula)),
  );
}

/** A value, or nothing where those who have none are left out. */
function found(missing: 'leaveOut' | undefined, value: () => Fraction): Fraction[] {
  const one = tried(value);
  if (!(one instanceof NotKnown)) return [one];
  if (missing === 'leaveOut') return [];
  throw one;
}

/** One number over the people of a group. */
export function peers(place: Place, node: PeersNode): Fraction {
  const values = peerValues(place, node, node.of);
  if (node.peers === 'count') return new Fraction(values.length);
  if (node.peers === 'sum') return total(values);
  if (values.length === 0) throw new NotKnown('nobody to compare with');
  if (node.peers === 'mean') return total(values).div(values.length);
  const sorted = values.toSorted((a, b) => a.compare(b));
  return (node.peers === 'lowest' ? sorted[0] : sorted.at(-1)) as Fraction;
}

/** The mean of the best part of a group; somebody always is the best. */
export function meanOfTop(place: Place, node: MeanOfTopNode): Fraction {
  const values = peerValues(place, node, node.of);
  if (values.length === 0) throw new NotKnown('nobody to compare with');
  const wanted = exact(node.meanOfTop).mul(values.length);
  const counts = { up: wanted.ceil(), down: wanted.floor(), nearest: wanted.add('1/2').floor() };
  const count = Math.max(1, counts[node.count].valueOf());
  const lower = (node.direction ?? directionOf(place.model.world.document, node.of)) === 'lower';
  const sorted = values.toSorted((a, b) => (lower ? a.compare(b) : b.compare(a)));
  return total(sorted.slice(0, count)).div(count);
}

/** The place of a person among those of the group they stood in last; 1 is best. */
export function rank(place: Place, node: RankNode): Fraction {
  const { model, person, part } = place;
  const self = person as Someone;
  const own = ofPerson(place, self, node.rank);
  const values = peerValues({ model, person: self, ...(part && { part }) }, node, node.rank);
  const lower = (node.direction ?? directionOf(model.world.document, node.rank)) === 'lower';
  const better = values.filter((one) => (lower ? one.lt(own) : one.gt(own))).length;
  const equal = values.filter((one) => one.equals(own)).length;
  const places = { best: better + 1, mean: better + (equal + 1) / 2, worst: better + equal };
  return new Fraction(places[node.ties]);
}

/** Another person's named term, by the days that count for that person. */
export function result(place: Place, node: ResultNode): Fraction {
  const { everybody, world } = place.model;
  const fitting = everybody.filter(({ stretches }) =>
    Object.entries(node.of).every(([field, text]) => (stretches.at(-1) as Stretch).fields[field] === text),
  );
  if (fitting.length !== 1) throw new NotKnown(`${fitting.length} people`);
  return ofPerson(place, fitting[0] as Someone, world.document.terms?.[node.result] as Formula);
}

/** A sum over everybody: of a field, or of the awards before a gate. */
export function totalOf(place: Place, node: TotalNode): Fraction {
  const { everybody, awards = [] } = place.model;
  if (node.total !== 'awards')
    return total(
      everybody.flatMap((one) => found(node.missing, () => ofPerson(place, one, { person: node.total }))),
    );
  return total(
    awards.flatMap((award) =>
      found(node.missing, () => {
        if (award instanceof NotKnown) throw award;
        return award;
      }),
    ),
  );
}
