import type { Issue } from '../issue/issue.js';
import { inPercent, sumMoney, toFixed } from '../num/decimal.js';
import { add, compare, divide, multiply, type Ratio, ratio, ZERO } from '../num/ratio.js';
import type { SeenAward } from '../run/calculate-plan.js';
import type { Award } from '../run/run.js';
import { writtenExactly } from './change.js';
import { isForm, type Span } from './form.js';
import { outcomeAfter } from './incremental.js';
import { inputText } from './input.js';
import { outcomeOf } from './outcome.js';
import { type Overlaid, overlay } from './overlay.js';
import type { Mark } from './polynomial.js';
import { type Prepared, refusals } from './prepared.js';
import type { SeekAnswer, SeekQuestion, Solution, SoughtValue } from './question.js';
import type { Edit } from './scenario.js';
import { nobodyKnown, outOfReach, still, unsolved } from './seek-issues.js';
import { peopleAlong, type Sampled } from './seek-lines.js';
import { type Looked, lookedAt } from './seek-span.js';
import { validSpan } from './seek-valid.js';
import {
  type Paid,
  type Place,
  placesWhere,
  type Reach,
  reachOf,
  withOpenEnds,
  withoutOpenEnds,
} from './solve.js';
import { type Sought, soughtOf, wantedText } from './sought.js';
import { type Along1, sumAlong } from './stretches.js';
import { valueText } from './sweep.js';
import { withheldIn } from './withheld.js';

/**
 * Every value of one input that brings a figure: break-even, a budget, what the fourth quarter must be.
 *
 * The plan is solved as it stands: along the input every award is a function of straight pieces (or of one polynomial over
 * another), whose ends are found exactly, and every piece is solved; nothing is tried out. There may be no such value, one,
 * several, or a whole interval; where the figure is jumped over, the place and both sides of it. What is solved is the sum
 * before awards are rounded to the cent, and what is paid where it stands still; each solution is calculated once more with
 * `calculate`'s own steps, and told rounded.
 *
 * Formula:  all x with Σ award(x) = wanted, or Σ (award(x) − share × target(x)) = 0
 * Rounds:   never, but for figures told, which are awards
 * Issues:   whatif.seek.*, and those of `whatIf`
 * @example  seek(prepared, { input: { metric: 'recommendation' }, wanted: { ofTarget: '100%' } }).solutions[0]?.value // '33.75'
 */
export function seek(prepared: Prepared, question: SeekQuestion): SeekAnswer {
  const head = { input: inputText(question.input), wanted: wantedText(question.wanted) };
  const refuse = (issues: readonly Issue[]): SeekAnswer => ({ ...head, solutions: [], issues });
  const refused = refusals(prepared);
  if (refused.length > 0) return refuse(refused);
  const looked = lookedAt(prepared, question);
  if ('issues' in looked) return refuse(looked.issues);
  const outside = outsideEnds(prepared, question);
  if (outside.length > 0) return refuse(outside);
  const worlds = looked.samples.map((x) => overlay(prepared, [editOf(question, x)]));
  const wrong = worlds.flatMap(({ issues }) => issues);
  if (wrong.length > 0) return refuse(distinct(wrong));
  const within = 'path' in question.input ? whereValid(prepared, question, looked) : looked;
  if (!within) return refuse(overlay(prepared, [editOf(question, looked.span.from)]).issues);
  const seen = worlds.map(outcomeOf);
  // What was not measured yet has no award: who is paid in what is read where the input has a value.
  const awards = (seen[0] ?? []).map(({ award }) => award);
  const sought = soughtOf(prepared, question.wanted, awards);
  if ('issues' in sought) return refuse(sought.issues);
  const withheld = withheldIn(worlds[0] as Overlaid, sought.missing);
  const isNobodyKnown = withheld.count > 0 && sought.places.every((place) => !seen[0]?.[place]?.seen);
  if (isNobodyKnown)
    return {
      ...refuse([nobodyKnown(question, withheld.count), ...withheld.issues]),
      withheld: withheld.count,
    };
  const found = solved(prepared, question, {
    sought,
    looked: within,
    worlds: worlds as unknown as Three,
    seen,
  });
  return {
    ...head,
    ...found,
    ...(withheld.count > 0 && { withheld: withheld.count }),
    issues: [...found.issues, ...withheld.issues],
  };
}

/** What is wrong with the ends that a question gives, as it writes them; a number of a plan is cut to where it is valid. */
function outsideEnds(prepared: Prepared, { input, how = 'is', between }: SeekQuestion): Issue[] {
  if (!between || 'path' in input) return [];
  return between.flatMap((raw, index) => {
    const path = ['between', index === 0 ? 'from' : 'to'];
    return overlay(prepared, [{ input, change: { how, raw }, path }]).issues;
  });
}

