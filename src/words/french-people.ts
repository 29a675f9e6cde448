import type { englishPeople } from './english-people.js';

/** Day counts that have a French name. */
const METHODS: Readonly<Record<string, string>> = {
  calendarMonths: 'mois civils',
  'act/act': 'jours exacts',
};

/** Nothing and one are singular in French. */
function some(count: number | undefined, what: string): string {
  return `${count} ${what}${count !== undefined && count < 2 ? '' : 's'}`;
}

/** What is said of one person beside the steps, in French: days, salary, notes, and why nothing is paid. */
export const frenchPeople: typeof englishPeople = {
  shares: {
    all: 'tous les jours',
    notProrated: 'sans prorata',
    notLast: 'pas la dernière affectation',
    days: (some, all) => `${some}/${all} jours`,
    months: (some, all) => `${some}/${all} mois`,
    workingDays: (some, all) => `${some}/${all} jours ouvrés`,
    ofPeriod: (share) => `${share} de la période`,
    by: (part, method) => `${part} (${METHODS[method] ?? method})`,
    table: (share, counted, days) => `${share} pour ${counted} jours × ${days}/${counted}`,
    leave: (share, type) => `${share} (absence\u00a0: ${type})`,
    time: (share) => `${share} du temps`,
    exception: (share) => `${share} par dérogation`,
  },
  salary: {
    times: (times) => `× ${times} fois par an`,
    hours: (sign, share) => `${sign} ${share} (taux d’activité)`,
    asOf: (salary, day) => `${salary}, au ${day}`,
    converted: (amount, rate, day) => `${amount} × ${rate}, cours du ${day}`,
  },
  earnings: {
    none: 'rien n’a été perçu sous ces codes',
    sums: (sums) => `selon le fichier des rémunérations\u00a0: ${sums}`,
  },
  counts: {
    of: (some, all) => `${some} sur ${all}`,
    nps: (promoters, passives, detractors) =>
      `${some(promoters, 'promoteur')}, ${some(passives, 'passif')}, ${some(detractors, 'détracteur')}`,
  },
  reasons: {
    otherPlans: 'affectation à d’autres plans uniquement',
    notEmployed: (start, end) => `hors effectif entre le ${start} et le ${end}`,
    noAssignment: (start, end) => `aucune affectation entre le ${start} et le ${end}`,
    absentOn: (day) => `aucune affectation dans ce plan le ${day}, jour qui compte`,
    population: 'hors de la population du plan',
    leftBeforeEnd: (left, end) => `départ le ${left}, avant la fin de la période le ${end}`,
    leftBeforePayment: (left, payment) => `départ le ${left}, avant le paiement le ${payment}`,
    forfeits: (left) => `${left}\u00a0: le versement est perdu`,
    hiredTooLate: (hired, by) => `embauche le ${hired}, après le ${by}`,
    fewDays: (days, until, needed) => `${some(days, 'jour')} de présence au ${until}, ${needed} requis`,
    fewMonths: (hired, months, until) =>
      `embauche le ${hired}\u00a0: moins de ${months} mois de présence au ${until}`,
    noDay: 'aucun jour ne compte, du fait d’une absence, du barème de jours ou du décompte des jours',
    targetZero: 'l’objectif de rémunération variable est nul',
    closed: (gate) => `${gate}\u00a0: non remplie`,
    roundedToZero: 'le montant est inférieur à l’unité d’arrondi',
    payoutZero: 'les objectifs n’ont rien rapporté',
    fundZero: 'l’enveloppe est vide',
    nothingOfKeys: 'rien de ce par quoi l’enveloppe est répartie',
    not: (condition) => `non rempli\u00a0: ${condition}`,
  },
  leavers: {
    left: (day) => `départ le ${day}`,
    leftFor: (day, reason) => `départ le ${day} (${reason})`,
    treated: (left, days, results) => `${left}\u00a0: ${days}, ${results}`,
    served: 'jours de présence',
    all: 'tous les jours de la période',
    actual: 'résultats réels',
    target: 'à l’objectif',
    nothing: 'part garantie seulement',
  },
  exceptions: {
    kinds: {
      targetPercent: 'pourcentage cible',
      targetAmount: 'montant cible',
      guarantee: 'garantie',
      proration: 'prorata',
      treatment: 'traitement du départ',
    },
    until: (kind, value, until) => `dérogation\u00a0: ${kind} ${value} jusqu’au ${until}`,
    approved: (what, reason, approver) => `${what}, ${reason}, approuvé par ${approver}`,
  },
  decisions: {
    changed: (by, on, formula) => `décidé par ${by} le ${on} au lieu de ${formula}`,
    confirmed: (by, on) => `confirmé par ${by} le ${on}`,
    because: (said, reason) => `${said}\u00a0: ${reason}`,
  },
};
