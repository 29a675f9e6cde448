import { toFixed } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import type { AtRisk } from '../risk/declared.js';
import type { Explanation } from './explanation.js';
import { isZero, listed, percentText, shareText } from './explanation-text.js';
import type { ExplainWords } from './words.js';

/** What was at risk, in sentences; in full also what each gate holds and what does not apply. */
export function riskLines(
  { risk, riskOf, award }: Explanation,
  words: ExplainWords,
  full: boolean,
): string[] {
  if (!risk) return [];
  const { text, steps } = words;
  const money = (amount: string) => steps.money(amount, award.currency ?? '');
  const lines = [
    ...shareLines(risk, money, words),
    ...boundLines(risk, money, words),
    ...(full ? leverageLines(risk, words) : []),
    ...zeroLines(risk, words),
    ...(full ? safePartLines(risk, words) : []),
  ];
  const gates = risk.gates.map(({ name, holds, closes }) =>
    [
      `${name}${text.colon}${money(holds)}`,
      ...(closes === undefined ? [] : [text.closes(closes.join(', '))]),
    ].join(' '),
  );
  const absent = risk.absent.map(({ term, why }) => `${text.terms[term]}${text.colon}${text.why[why]}`);
  const ofFormula = riskOf === undefined ? [] : [text.ofFormula];
  return [
    '',
    ...ofFormula,
    ...lines,
    ...listed(text.gates, gates).slice(1),
    ...(full ? listed(text.absent, absent) : []),
  ];
}

type Money = (amount: string) => string;

function shareLines(
  { target, atRisk, totalPay, basePay }: AtRisk,
  money: Money,
  { text, steps }: ExplainWords,
): string[] {
  if (target === undefined || atRisk === undefined) return [];
  if (isZero(atRisk)) return [text.nothingAtRisk];
  const share = shareText(atRisk, target, steps) ?? '';
  return [
    text.atRisk(money(atRisk), money(target), share),
    ...(totalPay ? [text.totalPay(ratioText(totalPay.atRiskShare, steps), money(totalPay.atTarget))] : []),
    ...(basePay ? [text.basePay(money(basePay.givenUp), money(basePay.atTarget))] : []),
  ];
}

/** An exact ratio in percent, for people. */
function ratioText(exact: string, steps: ExplainWords['steps']): string {
  const read = readLiteral(exact);
  return isNumber(read) ? percentText(read.value, steps) : exact;
}

function boundLines({ minimum, maximum }: AtRisk, money: Money, { text }: ExplainWords): string[] {
  if (!minimum && !maximum) return [];
  if (minimum?.amount === maximum?.amount) return [text.always(money(minimum?.amount ?? ''))];
  const said =
    minimum && maximum
      ? text.between(money(minimum.amount), money(maximum.amount))
      : minimum
        ? text.from(money(minimum.amount))
        : text.upTo(money(maximum?.amount ?? ''));
  return [`${said}${text.bounds(minimum?.exact ?? true, maximum?.exact ?? true)}`];
}

function leverageLines({ leverage, maximumOfTarget }: AtRisk, { text, steps }: ExplainWords): string[] {
  if (leverage === undefined || maximumOfTarget === undefined) return [];
  const read = readLiteral(leverage);
  const times = isNumber(read) ? steps.number(toFixed(read.value, 2).replace(/\.?0+$/, '')) : leverage;
  return [text.leverage(times, ratioText(maximumOfTarget, steps))];
}

function zeroLines({ canBeZero, cannotBeZero }: AtRisk, { text }: ExplainWords): string[] {
  if (canBeZero === undefined) return [];
  return [canBeZero ? text.canBeZero : text.cannotBeZero(cannotBeZero.map((why) => text.notZero[why]))];
}

function safePartLines({ safePart }: AtRisk, { text, steps }: ExplainWords): string[] {
  if (!safePart) return [];
  const { share, stated, survivesClosedGate, survivesLeaving } = safePart;
  return [
    `${text.safePart(steps.number(share), stated === 'atLeast')}, ${text.survives(survivesClosedGate, survivesLeaving)}`,
  ];
}
