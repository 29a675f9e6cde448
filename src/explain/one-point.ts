import { type Evaluator, movedBy } from '../exact/evaluate.js';
import { unitsToText } from '../num/decimal.js';
import { type Ratio, ratio, subtract } from '../num/ratio.js';
import { powerOfTen } from '../num/round.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Move } from '../risk/moves.js';
import { type Look, numberFor, type Setting } from '../risk/setting.js';
import { type PointSize, shiftedWorld } from '../risk/worlds.js';
import type { ExplanationWords } from './english.js';
import type { OnePoint } from './explanation.js';

/** A metric one point further, as a world. */
export interface PointWorld {
  readonly move: Move;
  /** The size of the point, in words. */
  readonly point: string;
  readonly world: Evaluator;
}

/**
 * The worlds in which one metric is a point better.
 *
 * Domain:   none of a metric that what other people have is made of: it would move, too
 * Formula:  a point is 1 % of target where a goal reads the metric against its target; else a percentage point, a point or
 *           one more, by the kind of the metric; one less where lower is better
 */
export function pointWorlds(setting: Setting, words: ExplanationWords): PointWorld[] {
  const metrics = setting.moves.filter((move) => move.metric !== undefined && !movesOthers(move, setting));
  return metrics.map((move) => {
    const size = sizeOf(move, setting);
    const point = words.point(kindOfPoint(size), move.direction);
    return { move, point, world: shiftedWorld(setting, move, size) };
  });
}

/** Whether what other people have would move, too: by how much nobody has calculated. */
function movesOthers({ steps: own }: Move, { program: { steps, crossed } }: Setting): boolean {
  const moved = movedBy(steps, (step) => own.includes(step));
  return [...crossed.values()].some(
    ({ read }) => typeof read.operand === 'number' && moved[read.operand] === true,
  );
}

function sizeOf({ name, metric, direction }: Move, { document }: Setting): PointSize {
  const { goals = [], gates = [] } = document;
  const isAgainst = [...goals, ...gates].some((one) => one.metric === name && one.reads === 'achievement');
  const { unit } = metric ? kindOf(metric.kind) : { unit: 'count' };
  const sign = direction === 'higher' ? 1n : -1n;
  if (isAgainst || unit === 'money') return { of: 'target', share: ratio(sign, 100n) };
  return { of: 'unit', step: unit === 'ratio' ? ratio(sign, 100n) : ratio(sign) };
}

/** What a point of each metric would have added to the award of a person. */
export function onePointsOf(
  worlds: readonly PointWorld[],
  { program, evaluator }: Setting,
  { row, digits }: Look,
): OnePoint[] {
  const own = numberFor(evaluator, program.award, row);
  return worlds.map(({ move, point, world }) => {
    const award = numberFor(world, program.award, row);
    const adds = award && own && inUnits(subtract(award, own), digits);
    return {
      metric: move.name,
      title: move.title,
      point,
      ...(adds !== undefined && { adds }),
    };
  });
}

/** A difference of two awards, which are rounded already. */
function inUnits({ n, d }: Ratio, digits: number): string {
  return unitsToText((n * powerOfTen(digits)) / d, digits);
}

function kindOfPoint(size: PointSize): 'target' | 'percentage' | 'one' {
  if (size.of === 'target') return 'target';
  return size.step.d === 1n ? 'one' : 'percentage';
}
