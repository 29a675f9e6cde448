import type { Path } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import { compare } from '../num/ratio.js';
import type { AwardLimit, GateDocument, MoneyLiteral, PlanDocument } from '../plan/document.js';
import type { Formula, FormulaDocument } from '../plan/formula.js';
import { type Check, checkWritten, clauseOf, literalValue, report } from './check.js';
import { gateLabels, lowerGates, paysSomething, paysWhenClosed, planGates } from './gate.js';
import { checkBounds, lowerGoal } from './goal.js';
import { lowerModifiers } from './modifier.js';
import { goalName } from './names.js';
import { AWARD_ROUNDING, lowerRounding } from './rounding.js';
import { safeShare, stakeShare, survivesClosedGate } from './safe-part.js';
import { checkMoney, lowerTarget } from './target.js';

const TARGET: Formula = { term: 'target' };
const PAYOUT: Formula = { term: 'payout' };
/** Target opportunity for the days that count. */
const OPPORTUNITY: Formula = { term: 'opportunity' };

/**
 * Award: what the plan yields for a person, put together from the flat form in the order of the stages.
 *
 * Formula:  goals → blend → modifiers → payout limits; gates wrap all of that in the order written; then the
 *           safe part, proration over the person's segments, award limits, rounding
 * Units:    money
 * Domain:   not below zero unless `limits.award.floor` says so. The payout limit binds the person's sum: with
 *           several segments it is laid on the sum of at risk × payout, against the limit times the sum of what
 *           was at risk in the segments whose gates are open
 * Rounds:   as `rounding` says: the award to the currency's smallest unit, half up, by default
 */
export function lowerPlan(document: PlanDocument): FormulaDocument {
  const { plan, version, rounding } = document;
  const award = lowerAwardLimits(
    {
      sum: [...lowerSafe(document), ...lowerAtRisk(document)],
      name: 'award before limits',
      stage: 'proration',
    },
    document,
  );
  const rounded = lowerRounding(award, rounding?.award ?? AWARD_ROUNDING, {
    name: 'rounding',
    stage: 'rounding',
    ...clauseOf(rounding ?? {}),
  });
  return {
    plan,
    version,
    terms: {
      target: lowerTarget(document),
      opportunity: lowerOpportunity(document),
      payout: lowerPayout(document),
    },
    award: rounded,
  };
}

function lowerOpportunity({ target }: PlanDocument): Formula {
  return {
    prorated: TARGET,
    by: target.prorate,
    name: 'target opportunity, prorated',
    stage: 'target opportunity',
  };
}

/** Payout: the blend of the goals, modified, rounded where the plan says, and limited here when limits are per segment. */
function lowerPayout(document: PlanDocument): Formula {
  const weighted = document.goals.map((goal) => ({
    name: goalName(goal, document),
    weight: goal.weight,
    payout: lowerGoal(goal, document),
  }));
  const blended: Formula = { weighted, name: 'blend of goals', stage: 'blend' };
  const modified = lowerModifiers(blended, document);
  const rounded = lowerRounding(modified, document.rounding?.payout, {
    name: 'rounding of payout',
    stage: 'modifier',
  });
  const limits = document.limits?.payout;
  if (limits?.per !== 'segment') return rounded;
  const { floor, cap } = limits;
  return {
    limit: rounded,
    ...(cap !== undefined && { cap }),
    ...(floor !== undefined && { floor }),
    name: 'payout limit',
    stage: 'payout limit',
  };
}

/** The part at risk: what is at stake times the payout, behind the gates, prorated, within the payout limit. */
function lowerAtRisk(document: PlanDocument): Formula[] {
  const { prorate } = document.target;
  const stake = lowerStake(document);
  const scored: Formula = { product: [stake, PAYOUT], name: scoredName(document), stage: 'risk split' };
  const limits = document.limits?.payout;
  const prorated = (value: Formula, name: string): Formula => ({
    prorated: value,
    by: prorate,
    name,
    stage: 'proration',
  });
  if (!limits || limits.per === 'segment') {
    const closed = (gate: GateDocument): Formula =>
      paysSomething(gate) ? { product: [stake, paysWhenClosed(gate)] } : '0';
    return [prorated(gated(document, scored, closed), `${scoredName(document)}, prorated`)];
  }
  const bound = (share: Literal): Formula => ({
    product: [
      share,
      unnamed(
        prorated(
          gated(document, stake, () => '0', false),
          '',
        ),
      ),
    ],
  });
  const { floor, cap } = limits;
  const limited: Formula = {
    limit: prorated(
      gated(document, scored, () => '0'),
      `${scoredName(document)}, prorated`,
    ),
    ...(cap !== undefined && { cap: bound(cap) }),
    ...(floor !== undefined && { floor: bound(floor) }),
    name: "payout limit, on the person's sum",
    stage: 'award limit',
  };
  return [limited, ...lowerClosedPay(document, stake, prorated)];
}

/** What the payout is paid on: the part at risk, or the whole target where no part of it is safe. */
function scoredName({ risk }: PlanDocument): string {
  return risk?.paidAnyway === undefined ? 'target × payout' : 'at risk × payout';
}

/** What is at stake: all of target, or what is left of it beside the safe part. */
function lowerStake(document: PlanDocument): Formula {
  const share = stakeShare(document);
  return share === undefined ? TARGET : { product: [share, TARGET], name: 'at risk', stage: 'risk split' };
}