/** What is looked at of a number of a plan, cut to where the plan is valid with it. */
function whereValid(prepared: Prepared, question: SeekQuestion, looked: Looked): Looked | undefined {
  const isValid = (x: Ratio) => overlay(prepared, [editOf(question, x)]).issues.length === 0;
  const valid = validSpan(looked.span, looked.samples[0], isValid);
  return valid && { ...looked, ...valid };
}

type Three = readonly [Overlaid, Overlaid, Overlaid];

interface Found {
  readonly sought: Sought;
  readonly looked: Looked;
  readonly worlds: Three;
  readonly seen: readonly (readonly SeenAward[])[];
}

function solved(
  prepared: Prepared,
  question: SeekQuestion,
  { sought, looked, worlds, seen }: Found,
): Omit<SeekAnswer, 'input' | 'wanted'> {
  const { span, samples, isOpen } = looked;
  const between = { from: text(span.from, looked), to: text(span.to, looked) };
  const sampled = { samples, worlds, seen, places: sought.places };
  const people = peopleAlong(sampled, sought.quantity, span);
  if (!Array.isArray(people))
    return { between, solutions: [], issues: [unsolved((people as { unsolved: string }).unsolved)] };
  const sum = withOpenEnds(sumAlong(people, span), isOpen);
  const { lowest, highest } = reachOf(sum);
  const told = figureTeller(sought);
  const now = told(prepared.seen());
  const isExact = sought.quantity.ofTarget === undefined;
  const paid = paidOf(people, sought);
  const reach = ({ value, at }: Reach) => told.text(paid && at ? paid.at(at) : value);
  const reachable = isExact ? { lowest: reach(lowest), highest: reach(highest) } : undefined;
  const places = placesWhere(sum, sought.wanted, paid)
    .flatMap((place) => withoutOpenEnds(place, looked))
    .flatMap((place) => ofSomeTarget(place, people, sought));
  const rest = { between, ...(now !== undefined && { now }), ...(reachable && { reachable }) };
  const isStill = sum.marks.length === 2 && compare(lowest.value, highest.value) === 0;
  if (isStill && people.length > 0 && places.length === 0)
    return { ...rest, solutions: [], issues: [still(question, reach(lowest))] };
  const tell = (x: Ratio) => {
    if (sought.quantity.metric !== undefined) return undefined;
    return toFixed(people.map((one) => one.paidAt(x)).reduce(add, ZERO), sought.digits);
  };
  const solutions = places.map((place) => solutionOf(place, { looked, tell, told, wanted: sought.wanted }));
  if (places.some((place) => isOff(placeIn(place), { prepared, question, told, tell })))
    return { ...rest, solutions: [], issues: [unsolved('something that the steps of the plan do not show')] };
  const share = solutions.length === 0 ? shareEverywhere(people, { sought, sampled, span }) : undefined;
  if (share) return { ...rest, solutions, issues: [still(question, inPercent(share).replace(' ', ''))] };
  return {
    ...rest,
    solutions,
    issues:
      solutions.length === 0
        ? [outOfReach(question, { sought, rest, lowest: lowest.value, highest: highest.value })]
        : [],
  };
}

/** A share of nothing is no share: places at which there is no target are left out. */
function ofSomeTarget(place: Place, people: readonly Along1[], { quantity }: Sought): Place[] {
  if (quantity.ofTarget === undefined) return [place];
  const isSome = (x: Ratio) => sumOf(people, ({ targetAt }) => targetAt(x)).n !== 0n;
  if (place.kind !== 'interval') return isSome(place.at.low) ? [place] : [];
  const { from, to, ends } = place;
  if (!isSome(placeIn(place))) return [];
  return [{ ...place, ends: [ends[0] && isSome(from.low), ends[1] && isSome(to.high)] }];
}

/** The share of target that is paid whatever the input is; undefined where it moves with the input. */
function shareEverywhere(
  people: readonly Along1[],
  { sought, sampled, span }: { readonly sought: Sought; readonly sampled: Sampled; readonly span: Span },
): Ratio | undefined {
  const { ofTarget } = sought.quantity;
  const x = sampled.samples[0];
  const target = sumOf(people, ({ targetAt }) => targetAt(x));
  if (ofTarget === undefined || target.n === 0n) return undefined;
  const over = sumOf(people, ({ at }) => at(x));
  const share = add(ofTarget, divide(over, target));
  const along = peopleAlong(sampled, { ofTarget: share }, span);
  if ('unsolved' in along) return undefined;
  const isSame = sumAlong(along, span).between.every((one) => !isForm(one) && one.n === 0n);
  return isSame ? share : undefined;
}

