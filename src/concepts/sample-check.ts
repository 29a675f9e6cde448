import { type Path, quote } from '../issue/issue.js';
import { type MetricDocument, metricIn } from '../plan/document.js';
import { countedBy } from '../plan/metric-kinds.js';
import type { SampleDocument } from '../plan/sample-rules.js';
import { type Check, clauseOf, report } from './check.js';
import { checkColumn } from './reading.js';
import { checkNumbers } from './sample-numbers.js';

/** Policies that say what a goal pays: nothing else has a weight or a target. */
const OF_GOALS: readonly unknown[] = ['spread', 'payTarget', 'payZero'];

/** Whether a score from too few responses leaves it to its goals what they pay. */
export function isForGoals(metric: MetricDocument | undefined): boolean {
  return OF_GOALS.includes(metric?.sample?.tooFew);
}

/** Checks the sample rules of every metric, and the goals, gates and modifiers that meet them. */
export function checkSamples(check: Check): void {
  for (const [name, metric] of Object.entries(check.document.metrics)) {
    const { sample } = metric;
    if (sample === undefined) continue;
    const path = ['metrics', name, 'sample'];
    checkNumbers(check, metric, sample, path);
    checkComplete(check, sample, path);
    checkBoth(check, sample, path);
    checkLevels(check, metric, sample, path);
    checkKind(check, metric, sample, path);
  }
  checkPlaces(check);
}

type Wrong = readonly [key: Path, message: string, expected: string, hint: string];

/** A bound comes from the responses of a score, and a score held back by its earlier one has none of its own. */
function checkBoth(check: Check, { pays, changeAtMost }: SampleDocument, path: Path): void {
  if (typeof pays !== 'object' || changeAtMost === undefined) return;
  report(check, {
    code: 'plan.sample.both',
    path: [...path, 'changeAtMost'],
    message: 'The bound of an interval pays, and a limit on change would hold the score itself',
    expected: 'pays: { bound: … }, or changeAtMost',
    hint: 'Keep one of the two; flags: { change: … } tells of great changes',
  });
}

function checkComplete(check: Check, sample: SampleDocument, path: Path): void {
  for (const [key, message, expected, hint] of gaps(sample))
    report(check, {
      code: 'plan.sample.incomplete',
      path: [...path, ...key],
      message,
      expected,
      hint,
      ...clauseOf(sample),
    });
}

/** What a sample rule lacks. */
function gaps({ source: _source, ...sample }: SampleDocument): Wrong[] {
  if (Object.keys(sample).length === 0)
    return [
      [
        [],
        'These sample rules say nothing',
        'atLeast and tooFew, or another rule',
        'Write a rule, or remove the key',
      ],
    ];
  return [...policyGaps(sample), ...credibilityGaps(sample)];
}

function policyGaps({ atLeast, tooFew, notMeasured, flags }: SampleDocument): Wrong[] {
  const { then, ...given } = flags ?? {};
  const isMinimum = atLeast !== undefined || then !== undefined;
  const found: Wrong[] = [];
  if (isMinimum && tooFew === undefined)
    found.push([
      ['tooFew'],
      'The plan does not say what becomes of a score from too few responses',
      'tooFew: spread, payTarget, payZero, { use: company } or blend',
      'Add it; nothing is assumed',
    ]);
  if (!isMinimum && (tooFew !== undefined || notMeasured !== undefined))
    found.push([
      ['atLeast'],
      'The plan does not say how many responses are enough',
      'atLeast: a number such as 30',
      'Add it, or remove tooFew and notMeasured',
    ]);
  if (then !== undefined && Object.keys(given).length === 0)
    found.push([
      ['flags'],
      'What is flagged counts as too few responses, and there is no flag',
      'responseRate, tens or change',
      'Add a flag, or remove then',
    ]);
  return found;
}

function credibilityGaps({ pays, tooFew, credibility }: SampleDocument): Wrong[] {
  const isBlended = pays === 'blended' || tooFew === 'blend';
  const path: Path = ['credibility'];
  if (credibility === undefined)
    return isBlended
      ? [
          [
            path,
            'The score is blended, and the plan does not say with what',
            'credibility: { toward: company, strength: 30 }',
            'Add it',
          ],
        ]
      : [];
  const { strength, fullAt, round } = credibility;
  const found: Wrong[] = [];
  if (!isBlended)
    found.push([
      path,
      'Credibility is stated, and no score is blended by it',
      'pays: blended, or tooFew: blend',
      'Say which pays, or remove it',
    ]);
  if ((strength === undefined) === (fullAt === undefined))
    found.push([
      [...path, 'strength'],
      'How much weight a score gets is stated twice, or not at all',
      'strength (n ÷ (n + strength)) or fullAt (√(n ÷ fullAt))',
      'Keep one of the two',
    ]);
  if (fullAt !== undefined && round === undefined)
    found.push([
      [...path, 'round'],
      'A weight by fullAt is a root, which has no last decimal',
      'round: how the blended score is rounded',
      'Add it, such as round: { to: 0.1, mode: halfUp }',
    ]);
  return found;
}

