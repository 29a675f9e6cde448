import type { RunInputs } from '../retro/stored-run.js';
import { recordsByPerson } from '../run/person-records.js';
import type { Both } from './comparison.js';

/** Everybody who has other inputs of their own in two runs, or is in one of them only. */
export function peopleWhoDiffer({ before, now }: Both<RunInputs>): ReadonlySet<string> {
  const [old, own] = [ownTexts(before), ownTexts(now)];
  return new Set([...old.keys(), ...own.keys()].filter((id) => old.get(id) !== own.get(id)));
}

function ownTexts(inputs: RunInputs): Map<string, string> {
  const recordsOf = recordsByPerson(inputs.leave, inputs.earnings, inputs.exceptions);
  const { people, decimal } = inputs.people;
  return new Map(people.map((person) => [person.id, textOf([decimal, person, recordsOf(person.id)])]));
}

/** Data as text, without where they stand and what was found in them. */
export function textOf(value: unknown): string {
  const kept = (key: string, inner: unknown) => (UNSAID.has(key) ? undefined : inner);
  return JSON.stringify(value, kept) ?? '';
}

const UNSAID: ReadonlySet<string> = new Set(['at', 'faults', 'warnings', 'issues']);
