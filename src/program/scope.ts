/**
 * Where a value lives: `company`, a grouping such as `team`, `person`, or `segment` (a stretch of days in
 * which nothing about a person's assignment changes).
 *
 * A team is not wider than a person: somebody who moved is in two, and they meet in the segment. Only a
 * segment maps to a person and to groups, and everything maps to the company; a step reads only along
 * these maps, and only a fold goes from segments up to the person.
 */
export type Scope = 'company' | 'person' | 'segment' | (string & {});

/** The place where values of both scopes can be read together. */
export function joinScopes(a: Scope, b: Scope): Scope {
  if (a === b || b === 'company') return a;
  return a === 'company' ? b : 'segment';
}
