import { groupBy } from '../data/group.js';
import { compare, ratio } from '../num/ratio.js';
import { type Finding, found, percent } from './finding.js';
import type { FixedBy, PersonSeen } from './people-seen.js';
import type { Linting } from './setting.js';

const WHY: Readonly<Record<FixedBy, readonly [words: string, remedy: string]>> = {
  target: ['their target opportunity is nothing', 'Give them a target, or leave them out by eligibility'],
  safe: ['all of target is safe', 'Lower paidAnyway, so that something hangs on results'],
  limits: [
    'floors, caps and weights leave nothing that results could move',
    'Widen the limits, or give their results weight',
  ],
};

/** So many people are named; the others are counted. */
const NAMED = 5;

/**
 * People who cannot move their award: it is the same whatever is measured; everything is measured on the whole company; or
 * every curve stands, on the results given, where a little more effort pays nothing.
 *
 * Issues:   lint.people.fixed, lint.people.company, lint.people.stuck
 */
export function peopleWithoutInfluence(linting: Linting): Finding[] {
  const { people } = linting;
  if (!people) return [];
  const fixed = people.people.filter(({ fixedBy }) => fixedBy !== undefined);
  const reasons = groupBy(fixed, ({ fixedBy = '' }) => fixedBy);
  const stuck = people.people.filter(({ isStuck }) => isStuck);
  return [
    ...[...reasons].map(([why, those]) => fixedPeople(why as FixedBy, those, linting)),
    ...companyOnly(linting, people.people.length - fixed.length),
    ...(stuck.length > 0 ? [stuckPeople(stuck, linting)] : []),
  ];
}

function fixedPeople(why: FixedBy, those: readonly PersonSeen[], linting: Linting): Finding {
  const [words, remedy] = WHY[why];
  return found(wholePlan(linting), {
    code: 'lint.people.fixed',
    message: `${countText(those, linting)} the same award whatever is measured: ${words} (${named(those)})`,
    expected: 'awards that results can move',
    hint: remedy,
    figures: {
      people: String(those.length),
      of: String(linting.people?.people.length ?? 0),
      why,
      ids: named(those),
    },
  });
}

function stuckPeople(those: readonly PersonSeen[], linting: Linting): Finding {
  return found(wholePlan(linting), {
    code: 'lint.people.stuck',
    message: `${countText(those, linting)} nothing for a little more effort: every curve stands below its first point or beyond its last (${named(those)})`,
    expected: 'a goal on which a little more effort pays',
    hint: 'Let a curve begin further below or go on further above, or measure them on something nearer to their work',
    figures: {
      people: String(those.length),
      of: String(linting.people?.people.length ?? 0),
      ids: named(those),
    },
  });
}

function companyOnly(linting: Linting, people: number): Finding[] {
  const { moves, program } = linting.typical;
  // Where each is no small part of the whole, the whole is near enough to everybody.
  const share = ratio(1, Math.max(1, people));
  const isCompany = moves.every(
    ({ kind, steps }) => kind === 'metric' && steps.every((step) => program.steps[step]?.scope === 'company'),
  );
  if (!isCompany || moves.length === 0 || compare(share, linting.limits.weight) >= 0) return [];
  return [
    found(wholePlan(linting), {
      code: 'lint.people.company',
      message: `All ${people} people are paid on results of the whole company: what one of them does is ${percent(share)} of it, if all matter alike`,
      expected: 'a goal measured on teams or people',
      hint: 'Measure a goal at the level of teams, add a factor of the person, or keep it where the plan means everybody to stand together',
      figures: { people: String(people), share },
    }),
  ];
}

function wholePlan({ plan }: Linting) {
  return { name: plan.document.title ?? plan.id, path: [], source: plan.document.source };
}

function countText(those: readonly PersonSeen[], { people }: Linting): string {
  const one = those.length === 1;
  return `${those.length} of ${people?.people.length ?? 0} people get${one ? 's' : ''}`;
}

function named(those: readonly PersonSeen[]): string {
  const ids = those.slice(0, NAMED).map(({ id }) => id);
  return `${ids.join(', ')}${those.length > NAMED ? ` and ${those.length - NAMED} more` : ''}`;
}
