import { type Plan, parsePlan } from '../concepts/parse-plan.js';
import { type Issue, issue, quote } from '../issue/issue.js';
import { minorDigits } from '../num/currency.js';
import { readsOthers } from '../program/step.js';
import { RELEASE } from '../retro/release.js';
import type { StoredRun } from '../retro/stored-run.js';
import { createRisk } from '../risk/at-risk.js';
import { attributor } from '../risk/attribution.js';
import { outcomeOf } from '../risk/outcome.js';
import type { Look, Setting } from '../risk/setting.js';
import { type CalculateOptions, type Data, NOBODY, prepare } from '../run/calculate.js';
import { awardsIn } from '../run/calculate-plan.js';
import { onlyPeople } from '../run/only.js';
import type { Resolution } from '../run/resolve.js';
import type { Award } from '../run/run.js';
import { type Engine, readersIn, type Seen } from '../run/seen.js';
import { type Explanation, FORMAT_VERSION, type Language } from './explanation.js';
import { goalsExplained, isHidden, nextThresholds, type Places, placesOf } from './goals.js';
import { onePointsOf, type PointWorld, pointWorlds } from './one-point.js';
import { type ExplainedProgram, explainedPrograms, settingOf } from './setting.js';
import { type ExplainWords, wordsOf } from './words.js';

export interface ExplainOptions {
  /** Of the texts; English where nothing is said. */
  readonly language?: Language;
  /** Also what each input brought, whatever the order: it costs a calculation for every set of inputs. */
  readonly attribution?: boolean;
  /** Only this plan of the run. */
  readonly plan?: string;
}

/** The explanations of a person: one for each plan; and what stands against them. */
export interface Explained {
  readonly explanations: readonly Explanation[];
  readonly issues: readonly Issue[];
}

/**
 * Explains the awards of a person from a stored run: calculated once more from its inputs, by the steps that paid.
 *
 * An award that comes out otherwise than the run states is explained as it comes out, and an issue says so.
 *
 * Issues:   explain.run.form, explain.person.unknown, explain.plan.unknown, explain.award.differs, explain.run.differences
 * @example  explain(run, 'e-1001').explanations[0]?.outcome?.amount // '718.83'
 */
export function explain(run: StoredRun, person: string, options: ExplainOptions = {}): Explained {
  const { plans, issues } = refused(run, person, options);
  if (issues.length > 0) return { explanations: [], issues };
  const alone = explanationsOf(
    person,
    explainedIn({ run, plans, options }, { people: [person], alone: true }),
  );
  // Why somebody is withheld may be told by what others have, such as a column that only this person lacks.
  const isWithheld = alone.some(({ award }) => award.status === 'withheld');
  const explanations = isWithheld
    ? explanationsOf(person, explainedIn({ run, plans, options }, { people: [person], alone: false }))
    : alone;
  return { explanations, issues: explanations.flatMap((one) => againstRun(one.award, run)) };
}

/** Explains everybody's awards, one after the other, plan by plan in the order of people; nothing is kept. */
export function explainEveryone(run: StoredRun, options: ExplainOptions = {}): Generator<Explanation> {
  const plans = isRun(run) ? plansOf(run).plans : [];
  return explainedIn({ run, plans, options }, {});
}

function explanationsOf(person: string, all: Iterable<Explanation>): Explanation[] {
  return [...all].filter(({ award }) => award.person === person);
}

/** Whose awards are explained, everybody's where nothing is said; alone where nobody else need be looked at. */
interface Asked {
  readonly people?: readonly string[];
  readonly alone?: boolean;
}

/** A run with its plans, and what is asked of it. */
interface Explaining {
  readonly run: StoredRun;
  readonly plans: readonly Plan[];
  readonly options: ExplainOptions;
}

