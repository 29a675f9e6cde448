import fc from 'fast-check';
import type { MetricDocument, Reading } from '../../src/index.js';
import type { FlatGate, FlatGoal, FlatModifier, FlatPlan } from './flat-plan.js';
import { curveOn, ratingTable } from './random-curve.js';
import { limits, period, risk, rounding, target } from './random-terms.js';
import { ACHIEVEMENT, differences, kinds, SCORE, type Scale, scaleOf, written } from './scale.js';

type Metrics = Readonly<Record<string, MetricDocument>>;

/** A valid flat plan: every part of the flat form comes up, with numbers that meet on thresholds. */
export const plan: fc.Arbitrary<FlatPlan> = fc
  .array(metric(), { minLength: 1, maxLength: 4 })
  .map((all) => Object.fromEntries(all.map((one, index) => [NAMES[index] as string, one])))
  .chain(planOn);

/** One name is a method of every object: names are only data. */
const NAMES = ['revenue', 'nps', 'toString', 'churn'];

function planOn(metrics: Metrics): fc.Arbitrary<FlatPlan> {
  return fc
    .record({
      goals: goals(metrics),
      gates: fc.array(gate(metrics), { maxLength: 3 }),
      modifiers: fc.array(modifier(metrics), { maxLength: 2 }),
      target,
      period,
      limits: fc.option(limits, { nil: undefined }),
      risk: fc.option(risk, { nil: undefined }),
      rounding: fc.option(rounding, { nil: undefined }),
      currency: fc.constantFrom('USD', undefined),
      eligibility: fc.option(eligibility, { nil: undefined, freq: 2 }),
    })
    .map(({ gates, ...parts }) => assemble({ ...parts, gates: scoped(gates, parts.goals), metrics }));
}

type Parts = Omit<FlatPlan, 'plan' | 'version' | keyof Optional> & Optional;
type Optional = { [Key in 'limits' | 'risk' | 'rounding' | 'currency' | 'eligibility']: FlatPlan[Key] };

function assemble(parts: Parts): FlatPlan {
  const stated = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { plan: 'random', version: 1, ...Object.fromEntries(stated) } as FlatPlan;
}

/** Gates close some goals, except some (never all of them), or close everything. */
function scoped(gates: readonly [FlatGate, number][], all: readonly FlatGoal[]): FlatGate[] {
  return gates.map(([one, wish]) => {
    const named = [all[wish % all.length]?.name as string];
    if (wish < 4) return { ...one, closes: named };
    return wish < 6 && all.length > 1 ? { ...one, except: named } : one;
  });
}

const eligibility = fc.constantFrom(
  { employedAt: 'periodEnd' as const },
  { hiredBy: '2026-02-15' },
  { minimumService: { days: 60 } },
  { minimumService: { months: 2 } },
  { employedAt: 'periodEnd' as const, minimumService: { days: 20, months: 1 } },
);

function metric(): fc.Arbitrary<MetricDocument> {
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      level: fc.constantFrom('company', 'team', 'team', 'country', 'person'),
      direction: fc.constantFrom('higher' as const, 'lower' as const),
      targetMark: fc.integer({ min: 1, max: 28 }),
      stated: fc.boolean(),
      mirrored: fc.boolean(),
    })
    .map(({ kind, level, direction, targetMark, stated, mirrored }) => {
      // A formula must reward the direction of its metric.
      const inverse = mirrored ? ('2 - value/target' as const) : ('target/value' as const);
      const achievement = direction === 'lower' ? inverse : ('value/target' as const);
      // A target below zero is refused where achievement is read.
      const mark = written(scaleOf(kind), targetMark).replace(/^-/, '');
      return {
        kind,
        level,
        direction,
        achievement,
        ...(kind === 'money' && { currency: 'USD' }),
        ...(stated && {
          target: /^0\.00/.test(mark) ? written(scaleOf(kind), targetMark + 1).replace(/^-/, '') : mark,
        }),
      };
    });
}

interface Source {
  readonly from: { readonly metric?: string; readonly person?: string; readonly reads?: Reading };
  readonly scale: Scale;
  readonly direction: 'higher' | 'lower';
}

/** A metric of the plan read in one of its ways. */
function reading(metrics: Metrics): fc.Arbitrary<Source> {
  return fc
    .tuple(
      fc.constantFrom(...Object.keys(metrics)),
      fc.constantFrom<Reading>('value', 'achievement', 'aboveTarget'),
    )
    .map(([name, reads]): Source => {
      const document = metrics[name] as MetricDocument;
      const { kind, direction = 'higher' } = document;
      if (kind === 'payout') return { from: { metric: name }, scale: scaleOf(kind), direction };
      if (reads === 'achievement')
        return { from: { metric: name, reads }, scale: ACHIEVEMENT, direction: 'higher' };
      const scale = reads === 'value' ? scaleOf(kind) : differences(scaleOf(kind));
      return { from: { metric: name, reads }, scale, direction };
    });
}

