import type { Path } from '../issue/issue.js';
import { isNumber, type Literal, readLiteral } from '../num/literal.js';
import type { FieldDocument, PlanDocument } from '../plan/document.js';
import { type Check, checkWritten, literalValue, report } from './check.js';
import { namesRead } from './names-read.js';
import { checkColumn } from './reading.js';

/**
 * Checks that nothing stands beside a payout or award that says nothing there, and the names of terms and fields.
 *
 * Issues:   plan.formula.place, plan.term.name, plan.term.unused, plan.field.per
 */
export function checkFormulas(check: Check): void {
  const { document } = check;
  const stated = document.award === undefined ? 'payout' : 'award';
  for (const path of misplaced(document)) reportPlace(check, path, stated);
  if (document.target === undefined && document.limits?.award?.of !== undefined) reportNoTarget(check);
  checkTerms(check);
  checkFields(check);
}

/** Keys that say nothing beside a payout, and those that say nothing beside an award. */
function misplaced(document: PlanDocument): Path[] {
  const { payout, award, limits, rounding, gates = [], leavers = {} } = document;
  if (payout === undefined && award === undefined) return [];
  const beside = (key: keyof PlanDocument): Path[] => (document[key] === undefined ? [] : [[key]]);
  const goalKeys: Path[] = [
    ...beside('weightsOf'),
    ...beside('missing'),
    ...(limits?.goal === undefined ? [] : [['limits', 'goal']]),
    ...(['goal', 'achievement'] as const).flatMap((key) =>
      rounding?.[key] === undefined ? [] : [['rounding', key]],
    ),
    ...gates.flatMap((gate, index) =>
      (['closes', 'except'] as const).flatMap((key) =>
        gate[key] === undefined ? [] : [['gates', index, key]],
      ),
    ),
  ];
  if (award === undefined) return goalKeys;
  return [
    ...goalKeys,
    ...beside('modifiers'),
    ...beside('risk'),
    ...(limits?.payout === undefined ? [] : [['limits', 'payout']]),
    ...(rounding?.payout === undefined ? [] : [['rounding', 'payout']]),
    ...gates.flatMap(({ otherwise }, index) => (isNothing(otherwise) ? [] : [['gates', index, 'otherwise']])),
    ...Object.entries(leavers).flatMap(([reason, treatment]) =>
      paysTarget(treatment) ? [['leavers', reason]] : [],
    ),
  ];
}

/** Whether a closed gate pays nothing, as it does where it does not say. */
function isNothing(otherwise: Literal | undefined): boolean {
  return otherwise === undefined || literalValue(otherwise)?.n === 0n;
}

/** Whether leavers are paid at target, which an award that states no target has not. */
function paysTarget(treatment: unknown): boolean {
  if (typeof treatment === 'string') return treatment === 'payTarget' || treatment === 'accelerate';
  return (treatment as { readonly results?: string }).results === 'target';
}

function reportPlace(check: Check, path: Path, stated: string): void {
  report(check, {
    code: 'plan.formula.place',
    path,
    message: `${path.join('/')} says nothing beside ${stated}`,
    expected: `it inside the formula under ${stated}`,
    hint:
      stated === 'award'
        ? 'An award states all of it: when, limit and sum are nodes'
        : 'A payout states what goals would',
  });
}

/** A share of target needs a target. */
function reportNoTarget(check: Check): void {
  report(check, {
    code: 'plan.key.missing',
    path: ['target'],
    message: 'The award is limited to a share of target, and the plan has no target',
    expected: 'a target, or limits in money',
    hint: 'State the target opportunity, or write { money: … }',
  });
}

/** Names that the library gives to terms of its own. */
const RESERVED = ['target', 'opportunity', 'payout', 'awards', 'basePay', 'ownTarget', 'beforePool'];

const TERM_KEYS = new Set(['term', 'result']);

function checkTerms(check: Check): void {
  const { terms = {} } = check.document;
  const read = namesRead(check.document, TERM_KEYS);
  for (const name of Object.keys(terms)) {
    if (RESERVED.includes(name)) reportTermName(check, name);
    else if (!read.has(name)) reportUnused(check, name);
  }
}

function reportTermName(check: Check, name: string): void {
  report(check, {
    code: 'plan.term.name',
    path: ['terms', name],
    message: `${name} is a term of the library`,
    expected: `a name other than ${RESERVED.join(', ')}`,
    hint: 'Rename the term; { term: target } is the target opportunity',
  });
}

function reportUnused(check: Check, name: string): void {
  report(check, {
    code: 'plan.term.unused',
    path: ['terms', name],
    message: `No formula uses the term ${JSON.stringify(name)}`,
    expected: `{ term: ${name} } somewhere`,
    hint: 'Use it or remove it',
  });
}

function reportSalary(check: Check, path: Path): void {
  report(check, {
    code: 'plan.field.structure',
    path,
    message: 'salary has a meaning of its own: the yearly salary of the assignment',
    expected: 'a column with another name',
    hint: 'Read it as { person: salary }, without declaring it',
  });
}

function checkFields(check: Check): void {
  for (const [name, field] of Object.entries(check.document.fields ?? {})) {
    const { kind, per } = field;
    const path = ['fields', name];
    if (name === 'salary') reportSalary(check, path);
    checkNeutralValue(check, field, [...path, 'neutral']);
    if (!checkColumn(check, name, path) || per === undefined || kind === 'money' || kind === 'count')
      continue;
    report(check, {
      code: 'plan.field.per',
      path: [...path, 'per'],
      message: `${JSON.stringify(name)} is of kind ${kind}, and only money and counts are rates`,
      expected: 'no per, or kind: money or count',
      hint: 'Remove per',
    });
  }
}

/** A neutral value is one that the column can hold. */
function checkNeutralValue(check: Check, { kind, neutral }: FieldDocument, path: Path): void {
  if (neutral === undefined || kind === 'category') return;
  const isFlag = ['true', 'false'].includes(String(neutral));
  const isNumeric = typeof neutral !== 'boolean' && isNumber(readLiteral(neutral));
  if (isNumeric && kind !== 'yesNo') {
    checkWritten(check, neutral as Literal, kind, path);
    return;
  }
  if (kind === 'yesNo' && isFlag) return;
  report(check, {
    code: 'plan.number.form',
    path,
    message: `${JSON.stringify(neutral)} is no value of a column of kind ${kind}`,
    expected: kind === 'yesNo' ? 'true or false' : 'a number such as 100% or 1',
    hint: 'Write the value at which the column neither raises nor lowers pay',
  });
}
