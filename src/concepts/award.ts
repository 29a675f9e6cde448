import type { Literal } from '../num/literal.js';
import type { GateDocument, PlanDocument } from '../plan/document.js';
import type { Formula, FormulaDocument } from '../plan/formula.js';
import type { TargetDocument } from '../plan/people-rules.js';
import { type Name, told } from '../words/words.js';
import { BASE_PAY, lowerBasePay, OWN_TARGET } from './base-pay.js';
import { clauseOf } from './check.js';
import {
  behindPlanGates,
  gateLabels,
  lowerGates,
  paysSomething,
  paysWhenClosed,
  planGates,
  readsAwards,
} from './gate.js';
import { countsWhen, lowerGoal } from './goal.js';
import { lowerAwardLimits } from './limit.js';
import { lowerModifiers } from './modifier.js';
import { goalLabel } from './names.js';
import { isPoolAlone, lowerPool } from './pool.js';
import { prorationOf } from './proration.js';
import { AWARD_ROUNDING, lowerRounding } from './rounding.js';
import { lowerSafePart, lowerSafeValue, lowerStake } from './safe-part.js';
import { lowerOpportunity, lowerTarget } from './target.js';
import { STANDARD, type Variant } from './variant.js';

const PAYOUT: Formula = { term: 'payout' };

/**
 * Award: what the plan yields for a person, put together from the flat form in the order of the stages.
 *
 * Formula:  goals → blend → modifiers → payout limits; gates wrap all of that in the order written; then the
 *           safe part, proration over the person's segments, award limits, rounding; a pool comes last
 * Units:    money
 * Domain:   not below zero unless `limits.award.floor` says so. The payout limit binds the person's sum: with
 *           several segments it is laid on the sum of at risk × payout, against the limit times the sum of what
 *           was at risk in the segments whose gates are open
 * Rounds:   as `rounding` says: the award to the currency's smallest unit, half up, by default
 */
export function lowerPlan(document: PlanDocument, variant: Variant = STANDARD): FormulaDocument {
  const { plan, version, target } = document;
  const terms = {
    ...document.terms,
    ...(target !== undefined && {
      ...lowerTargets(document, target, variant),
      opportunity: lowerOpportunity(document),
    }),
  };
  if (isPoolAlone(document)) return { plan, version, terms, award: lowerPool(document, variant) };
  const { awards, award } = lowerStated(
    document,
    document.pool === undefined ? variant : unguaranteed(variant),
  );
  const whole = {
    ...terms,
    ...(document.award === undefined && {
      payout: variant.results === 'target' ? AT_TARGET : lowerPayout(document),
    }),
    ...(awardGates(document).length > 0 && { awards }),
  };
  if (document.pool === undefined) return { plan, version, terms: whole, award };
  const beforePool: Formula = { sum: [award], name: told('award before the pool'), stage: 'pool' };
  return { plan, version, terms: { ...whole, beforePool }, award: lowerPool(document, variant) };
}

/** Before a pool: there a guarantee is a floor under the part of the pool, and would count twice. */
function unguaranteed(variant: Variant): Variant {
  return { ...variant, exceptions: variant.exceptions.filter((kind) => kind !== 'guarantee') };
}

const AT_TARGET: Formula = { sum: ['100%'], name: told('payout at target'), stage: 'blend' };

/** The award that goals or formulas state: as all awards are totalled, and behind the gates that read the total. */
function lowerStated(
  document: PlanDocument,
  variant: Variant,
): { readonly awards: Formula; readonly award: Formula } {
  const limited = lowerLimited(document, variant);
  const award: Formula = variant.exceptions.includes('guarantee')
    ? {
        limit: limited,
        floor: { exception: 'guarantee' },
        name: told('guaranteed award'),
        stage: 'award limit',
      }
    : limited;
  const { rounding } = document;
  const awards = lowerRounding(award, rounding?.award ?? AWARD_ROUNDING, {
    name: told('rounding'),
    stage: 'rounding',
    ...clauseOf(rounding ?? {}),
  });
  const last = variant.results === 'target' || variant.results === 'nothing' ? [] : awardGates(document);
  return {
    awards,
    award: lowerGates(
      last,
      awards,
      () => lowerSurviving(document),
      (gate) => gateLabels(gate, document),
    ),
  };
}

/** Target opportunity, and where base pay is at risk beside it the plan's own target. */
function lowerTargets(
  document: PlanDocument,
  target: TargetDocument,
  variant: Variant,
): Readonly<Record<string, Formula>> {
  const own = lowerTarget(document, target, variant);
  const basePay = lowerBasePay(document);
  if (!basePay) return { target: own };
  const name = told('target opportunity with base pay');
  return {
    ownTarget: own,
    basePay,
    target: { sum: [OWN_TARGET, BASE_PAY], name, stage: 'target opportunity' },
  };
}

/** What is left behind a gate around the award: the safe part, where it is paid anyway and survives. */
function lowerSurviving(document: PlanDocument): Formula {
  const { risk, rounding } = document;
  if (risk === undefined || String(risk.survives?.closedGate ?? true) !== 'true') return '0';
  return lowerRounding(lowerSafeValue(document), rounding?.award ?? AWARD_ROUNDING, {});
}

/** The gates that stand around the rounded award: those that read the total of awards. */
function awardGates(document: PlanDocument): readonly GateDocument[] {
  return (document.gates ?? []).filter((one) => readsAwards(one, document));
}

