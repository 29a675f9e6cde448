/** The phrases of a receipt in a language. */
export interface ReceiptPhrases {
  readonly title: string;
  readonly run: (status: string, asOf: string, release: string | undefined) => string;
  readonly only: (people: number) => string;
  readonly after: (runs: number) => string;
  readonly pseudonymised: string;
  readonly plan: (plan: string, version: string, start: string, end: string) => string;
  readonly total: (plan: string, people: number) => string;
  readonly people: (
    counts: Readonly<Record<'in' | 'paid' | 'zero' | 'notEligible' | 'withheld', number>>,
  ) => string;
  readonly notReconciled: string;
  readonly findings: string;
  readonly severities: Readonly<Record<'error' | 'warning', string>>;
  readonly exceptions: string;
  readonly approved: (approver: string) => string;
  readonly decisions: string;
  readonly decided: (by: string) => string;
  readonly files: string;
  readonly lines: (count: number) => string;
  readonly none: string;
  readonly more: (count: number) => string;
  readonly result: string;
  readonly receipt: string;
  readonly colon: string;
  readonly thousands: string;
  readonly point: string;
}

const s = (count: number) => (count === 1 ? '' : 's');

const english: ReceiptPhrases = {
  title: 'Receipt',
  run: (status, asOf, release) =>
    `${status === 'final' ? 'Final run' : 'Draft'} as of ${asOf}, ${release === undefined ? 'release not stated' : `made by release ${release}`}`,
  only: (people) => `limited to ${people} ${people === 1 ? 'person' : 'people'}`,
  after: (runs) =>
    `after ${runs} final run${s(runs)}: the totals are whole awards, only the differences are paid`,
  pseudonymised: 'with pseudonyms instead of ids, names and texts',
  plan: (plan, version, start, end) => `Plan ${plan} version ${version}, ${start} to ${end}`,
  total: (plan, people) => `${plan}, ${people} ${people === 1 ? 'person' : 'people'}`,
  people: (all) =>
    `People: ${all.in} in = ${all.paid} paid + ${all.zero} zero + ${all.notEligible} not eligible + ${all.withheld} withheld`,
  notReconciled: 'The counts of people do not add up.',
  findings: 'Findings',
  severities: { error: 'error', warning: 'warning' },
  exceptions: 'Exceptions applied',
  approved: (approver) => `approved by ${approver}`,
  decisions: 'Decisions',
  decided: (by) => `decided by ${by}`,
  files: 'Pay files',
  lines: (count) => `${count} line${s(count)}`,
  none: 'none',
  more: (count) => `… and ${count} more; receipt.json has all`,
  result: 'Fingerprint of the result',
  receipt: 'Fingerprint of this receipt',
  colon: ':',
  thousands: ',',
  point: '.',
};

const french: ReceiptPhrases = {
  title: 'Attestation de calcul',
  run: (status, asOf, release) =>
    `${status === 'final' ? 'Calcul définitif' : 'Calcul provisoire'} au ${asOf}, ${release === undefined ? 'version du logiciel non indiquée' : `établi avec la version ${release}`}`,
  only: (people) => `limité à ${people} personne${people > 1 ? 's' : ''}`,
  after: (runs) =>
    `après ${runs} calcul${runs > 1 ? 's' : ''} définitif${runs > 1 ? 's' : ''}\u00a0: les totaux sont des montants entiers, seuls les écarts sont versés`,
  pseudonymised: 'avec des pseudonymes au lieu des identifiants, noms et textes',
  plan: (plan, version, start, end) => `Plan ${plan} version ${version}, du ${start} au ${end}`,
  total: (plan, people) => `${plan}, ${people} personne${people > 1 ? 's' : ''}`,
  people: (all) =>
    `Personnes\u00a0: ${all.in} = ${all.paid} versé + ${all.zero} nul + ${all.notEligible} non éligible + ${all.withheld} retenu`,
  notReconciled: 'Les effectifs ne concordent pas.',
  findings: 'Constats',
  severities: { error: 'erreur', warning: 'avertissement' },
  exceptions: 'Exceptions appliquées',
  approved: (approver) => `approuvée par ${approver}`,
  decisions: 'Décisions',
  decided: (by) => `décidé par ${by}`,
  files: 'Fichiers de paie',
  lines: (count) => `${count} ligne${count > 1 ? 's' : ''}`,
  none: 'néant',
  more: (count) => `… et ${count} de plus\u202f; receipt.json les contient tous`,
  result: 'Empreinte du résultat',
  receipt: 'Empreinte de cette attestation',
  colon: '\u00a0:',
  thousands: '\u202f',
  point: ',',
};

/** The languages a receipt is told in. */
export const receiptLanguages = ['en', 'fr'] as const;
export type ReceiptLanguage = (typeof receiptLanguages)[number];

export const receiptPhrases: Readonly<Record<ReceiptLanguage, ReceiptPhrases>> = {
  en: english,
  fr: french,
};