function* explainedIn(
  { run, plans, options }: Explaining,
  { people, alone = false }: Asked,
): Generator<Explanation> {
  if (plans.length === 0) return;
  const words = wordsOf(options.language ?? 'en');
  const { plans: _documents, ...inputs } = run.inputs;
  // Who is compared with nobody can be calculated alone.
  const isAlone = alone && plans.every(({ program }) => !program.steps.some(readsOthers));
  const given: Data = isAlone && people !== undefined ? onlyPeople(inputs, people) : inputs;
  const steps: CalculateOptions['steps'] = people ?? 'everyone';
  const calculation = { asOf: run.asOf, steps, status: run.status };
  const { data, resolutions, both } = prepare(words.steps, plans, given, calculation);
  for (const resolution of resolutions) {
    const { plan } = resolution;
    if (options.plan !== undefined && options.plan !== plan.id) continue;
    const programs = explainedPrograms(plan, words.steps);
    const explained: Resolution = { ...resolution, programOf: (variant) => programs(variant).program };
    const barred = both.barred.get(plan.id) ?? NOBODY;
    const teller = tellerOf(plan, programs, { run, words, options });
    for (const { award, seen } of awardsIn(explained, data, calculation, { barred, issues: new Set() }))
      if (people === undefined || people.includes(award.person)) yield teller(award, seen);
  }
}

interface Telling {
  readonly run: StoredRun;
  readonly words: ExplainWords;
  readonly options: ExplainOptions;
}

/** What explanations of a variant of a plan read, made once. */
interface Reading {
  readonly setting: Setting;
  readonly places: Places;
  readonly points: readonly PointWorld[];
  readonly risk: ReturnType<typeof createRisk>;
  readonly attribute: ReturnType<typeof attributor> | undefined;
}

/** Tells one award after the other; each while its evaluation stands. */
function tellerOf(plan: Plan, programs: ReturnType<typeof explainedPrograms>, telling: Telling) {
  const { run, words } = telling;
  const readings = new Map<Engine, Reading>();
  const { title } = plan.document;
  const head = {
    format: 'variable-pay/explanation',
    formatVersion: FORMAT_VERSION,
    language: words.language,
    release: RELEASE,
    run: { status: run.status, asOf: run.asOf, ...(run.fingerprints && { fingerprints: run.fingerprints }) },
    ...(title !== undefined && { title }),
  } as const;
  const ids = new Set(run.inputs.people.people.map(({ id }) => id));
  return (award: Award, seen: Seen | undefined): Explanation => {
    if (!seen) return { ...head, award: ofOwnRows(award, ids, words), goals: [], onePoint: [], next: [] };
    const known =
      readings.get(seen.engine) ?? readingOf(plan, seen, programs(seen.participant.variant), telling);
    readings.set(seen.engine, known);
    return told({ ...head, award }, seen, known);
  };
}

/** An explanation in the making; fields are set one by one because there is one for everybody. */
type Draft = Pick<Explanation, 'award'> & { -readonly [Key in keyof Explanation]?: Explanation[Key] };

/** Why somebody is withheld, without what stands in the rows of others. */
function ofOwnRows(award: Award, ids: ReadonlySet<string>, { text }: ExplainWords): Award {
  if (award.status !== 'withheld') return award;
  const isOfOther = (message: string) =>
    [...message.matchAll(/"(?:[^"\\]|\\.)*"/g)].some(([quoted]) => {
      const name: unknown = JSON.parse(quoted);
      return name !== award.person && ids.has(String(name));
    });
  const reasons = award.reasons.map((reason) =>
    isOfOther(reason.message) ? { ...reason, message: text.ofOthers } : reason,
  );
  return { ...award, reasons };
}

function readingOf(
  plan: Plan,
  seen: Seen,
  program: ExplainedProgram,
  { words: { text }, options }: Telling,
): Reading {
  const setting = settingOf(plan, seen, program);
  return {
    setting,
    places: placesOf(seen.engine.outline, program.stakes),
    points: pointWorlds(setting, text),
    risk: createRisk(setting),
    attribute: options.attribution === true ? attributor(setting) : undefined,
  };
}

