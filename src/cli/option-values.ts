import { InvalidArgumentError } from 'commander';
import { confidenceLevels, zOf } from '../metrics/confidence.js';
import { isNumber, readLiteral } from '../num/literal.js';

/** A whole number on the command line. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Not a whole number.');
  return Number(text);
}

/** An option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A confidence that intervals can have. */
export function confidence(text: string): string {
  const read = readLiteral(text);
  if (!isNumber(read) || zOf(read.value) === undefined)
    throw new InvalidArgumentError(`Not one of ${confidenceLevels.join(', ')}.`);
  return text;
}
