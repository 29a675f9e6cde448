import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { prorationOf } from '../concepts/proration.js';
import type { Segment } from '../concepts/segment.js';
import { STANDARD } from '../concepts/variant.js';
import type { Decision } from '../data/decisions.js';
import type { Person } from '../data/people.js';
import { type BoundActuals, bindActuals } from '../run/bind-actuals.js';
import type { Participant } from '../run/bind-people.js';
import { type RecordsOfPerson, recordsByPerson } from '../run/person-records.js';
import { resolvePlan } from '../run/resolve.js';
import { perVariant } from '../run/variants.js';
import { type Day, later } from '../time/day.js';
import { type Reads, readsOf } from './reads.js';
import type { RunInputs, StoredRun } from './stored-run.js';

/** One of the two sides of a difference: a person in a plan, with the inputs of the run. */
export interface Side {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly inputs: RunInputs;
  readonly person: Person;
  /** Absent for who takes no part. */
  readonly participant?: Participant;
  /** The days that count; none for who takes no part. */
  readonly segments: readonly Segment[];
  readonly records: RecordsOfPerson;
  /** What was decided on the award, where a decision can be applied. */
  readonly decision?: Decision;
  readonly reads: Reads;
  readonly actuals: BoundActuals;
}

/** Finds the side of a person in a plan; undefined where the run has no such person or plan. */
export type SideOf = (person: string) => Side | undefined;

/** The sides of some people in a plan, as the run resolved them: who takes part, with which days. */
export function sidesOf({ inputs, asOf }: StoredRun, planId: string, ids: ReadonlySet<string>): SideOf {
  const plan = planIn(inputs, planId);
  if (!plan) return () => undefined;
  const people = inputs.people.people.filter(({ id }) => ids.has(id));
  const { resolved, participants, programOf } = resolvePlan(plan, {
    ...inputs,
    people: { ...inputs.people, people },
  });
  const recordsOf = recordsByPerson(inputs.leave, inputs.earnings, inputs.exceptions);
  const decided = decisionsOf(inputs, planId);
  const actuals = bindActuals(inputs.actuals, plan.document.metrics, asOf);
  const readsFor = perVariant((variant) => readsOf(plan.document, programOf(variant)));
  const indexOf = new Map(people.map(({ id }, index) => [id, index]));
  return (id) => {
    const index = indexOf.get(id);
    const person = index === undefined ? undefined : people[index];
    const found = index === undefined ? undefined : resolved[index];
    if (!person || !found) return undefined;
    const participant = 'participant' in found ? participants[found.participant] : undefined;
    const segments = participant ? countedSegments(participant, plan) : [];
    const reads = readsFor(participant?.variant ?? STANDARD);
    const decision = decided.get(id);
    const common = { plan, asOf, inputs, person, segments, records: recordsOf(id), reads, actuals };
    return { ...common, ...(participant && { participant }), ...(decision && { decision }) };
  };
}

/** The decisions on a plan that have no fault, by the id of the person. */
function decisionsOf({ decisions }: RunInputs, planId: string): ReadonlyMap<string, Decision> {
  const sound = (decisions?.decisions ?? []).filter(
    ({ plan, faults }) => plan === planId && faults.length === 0,
  );
  return new Map(sound.map((one) => [one.person, one]));
}

function planIn({ plans }: RunInputs, id: string): Plan | undefined {
  const document = plans.find(({ plan }) => plan === id);
  const parsed = document && parsePlan(document);
  return parsed?.ok ? parsed.plan : undefined;
}

/** Without proration only what ends last counts. */
function countedSegments({ segments }: Participant, { document }: Plan): readonly Segment[] {
  if (prorationOf(document) !== 'none') return segments;
  const last = segments.reduce((latest, { to }) => later(latest, to), '');
  return segments.filter(({ to }) => to === last);
}
