import type { Correction, CorrectionHeadcount, CorrectionTotal, Mover } from '../retro/index.js';
import type { Run } from '../run/run.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { type CorrectionRow, correctionRows } from './correction-rows.js';
import { terminalWidth } from './terminal.js';

/** The differences to what was paid, totals and counts, for people. */
export function showCorrection(correction: Correction, rows: number): string {
  const { totals, reconciliation } = correction;
  return [
    heading('Differences to what was paid'),
    differenceTable(correction, rows),
    heading('Totals'),
    totalTable(totals),
    heading('People'),
    ...countLines(reconciliation.people, reconciliation.plans),
  ].join('\n');
}

function differenceTable(correction: Correction, rows: number): string {
  const all = correctionRows(correction);
  if (all.length === 0) return 'None: everybody was paid what is due.';
  const withPlan = new Set(all.map(({ plan }) => plan)).size > 1;
  const columns = [
    { title: 'person' },
    ...(withPlan ? [{ title: 'plan' }] : []),
    ...['before', 'now', 'difference'].map((title) => ({ title, right: true })),
    { title: '' },
    { title: 'why' },
  ];
  const shown = all.slice(0, rows).map((row) => differenceRow(row, withPlan));
  const table = formatTable(columns, shown, terminalWidth());
  return all.length > rows ? `${table}\n… and ${all.length - rows} more` : table;
}

function differenceRow(row: CorrectionRow, withPlan: boolean): string[] {
  return [
    row.person,
    ...(withPlan ? [row.plan] : []),
    ...[row.before, row.now, row.amount].map((amount) =>
      amount === undefined ? '' : groupThousands(amount),
    ),
    row.currency ?? '',
    row.why,
  ];
}

function totalTable(totals: readonly CorrectionTotal[]): string {
  const columns = [
    { title: 'plan' },
    { title: 'currency' },
    ...['people', 'before', 'now', 'difference'].map((title) => ({ title, right: true })),
  ];
  const rows = totals.map(({ plan, currency, people, before, now, amount }) => [
    ...[plan, currency, String(people)],
    ...[before, now, amount].map(groupThousands),
  ]);
  return formatTable(columns, rows);
}

function countLines(
  people: CorrectionHeadcount,
  plans: readonly (CorrectionHeadcount & { readonly plan: string })[],
): string[] {
  const counts = [{ plan: 'all plans', ...people }, ...(plans.length > 1 ? plans : [])];
  return counts.map(({ plan, in: given, changed, unchanged, withheld, missing }) => {
    const sum = `${given} in = ${changed} changed + ${unchanged} unchanged + ${withheld} withheld + ${missing} missing`;
    return counts.length > 1 ? `${plan}: ${sum}` : sum;
  });
}

/** Who moved most against an earlier run, for people. */
export function showMovers(movers: readonly Mover[], file: string): string {
  if (movers.length === 0) return `${heading(`Top movers against ${file}`)}\nNobody moved.`;
  const withPlan = new Set(movers.map(({ plan }) => plan)).size > 1;
  const columns = [
    { title: 'person' },
    ...(withPlan ? [{ title: 'plan' }] : []),
    ...['before', 'now', 'difference'].map((title) => ({ title, right: true })),
    { title: '' },
    { title: 'of before', right: true },
    { title: '' },
  ];
  const rows = movers.map((one) => [
    one.person,
    ...(withPlan ? [one.plan] : []),
    ...[one.before, one.after, one.amount].map(groupThousands),
    one.currency,
    one.percent ?? '',
    one.status === 'moved' ? '' : one.status,
  ]);
  return `${heading(`Top movers against ${file}`)}\n${formatTable(columns, rows)}`;
}

const USES = { applied: 'applied', expired: 'expired', notYet: 'not yet', notUsed: 'not used' } as const;

/** The exceptions of a run, for people; nothing where there are none. */
export function showExceptions({ exceptions, plans }: Run, most: number): string[] {
  if (exceptions.length === 0) return [];
  const withPlan = plans.length > 1;
  const columns = [
    'person',
    ...(withPlan ? ['plan'] : []),
    'kind',
    'value',
    'until',
    'status',
    'approver',
    'reason',
  ];
  const rows = exceptions
    .slice(0, most)
    .map((use) => [
      use.person,
      ...(withPlan ? [use.plan] : []),
      use.kind,
      use.currency === undefined ? String(use.value) : `${use.value} ${use.currency}`,
      use.until,
      USES[use.status],
      use.approver,
      use.reason,
    ]);
  const titles = columns.map((title) => ({ title, right: title === 'value' }));
  const table = formatTable(titles, rows, terminalWidth());
  const rest = exceptions.length - rows.length;
  return [heading('Exceptions'), table, ...(rest > 0 ? [`… and ${rest} more`] : [])];
}
