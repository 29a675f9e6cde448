import type { PayBridge, PayMatch, PayReconciliation, PayStatus } from '../cycle/index.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { type ColumnOf, csvOf, versioned } from './output-files.js';
import { terminalWidth } from './terminal.js';

/** Rows of a table a terminal is given. */
const ROWS = 50;

const STATUS: Readonly<Record<PayStatus, string>> = {
  same: 'same',
  differs: 'differs',
  twice: 'more lines',
  onlyBefore: 'only in the first',
  onlyNow: 'only in the second',
  zero: 'zero, no line',
};

const WHY = { withheld: 'withheld in the run', notEligible: 'not eligible in the run' } as const;

/** A reconciliation for people: how the totals go from one side to the other, and the lines that do not agree. */
export function showReconciliation(
  made: PayReconciliation,
  [first, second]: readonly [string, string],
  rows = ROWS,
): string {
  const by = made.matchedBy.length === 2 ? 'person, code and currency' : 'person and currency';
  return [
    made.agrees ? 'Both sides agree to the cent.' : 'The two sides do not agree.',
    `First: ${first}`,
    `Second: ${second}`,
    `Matched by ${by}: ${countsText(made)}`,
    ...notPaidLines(made),
    ...made.bridges.flatMap((bridge) => [heading(`Totals in ${bridge.currency}`), bridgeTable(bridge)]),
    ...(made.matches.length > 0 ? [heading('Lines'), lineTable(made.matches, rows)] : []),
    ...(made.agrees ? [] : ['\nWhy awards of two stored runs differ: variable-pay compare']),
  ].join('\n');
}

function countsText({ counts }: PayReconciliation): string {
  const told = Object.entries(counts).filter(([status, count]) => count > 0 || status === 'same');
  return told.map(([status, count]) => `${count} ${STATUS[status as PayStatus]}`).join(', ');
}

function notPaidLines({ notPaid }: PayReconciliation): string[] {
  return (['before', 'now'] as const).flatMap((side) => {
    const { withheld, notEligible } = notPaid[side];
    if (withheld + notEligible === 0) return [];
    const which = side === 'before' ? 'first' : 'second';
    return [`Without an amount in the ${which}: ${withheld} withheld, ${notEligible} not eligible`];
  });
}

function bridgeTable({ before, now, difference, moves }: PayBridge): string {
  const columns = [{ title: '' }, { title: 'lines', right: true }, { title: 'people', right: true }];
  const side = (title: string, { lines, people, amount }: PayBridge['now']) => [
    title,
    String(lines),
    String(people),
    groupThousands(amount),
  ];
  return formatTable(
    [...columns, { title: 'amount', right: true }],
    [
      side('first', before),
      ...moves.map(({ status, matches, amount }) => [
        `  ${STATUS[status]} (${matches})`,
        '',
        '',
        groupThousands(amount),
      ]),
      side('second', now),
      ['difference', '', '', groupThousands(difference)],
    ],
  );
}

function lineTable(matches: readonly PayMatch[], rows: number): string {
  const withCode = matches.some(({ code }) => code !== undefined);
  const columns = [
    { title: 'person' },
    ...(withCode ? [{ title: 'code' }] : []),
    ...['first', 'second', 'difference'].map((title) => ({ title, right: true })),
    { title: '' },
    { title: 'what' },
  ];
  const money = (amount: string | undefined) => (amount === undefined ? '–' : groupThousands(amount));
  const lines = matches
    .slice(0, rows)
    .map((one) => [
      one.id,
      ...(withCode ? [one.code ?? ''] : []),
      money(one.before?.amount),
      money(one.now?.amount),
      money(one.difference),
      one.currency,
      [STATUS[one.status], one.why && WHY[one.why], rowText(one)].filter(Boolean).join(', '),
    ]);
  const rest = matches.length - lines.length;
  const table = formatTable(columns, lines, terminalWidth());
  return rest > 0 ? `${table}\n… and ${rest} more; --format csv and json have all` : table;
}

function rowText({ before, now }: PayMatch): string {
  const rows = [before, now].flatMap((side) => (side?.at?.row === undefined ? [] : [side.at.row]));
  return rows.length === 0 ? '' : `row ${rows.join(' and ')}`;
}

/** A reconciliation as versioned JSON. */
export function reconciliationJson(made: PayReconciliation): string {
  return versioned('reconciliation', made);
}

const COLUMNS: readonly ColumnOf<PayMatch>[] = [
  { name: 'id', text: true, of: (one) => one.id },
  { name: 'code', text: true, of: (one) => one.code },
  { name: 'currency', text: true, of: (one) => one.currency },
  { name: 'status', text: true, of: (one) => one.status },
  { name: 'before', text: false, of: (one) => one.before?.amount },
  { name: 'now', text: false, of: (one) => one.now?.amount },
  { name: 'difference', text: false, of: (one) => one.difference },
  { name: 'linesBefore', text: false, of: (one) => one.before?.lines },
  { name: 'linesNow', text: false, of: (one) => one.now?.lines },
  { name: 'rowBefore', text: false, of: (one) => one.before?.at?.row },
  { name: 'rowNow', text: false, of: (one) => one.now?.at?.row },
  { name: 'why', text: true, of: (one) => one.why },
];

/** The lines that do not agree as CSV, and those that are zero on one side and missing on the other. */
export function reconciliationCsv({ matches }: PayReconciliation): string {
  return csvOf(COLUMNS, matches);
}
