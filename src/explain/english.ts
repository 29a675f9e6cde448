import type { AbsentTerm, AbsentWhy, NotZero } from '../risk/declared.js';

/** What the text of an explanation says around its steps, in English. */
export const englishExplanation = {
  /** Instead of a fault in the row of somebody else. */
  ofOthers: 'what another person has is not known, and the award hangs on it',
  colon: ': ',
  quoted: (name: string) => `"${name}"`,
  point: (kind: 'target' | 'percentage' | 'one', direction: 'higher' | 'lower') => {
    const more = direction === 'higher' ? 'more' : 'less';
    if (kind === 'target') return `1% of target ${more}`;
    return kind === 'percentage' ? `1 percentage point ${more}` : `1 ${more}`;
  },
  period: (start: string, end: string) => `${start} to ${end}`,
  version: (plan: string, version: string) => `plan ${plan}, version ${version}`,
  draft: 'draft',
  final: 'final run',
  asOf: (day: string) => `as of ${day}`,
  award: 'Award',
  ofTarget: (share: string, target: string) => `${share} of target ${target}`,
  restsOn: (sureness: string) => `rests on ${sureness} values`,
  columns: {
    part: '',
    counted: 'counted',
    pays: 'pays',
    atTarget: 'at target',
    brought: 'brought',
    difference: 'difference',
  },
  noGoal: 'hangs on no goal that counts',
  total: 'award',
  ofFormula: 'The award was decided; what follows is of what the formula gives.',
  atRisk: (atRisk: string, target: string, share: string) => `At risk: ${atRisk} of ${target} (${share}).`,
  nothingAtRisk: 'Nothing of target is at risk.',
  totalPay: (share: string, pay: string) => `That is ${share} of base pay and target together, ${pay}.`,
  basePay: (givenUp: string, atTarget: string) =>
    `Base pay at risk: ${givenUp} given up, ${atTarget} paid for it at target.`,
  between: (least: string, most: string) =>
    `Whatever is measured, the award lies between ${least} and ${most}`,
  always: (amount: string) => `Whatever is measured, the award is ${amount}.`,
  from: (least: string) => `Whatever is measured, the award is at least ${least}; nothing caps it`,
  upTo: (most: string) => `Whatever is measured, the award is at most ${most}`,
  bounds: (least: boolean, most: boolean) => {
    if (least && most) return '.';
    const which = least ? 'the upper bound' : most ? 'the lower bound' : 'the bounds';
    return ` (${which} may be further out than results can reach).`;
  },
  leverage: (times: string, most: string) =>
    `Leverage: ${times} to win for 1 to lose; the most is ${most} of target.`,
  canBeZero: 'The award can be nothing.',
  cannotBeZero: (why: readonly string[]) => `The award cannot be nothing: ${why.join('; ')}.`,
  notZero: {
    safePart: 'the safe part is paid anyway',
    safeFloor: 'the safe part is a floor under the whole',
    awardFloor: 'the award has a floor',
    guarantee: 'an amount is guaranteed',
    atTarget: 'it is paid at target',
    results: 'whatever is measured, something is paid',
  } satisfies Record<NotZero, string>,
  safePart: (share: string, isFloor: boolean) =>
    isFloor
      ? `Safe part: ${share} of target, a floor under the whole`
      : `Safe part: ${share} of target, whatever the results`,
  survives: (gate: boolean, leaving: boolean) =>
    `${gate ? 'kept' : 'lost'} behind a closed gate; ${leaving ? 'kept' : 'lost'} by leavers who forfeit the rest.`,
  gates: 'What a closed gate takes of an award at target',
  closes: (goals: string) => `(closes ${goals})`,
  onePoint: 'What more would have added',
  adds: (title: string, point: string, amount: string) => `${title}, ${point}: ${amount}`,
  notCalculable: 'cannot be calculated',
  next: 'Next thresholds',
  nextPoint: (name: string, now: string, at: string, pays: string) =>
    `${name}: ${now} now; at ${at} it pays ${pays}`,
  nextGate: (name: string, now: string, at: string) => `${name}: ${now} now; opens with ${at}`,
  steps: 'Every step',
  segments: 'Stretches of days',
  segment: (number: number, from: string, to: string, days: number, share: string) =>
    `${number}. ${from} to ${to}, ${days} day${days === 1 ? '' : 's'}: ${share}`,
  inSegment: (number: number) => `(stretch ${number})`,
  notTaken: '(not used)',
  attribution: 'What each result brought, on average over all orders in which they could have come',
  atNeutral: (amount: string, target: string) =>
    `With every result at its neutral value the plan pays ${amount}, target being ${target}.`,
  attributed: (title: string, amount: string) => `${title}: ${amount}`,
  noAttribution: {
    noTarget: 'Nothing can be attributed: the plan states no target.',
    notCalculable: 'Nothing can be attributed: with other results the award cannot be calculated.',
    noNeutral: (inputs: string) =>
      `Nothing can be attributed: the plan does not say where ${inputs} neither raises nor lowers pay (neutral).`,
    tooMany: (inputs: string) => `Nothing can be attributed: too many results move the award (${inputs}).`,
  },
  absent: 'What does not apply',
  terms: {
    target: 'target',
    goals: 'amounts per goal',
    minimum: 'minimum',
    maximum: 'maximum',
    totalPay: 'share of all pay',
    leverage: 'leverage',
    canBeZero: 'whether it can be nothing',
  } satisfies Record<AbsentTerm, string>,
  why: {
    noTarget: 'the plan states no target opportunity',
    noCap: 'nothing caps the award',
    formula: 'a formula states the payout as a whole',
    noSalary: 'no salary is known',
    noDownside: 'the award cannot fall below target',
    noUpside: 'the award cannot rise above target',
    notKnown: 'it cannot be told from the plan',
  } satisfies Record<AbsentWhy, string>,
};

export type ExplanationWords = typeof englishExplanation;