function told(draft: Draft, seen: Seen, { setting, places, points, risk, attribute }: Reading): Explanation {
  const look: Look = { row: seen.row, digits: minorDigits(seen.participant.currency) ?? 2 };
  const readers = readersIn(seen);
  const { atRisk, target } = risk.read(look);
  const isOpen = seen.engine.hides === undefined;
  const shown = isOpen ? points : points.filter(({ move }) => !isHidden(move.name, places, readers));
  if (draft.award.decided) draft.riskOf = 'formula';
  draft.risk = atRisk;
  if (target) draft.outcome = outcomeOf(target, draft.award.parts ?? [], look.digits);
  draft.goals = goalsExplained(places, readers);
  draft.onePoint = onePointsOf(shown, setting, look);
  draft.next = nextThresholds(places, readers);
  if (attribute) draft.attribution = attribute(look);
  return draft as Explanation;
}

/** The plans of a run, and what keeps a person of it from being explained. */
function refused(run: StoredRun, person: string, { plan }: ExplainOptions): Read {
  if (!isRun(run)) return { plans: [], issues: [noRun()] };
  const { awards, follows } = run;
  if (follows !== undefined) return { plans: [], issues: [ofDifferences()] };
  const { plans, issues } = plansOf(run);
  if (issues.length > 0) return { plans, issues };
  const ids = plans.map(({ id }) => id);
  if (plan !== undefined && !ids.includes(plan)) return { plans, issues: [noPlan(plan, ids)] };
  return { plans, issues: awards.some((award) => award.person === person) ? [] : [nobody(person)] };
}

interface Read {
  readonly plans: readonly Plan[];
  readonly issues: readonly Issue[];
}

function plansOf({ inputs }: StoredRun): Read {
  const parsed = inputs.plans.map((document) => parsePlan(document));
  return {
    plans: parsed.flatMap((one) => (one.ok ? [one.plan] : [])),
    issues: parsed.flatMap((one) => (one.ok ? [] : one.issues)),
  };
}

/** Programs hand over what they have read; `readStoredRun` looks at all of it. */
function isRun(run: Partial<StoredRun> | undefined): run is StoredRun {
  const lists = [
    run?.awards,
    run?.plans,
    run?.inputs?.plans,
    run?.inputs?.people?.people,
    run?.inputs?.actuals?.actuals,
  ];
  return lists.every(Array.isArray);
}

function noRun(): Issue {
  return issue({
    code: 'explain.run.form',
    message: 'This is not a stored run: it lacks awards, plans or what it was calculated on',
    expected: 'what storeRun gives, or readStoredRun reads',
    hint: 'Read a file with readStoredRun: it says what is wrong with it',
  });
}

function ofDifferences(): Issue {
  return issue({
    code: 'explain.run.differences',
    message: 'This run is one of differences: it has no whole awards to explain',
    expected: 'the run of whole awards that the differences were made of',
    hint: 'Explain that run, or compare it with the one before',
  });
}

function noPlan(plan: string, known: readonly string[]): Issue {
  return issue({
    code: 'explain.plan.unknown',
    message: `The run has no plan ${quote(plan)}`,
    expected: `one of ${known.join(', ')}`,
    hint: 'Correct the id of the plan, or leave it out for all plans',
  });
}

function nobody(person: string): Issue {
  return issue({
    code: 'explain.person.unknown',
    message: `Nobody in the run has the id ${quote(person)}`,
    expected: 'an id of the people of the run',
    hint: 'Ids are compared as text, letter by letter',
  });
}

/** Where the award comes out otherwise than the run states. */
function againstRun(award: Award, { awards }: StoredRun): Issue[] {
  const stated = awards.find((one) => one.person === award.person && one.plan === award.plan);
  if (
    stated?.amount === award.amount &&
    stated?.status === award.status &&
    stated?.currency === award.currency
  )
    return [];
  const text = (one: Award | undefined) =>
    one?.amount === undefined ? (one?.status ?? 'nothing') : `${one.amount} ${one.currency}`;
  return [
    issue({
      code: 'explain.award.differs',
      path: ['awards', award.person, award.plan],
      message: `The run states ${text(stated)}, and its inputs give ${text(award)}`,
      expected: 'a run as it was stored, by the release that made it',
      hint: 'The explanation is of what its inputs give; verify the run to see what was changed',
    }),
  ];
}
