import { printable } from '../issue/issue.js';
import { ratioOfDecimal, toFixed } from '../num/decimal.js';
import { divide, multiply, type Ratio, ratio } from '../num/ratio.js';
import { decisionText } from '../run/decisions.js';
import type { Award } from '../run/run.js';
import { foldLine, formatTable } from '../words/columns.js';
import type { Explanation } from './explanation.js';
import { fullText } from './full-text.js';
import { riskLines } from './risk-text.js';
import { type ExplainWords, wordsOf } from './words.js';

export interface TextOptions {
  /** Everything: each step with its clause, what does not apply, what gates hold. Without it a screen. */
  readonly full?: boolean;
}

/**
 * An explanation as text that a person understands, in the language of the explanation: target, what counted, what it
 * brought, what was at risk and the total, fitting a screen; and in full every step.
 *
 * @example  explanationText(explain(run, 'e-1001').explanations[0], { full: true })
 */
export function explanationText(explanation: Explanation, { full = false }: TextOptions = {}): string {
  const words = wordsOf(explanation.language);
  const below = [
    ...riskLines(explanation, words, full),
    ...aheadLines(explanation, words),
    ...attributionLines(explanation, words),
  ];
  return [
    ...headLines(explanation, words).flatMap(folded),
    ...outcomeLines(explanation, words),
    ...below.flatMap(folded),
    ...(full ? fullText(explanation, words) : []),
  ].join('\n');
}

/** Sentences are read on a screen of so many columns. */
const SCREEN = 80;
const folded = (line: string) => foldLine(printable(line), SCREEN);

function headLines({ award, title, run }: Explanation, words: ExplainWords): string[] {
  const { text, steps, headings } = words;
  const {
    person,
    name,
    plan,
    version,
    period,
    status,
    amount,
    currency,
    target,
    restsOn,
    reasons,
    notes = [],
  } = award;
  const who = name === undefined ? person : `${name} (${person})`;
  const which = text.version(plan, version);
  const when = text.period(period.start, period.end);
  const kind = run.status === 'final' ? text.final : text.draft;
  const sure = restsOn === undefined ? [] : [text.restsOn(steps.sureness[restsOn])];
  const paid =
    amount === undefined
      ? headings.statuses[status]
      : [steps.money(amount, currency ?? ''), ...shareOfTarget(amount, target, currency, words)].join(', ');
  const why = reasons.map(({ message }) => message);
  return [
    [who, ...(title === undefined ? [] : [title])],
    [which, when],
    [`${text.award}${text.colon}${paid}`, ...(amount === undefined ? [] : [headings.statuses[status]])],
    ...decisionLines(award, words),
    ...why.map((one) => [one]),
    [...sure, kind, text.asOf(run.asOf)],
    ...notes.map((note) => [note]),
  ].map((items) => printable(items.join(' · ')));
}

/** What was decided instead of the formula; where nothing is paid by it, that is the reason told anyway. */
function decisionLines({ decided, reasons, amount = '', currency = '' }: Award, { steps }: ExplainWords) {
  const isReason = reasons.some(({ code }) => code === 'decided');
  return decided === undefined || isReason ? [] : [[decisionText(decided, { amount, currency }, steps)]];
}

function shareOfTarget(
  amount: string,
  target: string | undefined,
  currency: string | undefined,
  { text, steps }: ExplainWords,
): string[] {
  if (target === undefined || currency === undefined) return [];
  const share = shareText(amount, target, steps);
  return share === undefined ? [] : [text.ofTarget(share, steps.money(target, currency))];
}

/** A share in percent, to a hundredth: for people. */
export function shareText(part: string, whole: string, steps: ExplainWords['steps']): string | undefined {
  const all = ratioOfDecimal(whole);
  return all.n === 0n ? undefined : percentText(divide(ratioOfDecimal(part), all), steps);
}

/** A ratio in percent, to a hundredth. */
export function percentText(value: Ratio, steps: ExplainWords['steps']): string {
  const text = toFixed(multiply(value, ratio(100n)), 2);
  return steps.percent(text.replace(/\.?0+$/, ''));
}

/** The outcome as a table; of a plan without target the parts alone. */
function outcomeLines({ outcome, goals, award }: Explanation, { text, steps }: ExplainWords): string[] {
  const { currency = '', parts = [], amount } = award;
  if (amount === undefined) return [];
  const money = (value: string) => steps.money(value, currency).replace(/.[A-Z]{3}$/u, '');
  const signed = (value: string) =>
    value.startsWith('-') || isZero(value) ? money(value) : `+${money(value)}`;
  const goal = (name: string) => goals.find((one) => one.name === name);
  const { columns } = text;
  const lines = outcome?.lines ?? parts.map((part) => ({ ...part, atTarget: '', brought: part.amount }));
  // A plan whose award is a formula has no goals to tell of.
  const hasGoals = lines.some(({ name }) => goal(name));
  const read = (name: string) => (hasGoals ? [goal(name)?.counted ?? '', goal(name)?.pays ?? ''] : []);
  const left = [
    { title: columns.part },
    ...(hasGoals ? [columns.counted, columns.pays] : []).map((title) => ({ title, right: true })),
  ];
  const shown = lines.map(({ name, atTarget, brought, amount: difference }) => [
    name === '' ? text.noGoal : name,
    ...read(name),
    ...(outcome
      ? [
          isZero(atTarget) ? '' : money(atTarget),
          money(brought),
          isZero(difference) ? '' : signed(difference),
        ]
      : [money(brought)]),
  ]);
  const right = (outcome ? [columns.atTarget, columns.brought, columns.difference] : [columns.brought]).map(
    (title) => ({ title, right: true }),
  );
  const sums = outcome
    ? [money(outcome.target), money(outcome.award), signed(outcome.amount)]
    : [money(amount)];
  const total = [`${text.total} (${currency})`, ...read('').map(() => ''), ...sums];
  return ['', formatTable([...left, ...right], [...shown, total])];
}

/** Whether an amount is nothing. */
export function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}

/** What would have changed it: one point more of each metric, and what is next. */
function aheadLines({ onePoint, next, award }: Explanation, { text, steps }: ExplainWords): string[] {
  const { currency = '' } = award;
  const signed = (value: string) => `${value.startsWith('-') ? '' : '+'}${steps.money(value, currency)}`;
  const points = onePoint.map(({ title, point, adds }) =>
    text.adds(title, point, adds === undefined ? text.notCalculable : signed(adds)),
  );
  const thresholds = next.map(({ name, now, at, pays }) =>
    pays === undefined ? text.nextGate(name, now, at) : text.nextPoint(name, now, at, pays),
  );
  return [...listed(text.onePoint, points), ...listed(text.next, thresholds)];
}

/** A heading and its lines; nothing where there are none. */
export function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${printable(line)}`)];
}

function attributionLines({ attribution, award }: Explanation, { text, steps }: ExplainWords): string[] {
  if (!attribution) return [];
  if ('why' in attribution) {
    const said = text.noAttribution[attribution.why];
    return [
      '',
      typeof said === 'string' ? said : said('inputs' in attribution ? attribution.inputs.join(', ') : ''),
    ];
  }
  const { currency = '' } = award;
  const { atNeutral, target, lines } = attribution;
  const signed = (value: string) => `${value.startsWith('-') ? '' : '+'}${steps.money(value, currency)}`;
  const start =
    atNeutral === target
      ? []
      : [text.atNeutral(steps.money(atNeutral, currency), steps.money(target, currency))];
  return listed(text.attribution, [
    ...start,
    ...lines.map(({ title, amount }) => text.attributed(title, signed(amount))),
  ]);
}
