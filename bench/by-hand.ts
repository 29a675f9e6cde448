import { Decimal as SharedDecimal } from 'decimal.js';
import { actualRows, type BenchPerson } from './plan.js';

/**
 * The benchmark's plan written by hand, as somebody without this library would: once with decimal.js at 40
 * digits, once in floats. Company and team results are computed once, before the loop over people.
 */
const Decimal = SharedDecimal.clone({ precision: 40, rounding: SharedDecimal.ROUND_HALF_UP });
type Decimal = InstanceType<typeof Decimal>;

const DAY = 86_400_000;
const [revenue, retention, ...scores] = actualRows as readonly { group?: string; value: string | number }[];

function daysSince(hired: string): number {
  const start = hired < '2026-01-01' ? '2026-01-01' : hired;
  return (Date.parse('2026-12-31') - Date.parse(start)) / DAY + 1;
}

type DecimalPoints = readonly (readonly [Decimal, Decimal])[];
const points = (pairs: readonly (readonly [string, string])[]): DecimalPoints =>
  pairs.map(([x, y]) => [new Decimal(x), new Decimal(y)]);

function decimalCurve(curve: DecimalPoints, x: Decimal): Decimal {
  if (x.lt(curve[0]?.[0] as Decimal)) return new Decimal(0);
  for (let index = 1; index < curve.length; index += 1) {
    const [x0, y0] = curve[index - 1] as readonly [Decimal, Decimal];
    const [x1, y1] = curve[index] as readonly [Decimal, Decimal];
    if (x.lt(x1)) return y0.plus(x.minus(x0).times(y1.minus(y0)).div(x1.minus(x0)));
  }
  return curve.at(-1)?.[1] as Decimal;
}

const REVENUE_CURVE = points([
  ['0.8', '0.5'],
  ['1', '1'],
  ['1.2', '2'],
]);
const RETENTION_CURVE = points([
  ['0.85', '0.5'],
  ['0.9', '1'],
  ['0.95', '1.5'],
]);
const SCORE_CURVE = points([
  ['30', '0.5'],
  ['45', '1'],
  ['60', '1.5'],
]);
const scoreOf = new Map(scores.map((row) => [row.group, new Decimal(row.value)]));
const percent = (text: string) => new Decimal(text.slice(0, -1)).div(100);

function blendOf(team: string): Decimal {
  const achievement = new Decimal(revenue?.value ?? 0).div('120000000');
  return decimalCurve(REVENUE_CURVE, achievement)
    .times('0.5')
    .plus(decimalCurve(RETENTION_CURVE, percent(String(retention?.value))).times('0.25'))
    .plus(decimalCurve(SCORE_CURVE, scoreOf.get(team) as Decimal).times('0.25'));
}

function decimalAward(person: BenchPerson, blend: Decimal, open: boolean): string {
  const share = new Decimal(daysSince(person.hired)).div(365);
  const target = new Decimal(person.salary).times(percent(person.targetPercent)).times(share);
  const factor = Decimal.max(0, Decimal.min('1.5', percent(person.individualFactor)));
  const payout = open ? blend.times(factor) : new Decimal(0);
  const award = target.times('0.3').plus(target.times('0.7').times(payout));
  return Decimal.max(0, Decimal.min(award, target.times(2)))
    .toDecimalPlaces(2)
    .toFixed(2);
}

const isOpen = () => new Decimal(revenue?.value ?? 0).div('120000000').gte('0.7');

/** Awards with decimal.js at 40 digits, as the plan reads: a function of the person. */
export function awardsByDecimal(people: readonly BenchPerson[]): string[] {
  return people.map((person) => decimalAward(person, blendOf(person.team), isOpen()));
}

/** The same, with what belongs to the company and a team moved out of the loop by hand. */
export function awardsByHoistedDecimal(people: readonly BenchPerson[]): string[] {
  const blends = new Map([...scoreOf.keys()].map((team) => [team, blendOf(team as string)]));
  const open = isOpen();
  return people.map((person) => decimalAward(person, blends.get(person.team) as Decimal, open));
}

function floatCurve(curve: readonly (readonly [number, number])[], x: number): number {
  if (x < (curve[0]?.[0] ?? 0)) return 0;
  for (let index = 1; index < curve.length; index += 1) {
    const [x0, y0] = curve[index - 1] as readonly [number, number];
    const [x1, y1] = curve[index] as readonly [number, number];
    if (x < x1) return y0 + ((x - x0) * (y1 - y0)) / (x1 - x0);
  }
  return curve.at(-1)?.[1] ?? 0;
}

/** Awards in floats, rounded the usual way. */
export function awardsByFloat(people: readonly BenchPerson[]): string[] {
  const achievement = Number(revenue?.value) / 120_000_000;
  const company =
    0.5 *
      floatCurve(
        [
          [0.8, 0.5],
          [1, 1],
          [1.2, 2],
        ],
        achievement,
      ) +
    0.25 *
      floatCurve(
        [
          [0.85, 0.5],
          [0.9, 1],
          [0.95, 1.5],
        ],
        Number.parseFloat(String(retention?.value)) / 100,
      );
  const blends = new Map(
    scores.map((row) => [
      row.group,
      company +
        0.25 *
          floatCurve(
            [
              [30, 0.5],
              [45, 1],
              [60, 1.5],
            ],
            Number(row.value),
          ),
    ]),
  );
  return people.map((person) => {
    const target =
      Number(person.salary) *
      (Number.parseFloat(person.targetPercent) / 100) *
      (daysSince(person.hired) / 365);
    const factor = Math.max(0, Math.min(1.5, Number.parseFloat(person.individualFactor) / 100));
    const payout = achievement >= 0.7 ? (blends.get(person.team) ?? 0) * factor : 0;
    const award = Math.max(0, Math.min(target * 0.3 + target * 0.7 * payout, target * 2));
    return (Math.round(award * 100) / 100).toFixed(2);
  });
}
