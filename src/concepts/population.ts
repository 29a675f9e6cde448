import { cellIssue } from '../data/cells.js';
import type { Assignment, Person } from '../data/people.js';
import { missingField } from '../data/people-issues.js';
import { type Issue, quote } from '../issue/issue.js';
import { inPercent } from '../num/decimal.js';
import { isNumber, type Literal, type ReadLiteral } from '../num/literal.js';
import { compare } from '../num/ratio.js';
import type { PopulationRule } from '../plan/people-rules.js';
import { literalValue, ratioLacksPercent } from './check.js';
import { numberOf } from './concept.js';
import { numberTypeOf } from './reading.js';

/** Reads a cell of the people file as a number. */
export type ReadCell = (raw: Literal) => ReadLiteral;

/**
 * Population: rules over any field that all must hold of an assignment for its days to count.
 *
 * Issues:   people.field.missing, people.field.number: nobody is taken in or left out by a blank cell
 * Source:   an as-of-date test of the person, then a test of each record of the history (FEATURES rows 10 and 11)
 */
export function isInPopulation(
  rules: readonly PopulationRule[],
  { person, assignment }: { readonly person: Person; readonly assignment: Assignment },
  read: ReadCell,
): boolean | readonly Issue[] {
  const results = rules.map((rule) => {
    const held = holds(rule, assignment, read);
    return typeof held === 'boolean' ? held : [faulty(rule, held, { person, assignment })];
  });
  const faults = results.filter((one) => typeof one === 'object').flat();
  return faults.length > 0 ? faults : results.every((one) => one === true);
}

/** Columns in which a blank cell says something: full time. */
const BLANK: ReadonlyMap<string, Literal> = new Map([['hoursShare', '100%']]);

type Unreadable = 'missing' | 'number' | 'percent';

/** Whether a rule holds, or why the cell does not say. */
function holds(rule: PopulationRule, { fields }: Assignment, read: ReadCell): boolean | Unreadable {
  const raw = Object.hasOwn(fields, rule.person) ? fields[rule.person] : BLANK.get(rule.person);
  if (raw === undefined) return 'missing';
  if (rule.is !== undefined) return [rule.is].flat().includes(String(raw));
  if (rule.isNot !== undefined) return ![rule.isNot].flat().includes(String(raw));
  const number = read(raw);
  if (!isNumber(number)) return 'number';
  if (numberTypeOf(boundsOf(rule)) === 'ratio' && ratioLacksPercent(raw, number)) return 'percent';
  const against = (bound: Literal) => compare(number.value, numberOf(bound));
  const { atLeast, moreThan, atMost, lessThan, within } = rule;
  if (within !== undefined) return against(within[0]) >= 0 && against(within[1]) <= 0;
  if (atLeast !== undefined) return against(atLeast) >= 0;
  if (moreThan !== undefined) return against(moreThan) > 0;
  return atMost !== undefined ? against(atMost) <= 0 : against(lessThan ?? 0) < 0;
}

function boundsOf({ atLeast, moreThan, atMost, lessThan, within }: PopulationRule): readonly Literal[] {
  return [atLeast, moreThan, atMost, lessThan, ...(within ?? [])].filter((bound) => bound !== undefined);
}

function faulty(
  { person: field }: PopulationRule,
  why: Unreadable,
  { person: { id }, assignment }: { readonly person: Person; readonly assignment: Assignment },
): Issue {
  const { fields, at } = assignment;
  if (why === 'missing') return missingField(id, at, field, 'who takes part depends on it');
  const told = why === 'percent' ? `would be ${asPercent(fields[field])}` : 'is not a number';
  return cellIssue(at, field, {
    code: `people.field.${why}`,
    message: `${quote(String(fields[field]))} ${told} (person ${quote(id)})`,
    expected: 'a number such as 85000.00 or 12.5%',
    hint: 'Correct the cell; the person is withheld until then',
  });
}

function asPercent(raw: Literal = ''): string {
  const value = literalValue(raw);
  return value === undefined ? 'no percentage' : inPercent(value);
}
