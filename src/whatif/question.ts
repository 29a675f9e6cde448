import type { Issue } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { ChangeKind, WhatIfInput } from './input.js';

/** The figure that is to be reached. Awards are solved before they are rounded to the cent, and told rounded. */
export type Wanted =
  /** The sum of all awards of a plan in a currency. */
  | { readonly total: Literal; readonly plan?: string; readonly currency?: string }
  /** The award of a person. */
  | { readonly award: Literal; readonly person: string; readonly plan?: string }
  /** Award ÷ target of a person, or of all: 100% is where target is paid. */
  | {
      readonly ofTarget: Literal;
      readonly person?: string;
      readonly plan?: string;
      readonly currency?: string;
    }
  /** The achievement of a metric in the whole period, as a person has it. */
  | {
      readonly achievement: Literal;
      readonly metric: string;
      readonly person: string;
      readonly plan?: string;
    };

/** One input, and the figure it is to bring. */
export interface SeekQuestion {
  readonly input: WhatIfInput;
  /** `is` where nothing is said: the value of the input is sought; or what it grows by. */
  readonly how?: ChangeKind;
  readonly wanted: Wanted;
  /** The values that are looked at; those the input can have where nothing is said, up to ten times what it is. */
  readonly between?: readonly [Literal, Literal];
}

/** A value of the input; `exact: false` where no ratio is the place, which lies between `value` and `to`. */
export interface SoughtValue {
  readonly value: string;
  readonly exact: boolean;
  readonly to?: string;
}

/**
 * Where the wanted figure is: at a point; on a whole interval, whose ends belong to it or not; or only on both sides of a
 * jump, where `reaches` says on which side of the value the figure is at least what is wanted.
 */
export type Solution =
  | ({ readonly kind: 'point'; readonly figure: string } & SoughtValue)
  | {
      readonly kind: 'interval';
      readonly from: string;
      readonly to: string;
      readonly fromIncluded: boolean;
      readonly toIncluded: boolean;
      readonly exact: boolean;
      readonly figure: string;
    }
  | ({
      readonly kind: 'jump';
      readonly below?: string;
      readonly figure: string;
      readonly above?: string;
      readonly reaches: readonly ('below' | 'here' | 'above')[];
    } & SoughtValue);

/** Every value of an input that brings a figure. Plain data. */
export interface SeekAnswer {
  readonly input: string;
  readonly wanted: string;
  readonly between?: { readonly from: string; readonly to: string };
  /** The figure as things are. */
  readonly now?: string;
  /** The lowest and highest figure between these values. */
  readonly reachable?: { readonly lowest: string; readonly highest: string };
  readonly solutions: readonly Solution[];
  /** People without whom the figure is, because their awards are withheld; `issues` say why. Absent where nobody is. */
  readonly withheld?: number;
  readonly issues: readonly Issue[];
}