function sumOf(people: readonly Along1[], of: (one: Along1) => Ratio): Ratio {
  return people.map(of).reduce(add, ZERO);
}

/** What awards come to as they are paid; a share of target and an achievement are never rounded. */
function paidOf(people: readonly Along1[], { quantity }: Sought): Paid | undefined {
  if (quantity.metric !== undefined || quantity.ofTarget !== undefined) return undefined;
  return {
    at: (x) => people.map((one) => one.paidAt(x)).reduce(add, ZERO),
    within: people.map(({ unit }) => unit).reduce(add, ZERO),
  };
}

/** A place at which a solution is calculated once more. */
function placeIn(place: Place): Ratio {
  return place.kind === 'interval' ? divide(add(place.from.high, place.to.low), ratio(2)) : place.at.low;
}

/** Whether plans and data with the value come to another figure than the steps did: then something was not seen. */
function isOff(
  x: Ratio,
  {
    prepared,
    question,
    told,
    tell,
  }: Pick<Telling, 'told' | 'tell'> & { readonly prepared: Prepared; readonly question: SeekQuestion },
): boolean {
  const own = tell(x);
  const changed = writtenExactly(x) === undefined ? undefined : overlay(prepared, [editOf(question, x)]);
  // What files cannot hold cannot be calculated from them.
  if (own === undefined || !changed || changed.issues.length > 0) return false;
  return (told(outcomeAfter(prepared, changed)) ?? told.text(ZERO)) !== own;
}

interface Telling {
  readonly looked: Looked;
  tell(x: Ratio): string | undefined;
  readonly told: Teller;
  readonly wanted: Ratio;
}

function solutionOf(place: Place, { looked, tell, told, wanted }: Telling): Solution {
  if (place.kind === 'interval') {
    const { from, to, ends } = place;
    const middle = divide(add(from.high, to.low), ratio(2));
    const isExact = [from, to].every(({ low, high }) => compare(low, high) === 0);
    return {
      kind: 'interval',
      from: text(from.low, looked),
      to: text(to.high, looked),
      fromIncluded: ends[0],
      toIncluded: ends[1],
      exact: isExact,
      figure: tell(middle) ?? '',
    };
  }
  const value = soughtValue(place.at, looked);
  const figure = tell(place.at.low) ?? '';
  if (place.kind === 'point') return { kind: 'point', ...value, figure };
  const { below, here, above } = place;
  const sides = { below, here, above } as const;
  const reaches = (['below', 'here', 'above'] as const).filter((side) => {
    const sum = sides[side];
    return sum !== undefined && compare(sum, wanted) >= 0;
  });
  return {
    kind: 'jump',
    ...value,
    ...(below && { below: told.text(below) }),
    figure,
    ...(above && { above: told.text(above) }),
    reaches,
  };
}

function soughtValue({ low, high }: Mark, looked: Looked): SoughtValue {
  const isExact = compare(low, high) === 0;
  if (isExact) return { value: text(low, looked), exact: true };
  const near = (x: Ratio) => (looked.isPercent ? `${toFixed(multiply(x, ratio(100)), 12)}%` : toFixed(x, 12));
  return { value: near(low), exact: false, to: near(high) };
}

function text(value: Ratio, { isPercent }: Looked): string {
  return valueText(value, isPercent);
}

function editOf({ input, how = 'is' }: SeekQuestion, x: Ratio): Edit {
  return { input, change: { how, raw: writtenExactly(x) ?? toFixed(x, 15) }, path: ['seek'] };
}

/** The figure as awards have it. */
type Teller = ((seen: readonly SeenAward[]) => string | undefined) & { text(value: Ratio): string };

function figureTeller({ quantity, places, digits }: Sought): Teller {
  const rounded = (value: Ratio) =>
    quantity.metric === undefined ? toFixed(value, digits) : inPercent(value).replace(' ', '');
  const tell = (seen: readonly SeenAward[]): string | undefined => {
    if (quantity.metric !== undefined) return undefined;
    const awards = places.flatMap((place): Award[] => (seen[place] ? [seen[place].award] : []));
    const known = awards.filter(({ amount }) => amount !== undefined);
    return known.length === 0
      ? undefined
      : sumMoney(
          known.map(({ amount }) => amount ?? '0'),
          digits,
        );
  };
  return Object.assign(tell, { text: rounded });
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [one.code + one.path.join('/'), one])).values()];
}
