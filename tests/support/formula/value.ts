import type Fraction from 'fraction.js';
import type { Literal } from '../../../src/index.js';
import type {
  CurveNode,
  EachNode,
  Formula,
  LimitNode,
  MatrixNode,
  Node,
  ProratedNode,
  WeightedNode,
} from '../../../src/plan/formula.js';
import { clamp, exact, ONE, round, ZERO } from '../reference/number.js';
import { NotKnown } from '../reference/world.js';
import { category, holds } from './condition.js';
import { onCurve, onMatrix } from './curves.js';
import { directionOf } from './direction.js';
import { aboveTarget, achievement, change, metric } from './measured.js';
import { partsNamed } from './parts.js';
import { meanOfTop, peers, rank, result, totalOf } from './people.js';
import { targetAt } from './target.js';
import { isAmount, rateOf } from './units.js';
import { divided, fieldOf, multiplied, type Place, shareOf, total, yearsOf } from './world.js';

/** What a formula is worth at a place, by the words of the plan language alone. */
export function worthOf(formula: Formula, place: Place): Fraction {
  return typeof formula === 'object' ? nodeValue(formula, place) : exact(formula);
}

function nodeValue(node: Node, place: Place): Fraction {
  const all = (formulas: readonly Formula[]) => formulas.map((one) => worthOf(one, place));
  if ('money' in node) return exact(node.money);
  if ('metric' in node) return metric(place, node);
  if ('achievement' in node) return achievement(place, node);
  if ('aboveTarget' in node) return aboveTarget(place, node);
  if ('change' in node) return change(place, node);
  if ('person' in node) return personField(node.person, place);
  if ('term' in node) return term(node.term, place);
  if ('prorated' in node) return prorated(node, place);
  if ('each' in node) return each(node, place);
  if ('result' in node) return result(place, node);
  if ('total' in node) return totalOf(place, node);
  if ('peers' in node) return peers(place, node);
  if ('meanOfTop' in node) return meanOfTop(place, node);
  if ('rank' in node) return rank(place, node);
  if ('sum' in node) return total(all(node.sum));
  if ('product' in node) return multiplied(all(node.product));
  if ('quotient' in node) return quotient(all(node.quotient));
  if ('difference' in node) return difference(all(node.difference));
  if ('mean' in node) return total(all(node.mean)).div(node.mean.length);
  if ('highest' in node) return all(node.highest).reduce((a, b) => (b.gt(a) ? b : a));
  if ('lowest' in node) return all(node.lowest).reduce((a, b) => (b.lt(a) ? b : a));
  return formValue(node, place);
}

function formValue(node: Node, place: Place): Fraction {
  if ('curve' in node) return curve(node, place);
  if ('matrix' in node) return matrix(node, place);
  if ('table' in node) {
    const { of, values, otherwise } = node.table;
    const found = category(of, place);
    const listed = Object.hasOwn(values, found) ? values[found] : otherwise;
    if (listed === undefined) throw new NotKnown(`${found} is not listed`);
    return worthOf(listed, place);
  }
  if ('weighted' in node) return weighted(node, place);
  if ('when' in node) return worthOf(holds(node.when, place) ? node.then : node.otherwise, place);
  if ('limit' in node) return limit(node, place);
  if ('round' in node) return round(worthOf(node.round, place), exact(node.to), node.mode);
  if ('value' in node) return worthOf(node.value, place);
  throw new Error(`Not a value: ${JSON.stringify(node)}`);
}

function quotient([value, by]: readonly Fraction[]): Fraction {
  return divided(value as Fraction, by as Fraction);
}

function difference([first = ZERO, ...others]: readonly Fraction[]): Fraction {
  return first.sub(total(others));
}

/** The field of the stretch; amounts of all stretches are the amount of the person. */
function personField(name: string, { model, person, stretch }: Place): Fraction {
  if (isAmount(model.world.document, name))
    return total((person?.stretches ?? []).map((one) => exact(fieldOf(one, name))));
  if (!stretch) throw new Error(`${name} is read outside prorated`);
  return exact(fieldOf(stretch, name));
}

function term(name: string, place: Place): Fraction {
  if (name === 'target') return targetAt(place);
  return worthOf(place.model.world.document.terms?.[name] as Formula, place);
}

/** The sum over stretches of share × value; within a part by the days of the part. */
function prorated({ prorated: formula }: ProratedNode, place: Place): Fraction {
  const { model, person, part } = place;
  const { document } = model.world;
  const years = rateOf(document, formula) === 'year' ? yearsOf(document) : ONE;
  return total(
    (person?.stretches ?? []).map((stretch) => {
      const share = shareOf(model, stretch, part);
      if (share.equals(0)) return ZERO;
      return worthOf(formula, { ...place, stretch })
        .mul(share)
        .mul(years);
    }),
  );
}

/** Once for every part, summed. For a stretch each part counts by its own days instead of those of the period. */
function each({ each: kind, give, weights }: EachNode, place: Place): Fraction {
  const { model, stretch } = place;
  const parts = partsNamed(model.world.document, kind);
  return total(
    parts.map((part, index) => {
      const days = stretch ? shareOf(model, stretch, part).div(shareOf(model, stretch, undefined)) : ONE;
      if (days.equals(0)) return ZERO;
      const weight = exact((weights?.[index] as Literal | undefined) ?? 1);
      return worthOf(give, { ...place, part })
        .mul(weight)
        .mul(days);
    }),
  );
}

function curve({ curve: form }: CurveNode, place: Place): Fraction {
  const { shape = 'line', worse = 'nothing', better = 'hold' } = form;
  const points = form.points.map(([x, y]) => [worthOf(x, place), worthOf(y, place)] as const);
  const direction = form.direction ?? directionOf(place.model.world.document, form.of);
  return onCurve({ points, shape, worse, better, direction }, worthOf(form.of, place));
}

function matrix({ matrix: form }: MatrixNode, place: Place): Fraction {
  const { document } = place.model.world;
  const axis = ({ of, at, direction }: MatrixNode['matrix']['rows']) => ({
    at: at.map(exact),
    direction: direction ?? directionOf(document, of),
    value: worthOf(of, place),
  });
  const values = form.values.map((row) => row.map((cell) => worthOf(cell, place)));
  return onMatrix(axis(form.rows), axis(form.columns), values, form.shape);
}

function limit(node: LimitNode, place: Place): Fraction {
  const unit = node.of === 'target' ? targetAt(place) : ONE;
  const end = (bound: Formula | undefined) =>
    bound === undefined ? undefined : worthOf(bound, place).mul(unit);
  return clamp(worthOf(node.limit, place), end(node.floor), end(node.cap));
}

/** Values by their weights; what does not count is spread over the others, paid nothing, or paid as at target. */
function weighted({ weighted: items, missing }: WeightedNode, place: Place): Fraction {
  const weights = items.map(({ weight }) => worthOf(weight, place));
  if (!total(weights).equals(1)) throw new NotKnown('weights that do not sum to 1');
  const parts = items.map((item, index) => {
    const weight = weights[index] as Fraction;
    const counts =
      item.neutralised === undefined && (item.countsWhen === undefined || holds(item.countsWhen, place));
    return { weight, counts, paid: counts ? worthOf(item.payout, place).mul(weight) : ZERO };
  });
  const paid = total(parts.map((part) => part.paid));
  const counting = total(parts.filter((part) => part.counts).map((part) => part.weight));
  if (missing === 'target') return paid.add(ONE.sub(counting));
  if (missing !== 'reweight') return paid;
  return parts.some((part) => part.counts) ? divided(paid, counting) : ZERO;
}
