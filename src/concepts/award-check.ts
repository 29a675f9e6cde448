import type { IssueInput, Path } from '../issue/issue.js';
import { MONEY, sameUnit, unitName } from '../program/unit.js';
import type { Compiled, Compiler } from './concept.js';
import { lowerCondition, readsAwards } from './gate.js';
import { inAwardCurrency } from './units.js';

/** The award is money of the person, in the currency of the award. */
export function asAward(award: Compiled, compiler: Compiler): Compiled {
  const { document } = compiler;
  const stated = document.award === undefined ? undefined : compiler.compile(document.award);
  const path: Path = stated ? ['award'] : ['payout'];
  const isKnown = award.unit !== 'unknown' && stated?.unit !== 'unknown';
  if (isKnown && !sameUnit((stated ?? award).unit, MONEY)) compiler.report(notMoney(stated ?? award, path));
  if (stated && isKnown && !(stated.scope === 'person' && stated.counted))
    compiler.report(notOfThePerson(stated));
  const { currency } = document;
  if (currency !== undefined && award.currency !== undefined && award.currency !== currency)
    compiler.report(otherCurrency(award.currency, currency, path));
  return inAwardCurrency(award, compiler);
}

/** Gates around an award read what belongs to the company or the person: the award is not of a stretch of days. */
export function checkGatesOfThePerson(compiler: Compiler): void {
  const { document } = compiler;
  document.gates?.forEach((gate, index) => {
    if (document.award === undefined && !readsAwards(gate, document)) return;
    const { scope, unit } = compiler.compile(lowerCondition(gate, ['gates', index]));
    if (unit === 'unknown' || scope === 'company' || scope === 'person') return;
    compiler.report({
      code: 'plan.formula.scope',
      path: ['gates', index],
      message: 'This gate stands around the award of the person, and reads what belongs to stretches of days',
      expected: 'a condition on the company, the person as a whole or all awards',
      hint: 'Write it inside prorated: { when: … , then: … , otherwise: 0 }',
    });
  });
}

function notMoney({ unit }: Compiled, path: Path): IssueInput {
  return {
    code: 'plan.formula.unit',
    path,
    message: `What is paid comes out as ${unitName(unit)}, and an award is money`,
    expected: 'money',
    hint: 'Multiply it by salary, a target or an amount; a yearly amount is prorated first',
  };
}

function otherCurrency(found: string, currency: string, path: Path): IssueInput {
  return {
    code: 'plan.currency.mixed',
    path,
    message: `What is paid comes out in ${found}, and the awards of the plan are in ${currency}`,
    expected: `amounts in ${currency}`,
    hint: 'Measure or state it in the currency of the plan; nothing is converted here',
  };
}

function notOfThePerson({ scope }: Compiled): IssueInput {
  const isShared = scope === 'company' || scope === 'person';
  return {
    code: 'plan.formula.scope',
    path: ['award'],
    message: isShared
      ? 'The award is the same for everybody, also for who joined in the last month: nothing in it says which days count'
      : 'The award belongs to stretches of days, and nothing says how they add up to the person',
    expected: 'award: { prorated: …, by: calendarDays }, or { prorated: …, by: none, asOf: periodEnd }',
    hint: 'Write prorated around it; amounts such as wages paid stand beside it',
  };
}
