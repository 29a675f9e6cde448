import type Fraction from 'fraction.js';
import type { Literal, TargetDocument } from '../../../src/index.js';
import { exact, ONE } from '../reference/number.js';
import { fieldOf, type Place, type Someone, type Stretch, shareOf, total, yearsOf } from './world.js';

/** Target opportunity of a stretch as a rate: of the year, or an amount of the period. */
function rate(target: TargetDocument, stretch: Stretch): Fraction {
  if ('amount' in target)
    return written('money' in target.amount ? target.amount.money : target.amount, stretch);
  return written(target.percent, stretch).mul(exact(fieldOf(stretch, 'salary')));
}

/** Random plans write a number or name a column. */
function written(stated: Literal | object, stretch: Stretch): Fraction {
  if (typeof stated !== 'object') return exact(stated);
  return exact(fieldOf(stretch, (stated as { person: string }).person));
}

/** Target opportunity of a stretch, for the whole period. */
export function targetOf(place: Place, stretch: Stretch): Fraction {
  const { document } = place.model.world;
  const target = document.target as TargetDocument;
  return rate(target, stretch).mul('percent' in target ? yearsOf(document) : ONE);
}

/** Target opportunity at a place: the rate in a stretch, and the sum over the days of a person. */
export function targetAt(place: Place): Fraction {
  const target = place.model.world.document.target as TargetDocument;
  if (place.stretch) return rate(target, place.stretch);
  const { model, part } = place;
  const { stretches } = place.person as Someone;
  return total(stretches.map((one) => targetOf(place, one).mul(shareOf(model, one, part))));
}