/** The award within its limits: of actual results, at target, or what a leaver keeps who forfeits the rest. */
function lowerLimited(document: PlanDocument, { results }: Variant): Formula {
  if (results === 'nothing') return lowerKept(document);
  if (document.award !== undefined) {
    const whole: Formula = { sum: [document.award], name: told('award before limits'), stage: 'goal' };
    return lowerAwardLimits(
      behindPlanGates(document, whole, () => '0'),
      document,
    );
  }
  const paid = results === 'target' ? withoutResults(document) : document;
  const whole: Formula = {
    sum: [...lowerSafePart(paid), ...lowerAtRisk(paid)],
    name: told('award before limits'),
    stage: 'proration',
  };
  return lowerAwardLimits(whole, paid);
}

/** A plan at target: nothing measured is read. */
function withoutResults({ gates: _gates, modifiers: _modifiers, ...document }: PlanDocument): PlanDocument {
  const { payout: _payout, ...limits } = document.limits ?? {};
  return { ...document, limits };
}

/** The safe part alone, under the cap of the award and without its floor. */
function lowerKept(document: PlanDocument): Formula {
  if (document.award !== undefined) return '0';
  const { risk: _risk, limits, ...rest } = document;
  const { floor: _floor, ...award } = limits?.award ?? {};
  return lowerAwardLimits(lowerSafeValue(document), { ...rest, limits: { award } });
}

/** Payout: the blend of the goals, modified, rounded where the plan says, and limited here when limits are per segment. */
function lowerPayout(document: PlanDocument): Formula {
  const modified = lowerModifiers(lowerBlend(document), document);
  const rounded = lowerRounding(modified, document.rounding?.payout, {
    name: told('rounding of payout'),
    stage: 'modifier',
  });
  const limits = document.limits?.payout;
  if (limits?.per !== 'segment') return rounded;
  const { floor, cap } = limits;
  return {
    limit: rounded,
    ...(cap !== undefined && { cap }),
    ...(floor !== undefined && { floor }),
    name: told('payout limit'),
    stage: 'payout limit',
  };
}

/** The goals by their weights, or the payout as the plan states it. */
export function lowerBlend(document: PlanDocument): Formula {
  const { goals = [], payout, weightsOf, missing } = document;
  if (payout !== undefined)
    return { stated: payout, under: 'payout', name: told('payout'), stage: 'goal', path: [] };
  const weighted = goals.map((goal) => ({
    name: goalLabel(goal, document),
    weight: goal.weight,
    payout: lowerGoal(goal, document),
    ...(goal.neutralised !== undefined && { neutralised: goal.neutralised }),
    ...countsWhen(goal, document),
  }));
  const isSpread = weighted.some((item) => item.countsWhen !== undefined);
  const isNeutralised = weighted.some((item) => item.neutralised !== undefined);
  // What becomes of a neutralised goal is not said by what becomes of too few responses.
  const rule = missing ?? (isSpread && !isNeutralised ? 'reweight' : undefined);
  const options = {
    ...(weightsOf === 'salary' && { of: weightsOf }),
    ...(rule && { missing: rule }),
  } as const;
  return { weighted, ...options, name: told('blend of goals'), stage: 'blend' };
}

/** The part at risk: what is at stake times the payout, behind the gates, prorated, within the payout limit. */
function lowerAtRisk(document: PlanDocument): Formula[] {
  const by = prorationOf(document);
  const stake = lowerStake(document);
  const scored: Formula = { product: [stake, PAYOUT], name: scoredName(document), stage: 'risk split' };
  const limits = document.limits?.payout;
  const prorated = (value: Formula, name: Name): Formula => ({
    prorated: value,
    by,
    name: told('with', name, told('prorated')),
    stage: 'proration',
  });
  if (!limits || limits.per === 'segment') {
    const closed = (gate: GateDocument): Formula =>
      paysSomething(gate) ? { product: [stake, paysWhenClosed(gate)] } : '0';
    return [prorated(behindPlanGates(document, scored, closed), scoredName(document))];
  }
  const staked: Formula = { prorated: behindPlanGates(document, stake, () => '0', false), by };
  const bound = (share: Literal): Formula => ({ product: [share, staked] });
  const { floor, cap } = limits;
  const limited: Formula = {
    limit: prorated(
      behindPlanGates(document, scored, () => '0'),
      scoredName(document),
    ),
    ...(cap !== undefined && { cap: bound(cap) }),
    ...(floor !== undefined && { floor: bound(floor) }),
    name: told("payout limit, on the person's sum"),
    stage: 'award limit',
  };
  return [limited, ...lowerClosedPay(document, stake, prorated)];
}

/** What the payout is paid on: the part at risk, or the whole target where no part of it is safe. */
export function scoredName({ risk }: PlanDocument): Name {
  return told(risk?.paidAnyway === undefined ? 'target × payout' : 'at risk × payout');
}

/** What closed gates pay, beside the limited part, where they pay anything. */
function lowerClosedPay(
  document: PlanDocument,
  stake: Formula,
  prorated: (value: Formula, name: Name) => Formula,
): Formula[] {
  if (!planGates(document).some(paysSomething)) return [];
  const pays = (gate: GateDocument): Formula => ({ product: [stake, paysWhenClosed(gate)] });
  const closed = lowerGates(planGates(document), '0', pays, (gate) => gateLabels(gate, document));
  return [prorated(closed, told('paid behind closed gates'))];
}
