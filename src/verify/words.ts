import type { CheckName, CheckNote, Difference, FingerprintOf, GivenCheck } from './verification.js';

/** The phrases of a verification in a language. */
export interface Phrases {
  readonly holds: string;
  readonly holdsNot: string;
  readonly noRun: string;
  readonly run: (status: string, asOf: string, awards: number) => string;
  readonly made: (release: string | undefined, own: string) => string;
  readonly only: (people: number) => string;
  readonly checks: Readonly<Record<CheckName, string>>;
  readonly checked: (compared: number) => string;
  readonly differs: (compared: number) => string;
  /** Nothing was there to compare. */
  readonly nothing: string;
  readonly notVerified: string;
  readonly notes: Readonly<Record<CheckNote, string>>;
  readonly inputs: Readonly<Record<FingerprintOf, string>>;
  readonly changedSince: string;
  readonly noSuchData: string;
  readonly notFingerprinted: string;
  readonly given: Readonly<Record<GivenCheck['verdict'], string>>;
  readonly differences: (count: number) => string;
  readonly more: (count: number) => string;
  readonly missing: string;
  readonly extra: string;
  readonly of: Readonly<Record<Difference['of'], string>>;
  readonly everybody: string;
  readonly within: (person: string, plan: string) => string;
  readonly fields: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly field: (name: string, stored: string | undefined, derived: string | undefined) => string;
  readonly issues: (count: number) => string;
  readonly fingerprint: string;
  /** Colon, with the space that stands before it. */
  readonly colon: string;
  readonly semicolon: string;
  readonly thousands: string;
  readonly point: string;
}

const english: Phrases = {
  holds: 'The stored result holds.',
  holdsNot: 'The stored result does not hold.',
  noRun: 'This is no stored run: nothing was verified.',
  run: (status, asOf, awards) =>
    `${status === 'final' ? 'Final run' : 'Draft'} as of ${asOf}, ${awards} award${awards === 1 ? '' : 's'}`,
  made: (release, own) =>
    `${release === undefined ? 'the run does not say which release made it' : `made by release ${release}`}, verified by release ${own}`,
  only: (people) => `limited to ${people} ${people === 1 ? 'person' : 'people'}`,
  checks: {
    fingerprints: 'Fingerprints',
    given: 'Inputs given beside',
    plans: 'Plans',
    awards: 'Awards',
    explanations: 'Explanations',
    totals: 'Totals',
    pools: 'Pools',
    reconciliation: 'Counts of people',
    exceptions: 'Exceptions',
    payments: 'Payments',
  },
  checked: (compared) => `${compared} compared, all as stored`,
  differs: (compared) => `${compared} compared, not all as stored`,
  nothing: 'none',
  notVerified: 'not verified',
  notes: {
    noFingerprints: 'the run has no sound fingerprints, so inputs and result may have been changed together',
    noInputs: 'the run was stored without its inputs, so nothing can be derived',
    brokenInputs: 'the inputs or plans of the run cannot be read, so nothing can be derived',
    differencesOnly: 'the run holds differences; verify the runs of whole awards that they were made from',
    paidAfter:
      'other final runs were paid before, so only the differences to them were paid; verify those runs, too',
    otherRelease: 'the run was made by another release, which may word them otherwise',
    ownAwards: 'compared with the sums of the awards in the run, which were not derived',
    order: 'they stand in another order than they were calculated in',
  },
  inputs: {
    plan: 'plan',
    people: 'people',
    actuals: 'actuals',
    leave: 'leave',
    earnings: 'earnings',
    exceptions: 'exceptions',
    decisions: 'decisions',
    rates: 'rates',
    result: 'result',
  },
  changedSince: 'not as it was when the run was stored, or its fingerprint was changed',
  noSuchData: 'has a fingerprint, but is not in the run or cannot be read any more',
  notFingerprinted: 'is in the run without a fingerprint: it was added after the run was stored',
  given: {
    same: 'the one the run was made on',
    other: 'not the one the run was made on',
    asStored: 'fits the stored fingerprint, while the one in the run was changed',
    notInRun: 'the run was made without it',
  },
  differences: (count) => `${count} difference${count === 1 ? '' : 's'}`,
  more: (count) => `… and ${count} more; as JSON there are all`,
  missing: 'missing in the run',
  extra: 'in the run, but does not come out',
  of: {
    plan: 'plan',
    award: 'award',
    total: 'total',
    headcount: 'count of people',
    exception: 'exception',
    pool: 'pool',
  },
  everybody: 'over all plans',
  within: (person, plan) => `${person} in ${plan}`,
  fields: {
    amount: 'award',
    target: 'target',
    safe: 'safe part',
    atRisk: 'part at risk',
    restsOn: 'rests on',
    wording: 'words of the reasons',
    in: 'people',
    notEligible: 'not eligible',
    holds: 'everybody is counted',
    decided: 'decision',
    formula: 'what the formula gives',
  },
  statuses: { paid: 'paid', zero: 'zero', notEligible: 'not eligible', withheld: 'withheld' },
  field: (name, stored, derived) =>
    stored === undefined && derived === undefined
      ? `${name} differ`
      : `${name} ${stored ?? 'nothing'} stored, ${derived ?? 'nothing'} derived`,
  issues: (count) => `${count} finding${count === 1 ? '' : 's'}`,
  fingerprint: 'Fingerprint of the result',
  colon: ':',
  semicolon: ';',
  thousands: ',',
  point: '.',
};

