import { type Issue, quote } from '../issue/issue.js';
import { english } from '../words/english.js';
import type { Words } from '../words/words.js';
import { type Cells, cellIssue, UNTIL } from './cells.js';

/** Columns that say what a score was counted from. */
export const countColumns = [
  'responses',
  'count',
  'promoters',
  'passives',
  'detractors',
  'tens',
  'invited',
] as const;

/** What a score was counted from, as far as the row says. */
export interface Counts {
  /** Answers or customers behind the score. */
  readonly responses?: number;
  /** Of these, those a share counts: customers kept or lost, satisfied answers. */
  readonly count?: number;
  readonly promoters?: number;
  readonly passives?: number;
  readonly detractors?: number;
  /** Answers of exactly 10. */
  readonly tens?: number;
  /** Asked to answer. */
  readonly invited?: number;
}

const PARTS = ['promoters', 'passives', 'detractors'] as const;

/**
 * The counts of a row; those of an nps say how many responses there were.
 *
 * Issues:   actuals.responses.count, actuals.counts.sum
 */
export function readCounts(cells: Cells): Counts {
  const read: { -readonly [Key in keyof Counts]: Counts[Key] } = {};
  for (const column of countColumns) {
    const value = readCount(cells, column);
    if (value !== undefined) read[column] = value;
  }
  const parts = PARTS.map((part) => read[part]).filter((part) => part !== undefined);
  if (parts.length === PARTS.length) read.responses ??= parts.reduce((sum, part) => sum + part, 0);
  cells.faults.push(...contradictions(read, cells));
  return read;
}

/** Counts are written plainly: 1.000 could be a thousand or one. */
const WHOLE = /^\d{1,16}$/;

function readCount({ row, at, faults }: Cells, column: keyof Counts): number | undefined {
  const cell = row[column];
  if (isBlank(cell)) return undefined;
  const text = String(cell).trim();
  const isPlain = (typeof cell === 'string' || typeof cell === 'number') && WHOLE.test(text);
  if (isPlain && Number.isSafeInteger(Number(text))) return Number(text);
  faults.push(
    cellIssue(at, column, {
      code: 'actuals.responses.count',
      message: `${quote(cell)} is not a number of ${column === 'responses' || column === 'count' ? 'responses' : column}`,
      expected: 'a whole number such as 412, without separators',
      hint: `Correct the cell; ${UNTIL.actuals}`,
    }),
  );
  return undefined;
}

/** Counts that cannot all be right. */
function contradictions(read: Counts, { row, at }: Cells): Issue[] {
  const { responses, count, promoters, passives, detractors, tens, invited } = read;
  const parts = [promoters, passives, detractors];
  const given = parts.filter((part) => part !== undefined);
  const sum = given.reduce((total, part) => total + part, 0);
  const wrong: (readonly [keyof Counts | 'value', boolean, string])[] = [
    [
      'promoters',
      given.length > 0 && PARTS.some((part) => read[part] === undefined && isBlank(row[part])),
      'promoters, passives and detractors belong together, and some are blank',
    ],
    [
      'responses',
      given.length === parts.length && sum !== responses,
      `${sum} promoters, passives and detractors are not the ${responses} responses`,
    ],
    [
      'responses',
      count !== undefined && responses === undefined && isBlank(row['responses']),
      `${count} were counted, and the row does not say of how many responses`,
    ],
    ['value', responses === 0 && !isBlank(row['value']), 'nobody responded, and there is a value'],
    ['count', (count ?? 0) > (responses ?? Infinity), `${count} of ${responses} responses were counted`],
    [
      'tens',
      (tens ?? 0) > (promoters ?? responses ?? Infinity),
      `${tens} answers of 10 are more than ${promoters ?? responses}`,
    ],
    [
      'invited',
      (responses ?? 0) > (invited ?? Infinity),
      `${responses} responded, and ${invited} were invited`,
    ],
  ];
  return wrong.flatMap(([column, isWrong, message]) =>
    isWrong
      ? [
          cellIssue(at, column, {
            code: 'actuals.counts.sum',
            message: `Counts that do not add up: ${message}`,
            expected: 'counts that can all be right',
            hint: `Correct the row; ${UNTIL.actuals}`,
          }),
        ]
      : [],
  );
}

function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || String(cell).trim() === '';
}

/** What a score was counted from, in words: `46 promoters, 27 passives, 19 detractors`; '' where the row has its value. */
export function countsText(
  { promoters, passives, detractors, count, responses }: Counts,
  { counts }: Words = english,
): string {
  if (promoters !== undefined) return counts.nps(promoters, passives, detractors);
  return count === undefined ? '' : counts.of(count, responses);
}
