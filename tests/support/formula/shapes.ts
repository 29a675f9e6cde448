import type { CurvePoint, Outside } from '../../../src/index.js';
import type { Formula } from '../../../src/plan/formula.js';
import { number } from './numbers.js';
import { ascending, below, closed, literalOf, measured, numberOf, type Spot, saysLower } from './spot.js';
import { marks, type Unit } from './vocabulary.js';

/** What is read on the way to a payout: any unit. */
function readUnit({ setting: { chance }, at }: Spot): Unit {
  return chance.pick(
    at === 'stretch'
      ? (['ratio', 'ratio', 'money', 'rate', 'points', 'count'] as const)
      : (['ratio', 'money'] as const),
  );
}

/** Says which way is better where no metric does, now and then also where one does. */
function directionFor(spot: Spot, of: Formula): { direction?: 'higher' | 'lower' } {
  const { chance } = spot.setting;
  const said = saysLower(of);
  if (said !== undefined) return chance.once(6) ? { direction: said ? 'lower' : 'higher' } : {};
  return { direction: chance.once(4) ? 'lower' : 'higher' };
}

/** A payout curve over any value, with any rule outside. */
export function curve(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const x = readUnit(spot);
  const of = number(closed(spot, { linear: false }), x);
  const way = directionFor(spot, of);
  const lower = (way.direction ?? (saysLower(of) ? 'lower' : 'higher')) === 'lower';
  const at = ascending(chance, x, 4);
  const jump = chance.once(4) ? chance.below(at.length) : -1;
  const xs = jump < 0 ? at : at.toSpliced(jump, 0, at[jump] as string);
  const made = chance.once(8) ? chance.below(xs.length) : -1;
  const paid = xs.map((_, index) => payAt(spot, unit, index));
  const points = xs.map(
    (mark, index): CurvePoint => [index === made ? calculated(spot, x, mark) : mark, paid[index] as Formula],
  );
  const literal = made < 0;
  const shape = chance.pick(['line', 'line', 'steps'] as const);
  const side = (which: 'worse' | 'better') =>
    outside(spot, { xs, x, unit, shape, lower, literal, paid }, which);
  return {
    curve: {
      of,
      points,
      ...(shape === 'steps' && { shape }),
      ...(chance.once(2) && { worse: side('worse') }),
      ...(chance.once(2) && { better: side('better') }),
      ...way,
    },
  };
}

/** A point that stands where something was measured. */
function calculated(spot: Spot, x: Unit, mark: string): Formula {
  const able = measured(spot, x);
  return able.length === 0 ? mark : spot.setting.chance.pick(able);
}

/** What is paid at a point: mostly a number, the first always with its unit. */
function payAt(spot: Spot, unit: Unit, index: number): Formula {
  const { chance } = spot.setting;
  if (chance.once(8) || (index === 0 && unit !== 'ratio'))
    return number(closed(spot, { linear: false }), unit);
  if (unit === 'ratio') return chance.pick(marks.ratio.filter((mark) => mark.endsWith('%')));
  return literalOf(spot, unit);
}

interface Drawn {
  readonly xs: readonly string[];
  readonly x: Unit;
  readonly unit: Unit;
  readonly shape: 'line' | 'steps';
  readonly lower: boolean;
  readonly literal: boolean;
  readonly paid: readonly Formula[];
}

function outside({ setting: { chance } }: Spot, drawn: Drawn, side: 'worse' | 'better'): Outside {
  const { xs, x, unit, shape, lower, literal } = drawn;
  const first = (side === 'worse') !== lower;
  const [end, next] = first ? xs : xs.toReversed();
  const rules: Outside[] = ['nothing', 'hold'];
  if (shape === 'line' && literal && next !== undefined && next !== end) rules.push('continue');
  if (literal && unit === 'ratio' && shape === 'line') rules.push({ slope: x === 'ratio' ? '1.25' : '5%' });
  if (literal && unit === 'ratio' && side === 'better' && !lower)
    rules.push({ perStep: { each: x === 'ratio' ? '20%' : '15', add: '7%' } }, capped(drawn));
  return chance.pick(rules);
}

/** On in steps, but never above a payout that is above that of the last point. */
function capped({ x, paid }: Drawn): Outside {
  const last = paid.at(-1);
  const high = typeof last === 'string' ? `${numberOf(last) * 100 + 30}%` : '500%';
  return { perStep: { each: x === 'ratio' ? '10%' : '5', add: '20%' }, cap: high };
}

/** Slices of money, a ratio or a rate, each at its own rate. */
export function slices(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const of = number(closed(spot, { linear: false }), unit);
  const points = ascending(chance, unit, 3).map(
    (mark): CurvePoint => [mark, chance.pick(['0%', '5%', '10%', '150%', '1/3'])],
  );
  return { curve: { of, points, shape: 'slices', direction: 'higher' } };
}

/** What two values pay together. */
export function matrix(spot: Spot, unit: Unit): Formula {
  const { chance } = spot.setting;
  const axis = () => {
    const x = readUnit(spot);
    const of = number(closed(spot, { linear: false }), x);
    return { of, at: ascending(chance, x, 3), ...directionFor(spot, of) };
  };
  const [rows, columns] = [axis(), axis()];
  const values = rows.at.map((_, row) =>
    columns.at.map((__, column) => {
      if (row + column === 0 || chance.once(9)) return number(below(spot, { linear: false }), unit);
      return literalOf(spot, unit);
    }),
  );
  return { matrix: { rows, columns, values, shape: chance.pick(['line', 'level'] as const) } };
}
