import type { Columns, LayoutName, MovementKind, Shape } from './document.js';

/** What is known of an export: its shape, the names of its columns and how many rows its header takes. */
export interface Layout {
  readonly shape: Shape;
  readonly columns: Columns;
  readonly headerRows: number;
  /** Lowest and highest score of the export's question, where it has one kind only. */
  readonly scale?: { readonly from: number; readonly to: number };
  readonly kinds?: Readonly<Record<string, MovementKind>>;
}

/**
 * Exports whose columns are known by name. None was compared with a live export: a column that is called otherwise
 * is reported as missing, with the nearest name, and `columns` of a source says what it is called there.
 *
 * - `delighted`: `id`, `score` and `created_at` (Unix seconds) are the fields of its interface as documented;
 *   a download from its pages may have headings in words. It asks several kinds of question: filter by `survey_type`.
 * - `qualtrics`: three header rows, and `ResponseId` and `EndDate` among the first, as its manual says. The column of
 *   the score is the survey's own, so it must be named. Export numbers, not choice texts.
 * - `medallia`: Agent Connect's `request_id`, `response_received_at` (UTC), `star_rating` from 1 to 5 and
 *   `employee_custom_id`, as its interface is documented: the group is the person. Experience Cloud exports differ.
 * - `chartmogul`: the kinds of movement are documented, with `new_biz` for new in its interface; the headings are
 *   those of the interface's fields. Losses are below zero. Least sure of all: compare with the file.
 * - `customers`: ours, for lists made by hand or by a query: customer, start, end, group.
 */
export const layouts: Readonly<Record<LayoutName, Layout>> = {
  delighted: {
    shape: 'answers',
    columns: { id: 'id', score: 'score', day: 'created_at' },
    headerRows: 1,
  },
  qualtrics: {
    shape: 'answers',
    columns: { id: 'ResponseId', day: 'EndDate' },
    headerRows: 3,
  },
  medallia: {
    shape: 'answers',
    columns: {
      id: 'request_id',
      score: 'star_rating',
      group: 'employee_custom_id',
      day: 'response_received_at',
    },
    headerRows: 1,
    scale: { from: 1, to: 5 },
  },
  chartmogul: {
    shape: 'movements',
    columns: {
      id: 'uuid',
      customer: 'customer-external-id',
      day: 'date',
      kind: 'type',
      amount: 'activity-mrr-movement',
    },
    headerRows: 1,
    kinds: { new_biz: 'new' },
  },
  customers: {
    shape: 'customers',
    columns: { customer: 'customer', start: 'start', end: 'end', group: 'group' },
    headerRows: 1,
  },
};
