import { cellText } from '../data/table.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import type { Literal } from '../num/literal.js';
import type { Ratio } from '../num/ratio.js';
import { fieldsOf, listOf, readNumber, tooShort } from './read.js';
import { anyNumber, positive, type Rule } from './rules.js';

/** The values of one person or team over several periods. */
export interface PersonValues {
  readonly name: string;
  readonly values: readonly Literal[];
}

/** The values of one person, each with what it weighs, such as its responses. */
export interface WeightedPersonValues extends PersonValues {
  readonly weights: readonly Literal[];
}

/** A person as read. */
export interface ReadPerson {
  readonly name: string;
  readonly values: readonly Ratio[];
  readonly weights: readonly Ratio[];
}

/**
 * The people whose values are compared: two or more, named once each. Whether each has enough values, and a weight for
 * each value where there are weights, is looked at too.
 */
export function readPeopleValues(
  input: unknown,
  issues: Issue[],
  { weighted }: { readonly weighted: boolean },
): readonly ReadPerson[] {
  const list = listOf(input, issues);
  if (list && list.length < 2) issues.push(tooShort(`There are ${list.length} people`, 'two people or more'));
  const seen = new Set<string>();
  return (list ?? []).flatMap((one, index) => {
    const person = readPerson(one, index, weighted, issues);
    if (!person) return [];
    if (seen.has(person.name)) issues.push(twice(person.name, index));
    seen.add(person.name);
    return [person];
  });
}

function readPerson(one: unknown, index: number, weighted: boolean, issues: Issue[]): ReadPerson | undefined {
  const keys = ['name', 'values', ...(weighted ? ['weights'] : [])];
  const fields = fieldsOf(one, keys, issues, [index]);
  if (!fields) return undefined;
  const name = cellText(fields.values['name']);
  if (name === '') issues.push(nameless(index));
  const read = (key: string, rule: Rule) =>
    (listOf(fields.values[key], issues, [index, key]) ?? []).flatMap(
      (raw, position) => readNumber(raw, rule, { path: [index, key, position] }, issues) ?? [],
    );
  const values = read('values', anyNumber);
  const weights = weighted ? read('weights', positive) : [];
  if (weighted && values.length !== weights.length) issues.push(unevenWeights(name, index));
  return { name, values, weights };
}

function nameless(index: number): Issue {
  return issue({
    code: 'metrics.value.missing',
    path: [index, 'name'],
    message: 'It is not said whose values these are',
    expected: 'the name or id of a person or team',
    hint: 'Write it; the results come by name',
  });
}

function twice(name: string, index: number): Issue {
  return issue({
    code: 'metrics.row.twice',
    path: [index, 'name'],
    message: `${quote(name)} has earlier values`,
    expected: 'one entry per person',
    hint: 'Put all values of one person into one entry',
  });
}

function unevenWeights(name: string, index: number): Issue {
  return issue({
    code: 'metrics.history.uneven',
    path: [index, 'weights'],
    message: `${quote(name)} has not one weight for each value`,
    expected: 'as many weights as values',
    hint: 'Give the weight of each period beside its value',
  });
}
