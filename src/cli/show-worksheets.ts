import type { Worksheet } from '../decide/index.js';
import type { OutputFile } from '../node/index.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { terminalWidth } from './terminal.js';

/** Who decides, on how many awards, and within what budget, for people. */
export function showWorksheets(sheets: readonly Worksheet[], files: readonly OutputFile[]): string {
  const columns = [
    { title: 'decider' },
    { title: 'plan' },
    ...['people', 'formula', 'budget', 'left'].map((title) => ({ title, right: true })),
    { title: '' },
    { title: 'file' },
  ];
  const rows = sheets.flatMap(({ decider, budgets }, index) =>
    budgets.map(({ plan, people, formula, budget, left, currency }) => [
      decider,
      plan,
      String(people),
      groupThousands(formula),
      budget === undefined ? 'not controlled' : groupThousands(budget),
      groupThousands(left ?? ''),
      currency,
      files[index]?.name ?? '',
    ]),
  );
  return [heading('Worksheets'), formatTable(columns, rows, terminalWidth())].join('\n');
}
