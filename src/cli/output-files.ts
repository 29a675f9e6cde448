import { type CsvColumn, type OutputFile, toCsv } from '../node/index.js';
import { type PayLine, payLineColumns } from '../payroll/pay-lines.js';
import type { Award, Run } from '../run/run.js';

/** Version of the JSON that the command writes; it changes when a key changes its meaning. */
const FORMAT = { format: 'variable-pay/run', formatVersion: 1 } as const;

/** A run as versioned JSON. */
export function runJson(run: Run): string {
  return `${JSON.stringify({ ...FORMAT, ...run }, null, 2)}\n`;
}

/** Awards as NDJSON, one a line. */
export function awardsNdjson(run: Run): string {
  return run.awards.map((award) => `${JSON.stringify(award)}\n`).join('');
}

const COLUMNS: readonly (CsvColumn & { readonly of: (award: Award) => string | undefined })[] = [
  { name: 'person', text: true, of: (award) => award.person },
  { name: 'name', text: true, of: (award) => award.name },
  { name: 'plan', text: true, of: (award) => award.plan },
  { name: 'version', text: true, of: (award) => award.version },
  { name: 'status', text: true, of: (award) => award.status },
  { name: 'currency', text: true, of: (award) => award.currency },
  { name: 'target', text: false, of: (award) => award.target },
  { name: 'safe', text: false, of: (award) => award.safe },
  { name: 'atRisk', text: false, of: (award) => award.atRisk },
  { name: 'award', text: false, of: (award) => award.amount },
  { name: 'restsOn', text: true, of: (award) => award.restsOn },
  { name: 'reasons', text: true, of: (award) => award.reasons.map((reason) => reason.message).join('; ') },
];

/** Awards as CSV for people and spreadsheets: text that a spreadsheet would run as a formula is made harmless. */
export function awardsCsv(run: Run): string {
  const rows = run.awards.map((award) => COLUMNS.map((column) => column.of(award) ?? ''));
  return toCsv(COLUMNS, rows, { neutralise: true });
}

/** Canonical pay files, one per currency, byte for byte what payroll imports. */
export function payFiles(lines: readonly PayLine[]): OutputFile[] {
  const currencies = [...new Set(lines.map((line) => line.currency))].toSorted();
  const columns = payLineColumns.map((name) => ({ name, text: name !== 'amount' }));
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    return {
      name: `pay-${currency}.csv`,
      content: toCsv(
        columns,
        own.map((line) => payLineColumns.map((key) => line[key])),
      ),
    };
  });
}
