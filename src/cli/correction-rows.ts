import { type Correction, causeText, type Difference, type Held } from '../retro/index.js';

/** A line of the differences, as the table and the file show it. */
export interface CorrectionRow {
  readonly person: string;
  readonly name?: string;
  readonly plan: string;
  readonly status: 'changed' | 'withheld' | 'missing';
  readonly currency?: string;
  readonly before?: string;
  readonly now?: string;
  readonly amount?: string;
  readonly decided?: NonNullable<Difference['decided']>;
  readonly why: string;
}

/** Every difference with its causes in words, and below them who has none for a reason. */
export function correctionRows({ differences, held }: Correction): CorrectionRow[] {
  return [
    ...differences.map((one) => ({ ...one, status: 'changed' as const, why: whyOf(one) })),
    ...held.map(rowOf),
  ];
}

function whyOf({ status, reasons, causes, before }: Difference): string {
  const none = before === undefined ? 'not paid before' : 'cause unknown';
  const words = causes.length === 0 ? [none] : causes.map(causeText);
  const gone = status === 'notEligible' ? ['not eligible'] : [];
  return [...gone, ...reasons.map(({ message }) => message), ...words].join('; ');
}

function rowOf({ before, status, reasons, ...one }: Held): CorrectionRow {
  const why = [status, ...reasons.map(({ message }) => message)].join('; ');
  return { ...one, status, ...(before && { currency: before.currency, before: before.amount }), why };
}
