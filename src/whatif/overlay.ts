import type { Plan } from '../concepts/parse-plan.js';
import type { Issue, Path } from '../issue/issue.js';
import type { Data } from '../run/calculate.js';
import type { Day } from '../time/day.js';
import { changeActuals } from './overlay-actuals.js';
import { changePeople } from './overlay-people.js';
import { changeDocument, planFrom, planMeant } from './overlay-plan.js';
import type { Edit } from './scenario.js';

/** What a question is asked of: plans on data, at a date. */
export interface Ground {
  readonly plans: readonly Plan[];
  readonly data: Data;
  readonly asOf: Day;
}

/** Plans and data as a question has them, and what of them changed. The originals are as they were. */
export interface Overlaid extends Ground {
  /** Keys of the measured values that changed. */
  readonly keys: readonly string[];
  /** Ids of people whose rows changed. */
  readonly people: readonly string[];
  readonly arePlansChanged: boolean;
  /** With any, nothing is to be made of it. */
  readonly issues: readonly Issue[];
}

/** Plans and data with changes laid over them, one after the other. */
export function overlay(ground: Ground, edits: readonly Edit[]): Overlaid {
  const documents = new Map<number, { readonly document: unknown; readonly path: Path }>();
  const people = new Set<string>();
  const keys = new Set<string>();
  const issues: Issue[] = [];
  let { data } = ground;
  for (const edit of edits) {
    const { path } = edit;
    if ('document' in edit || 'path' in edit.input) {
      const made = documentAfter(edit, ground.plans, documents);
      if ('issues' in made) issues.push(...made.issues);
      else documents.set(made.index, { document: made.document, path });
    } else if ('metric' in edit.input) {
      const { input, change } = edit;
      const made = changeActuals(data.actuals, { input, change, path }, { ...ground, people: data.people });
      data = { ...data, actuals: made.actuals };
      issues.push(...made.issues);
      for (const key of made.keys) keys.add(key);
    } else {
      const made = changePeople(data.people, { input: edit.input, change: edit.change, path });
      data = { ...data, people: made.people };
      issues.push(...made.issues);
      for (const id of made.touched) people.add(id);
    }
  }
  const plans = plansFrom(ground.plans, documents, issues);
  const changes = { keys: [...keys], people: [...people], arePlansChanged: documents.size > 0 };
  return { plans, data, asOf: ground.asOf, ...changes, issues };
}

type Documents = ReadonlyMap<number, { readonly document: unknown; readonly path: Path }>;

function documentAfter(
  edit: Edit,
  plans: readonly Plan[],
  documents: Documents,
): { readonly index: number; readonly document: unknown } | { readonly issues: readonly Issue[] } {
  const { path } = edit;
  const asked =
    'document' in edit
      ? (edit.plan ?? idIn(edit.document, plans))
      : 'path' in edit.input
        ? edit.input.plan
        : undefined;
  const index = planMeant(plans, asked, path);
  if (typeof index !== 'number') return { issues: [index] };
  if ('document' in edit) return { index, document: edit.document };
  const before = documents.has(index) ? documents.get(index)?.document : plans[index]?.document;
  const made =
    'path' in edit.input
      ? changeDocument(before, { input: edit.input, change: edit.change, path })
      : { issues: [] };
  return 'issues' in made ? made : { index, document: made.document };
}

/** A whole document stands for the plan of its id; where there is one plan only, for that. */
function idIn(document: unknown, plans: readonly Plan[]): string | undefined {
  return plans.length === 1 ? undefined : String((document as { readonly plan?: unknown }).plan);
}

function plansFrom(plans: readonly Plan[], documents: Documents, issues: Issue[]): readonly Plan[] {
  if (documents.size === 0) return plans;
  return plans.map((plan, index) => {
    const changed = documents.get(index);
    if (!changed) return plan;
    const made = planFrom(changed.document, changed.path);
    if ('plan' in made) return made.plan;
    issues.push(...made.issues);
    return plan;
  });
}
