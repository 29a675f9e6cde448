import type { PlanDocument } from '../plan/document.js';
import { type Cause, cause } from './cause.js';
import type { Side } from './side.js';

/** Keys that say nothing about pay. */
const LABELS: readonly string[] = ['$schema', 'plan', 'title', 'source'];

/** The version of the plan, and its keys that are others than they were, of those that concern the person. */
export function planCauses(before: Side, now: Side): Cause[] {
  const [old, own] = [before.plan.document, now.plan.document];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(own)])] as (keyof PlanDocument)[];
  const changed = keys.filter(
    (key) => !LABELS.includes(key) && key !== 'version' && written(old[key]) !== written(own[key]),
  );
  const versions = { before: before.plan.version, now: now.plan.version };
  return [
    ...(versions.before === versions.now ? [] : [cause('plan', 'plan version', versions)]),
    ...changed.filter((key) => concerns(key, before, now)).map((key) => cause('plan', `plan ${key}`, {})),
  ];
}

/** Rules of leave concern who was on leave, those of leavers who left, those of decisions whose award was decided. */
function concerns(key: keyof PlanDocument, before: Side, now: Side): boolean {
  if (key === 'leave') return [before, now].some(({ records }) => records.leaves.length > 0);
  if (key === 'decisions') return [before, now].some(({ decision }) => decision !== undefined);
  if (key === 'leavers') return [before, now].some(({ person }) => person.left !== undefined);
  return true;
}

/** A value as text, whatever the order of its keys and whether its numbers are quoted. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value));
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join()}}`;
}
