import type { Literal } from '../num/literal.js';

/** A measured value: of a metric, in every group and every part of the period, or only in those named. */
export interface MetricInput {
  readonly metric: string;
  readonly group?: string;
  /** A part of the period, or one before it such as `previous`; the whole and all its parts without it. */
  readonly period?: string;
}

/** A column of people: everybody's, of some people, or of those with these values in other columns. */
export interface ColumnInput {
  readonly column: string;
  readonly person?: string | readonly string[];
  readonly where?: Readonly<Record<string, Literal | readonly Literal[]>>;
}

/** A place in a plan: the keys to it from the root, as in `goals/0/weight`. */
export interface PathInput {
  readonly path: string;
  /** The id of the plan, where there are several. */
  readonly plan?: string;
}

/** One input of a calculation that a question moves. */
export type WhatIfInput = MetricInput | ColumnInput | PathInput;

/** How an input is moved: to a value, by an amount, or by a factor. */
export const changeKinds = ['is', 'plus', 'times'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * What an input is called in tables and messages, and on the command line.
 *
 * @example  inputText({ metric: 'recommendation', group: 'East' }) // 'recommendation@East'
 */
export function inputText(input: WhatIfInput): string {
  if ('metric' in input) {
    const { metric, group, period } = input;
    return `${metric}${group === undefined ? '' : `@${group}`}${period === undefined ? '' : `:${period}`}`;
  }
  if ('path' in input) return input.path;
  const { column, person, where } = input;
  const people = person === undefined ? [] : [person].flat();
  const others = Object.entries(where ?? {}).map(([key, value]) => `${key}=${[value].flat().join('|')}`);
  return [`${column}${people.map((id) => `@${id}`).join('')}`, ...others].join(' ');
}
