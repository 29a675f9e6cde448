import Fraction from 'fraction.js';
import type { Figure, Operand, Reading, RealCaseFile, Variant } from '../case-file.js';
import { changed, exact, type Input, partOf, run, stepOf } from '../run-case.js';

/** One line of the table: a printed figure beside ours, and by how much they differ. */
export interface FigureRow {
  readonly what: string;
  readonly published: string;
  readonly ours: string;
  /** Ours less published. */
  readonly difference: string;
  /** Why they differ, where that is right: a trap, or a source that does not close. */
  readonly differs?: string;
}

/** Every published figure of a case with ours beside it, calculated by the library and compared exactly. */
export function figureRows(one: RealCaseFile): FigureRow[] {
  return one.real.figures.map((figure) => {
    const ours = oursOf(one, figure);
    const { published, differs } = figure;
    return {
      what: figure.ours.trap === undefined ? figure.what : `trap: ${figure.what}`,
      published,
      ours: asPrinted(ours, published),
      difference: ours.sub(published).toString(),
      ...(differs !== undefined && { differs }),
    };
  });
}

/** With the decimals of the published figure at least, so that 85.0 stands beside 85.0; more where there are more. */
function asPrinted(ours: Fraction, published: string): string {
  const exactly = ours.toString();
  const [, decimals = ''] = published.split('.');
  const [whole = '', ownDecimals = ''] = exactly.split('.');
  if (ownDecimals.length >= decimals.length) return exactly;
  return `${whole}.${ownDecimals.padEnd(decimals.length, '0')}`;
}

/** What is wrong with the figures of a case, in words; empty when every one is as it must be. */
export function figureFaults(one: RealCaseFile, rows = figureRows(one)): string[] {
  const faults = one.real.figures.flatMap((figure, at) => faultsOf(one, figure, rows[at] as FigureRow));
  return [...faults, ...hiddenTraps(one)];
}

function faultsOf({ real }: RealCaseFile, { what, ours, differs, by }: Figure, row: FigureRow): string[] {
  const trap = ours.trap !== undefined;
  const closes = real.closure === 'full' || real.closure === 'table';
  if (trap && differs === undefined) return [`${what}: a trap must say why it differs, and by how much`];
  if (!trap && closes && differs !== undefined) return [`${what}: the source closes, so nothing may differ`];
  if (differs !== undefined && by === undefined) return [`${what}: differs, and does not say by how much`];
  if (by !== undefined && new Fraction(by).equals(0)) return [`${what}: said to differ by nothing`];
  if (new Fraction(row.difference).equals(by ?? '0')) return [];
  const expected = by === undefined ? '' : `, expected ${by}`;
  return [`${what}: published ${row.published}, ours ${row.ours}, difference ${row.difference}${expected}`];
}

/** Traps that pay money which no figure puts beside the published one. */
function hiddenTraps({ traps = [], real }: RealCaseFile): string[] {
  return traps
    .filter(({ expect = [] }) => expect.some(({ amount }) => amount !== undefined))
    .filter(({ what }) => !real.figures.some(({ ours }) => ours.trap === what))
    .map(({ what }) => `${what}: no figure shows the money of this trap`);
}

/** ((value + plus - less) / over) x times, rounded as it was printed. */
function oursOf(one: RealCaseFile, figure: Figure): Fraction {
  const value = (operand: Operand) => operandValue(one, figure.ours, operand);
  const sum = (figure.plus ?? []).reduce((total, operand) => total.add(value(operand)), value(figure.ours));
  const rest = sum.sub(value(figure.less ?? '0'));
  const ratio = rest.div(value(figure.over ?? '1')).mul(figure.times ?? '1');
  return figure.round ? rounded(ratio, figure.round) : ratio;
}

/** A number as it stands, a value of the same person in the same run, or one read elsewhere. */
function operandValue(one: RealCaseFile, here: Reading, operand: Operand): Fraction {
  if (typeof operand !== 'string') return readingValue(one, operand);
  return /^-?\d/.test(operand) ? exact(operand) : readingValue(one, { ...here, value: operand });
}

function readingValue(one: RealCaseFile, reading: Reading): Fraction {
  const found = valueIn(inputOf(one, reading), reading);
  if (found !== undefined && found !== 'missing') return exact(found);
  throw new Error(`${one.case}: ${reading.person} has no ${reading.value}`);
}

/** The input of the case, of the named variant or trap, with the metrics of the reading set. */
function inputOf(one: RealCaseFile, { variant, trap, set = {} }: Reading): Input {
  const base = changed(one, {
    ...(variant !== undefined && named(one.variants, variant)),
    ...(trap !== undefined && named(one.traps, trap)),
  });
  return changed(base, { set });
}

function named(variants: readonly Variant[] = [], wanted: string): Variant {
  const found = variants.find(({ what }) => what === wanted);
  if (!found) throw new Error(`no variant or trap "${wanted}"`);
  return found;
}

function valueIn(input: Input, { person, value }: Reading): string | undefined {
  const [kind, name] = value.split(/:(.*)/s) as [string, string];
  if (kind === 'person') return columnOf(input, person, name);
  const award = run(input).awards.find((one) => one.person === person);
  if (!award) return undefined;
  if (kind === 'part') return partOf(award, name);
  if (kind === 'step') return stepOf(award, name);
  return kind === 'target' ? award.target : award.amount;
}

function columnOf({ people }: Input, person: string, column: string): string | undefined {
  const value = people.find(({ id }) => id === person)?.[column];
  return value === undefined ? undefined : String(value);
}

/** To a multiple of `to`: half away from zero, or toward zero. */
function rounded(value: Fraction, { to, mode }: NonNullable<Figure['round']>): Fraction {
  const steps = value
    .abs()
    .div(to)
    .add(mode === 'halfUp' ? '1/2' : '0');
  return steps.floor().mul(to).mul(value.s);
}