const french: Phrases = {
  holds: 'Le résultat conservé est confirmé.',
  holdsNot: 'Le résultat conservé n’est pas confirmé.',
  noRun: 'Ceci n’est pas un calcul conservé\u00a0: rien n’a été vérifié.',
  run: (status, asOf, awards) =>
    `${status === 'final' ? 'Calcul définitif' : 'Calcul provisoire'} au ${asOf}, ${awards} montant${awards > 1 ? 's' : ''}`,
  made: (release, own) =>
    `${release === undefined ? 'version du logiciel non indiquée' : `établi avec la version ${release}`}, vérifié avec la version ${own}`,
  only: (people) => `limité à ${people} personne${people > 1 ? 's' : ''}`,
  checks: {
    fingerprints: 'Empreintes',
    given: 'Données fournies à côté',
    plans: 'Plans',
    awards: 'Montants',
    explanations: 'Explications',
    totals: 'Totaux',
    pools: 'Enveloppes',
    reconciliation: 'Effectifs',
    exceptions: 'Exceptions',
    payments: 'Versements',
  },
  checked: (compared) => `${compared} comparaison${compared > 1 ? 's' : ''}, sans écart`,
  differs: (compared) => `${compared} comparaison${compared > 1 ? 's' : ''}, avec écart`,
  nothing: 'néant',
  notVerified: 'non vérifié',
  notes: {
    noFingerprints:
      'le calcul n’a pas d’empreintes valables\u00a0: données et résultat ont pu être modifiés ensemble',
    noInputs: 'le calcul a été conservé sans ses données\u00a0: rien ne peut être recalculé',
    brokenInputs: 'les données ou les plans du calcul sont illisibles\u00a0: rien ne peut être recalculé',
    differencesOnly:
      'le calcul contient des écarts\u202f; vérifiez les calculs de montants entiers dont ils sont issus',
    paidAfter:
      'd’autres calculs définitifs ont été versés avant\u00a0: seuls les écarts ont été versés\u202f; vérifiez aussi ces calculs',
    otherRelease: 'le calcul vient d’une autre version du logiciel, dont les termes peuvent différer',
    ownAwards: 'comparés à la somme des montants du calcul, qui n’ont pas été recalculés',
    order: 'leur ordre n’est pas celui du calcul',
  },
  inputs: {
    plan: 'plan',
    people: 'personnes',
    actuals: 'réalisations',
    leave: 'absences',
    earnings: 'rémunérations perçues',
    exceptions: 'exceptions',
    decisions: 'décisions',
    rates: 'cours de change',
    result: 'résultat',
  },
  changedSince: 'ne correspond pas à l’empreinte\u00a0: modification après la conservation du calcul',
  noSuchData: 'empreinte présente, mais données absentes du calcul ou illisibles',
  notFingerprinted: 'données sans empreinte\u00a0: ajout après la conservation du calcul',
  given: {
    same: 'identique à ce qui a servi au calcul',
    other: 'différent de ce qui a servi au calcul',
    asStored: 'conforme à l’empreinte conservée, alors que les données du calcul ont été modifiées',
    notInRun: 'n’a pas servi au calcul',
  },
  differences: (count) => `${count} écart${count > 1 ? 's' : ''}`,
  more: (count) => `… et ${count} de plus\u202f; le format JSON les contient tous`,
  missing: 'absent du calcul conservé',
  extra: 'présent dans le calcul conservé, mais ne résulte pas des données',
  of: {
    plan: 'plan',
    award: 'montant',
    total: 'total',
    headcount: 'effectif',
    exception: 'exception',
    pool: 'enveloppe',
  },
  everybody: 'tous plans confondus',
  within: (person, plan) => `${person}, plan ${plan}`,
  fields: {
    status: 'statut',
    currency: 'devise',
    amount: 'montant',
    target: 'objectif de rémunération variable',
    safe: 'part garantie',
    atRisk: 'part à risque',
    restsOn: 'repose sur',
    name: 'nom',
    period: 'période',
    reasons: 'motifs',
    wording: 'texte des motifs',
    notes: 'mentions',
    parts: 'composantes',
    segments: 'périodes de présence',
    steps: 'étapes',
    title: 'titre',
    amended: 'en vigueur sur une partie de la période',
    people: 'personnes',
    in: 'personnes',
    paid: 'versé',
    zero: 'nul',
    notEligible: 'non éligible',
    withheld: 'retenu',
    holds: 'chaque personne est comptée',
    decided: 'décision',
    formula: 'montant selon la formule',
    value: 'valeur',
    from: 'du',
    until: 'jusqu’au',
    reason: 'motif',
    approver: 'approuvé par',
  },
  statuses: { paid: 'versé', zero: 'nul', notEligible: 'non éligible', withheld: 'retenu' },
  field: (name, stored, derived) =>
    stored === undefined && derived === undefined
      ? `${name}\u00a0: différent`
      : `${name}\u00a0: conservé ${stored ?? 'néant'}, recalculé ${derived ?? 'néant'}`,
  issues: (count) => `${count} constat${count > 1 ? 's' : ''} (en anglais)`,
  fingerprint: 'Empreinte du résultat',
  colon: '\u00a0:',
  semicolon: '\u202f;',
  thousands: '\u202f',
  point: ',',
};

/** The languages a verification is told in. */
export const verificationLanguages = ['en', 'fr'] as const;
export type VerificationLanguage = (typeof verificationLanguages)[number];

export const phrases: Readonly<Record<VerificationLanguage, Phrases>> = { en: english, fr: french };
