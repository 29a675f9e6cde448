import { type Issue, issue, quote } from '../issue/issue.js';
import { toExactText } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import { isConstant } from '../program/program.js';
import type { Crossing, Operand, Step } from '../program/step.js';
import type { Fault, Value } from '../program/value.js';
import type { Rows } from './rows.js';

/** Points of a curve that are calculated and come out in the wrong order. */
export function descending(before: Ratio, after: Ratio): Fault {
  return {
    fault: [
      issue({
        code: 'run.curve.order',
        message: `A point of a curve is calculated to stand at ${toExactText(after)}, below the one before it at ${toExactText(before)}`,
        expected: 'points that do not descend',
        hint: 'Correct what the points are calculated from; whoever needs the curve is withheld until then',
      }),
    ],
  };
}

/** Weights from fields of the person that are not the whole. */
export function notWhole(sum: Ratio): Fault {
  return {
    fault: [
      issue({
        code: 'run.weights.sum',
        message: `The weights of the person sum to ${toExactText(sum)}`,
        expected: 'exactly 1 (100%)',
        hint: 'Correct the fields that hold the weights; the person is withheld until then',
      }),
    ],
  };
}

/** Nobody to compare with, or not the one person whose result is read. */
export function nobody({ among, take }: Crossing, people: number, rows: Rows, row: number): Issue {
  const whose =
    typeof among === 'object'
      ? Object.entries(among)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')
      : '';
  return issue({
    code: 'run.peers.none',
    message:
      take.fold === 'only'
        ? `${people === 0 ? 'Nobody who takes part has' : `${people} people who take part have`} ${whose}, and the plan reads the result of one person`
        : `Nobody has what the plan compares peers by${typeof among === 'string' && among !== 'company' ? ` (${among} ${quote(rows.nameOf(among, row))})` : ''}`,
    expected: take.fold === 'only' ? 'exactly one person' : 'at least one eligible person with a value',
    hint: 'Complete the people or their values; whoever needs the result is withheld until then',
  });
}

/** A score from too few answers, or one that is flagged, read where the plan says nothing else. */
export function tooFew(metric: string, responses: Value, { whose, at }: Place): Fault {
  const count = typeof responses === 'object' && 'n' in responses ? `${toExactText(responses)} ` : '';
  return {
    fault: [
      issue({
        code: 'actuals.responses.few',
        ...(at && { at }),
        message: `${quote(metric)}${whose === '' ? '' : ` of ${whose}`} rests on ${count}responses and does not count by the sample rules of the plan`,
        expected: 'a score that the sample rules let count',
        hint: 'Responses are too few, or a flag is raised; let the plan say what becomes of it here: { use: … }, blend, or { enough: … } in a condition',
      }),
    ],
  };
}

/** A category that a table does not pay. */
export function unlisted(category: string, known: readonly string[], { whose, at }: Place): Fault {
  return {
    fault: [
      issue({
        code: 'run.table.category',
        ...(at && { at }),
        message: `The category ${quote(category)} of ${whose} is not in the table that pays it`,
        expected: `one of ${known.join(', ')}`,
        hint: 'Correct the cell, or add the category (or otherwise) to the table; the person is withheld until then',
      }),
    ],
  };
}

/** A divisor of zero: the target of an achievement, or what a formula divides by. */
export function zeroDivisor(steps: readonly Step[], divisor: Operand, rows: Rows, row: number): Fault {
  const step = isConstant(divisor) ? undefined : steps[divisor];
  const input = step?.op === 'input' && step.input.from === 'metric' ? step.input : undefined;
  const { whose, at } = placeOf(steps, divisor, rows, row);
  return {
    fault: [
      issue({
        code: 'run.division.zero',
        ...(at && { at }),
        message: `The ${input ? `${input.part} of ${input.metric}` : 'number that a quotient divides by'} is 0${whose === '' ? '' : ` for ${whose}`}${input ? ', and achievement divides by it' : ''}`,
        expected: 'a number other than 0',
        hint: input
          ? 'Correct the actuals, or let the plan read the value or the difference from target'
          : 'Correct the data, or let the plan divide only when the number is not 0',
      }),
    ],
  };
}

/** Where a value was read, and whose it is. */
export type Place = ReturnType<Rows['whereOf']>;

/** Where the input behind an operand was read; nothing is known of constants and results. */
export function placeOf(steps: readonly Step[], operand: Operand, rows: Rows, row: number): Place {
  const step = isConstant(operand) ? undefined : steps[operand];
  return step?.op === 'input' ? rows.whereOf(step.input, step.scope, row) : { whose: '' };
}
