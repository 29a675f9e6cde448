import { type Layout, type LayoutFile, lineFields } from '../layout.js';

/** Everything a line says; flags have a column each. */
const columns = lineFields.filter((field) => field !== 'sequence').map((field) => ({ title: field, field }));

const common = { encoding: 'utf-8', lineEnd: 'lf' } as const satisfies Partial<LayoutFile>;

/** Our own lines as CSV, one file for each currency: for payrolls that can read what they are told to. */
export const canonicalCsv: Layout = {
  layout: 'csv',
  title: 'Canonical CSV',
  files: [
    {
      name: 'pay-{currency}.csv',
      delimiter: ',',
      quotes: 'minimal',
      ...common,
      sections: [{ header: true, columns }],
    },
  ],
};

/** The same as NDJSON: a JSON object a line, without what is blank. */
export const canonicalNdjson: Layout = {
  layout: 'ndjson',
  title: 'Canonical NDJSON',
  files: [
    { name: 'pay-{currency}.ndjson', form: 'ndjson', ...common, sections: [{ header: false, columns }] },
  ],
};