/** A score is drawn toward a wider level: not its own, and nothing is wider than the company. */
function checkLevels(check: Check, { level }: MetricDocument, sample: SampleDocument, path: Path): void {
  const { tooFew, credibility } = sample;
  const levels = [
    [typeof tooFew === 'object' ? tooFew.use : undefined, [...path, 'tooFew', 'use']],
    [
      typeof credibility?.toward === 'string' ? credibility.toward : undefined,
      [...path, 'credibility', 'toward'],
    ],
  ] as const;
  for (const [wider, at] of levels) {
    if (wider === undefined) continue;
    if (wider !== 'company' && wider !== 'person') checkColumn(check, wider, at);
    if (wider !== level && wider !== 'person' && level !== 'company') continue;
    report(check, {
      code: 'plan.sample.level',
      path: at,
      message: `${quote(wider)} is not wider than ${quote(level)}, at which the metric is measured`,
      expected:
        level === 'company'
          ? 'a policy without a level: nothing is wider than the company'
          : 'company, or a column that groups several of them',
      hint: 'Name a wider level, or choose another policy',
    });
  }
}

function checkKind(
  check: Check,
  { kind }: MetricDocument,
  { pays, flags }: SampleDocument,
  path: Path,
): void {
  const by = countedBy(kind);
  const wrong: (readonly [boolean, Path, string, string])[] = [
    [
      typeof pays === 'object' && by === undefined,
      ['pays', 'bound'],
      'has no interval that could pay',
      'nps, retention, churn, recommendationRate or csat',
    ],
    [flags?.tens !== undefined && by !== 'nps', ['flags', 'tens'], 'has no tens', 'a metric of kind nps'],
  ];
  for (const [isWrong, key, words, expected] of wrong)
    if (isWrong)
      report(check, {
        code: 'plan.sample.kind',
        path: [...path, ...key],
        message: `A metric of kind ${kind} ${words}`,
        expected,
        hint: 'Remove the rule, or correct the kind',
      });
}

/** Policies of goals where there is no goal, or where two rules say what becomes of the weight. */
function checkPlaces(check: Check): void {
  const { goals = [], gates = [], modifiers = [], missing } = check.document;
  const policyOf = (name: string | undefined) => metricIn(check.document, name)?.sample?.tooFew;
  for (const [part, list] of [
    ['gates', gates],
    ['modifiers', modifiers.map(({ from }) => from)],
  ] as const)
    for (const [index, one] of list.entries())
      if (isForGoals(metricIn(check.document, one.metric)))
        reportPlace(check, [part, index], part, String(policyOf(one.metric)));
  for (const [index, goal] of goals.entries()) {
    if (policyOf(goal.metric) !== 'spread') continue;
    if (goal.each !== undefined || (missing !== undefined && missing !== 'reweight'))
      reportSpread(check, ['goals', index, ...(goal.each === undefined ? [] : ['each'])], missing);
  }
}

function reportPlace(check: Check, path: Path, part: string, policy: string): void {
  report(check, {
    code: 'plan.sample.place',
    path: [...path, ...(part === 'modifiers' ? ['from', 'metric'] : ['metric'])],
    message: `tooFew: ${policy} says what a goal pays, and ${part === 'gates' ? 'a gate' : 'a modifier'} reads this metric, too`,
    expected: 'tooFew: { use: company } or blend, or a condition that asks for enough',
    hint:
      part === 'gates'
        ? 'Write when: { any: [{ not: { enough: … } }, { metric: …, atLeast: … }] } to leave the gate open'
        : 'Write from: { value: { when: { enough: … }, then: …, otherwise: … } }',
  });
}

function reportSpread(check: Check, path: Path, missing: string | undefined): void {
  const isParts = path.at(-1) === 'each';
  report(check, {
    code: isParts ? 'plan.sample.parts' : 'plan.sample.place',
    path,
    message: isParts
      ? 'tooFew: spread gives the weight of a goal to the others, and this goal is judged in parts of the period'
      : `tooFew: spread gives the weight of this goal to the others, and missing: ${missing} says otherwise`,
    expected: isParts
      ? 'payTarget, payZero, { use: company } or blend'
      : 'missing: reweight, or another policy',
    hint: 'Choose one of them',
  });
}
