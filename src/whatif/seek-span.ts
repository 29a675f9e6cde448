import { isEarlier } from '../concepts/sub-period.js';
import type { Issue, Path } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import {
  add,
  compare,
  divide,
  higher,
  lower,
  multiply,
  negate,
  ONE,
  type Ratio,
  ratio,
  subtract,
  ZERO,
} from '../num/ratio.js';
import { metricIn } from '../plan/document.js';
import { kindOf } from '../plan/metric-kinds.js';
import { noNumber } from './faults.js';
import type { Span } from './form.js';
import type { Samples } from './line.js';
import type { Ground } from './overlay.js';
import { planMeant } from './overlay-plan.js';
import type { SeekQuestion } from './question.js';

/** The values of an input that are looked at, and three of them at which it can be. */
export interface Looked {
  readonly span: Span;
  readonly samples: Samples;
  /** Whether its values are written in percent. */
  readonly isPercent: boolean;
  /** Whether the ends of the span are left out: a plan is not valid at them, only near them. */
  readonly isOpen: readonly [boolean, boolean];
}

/** The values an input has, and the ends of what it can have. */
interface Known {
  readonly values: readonly Ratio[];
  readonly lowest?: Ratio | undefined;
  readonly highest?: Ratio | undefined;
  readonly isPercent: boolean;
}

/** How far is looked where an input has no end of its own. */
const TEN = ratio(10);

/**
 * The values of the input that are looked at: those it can have, as its kind says; up to ten times what it is where the kind
 * has no end; or what the question says.
 */
export function lookedAt(
  ground: Ground,
  question: SeekQuestion,
): Looked | { readonly issues: readonly Issue[] } {
  const known = knownOf(ground, question);
  if ('issues' in known) return known;
  const { between, how = 'is' } = question;
  const [from, to] = (between ?? []).map((one) => numberOf(one));
  if (between && (!from || !to || compare(from, to) >= 0))
    return { issues: [noNumber(between.join(' '), ['between'], 'two numbers, the lower one first')] };
  const span = from && to ? { from, to } : spanOf(known, how);
  if (compare(span.from, span.to) >= 0)
    return { issues: [noNumber('nothing', ['between'], 'two numbers between which the value is sought')] };
  const isPercent = how === 'times' || known.isPercent;
  return {
    span,
    samples: samplesIn(span, 'path' in question.input ? known.values[0] : undefined),
    isPercent,
    isOpen: [false, false],
  };
}

function numberOf(value: Literal | undefined): Ratio | undefined {
  const read = readLiteral(value);
  return isNumber(read) ? read.value : undefined;
}

function spanOf({ values, lowest, highest }: Known, how: 'is' | 'plus' | 'times'): Span {
  const most = values.map((one) => (one.n < 0n ? negate(one) : one)).reduce(higher, ZERO);
  const far = multiply(most.n === 0n ? ONE : most, TEN);
  if (how === 'is') return { from: lowest ?? ZERO, to: highest ?? far };
  if (how === 'plus') {
    const down = lowest
      ? values.map((one) => subtract(lowest, one)).reduce(higher, negate(far))
      : negate(far);
    const up = highest ? values.map((one) => subtract(highest, one)).reduce(lower, far) : far;
    return { from: down, to: up };
  }
  const above = values.filter(({ n }) => n > 0n).map((one) => (highest ? divide(highest, one) : TEN));
  return { from: ZERO, to: above.reduce(lower, TEN) };
}

/** Three odd places of a span; of a number in a plan near what it is, where the plan is likely valid. */
function samplesIn({ from, to }: Span, near: Ratio | undefined): Samples {
  const width = subtract(to, from);
  if (near === undefined || near.n === 0n)
    return [2n, 3n, 4n].map((part) => add(from, multiply(width, ratio(part, 7n)))) as unknown as Samples;
  return [ratio(100n, 101n), ratio(104n, 103n), ratio(105n, 107n)].map((factor) =>
    multiply(near, factor),
  ) as unknown as Samples;
}

function knownOf(ground: Ground, { input }: SeekQuestion): Known | { readonly issues: readonly Issue[] } {
  const path: Path = ['seek'];
  if ('metric' in input) return ofMetric(ground, input);
  if ('column' in input) {
    const { decimal } = ground.data.people;
    const ids = input.person === undefined ? undefined : [input.person].flat();
    const own = ground.data.people.people.filter(({ id }) => ids === undefined || ids.includes(id));
    const cells = own.flatMap(({ assignments }) =>
      assignments.flatMap(({ fields }) =>
        Object.hasOwn(fields, input.column) ? [fields[input.column]] : [],
      ),
    );
    const read = cells.filter((one) => one !== '').map((one) => readLiteral(one, { decimal }));
    const text = read.findIndex((one) => !isNumber(one));
    if (text >= 0)
      return { issues: [noNumber(cells.filter((one) => one !== '')[text], path, 'a column of numbers')] };
    const numbers = read.filter(isNumber);
    return {
      values: numbers.map(({ value }) => value),
      lowest: ZERO,
      isPercent: numbers.some(({ percent }) => percent),
    };
  }
  const index = planMeant(ground.plans, input.plan, path);
  if (typeof index !== 'number') return { issues: [index] };
  const value = valueIn(ground.plans[index]?.document, input.path);
  const read = readLiteral(value);
  if (isNumber(read)) return { values: [read.value], isPercent: read.percent };
  return value === undefined
    ? { values: [], isPercent: false }
    : { issues: [noNumber(value, path, 'a place in the plan that holds a number')] };
}

function ofMetric(
  { plans, data }: Ground,
  input: Extract<SeekQuestion['input'], { readonly metric: string }>,
): Known {
  const plan = plans.find(({ document }) => metricIn(document, input.metric));
  const metric = plan && metricIn(plan.document, input.metric);
  const rows = data.actuals.actuals.filter(
    ({ metric: own, group, period }) =>
      own === input.metric &&
      (input.group === undefined || group === input.group) &&
      (input.period === undefined
        ? period === undefined || !plan || !isEarlier(plan.document, period)
        : period === input.period),
  );
  const numbers = rows
    .map(({ value }) => readLiteral(value, { decimal: data.actuals.decimal }))
    .filter(isNumber);
  const target = typeof metric?.target === 'object' ? undefined : numberOf(metric?.target);
  const { lowest, highest, unit } = metric ? kindOf(metric.kind) : {};
  const values = [...numbers.map(({ value }) => value), ...(numbers.length === 0 && target ? [target] : [])];
  return { values, lowest, highest, isPercent: unit === 'ratio' };
}

function valueIn(document: unknown, path: string): unknown {
  return path
    .replace(/^\//, '')
    .split('/')
    .reduce<unknown>((node, key) => {
      const isThere = typeof node === 'object' && node !== null && Object.hasOwn(node, key);
      return isThere ? (node as Readonly<Record<string, unknown>>)[key] : undefined;
    }, document);
}
