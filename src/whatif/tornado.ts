import type { Plan } from '../concepts/parse-plan.js';
import { groupBy } from '../data/group.js';
import type { Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { ratioOfDecimal } from '../num/decimal.js';
import type { Literal } from '../num/literal.js';
import { differenceOfMoney } from '../num/money.js';
import { compare, negate, type Ratio, ZERO } from '../num/ratio.js';
import { metricIn, metricOfKey } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import type { Total } from '../run/run.js';
import { awardsAfter, type BareAnswer } from './bare.js';
import { type ChangeKind, inputText, type WhatIfInput } from './input.js';
import type { Prepared } from './prepared.js';

/** How far an input is moved, down and up. */
export interface TornadoStep {
  readonly input: WhatIfInput;
  readonly how: Exclude<ChangeKind, 'is'>;
  readonly down: Literal;
  readonly up: Literal;
}

/** A total with an input further down, as it is, and further up; a side that cannot be has an issue instead. */
export interface TornadoTotal {
  readonly plan: string;
  readonly currency: string;
  readonly down?: string;
  readonly now: string;
  readonly up?: string;
  /** down − now, and up − now. */
  readonly downBy?: string;
  readonly upBy?: string;
}

/** One input, and what its steps down and up come to. */
export interface TornadoBar {
  readonly input: string;
  readonly down: string;
  readonly up: string;
  readonly totals: readonly TornadoTotal[];
  readonly issues: readonly Issue[];
}

/**
 * Every input that moves awards, each by one step down and up, the one that moves most first. Without steps of the caller: a
 * score by one point, a ratio by one percentage point, money and counts by 1 %; columns of people likewise.
 *
 * Formula:  upBy = total with the step up − total as it is, to the cent
 * Issues:   those of `whatIf`, of the side that cannot be: a retention of 100 % has no point above it
 * @example  tornado(prepared)[0]?.input // 'revenue'
 */
export function tornado(prepared: Prepared, steps: readonly TornadoStep[] = stepsOf(prepared)): TornadoBar[] {
  const bars = steps.map((step): TornadoBar => {
    const [down, up] = (['down', 'up'] as const).map((side) =>
      awardsAfter(prepared, [
        {
          input: step.input,
          change: { how: step.how, raw: step[side] },
          path: ['tornado', inputText(step.input), side],
        },
      ]),
    ) as [BareAnswer, BareAnswer];
    return {
      input: inputText(step.input),
      down: stepText(step, 'down'),
      up: stepText(step, 'up'),
      totals: prepared.run.totals.map((total) => totalOf(total, down, up)),
      issues: [...down.issues, ...up.issues],
    };
  });
  return bars.toSorted((a, b) => compare(effectOf(b), effectOf(a)));
}

function stepText({ how, ...step }: TornadoStep, side: 'down' | 'up'): string {
  const text = String(step[side]);
  if (how === 'times') return `×${text}`;
  return text.startsWith('-') ? text : `+${text}`;
}

function totalOf({ plan, currency, amount: now }: Total, down: BareAnswer, up: BareAnswer): TornadoTotal {
  const digits = minorDigits(currency) ?? 2;
  const find = ({ totals }: BareAnswer) =>
    totals.find((one) => one.plan === plan && one.currency === currency)?.amount;
  const [low, high] = [find(down), find(up)];
  return {
    plan,
    currency,
    now,
    ...(low !== undefined && { down: low, downBy: differenceOfMoney(low, now, digits) }),
    ...(high !== undefined && { up: high, upBy: differenceOfMoney(high, now, digits) }),
  };
}

/** The larger of both ways of the total that moves most: currencies are not added up. */
function effectOf({ totals }: TornadoBar): Ratio {
  const ways = totals.flatMap(({ downBy = '0', upBy = '0' }) => [downBy, upBy].map(ratioOfDecimal));
  const sizes = ways.map((one) => (one.n < 0n ? negate(one) : one));
  return sizes.reduce((most, one) => (compare(one, most) > 0 ? one : most), ZERO);
}

/** The inputs the plans read, each with its step. */
function stepsOf({ plans, data }: Prepared): TornadoStep[] {
  const all = plans.flatMap((plan) => [
    ...metricSteps(
      plan,
      data.actuals.actuals.map(({ metric }) => metric),
    ),
    ...columnSteps(plan),
  ]);
  return [...groupBy(all, ({ input }) => inputText(input)).values()].map(([first]) => first as TornadoStep);
}

const POINT = { how: 'plus', down: '-1', up: '1' } as const;
const PERCENTAGE_POINT = { how: 'plus', down: '-1%', up: '1%' } as const;
const PERCENT = { how: 'times', down: '99%', up: '101%' } as const;

function metricSteps({ program, document }: Plan, measured: readonly string[]): TornadoStep[] {
  const read = program.steps.flatMap((step) =>
    step.op === 'input' && step.input.from === 'metric' ? [metricOfKey(step.input.metric)] : [],
  );
  return [...new Set(read)].flatMap((metric): TornadoStep[] => {
    const found = metricIn(document, metric);
    if (!found || !measured.includes(metric)) return [];
    const { unit } = kindOf(found.kind);
    const size = unit === 'points' ? POINT : unit === 'ratio' ? PERCENTAGE_POINT : PERCENT;
    return [{ input: { metric }, ...size }];
  });
}

function columnSteps({ program }: Plan): TornadoStep[] {
  return program.steps.flatMap((step): TornadoStep[] => {
    if (step.op !== 'input') return [];
    const { input } = step;
    if (input.from === 'salary') return [{ input: { column: 'salary' }, ...PERCENT }];
    if (input.from === 'amount') return [{ input: { column: input.field }, ...PERCENT }];
    if (input.from !== 'person' || input.type === 'category' || input.type === 'yesNo') return [];
    const size =
      input.type === 'points'
        ? POINT
        : input.type === 'percent' || input.type === 'ratio'
          ? PERCENTAGE_POINT
          : PERCENT;
    return [{ input: { column: input.field }, ...size }];
  });
}
