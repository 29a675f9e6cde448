import type { TablePlace } from '../issue/issue.js';
import type { Day } from '../time/day.js';

/** An input that changed between what was paid and the new calculation, as far as the award reads it. */
export interface Cause {
  readonly kind:
    | 'person'
    | 'leave'
    | 'earnings'
    | 'exception'
    | 'decision'
    | 'rates'
    | 'actual'
    | 'plan'
    | 'asOf'
    | 'others';
  /** The column, metric, code, type or key, such as `salary`. */
  readonly input: string;
  /** Whose measured value it is; absent for the company. */
  readonly group?: string;
  /** The first day it differs, where it does not differ from the start. */
  readonly from?: Day;
  /** As written; absent where there was nothing. */
  readonly before?: string;
  /** As written; absent where there is nothing any more. */
  readonly now?: string;
  /** Where the new value stands. */
  readonly at?: TablePlace;
}

type Told = Omit<Cause, 'kind' | 'input'>;

/** A cause with what is known of it. */
export function cause(
  kind: Cause['kind'],
  input: string,
  { group, from, before, now, at }: { readonly [Key in keyof Told]: Told[Key] | undefined },
): Cause {
  return {
    kind,
    input,
    ...(group !== undefined && { group }),
    ...(from !== undefined && { from }),
    ...(before !== undefined && { before }),
    ...(now !== undefined && { now }),
    ...(at !== undefined && { at }),
  };
}

/**
 * A cause in words.
 *
 * @example  causeText({ kind: 'person', input: 'salary', from: '2026-07-01', before: '80000', now: '85000' })
 *           // 'salary 80000 → 85000 from 2026-07-01'
 */
export function causeText({ input, group, from, before, now }: Cause): string {
  const isNamedOnly = before === undefined && now === undefined;
  const values = isNamedOnly ? 'changed' : `${before ?? 'none'} → ${now ?? 'none'}`;
  const whose = group === undefined ? '' : ` of ${group}`;
  return `${input}${whose} ${values}${from === undefined ? '' : ` from ${from}`}`;
}
