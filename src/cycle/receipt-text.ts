import { printable } from '../issue/issue.js';
import { grouped } from '../words/grouped.js';
import type { Receipt } from './receipt.js';
import { type ReceiptLanguage, type ReceiptPhrases, receiptPhrases } from './receipt-words.js';

/** A receipt fits a screen; its JSON has all. */
const MOST = 4;

/** Longer names are cut. */
const LONGEST = 60;

/**
 * A receipt as text that fits a screen.
 *
 * @example  receiptText(receipt, 'fr') // 'Attestation de calcul\nCalcul définitif au 2027-01-31, …'
 */
export function receiptText(receipt: Receipt, language: ReceiptLanguage = 'en'): string {
  const words = receiptPhrases[language];
  const { reconciliation, result, fingerprint } = receipt;
  return [
    words.title,
    ...headLines(receipt, words),
    ...foundLines(receipt, words),
    words.people(reconciliation.people),
    ...(reconciliation.holds ? [] : [words.notReconciled]),
    ...listsOf(receipt, words),
    `${words.result}${words.colon} ${result}`,
    `${words.receipt}${words.colon} ${fingerprint}`,
  ]
    .map(printable)
    .join('\n');
}

function headLines(receipt: Receipt, words: ReceiptPhrases): string[] {
  const { status, asOf, release, only, after, pseudonymised } = receipt;
  return [
    words.run(status, asOf, release),
    ...(only === undefined ? [] : [`  ${words.only(only)}`]),
    ...(after === undefined ? [] : [`  ${words.after(after)}`]),
    ...(pseudonymised ? [`  ${words.pseudonymised}`] : []),
  ];
}

function foundLines({ plans, totals }: Receipt, words: ReceiptPhrases): string[] {
  const named = plans.map(({ plan, version, period }) =>
    words.plan(short(plan), short(version), period.start, period.end),
  );
  const sums = totals.map(
    ({ plan, people, currency, amount }) =>
      `- ${words.total(short(plan), people)}${words.colon} ${money(amount, words)} ${currency}`,
  );
  return [...listed(named, words), ...listed(sums, words)];
}

function listsOf({ issues, exceptions, decisions, files }: Receipt, words: ReceiptPhrases): string[] {
  const found = issues.map(
    ({ code, severity, count }) => `- ${count} × ${code} (${words.severities[severity]})`,
  );
  const all = issues.reduce((sum, { count }) => sum + count, 0);
  const excepted = exceptions.map(
    ({ person, kind, value, approver }) =>
      `- ${short(person)}, ${kind} ${short(String(value))}, ${words.approved(short(approver))}`,
  );
  const decided = decisions.map(
    ({ person, formula, amount, currency, by }) =>
      `- ${short(person)}, ${money(formula, words)} → ${money(amount, words)} ${currency}, ${words.decided(short(by))}`,
  );
  const written = files.map(
    ({ name, layout, controls }) =>
      `- ${short(name)} (${short(layout)})${words.colon} ${controls
        .map((one) => `${words.lines(one.lines)}, ${money(one.amount, words)} ${one.currency}`)
        .join('; ')}`,
  );
  return [
    ...section(words.findings, found, words, all),
    ...section(words.exceptions, excepted, words),
    ...section(words.decisions, decided, words),
    ...section(words.files, written, words),
  ];
}

function section(
  title: string,
  lines: readonly string[],
  words: ReceiptPhrases,
  all = lines.length,
): string[] {
  const head = `${title}${words.colon}`;
  return lines.length === 0 ? [`${head} ${words.none}`] : [`${head} ${all}`, ...listed(lines, words)];
}

function listed(lines: readonly string[], words: ReceiptPhrases): string[] {
  const rest = lines.length > MOST ? [`  ${words.more(lines.length - MOST)}`] : [];
  return [...lines.slice(0, MOST), ...rest];
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function money(amount: string, { thousands, point }: ReceiptPhrases): string {
  return grouped(amount, thousands).replace('.', point);
}