/** What closed gates pay, beside the limited part, where they pay anything. */
function lowerClosedPay(
  document: PlanDocument,
  stake: Formula,
  prorated: (value: Formula, name: string) => Formula,
): Formula[] {
  if (!planGates(document).some(paysSomething)) return [];
  const pays = (gate: GateDocument): Formula => ({ product: [stake, paysWhenClosed(gate)] });
  const closed = lowerGates(planGates(document), '0', pays, (gate) => gateLabels(gate, document));
  return [prorated(closed, 'paid behind closed gates, prorated')];
}

/** The safe part, when it is paid anyway. */
function lowerSafe(document: PlanDocument): Formula[] {
  return document.risk?.paidAnyway === undefined ? [] : [lowerSafeValue(document)];
}

/** The safe share of target opportunity; behind the gates, segment by segment, unless it survives them. */
function lowerSafeValue(document: PlanDocument): Formula {
  const labels = { name: 'safe part', stage: 'risk split', ...clauseOf(document.risk ?? {}) } as const;
  const share = safeShare(document);
  if (survivesClosedGate(document) || planGates(document).length === 0)
    return { product: [share, OPPORTUNITY], ...labels };
  const safe: Formula = { product: [share, TARGET], ...labels };
  return { prorated: gated(document, safe, () => '0'), by: document.target.prorate };
}

/** A value behind the gates of the whole payout; named where the explanation shows the gate. */
function gated(
  document: PlanDocument,
  then: Formula,
  otherwise: (gate: GateDocument) => Formula,
  named = true,
): Formula {
  return lowerGates(planGates(document), then, otherwise, (gate) =>
    named ? gateLabels(gate, document) : { stage: 'gate' },
  );
}

function unnamed(formula: Formula): Formula {
  const { name: _name, stage: _stage, ...rest } = formula as { name?: string; stage?: string };
  return rest as Formula;
}

/** The floor under the whole (`risk.atLeast`), then the award's own limits; never below zero unless the plan says so. */
function lowerAwardLimits(inner: Formula, document: PlanDocument): Formula {
  const { award } = document.limits ?? {};
  const floored: Formula =
    document.risk?.atLeast === undefined
      ? inner
      : {
          limit: inner,
          floor: lowerSafeValue(document),
          name: 'safe floor',
          stage: 'risk split',
        };
  const cap = award?.cap === undefined ? {} : { cap: lowerEnd(award.cap, document) };
  const floor = award?.floor === undefined ? '0' : lowerEnd(award.floor, document);
  const quiet = award === undefined ? ({ quiet: true } as const) : {};
  return {
    limit: floored,
    floor,
    ...cap,
    name: 'award limit',
    stage: 'award limit',
    ...clauseOf(document.limits ?? {}),
    ...quiet,
  };
}

/** An end of the award's limit: a share of target for the days that count, or money as written. */
function lowerEnd(end: Literal | MoneyLiteral, document: PlanDocument): Formula {
  if (typeof end === 'object')
    return {
      money: end.money,
      ...((end.currency ?? document.currency)
        ? { currency: (end.currency ?? document.currency) as string }
        : {}),
    };
  if (document.limits?.award?.of === undefined) return end;
  return { product: [end, OPPORTUNITY] };
}

/** Checks the limits: floors below caps, caps not below target, and ratios of the award that say of what. */
export function checkLimits(check: Check): void {
  const { goal, payout, award } = check.document.limits ?? {};
  for (const [key, bounds] of [
    ['goal', goal],
    ['payout', payout],
  ] as const) {
    if (!bounds) continue;
    for (const end of ['floor', 'cap'] as const)
      checkWritten(check, bounds[end], 'ratio', ['limits', key, end]);
    checkBounds(check, bounds, ['limits', key]);
  }
  if (award) checkAwardLimit(check, award);
}

function checkAwardLimit(check: Check, award: AwardLimit): void {
  for (const key of ['floor', 'cap'] as const) checkAwardEnd(check, award, key);
  const [floor, cap] = [award.floor, award.cap].map((end) =>
    typeof end === 'object' || end === undefined ? undefined : end,
  );
  if (award.of === 'target')
    checkBounds(check, { ...(floor !== undefined && { floor }), ...(cap !== undefined && { cap }) }, [
      'limits',
      'award',
    ]);
  if (
    typeof award.floor !== 'object' ||
    typeof award.cap !== 'object' ||
    award.floor.currency !== award.cap.currency
  )
    return;
  const [low, high] = [literalValue(award.floor.money), literalValue(award.cap.money)];
  if (low && high && compare(low, high) > 0) reportOrder(check, award.floor, award.cap);
}

function reportOrder(check: Check, floor: MoneyLiteral, cap: MoneyLiteral): void {
  report(check, {
    code: 'plan.limit.order',
    path: ['limits', 'award'],
    message: `The floor ${floor.money} lies above the cap ${cap.money}`,
    expected: 'a floor at or below the cap',
    hint: 'Exchange them',
  });
}

function checkAwardEnd(check: Check, award: AwardLimit, key: 'floor' | 'cap'): void {
  const end = award[key];
  if (end === undefined) return;
  const path: Path = ['limits', 'award', key];
  if (typeof end === 'object') checkMoney(check, end, path);
  else if (award.of === 'target') checkWritten(check, end, 'ratio', path);
  else if (key === 'cap' || !isZero(end)) reportOf(check, end, path);
}

function isZero(end: Literal): boolean {
  const value = literalValue(end);
  return value !== undefined && value.n === 0n;
}

function reportOf(check: Check, end: Literal, path: Path): void {
  report(check, {
    code: 'plan.limit.of',
    path,
    message: `${end} of what? A limit of the award is money, or a share of target`,
    expected: 'of: target beside it, or { money: 20000, currency: USD }',
    hint: 'Add of: target',
  });
}
