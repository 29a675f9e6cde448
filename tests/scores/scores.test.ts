import { describe, expect, test } from 'vitest';
import { formatIssue, type Issue, parseActuals, parsePeople, parsePlan } from '../../src/index.js';
import { type MetricScore, scores } from '../../src/scores/index.js';

const AS_OF = '2027-01-31';

/** A plan of one nps per team and a company's retention. */
function planOf(sample: object | undefined, metrics: object = {}) {
  const parsed = parsePlan({
    plan: 'service',
    version: 1,
    currency: 'EUR',
    period: { start: '2026-01-01', end: '2026-12-31' },
    periods: 'quarters',
    target: { amount: { money: 1000 }, prorate: 'none' },
    metrics: {
      nps: { kind: 'nps', level: 'team', title: 'Recommendation', target: 45, ...(sample && { sample }) },
      ...metrics,
    },
    goals: [
      {
        metric: 'nps',
        weight: '100%',
        reads: 'value',
        curve: [
          [0, '50%'],
          [45, '100%'],
        ],
      },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(formatIssue).join('\n'));
  return parsed.plan;
}

const answers = (group: string | undefined, promoters: number, passives: number, detractors: number) => ({
  metric: 'nps',
  ...(group !== undefined && { group }),
  promoters,
  passives,
  detractors,
  status: 'final',
});
/** Company 33 of 60: 100 × (33 − 12) ÷ 60 = 35. A: 6, 1, 1. B: 27, 13, 10. */
const rows = [answers(undefined, 33, 15, 12), answers('A', 6, 1, 1), answers('B', 27, 13, 10)];

function reportOf(
  sample: object | undefined,
  given: readonly Record<string, unknown>[] = rows,
  people?: readonly Record<string, unknown>[],
) {
  const data = {
    actuals: parseActuals(given),
    ...(people && { people: parsePeople(people) }),
  };
  return scores([planOf(sample)], data, { asOf: AS_OF });
}

const of = (all: readonly MetricScore[], group: string | undefined) =>
  all.find((one) => one.group === group) as MetricScore;

describe('a score without rules', () => {
  const report = reportOf(undefined);

  test('counts as measured, beside its responses', () => {
    expect(of(report.scores, 'A')).toMatchObject({
      plan: 'service',
      metric: 'nps',
      title: 'Recommendation',
      level: 'team',
      status: 'final',
      responses: 8,
      measured: '62.5',
      counts: '62.5',
      policy: 'measured',
      flags: [],
      issues: [],
    });
    expect(of(report.scores, undefined)).toMatchObject({ level: 'company', responses: 60, measured: '35' });
  });

  // Source: measuringu.com/nps-confidence-intervals after Rocks 2016; figures by mpmath (RISK B1).
  test('has the adjusted Wald interval', () => {
    const [interval] = of(report.scores, 'B').intervals;
    expect(interval).toMatchObject({ method: 'adjusted Wald', confidence: '95%' });
    expect(interval?.low).toBeCloseTo(10.816641775838477, 12);
    expect(interval?.high).toBeCloseTo(53.33430162038794, 12);
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('what the rules make of a score, and what it would have been', () => {
  test.each([
    // Policy, what A counts as (it has 8 responses), what B counts as (50).
    [{ atLeast: 30, tooFew: { use: 'company' } }, ['widerLevel', '35'], ['measured', '34']],
    [{ atLeast: 30, tooFew: 'spread' }, ['spread', undefined], ['measured', '34']],
    [{ atLeast: 30, tooFew: 'payTarget' }, ['payTarget', undefined], ['measured', '34']],
    [{ atLeast: 30, tooFew: 'payZero' }, ['payZero', undefined], ['measured', '34']],
    // 8 ÷ (8 + 32) of 62.5 and the rest of 35: 0.2 × 62.5 + 0.8 × 35 = 40.5; B: 50 ÷ 82, only where too few.
    [
      { atLeast: 30, tooFew: 'blend', credibility: { toward: 'company', strength: 32 } },
      ['blended', '40.5'],
      ['measured', '34'],
    ],
    // B: 50 ÷ (50 + 150) = 1/4: 34 ÷ 4 + 35 × 3 ÷ 4 = 34.75; A: (8 × 62.5 + 150 × 35) ÷ 158 = 5750 ÷ 158.
    [
      { pays: 'blended', credibility: { toward: 'company', strength: 150 } },
      ['blended', '2875/79'],
      ['blended', '34.75'],
    ],
    // The lower ends 0.990973… and 10.816641… (RISK B1), rounded to a tenth.
    [{ pays: { bound: '95%', round: { to: 0.1, mode: 'halfUp' } } }, ['bound', '1'], ['bound', '10.8']],
  ])('%j', (sample, a, b) => {
    const report = reportOf(sample).scores;
    for (const [group, measured, [policy, counts]] of [
      ['A', '62.5', a],
      ['B', '34', b],
    ] as const) {
      const score = of(report, group);
      expect([score.policy, score.counts]).toEqual([policy, counts]);
      expect(score.measured).toBe(measured);
      expect(score.how).not.toBe('');
    }
  });

  test('a weight by credibility is told', () => {
    const sample = { atLeast: 30, tooFew: 'blend', credibility: { toward: { value: 30 }, strength: 30 } };
    const score = of(reportOf(sample).scores, 'A');
    // RISK B3: 62.5 from 8 responses toward 30 with strength 30 is 36 16/19.
    expect(score.counts).toBe('700/19');
    expect(score.how).toContain('8 responses, too few');
  });
});

describe('groups', () => {
  const team = (id: string, name: string, region: string) => ({
    id,
    team: name,
    region,
    salary: 1,
    currency: 'EUR',
  });
  const people = [team('p1', 'A', 'North'), team('p2', 'B', 'South'), team('p3', 'C', 'North')];

  test('that nobody measured are told where there are people', () => {
    const score = of(reportOf({ atLeast: 30, tooFew: { use: 'company' } }, rows, people).scores, 'C');
    expect(score).toMatchObject({ policy: 'unknown', intervals: [] });
    expect(score.issues[0]?.code).toBe('actuals.metric.missing');
    const counted = { atLeast: 30, tooFew: { use: 'company' }, notMeasured: 'tooFew' };
    expect(of(reportOf(counted, rows, people).scores, 'C')).toMatchObject({ responses: 0, counts: '35' });
  });

  test('belong to a wider one, as people say', () => {
    const given = [...rows, answers('North', 20, 10, 10)];
    const report = reportOf({ atLeast: 30, tooFew: { use: 'region' } }, given, people).scores;
    // North: 100 × 10 ÷ 40.
    expect(of(report, 'A')).toMatchObject({ policy: 'widerLevel', counts: '25' });
    expect(of(report, 'North')).toMatchObject({ level: 'region', measured: '25' });
  });

  test('whose wider group nobody names have no score', () => {
    const report = reportOf({ atLeast: 30, tooFew: { use: 'region' } }).scores;
    expect(of(report, 'A').issues.map(({ code }) => code)).toEqual(['scores.level.unknown']);
    expect(of(report, 'B').counts).toBe('34');
  });

  test('in two wider groups stand once beside each', () => {
    const given = [...rows, answers('North', 20, 10, 10), answers('South', 10, 10, 20)];
    const both = [...people, team('p4', 'A', 'South')];
    const report = reportOf({ atLeast: 30, tooFew: { use: 'region' } }, given, both).scores;
    expect(report.filter(({ group }) => group === 'A').map(({ counts }) => counts)).toEqual(['25', '-25']);
  });

  test('too small to be shown are masked: responses alone are told', () => {
    const masked = of(reportOf({ shownFrom: 10 }).scores, 'A');
    expect(masked).toMatchObject({ responses: 8, masked: true, intervals: [] });
    expect(masked).not.toHaveProperty('measured');
    expect(masked).not.toHaveProperty('counts');
    expect(JSON.stringify(masked)).not.toContain('62.5');
    // What a wider score makes of it shows nothing of the group.
    const wider = of(reportOf({ shownFrom: 10, atLeast: 30, tooFew: { use: 'company' } }).scores, 'A');
    expect(wider).toMatchObject({ masked: true, counts: '35' });
    expect(wider).not.toHaveProperty('measured');
    expect(JSON.stringify(wider)).not.toContain('62.5');
    expect(of(reportOf({ shownFrom: 8 }).scores, 'A').measured).toBe('62.5');
  });

  test('with hostile names are names', () => {
    const hostile = ['__proto__', 'constructor', 'toString'].map((name) => answers(name, 4, 3, 3));
    const report = reportOf({ atLeast: 5, tooFew: { use: 'company' } }, [...rows, ...hostile]).scores;
    for (const { group } of hostile) expect(of(report, group).measured).toBe('10');
  });
});

describe('flags', () => {
  const sample = { flags: { responseRate: '20%', change: 10 } };
  const now = { ...answers('A', 12, 4, 4), invited: 101 };

  test('are told and change nothing', () => {
    const score = of(reportOf(sample, [now]).scores, 'A');
    // 20 of 101 are below 20 %.
    expect(score).toMatchObject({ counts: '40', flags: ['response rate below 20%'] });
    expect(of(reportOf(sample, [{ ...now, invited: 100 }]).scores, 'A').flags).toEqual([]);
  });

  test('compare with the period before, where there was one', () => {
    const before = { ...answers('A', 10, 5, 5), period: 'previous', invited: 100 };
    // 25 before and 40 now.
    expect(of(reportOf(sample, [{ ...now, invited: 100 }, before]).scores, 'A').flags).toEqual([
      'changed by more than 10',
    ]);
  });
});

test('parts of the period stand beside the whole that is pooled of them', () => {
  const parsed = planOf(undefined, {
    csat: { kind: 'csat', level: 'company', each: 'quarter', accumulates: 'pooled' },
  });
  const quarter = (period: string, count: number, responses: number) => ({
    metric: 'csat',
    period,
    count,
    responses,
    status: 'final',
  });
  const given = [quarter('Q1', 8, 10), quarter('Q2', 30, 50), quarter('Q3', 9, 10), quarter('Q4', 15, 30)];
  const report = scores([parsed], { actuals: parseActuals([...rows, ...given]) }, { asOf: AS_OF });
  const all = report.scores.filter(({ metric }) => metric === 'csat');
  expect(all.map(({ period, measured, responses }) => [period, measured, responses])).toEqual([
    ['Q1', '0.8', 10],
    ['Q2', '0.6', 50],
    ['Q3', '0.9', 10],
    ['Q4', '0.5', 30],
    // 62 of 100.
    [undefined, '0.62', 100],
  ]);
});

// Source: Wilson 1927, Clopper & Pearson 1934, by mpmath and scipy (RISK B2): 45 of 50.
test('a share has the interval that may pay first, then those that are shown only', () => {
  const plan = planOf(undefined, { kept: { kind: 'retention', level: 'company' } });
  const given = [...rows, { metric: 'kept', count: 45, responses: 50, status: 'final' }];
  const report = scores([plan], { actuals: parseActuals(given) }, { asOf: AS_OF });
  const { intervals } = report.scores.find(({ metric }) => metric === 'kept') as MetricScore;
  const expected = [
    ['Wilson', 0.7863976856252034, 0.9565242350681096],
    ['Clopper-Pearson', 0.7818646335657977, 0.9667249064109775],
    ['Jeffreys', 0.7946451719769524, 0.9608056356058162],
  ] as const;
  expect(intervals.map(({ method }) => method)).toEqual(expected.map(([method]) => method));
  for (const [index, [, low, high]] of expected.entries()) {
    expect(intervals[index]?.low).toBeCloseTo(low, 9);
    expect(intervals[index]?.high).toBeCloseTo(high, 9);
  }
});

test('a metric without a row is told, not left out', () => {
  const report = reportOf(undefined, []);
  expect(report.scores).toEqual([]);
  const plan = planOf(undefined, { kept: { kind: 'retention', level: 'company' } });
  const [kept] = scores([plan], { actuals: parseActuals([]) }, { asOf: AS_OF }).scores;
  expect(kept?.issues[0]?.code).toBe('actuals.metric.missing');
});

test('a later measurement does not count yet', () => {
  const given = [
    { ...answers('A', 6, 1, 1), measuredOn: '2026-12-31' },
    { ...answers('A', 1, 1, 6), measuredOn: '2027-02-15' },
  ];
  expect(of(reportOf(undefined, given).scores, 'A')).toMatchObject({
    measured: '62.5',
    measuredOn: '2026-12-31',
  });
});

const errorsOf = ({ issues }: { readonly issues: readonly Issue[] }) =>
  issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);

test('a day or confidence that does not exist is told, and no score is shown', () => {
  const data = { actuals: parseActuals(rows) };
  const day = scores([planOf(undefined)], data, { asOf: '2027-02-31' });
  expect([day.scores, errorsOf(day)]).toEqual([[], ['run.as-of.form']]);
  const level = scores([planOf(undefined)], data, { asOf: AS_OF, confidence: '93%' });
  expect([level.scores, errorsOf(level)]).toEqual([[], ['scores.confidence.level']]);
});

describe('what must not be shown', () => {
  const team = (id: string, name: string, region: string) => ({
    id,
    team: name,
    region,
    salary: 1,
    currency: 'EUR',
  });
  const people = [team('p1', 'A', 'North'), team('p2', 'B', 'North')];

  test('the score of a wider group that is too small, in the line of a group it stands for', () => {
    const sample = { atLeast: 10, tooFew: { use: 'region' }, shownFrom: 10 };
    // A has 6 answers; North 12 is shown, and with 9 it would be too few to count.
    const shown = of(
      reportOf(sample, [answers('A', 4, 1, 1), answers('North', 9, 2, 1)], people).scores,
      'A',
    );
    expect(shown.counts).toBe('200/3');
    const blended = { pays: 'blended', credibility: { toward: 'region', strength: 30 }, shownFrom: 10 };
    const given = [answers('B', 20, 10, 10), answers('North', 4, 1, 2)];
    const hidden = of(reportOf(blended, given, people).scores, 'B');
    expect(hidden).toMatchObject({ measured: '25', policy: 'blended' });
    expect(hidden).not.toHaveProperty('counts');
    // 100 × (4 − 2) ÷ 7 is the region's.
    expect(JSON.stringify(hidden)).not.toMatch(/28\.57|200\/7/);
  });

  test('the score of the period before, where too few answered then', () => {
    const sample = { changeAtMost: 5, shownFrom: 10 };
    const earlier = (count: number) => ({ ...answers('B', count, 0, 0), period: 'previous' });
    const now = answers('B', 20, 10, 10);
    expect(of(reportOf(sample, [now, earlier(10)]).scores, 'B').how).toContain('from 100 before');
    expect(of(reportOf(sample, [now, earlier(4)]).scores, 'B').how).toBe(
      'another score behind it rests on fewer than 10 responses and is not shown',
    );
    expect(of(reportOf(sample, [now]).scores, 'B').how).toContain('there is no earlier score');
  });

  test('nothing is hidden where nothing was measured, and why is told', () => {
    const [none] = reportOf({ shownFrom: 10 }, [
      { metric: 'nps', group: 'A', responses: 0, status: 'final' },
    ]).scores;
    expect(none).not.toHaveProperty('masked');
    expect(none?.issues[0]?.code).toBe('actuals.responses.none');
  });
});

test('rules that follow each other are all told', () => {
  const sample = {
    atLeast: 30,
    tooFew: 'blend',
    credibility: { toward: 'company', strength: 32 },
    deadBand: 2,
  };
  const { how, counts } = of(reportOf(sample).scores, 'A');
  // 40.5 by hand above; the target is 45.
  expect(counts).toBe('40.5');
  expect(how).toMatch(/own weight 20%.*8 responses, too few.*40\.5 is not within 2 of the target 45/);
});

describe('only what the plan reads and people belong to', () => {
  test('rows of groups beside a metric of the company are no scores', () => {
    const plan = planOf(undefined, { kept: { kind: 'retention', level: 'company' } });
    const kept = (group: string | undefined, count: number) => ({
      ...{ metric: 'kept', count, responses: 10, status: 'final' },
      ...(group !== undefined && { group }),
    });
    const report = scores(
      [plan],
      { actuals: parseActuals([kept('North', 9), kept(undefined, 6)]) },
      { asOf: AS_OF },
    );
    const found = report.scores.filter(({ metric }) => metric === 'kept');
    expect(found.map(({ level, measured }) => [level, measured])).toEqual([['company', '0.6']]);
    expect(report.issues.map(({ code }) => code)).toContain('actuals.group.level');
  });

  test('groups of assignments that ended before the period are not missed', () => {
    const people = [
      { id: 'p1', team: 'Old', from: '2020-01-01', to: '2023-12-31', salary: 1, currency: 'EUR' },
      { id: 'p1', team: 'B', from: '2024-01-01', salary: 1, currency: 'EUR' },
    ];
    expect(reportOf(undefined, rows, people).scores.map(({ group }) => group)).not.toContain('Old');
  });
});

test('what was counted must be what the plan measures', () => {
  const plan = planOf(undefined, { kept: { kind: 'retention', level: 'company' } });
  const lost = { metric: 'kept', kind: 'churn', count: 6, responses: 60, status: 'final' };
  const report = scores([plan], { actuals: parseActuals([lost]) }, { asOf: AS_OF });
  const [kept] = report.scores.filter(({ metric }) => metric === 'kept');
  expect(kept?.issues.map(({ code }) => code)).toEqual(['actuals.counts.kind']);
  expect(kept).not.toHaveProperty('measured');
});

test('a person nobody knows is told, with the nearest id and nobody else', () => {
  const plan = planOf(undefined, { stars: { kind: 'csat', level: 'person' } });
  const given = [{ metric: 'stars', group: '09', count: 3, responses: 4, status: 'final' }];
  const people = parsePeople([{ id: '009', team: 'A', salary: 1, currency: 'EUR' }]);
  const { issues } = scores([plan], { actuals: parseActuals(given), people }, { asOf: AS_OF });
  expect(issues.find(({ code }) => code === 'actuals.group.unknown')).toMatchObject({
    message: 'Nobody has the id "09"',
    hint: 'Did you mean "009"?',
  });
});
