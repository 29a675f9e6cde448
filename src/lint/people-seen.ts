import type { Plan } from '../concepts/parse-plan.js';
import { isPoolAlone } from '../concepts/pool.js';
import type { Evaluator } from '../exact/evaluate.js';
import { pointWorlds } from '../explain/one-point.js';
import { explainedPrograms, settingOf } from '../explain/setting.js';
import { wordsOf } from '../explain/words.js';
import type { Issue } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { toFixed } from '../num/decimal.js';
import { add, equal, multiply, ONE, type Ratio, sign, ZERO } from '../num/ratio.js';
import { createBounds } from '../risk/bounds.js';
import { numberFor, type Setting } from '../risk/setting.js';
import { type CalculateOptions, type Data, NOBODY, prepare } from '../run/calculate.js';
import { awardsIn } from '../run/calculate-plan.js';
import type { Resolution } from '../run/resolve.js';
import type { Engine, Seen } from '../run/seen.js';
import type { Day } from '../time/day.js';
import { type Places, placesOf, readBy } from './places.js';
import { pieceAt } from './shape.js';
import { asNumber } from './typical.js';

/** People with their results, and the day by which these are known. */
export interface LintData extends Data {
  readonly asOf: Day;
}

/** Why nothing that is measured moves an award. */
export type FixedBy = 'target' | 'safe' | 'limits';

/** What is known of the people of a plan who take part. */
export interface PeopleSeen {
  readonly people: readonly PersonSeen[];
  /** Target opportunity by currency. */
  readonly targets: ReadonlyMap<string, Ratio>;
}

export interface PersonSeen {
  readonly id: string;
  /** Why the award is the same whatever is measured; undefined where it is not. */
  readonly fixedBy: FixedBy | undefined;
  /** Whether every curve stands where a little more pays nothing, and a point more of any result adds nothing. */
  readonly isStuck: boolean;
}

/** Looks at everybody who takes part in a plan, by the steps that pay. */
export function readPeople(plan: Plan, { asOf, ...given }: LintData, issues: Issue[]): PeopleSeen {
  const words = wordsOf('en');
  const calculation: CalculateOptions = { asOf };
  const { data, refused, resolutions, both } = prepare(words.steps, [plan], given, calculation);
  issues.push(...refused);
  const people: PersonSeen[] = [];
  const targets = new Map<string, Ratio>();
  const programs = explainedPrograms(plan, words.steps);
  const readings = new Map<Engine, Reading>();
  for (const resolution of resolutions) {
    const explained: Resolution = { ...resolution, programOf: (variant) => programs(variant).program };
    const barred = both.barred.get(plan.id) ?? NOBODY;
    for (const { award, seen } of awardsIn(explained, data, calculation, { barred, issues: new Set() })) {
      if (!seen || (award.status !== 'paid' && award.status !== 'zero')) continue;
      const reading =
        readings.get(seen.engine) ??
        readingOf(plan, seen, settingOf(plan, seen, programs(seen.participant.variant)));
      readings.set(seen.engine, reading);
      const target = numberFor(reading.setting.evaluator, reading.setting.program.target, seen.row);
      const { currency } = seen.participant;
      if (target) targets.set(currency, add(targets.get(currency) ?? ZERO, target));
      people.push({ id: award.person, ...personSeen(seen, reading, target) });
    }
  }
  return { people, targets };
}

interface Reading {
  readonly setting: Setting;
  readonly places: Places;
  readonly bounds: ReturnType<typeof createBounds>;
  readonly points: readonly Evaluator[];
}

function readingOf({ document }: Plan, { rows }: Seen, setting: Setting): Reading {
  const { program, evaluator, moves } = setting;
  return {
    setting,
    places: placesOf(program, document),
    bounds: createBounds(program, rows, evaluator, moves),
    points: pointWorlds(setting, wordsOf('en').text).map(({ world }) => world),
  };
}

function personSeen(seen: Seen, reading: Reading, target: Ratio | undefined): Omit<PersonSeen, 'id'> {
  const { setting, bounds } = reading;
  const { low, high } = bounds.reach(setting.program.award, 'person', seen.row);
  const isFixed = low !== undefined && high !== undefined && equal(low, high);
  return {
    // A part of a pool moves with what others have, which bounds of one person do not say.
    fixedBy:
      isFixed && !isDecided(setting) && !isPoolAlone(setting.document)
        ? whyFixed(setting, target)
        : undefined,
    isStuck: !isFixed && isStuck(seen, reading),
  };
}

/** What a plan grants leavers, or somebody decided, is meant so. */
function isDecided({ variant }: Setting): boolean {
  return variant.results === 'target' || variant.exceptions.includes('guarantee');
}

function whyFixed({ safe }: Setting, target: Ratio | undefined): FixedBy {
  if (target && sign(target) === 0) return 'target';
  return equal(safe, ONE) ? 'safe' : 'limits';
}

function isStuck({ row, rows }: Seen, { setting, places, points }: Reading): boolean {
  const { evaluator, program } = setting;
  const segments = rows.counted(row);
  const stands = places.curves.flatMap(({ outlines, curve }) =>
    outlines.flatMap((outline) =>
      segments.flatMap((segment) => {
        const x = asNumber(evaluator.value(readBy(outline).operand, 'segment', segment));
        return x === undefined ? [] : [{ curve, piece: pieceAt(curve, x) }];
      }),
    ),
  );
  const isDead = stands.every(
    ({ curve, piece }) => sign(piece.slope) === 0 && (curve.shape !== 'steps' || !piece.from || !piece.to),
  );
  if (stands.length === 0 || !isDead) return false;
  const own = numberFor(evaluator, program.award, row);
  const more = points.map((world) => numberFor(world, program.award, row));
  return own !== undefined && more.length > 0 && more.every((one) => one !== undefined && equal(one, own));
}

/** A share of target in the money of the people given, by currency; undefined where nobody is. */
export function moneyAtTarget(share: Ratio, people: PeopleSeen | undefined): string | undefined {
  if (!people || people.targets.size === 0) return undefined;
  const amounts = [...people.targets].map(
    ([currency, target]) => `${toFixed(multiply(target, share), minorDigits(currency) ?? 2)} ${currency}`,
  );
  return amounts.join(' + ');
}
