import { type Ratio, ZERO } from '../num/ratio.js';
import { payoutAt, placeOf } from './curve.js';
import type { Axis, Curve, Matrix } from './step.js';

/**
 * What a matrix pays for a row and a column value.
 *
 * Formula:  level: the cell of the last row and column reached; line: straight lines along the columns of each row,
 *           then along the rows between what they give
 * Domain:   nothing below the first row or column, held beyond the last; a threshold belongs to its better side
 * Rounds:   never
 */
export function matrixAt(
  { rows, columns, shape }: Matrix,
  [row, column]: readonly [Ratio, Ratio],
  values: readonly Ratio[],
): Ratio {
  const width = columns.at.length;
  const lines = rows.at.map((_, index) => {
    const cells = values.slice(index * width, (index + 1) * width);
    return payoutAt(curveOver(columns, cells, shape), column);
  });
  return payoutAt(curveOver(rows, lines, shape), row);
}

/** The line or column a value stands on, counted from 1 in the order written; undefined where none is reached. */
export function levelOf(axis: Axis, value: Ratio): number | undefined {
  const place = placeOf({ points: axis.at.map((at) => [at, ZERO] as const), side: axis.side }, value);
  const reached =
    place.at === 'point'
      ? place.point
      : place.at === 'between'
        ? axis.side === 'right'
          ? place.left
          : place.right
        : isBeyond(place.at, axis)
          ? place.end
          : undefined;
  return reached && axis.at.indexOf(reached[0]) + 1;
}

function isBeyond(at: 'below' | 'above', { side }: Axis): boolean {
  return (at === 'above') === (side === 'right');
}

/** An axis with a value at each of its lines. */
function curveOver({ at, side }: Axis, values: readonly Ratio[], shape: Matrix['shape']): Curve {
  const [worse, better] = ['nothing', 'hold'] as const;
  return {
    points: at.map((x, index) => [x, values[index] as Ratio] as const),
    shape: shape === 'line' ? 'line' : 'steps',
    below: side === 'right' ? worse : better,
    above: side === 'right' ? better : worse,
    side,
  };
}
