import type { RealCaseFile } from '../case-file.js';
import type { FigureRow } from './figures.js';

/** A case and its figures, as the table prints them. */
export interface Block {
  readonly real: RealCaseFile['real'];
  readonly rows: readonly FigureRow[];
}

const columns = ['company', 'year', 'features', 'figure', 'published', 'ours', 'difference'] as const;
const widest = { company: 30, year: 12, features: 52, figure: 64 } as const;
const numbers = ['published', 'ours', 'difference'] as const;

type Line = Readonly<Record<(typeof columns)[number], string>>;

/** Every published figure beside ours, in aligned columns; company, year and features stand once per case. */
export function figureTable(blocks: readonly Block[]): string {
  const heading = Object.fromEntries(columns.map((column) => [column, column])) as Line;
  const lines = [heading, ...blocks.flatMap(linesOf)];
  const widths = columns.map((column) => Math.max(...lines.map((line) => line[column].length)));
  const [first, ...rest] = lines.map((line) => written(line, widths));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [first, rule, ...rest, ...reasons(blocks)].join('\n');
}

function linesOf({ real, rows }: Block): Line[] {
  const none = { what: 'no figure of a result is published', published: '', ours: '', difference: '' };
  return (rows.length === 0 ? [none] : rows).map((row: FigureRow, at) => ({
    company: at === 0 ? short(real.company, widest.company) : '',
    year: at === 0 ? short(real.year, widest.year) : '',
    features: at === 0 ? thatFit(real.features, widest.features) : '',
    figure: short(row.what, widest.figure),
    published: row.published,
    ours: row.ours,
    difference: row.differs === undefined ? row.difference : `${row.difference} *`,
  }));
}

function written(line: Line, widths: readonly number[]): string {
  const cells = columns.map((column, at) => {
    const width = widths[at] ?? 0;
    const right = numbers.some((number) => number === column);
    return right ? line[column].padStart(width) : line[column].padEnd(width);
  });
  return cells.join('  ').trimEnd();
}

/** Why figures with a star differ, below the table. */
function reasons(blocks: readonly Block[]): string[] {
  const found = blocks.flatMap(({ real, rows }) =>
    rows
      .filter(({ differs }) => differs !== undefined)
      .map(({ what, differs }) => `* ${real.company} ${real.year}, ${what}: ${differs}`),
  );
  return found.length === 0 ? [] : ['', ...found];
}

/** As many features as there is room for, and how many more there are. */
function thatFit(features: readonly string[], width: number): string {
  for (let shown = features.length; shown > 0; shown -= 1) {
    const more = features.length - shown;
    const line = features.slice(0, shown).join(', ') + (more === 0 ? '' : `, +${more}`);
    if (line.length <= width) return line;
  }
  return short(features.join(', '), width);
}

function short(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).trimEnd()}…`;
}
