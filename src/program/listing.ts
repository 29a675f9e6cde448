import { toExactText } from '../num/decimal.js';
import type { Ratio } from '../num/ratio.js';
import { isConstant, type Program } from './program.js';
import type { Crossing, Operand, OutsideRule, PoolRule, Step } from './step.js';
import { unitName } from './unit.js';

/**
 * The steps of a program, one a line: number, scope, operation with its operands, unit.
 *
 * @example listProgram(plan.program) // ['1  company  input metric revenue value · money', …]
 */
export function listProgram({ steps, award }: Program): string[] {
  const lines = steps.map(
    (step, index) => `${index}  ${step.scope}  ${describe(step)} · ${unitName(step.unit)}`,
  );
  return [...lines, `award = ${operandText(award)}`];
}

function operandText(operand: Operand): string {
  return isConstant(operand) ? toExactText(operand) : `#${operand}`;
}

function describe(step: Step): string {
  if (step.op === 'input') {
    const shown = Object.values(step.input).map((value: string | Ratio | readonly string[]) =>
      typeof value === 'object' && 'n' in value ? toExactText(value) : [value].flat().join(', '),
    );
    return `input ${shown.join(' ')}`;
  }
  return `${step.op} ${detail(step)}${step.args.map(operandText).join(', ')}`;
}

function detail(step: Step): string {
  if (step.op === 'any') return `${step.least} of `;
  if (step.op === 'compare') return `${step.relation} `;
  if (step.op === 'is') return `${JSON.stringify(step.category)} `;
  if (step.op === 'bound') return `${step.end} end of ${step.interval}, z ${toExactText(step.z)}, of `;
  if (step.op === 'sample') return `${step.metric} `;
  if (step.op === 'round') return `${step.mode} `;
  if (step.op === 'table') return `by ${step.keys.join(', ')} of `;
  if (step.op === 'matrix')
    return `${step.matrix.shape} ${[step.matrix.rows, step.matrix.columns].map(({ at }) => `[${at.map(toExactText).join(', ')}]`).join(' × ')} of `;
  if (step.op === 'across') return `${acrossText(step.crossing)} `;
  if (step.op === 'allot') return `${poolText(step.pool)} of `;
  if (step.op !== 'curve') return '';
  const points = step.curve.points.map(([x, y]) => `${toExactText(x)} -> ${toExactText(y)}`).join(', ');
  const { shape, below, above } = step.curve;
  return `${shape} [${points}] below ${outsideText(below)}, above ${outsideText(above)} of `;
}

function outsideText(rule: OutsideRule): string {
  if (typeof rule === 'string') return rule;
  const words = Object.entries(rule).map(([key, value]: [string, Ratio]) => `${key} ${toExactText(value)}`);
  return words.join(' ');
}

function acrossText({ take, among, key }: Crossing): string {
  const where =
    typeof among === 'string'
      ? among
      : Object.entries(among)
          .map((pair) => pair.join(' '))
          .join(', ');
  return `${take.fold} among ${where} of ${key}`;
}

function poolText({ keys, first, floor, ceiling, redistribute, levels, unit }: PoolRule): string {
  const by = keys.map(({ key, part }) => `${toExactText(part)} by ${key}`);
  const ends = [first, floor, ceiling].filter((key) => key !== undefined);
  const through = levels.map(({ to }) => `through ${to}`);
  const rest = redistribute ? ['redistributing'] : [];
  return [...by, ...ends, ...through, ...rest, `in ${toExactText(unit)}`].join(', ');
}