function goals(metrics: Metrics): fc.Arbitrary<FlatGoal[]> {
  return fc
    .array(fc.tuple(goal(metrics), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 4 })
    .map((all) => {
      const sum = all.reduce((total, [, weight]) => total + weight, 0);
      return all.map(([one, weight], index) => ({
        ...one,
        weight: `${weight}/${sum}`,
        name: `goal ${index + 1}`,
      }));
    });
}

type Unweighted = Omit<FlatGoal, 'weight'>;

function goal(metrics: Metrics): fc.Arbitrary<Unweighted> {
  const pays: fc.Arbitrary<Unweighted> = fc.oneof(
    { weight: 4, arbitrary: metricGoal(metrics) },
    { weight: 1, arbitrary: ratingTable.map((table) => ({ person: 'rating', table })) },
    { weight: 1, arbitrary: curveOn(SCORE, 'higher').map((curve) => ({ person: 'score', curve })) },
    { weight: 1, arbitrary: fc.constant({ person: 'factor' }) },
  );
  return fc.tuple(pays, ends).map(([one, bounds]) => ({ ...one, ...bounds }) satisfies Unweighted);
}

function metricGoal(metrics: Metrics): fc.Arbitrary<Unweighted> {
  return reading(metrics).chain(({ from, scale, direction }) =>
    metrics[from.metric as string]?.kind === 'payout'
      ? fc.constant(from)
      : curveOn(scale, direction).map((curve) => ({ ...from, curve })),
  );
}

/** A floor not above its cap, either of them, or neither. */
const ends = fc.constantFrom({}, {}, { cap: '110%' }, { floor: '20%' }, { floor: '10%', cap: '150%' });

function gate(metrics: Metrics): fc.Arbitrary<[FlatGate, number]> {
  const compared = fc.oneof(
    { weight: 4, arbitrary: reading(metrics) },
    {
      weight: 1,
      arbitrary: fc.constant<Source>({ from: { person: 'score' }, scale: SCORE, direction: 'higher' }),
    },
  );
  const onNumbers = compared.chain(({ from, scale }) =>
    comparator(scale).map((one): FlatGate => ({ ...from, ...one })),
  );
  const onRating = fc.constantFrom<FlatGate>(
    { person: 'rating', is: 'A' },
    { person: 'rating', is: 'constructor' },
  );
  const otherwise = fc.constantFrom({}, {}, { otherwise: '0' }, { otherwise: '25%' }, { otherwise: '1/3' });
  return fc.tuple(
    fc
      .tuple(fc.oneof({ weight: 5, arbitrary: onNumbers }, { weight: 1, arbitrary: onRating }), otherwise)
      .map(([one, closed]) => ({ ...one, ...closed })),
    fc.nat(9),
  );
}

function comparator(scale: Scale): fc.Arbitrary<FlatGate> {
  const mark = fc.integer({ min: scale.lowest, max: scale.highest });
  const single = fc
    .tuple(fc.constantFrom('atLeast', 'moreThan', 'atMost', 'lessThan'), mark)
    .map(([key, at]) => ({ [key]: written(scale, at) }));
  const range = fc.tuple(mark, mark).map(([a, b]) => ({
    within: [written(scale, Math.min(a, b)), written(scale, Math.max(a, b))] as const,
  }));
  return fc.oneof({ weight: 3, arbitrary: single }, { weight: 1, arbitrary: range });
}

function modifier(metrics: Metrics): fc.Arbitrary<FlatModifier> {
  const sources: fc.Arbitrary<FlatModifier> = fc.oneof(
    fc
      .constantFrom(['0%', '150%'] as const, ['-10%', '10%'] as const, ['50%', '1'] as const)
      .map((within) => ({ from: { person: 'factor' }, within })),
    ratingTable.map((table) => ({ from: { person: 'rating' }, table })),
    curveOn(SCORE, 'higher').map((curve) => ({ from: { person: 'score' }, curve })),
    reading(metrics).chain(({ from, scale, direction }) =>
      curveOn(scale, direction).map((curve) => ({ from, curve })),
    ),
  );
  const how = fc.constantFrom({}, { how: 'multiply' as const }, { how: 'add' as const });
  return fc.tuple(sources, how).map(([one, way]) => ({ ...one, ...way }));
}
