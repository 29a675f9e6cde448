import type { Cause } from '../retro/cause.js';
import { groupThousands } from '../words/grouped.js';
import { type CauseWords, causeWords, type Words } from './words.js';

/** `1 234,56`, with a space that no line is broken at. */
function number(text: string): string {
  return groupThousands(text).replaceAll(',', '\u00a0').replace('.', ',');
}

/** Columns with a meaning of their own; others are called as the files call them. */
const COLUMNS: Readonly<Record<string, string>> = {
  hired: 'embauche',
  left: 'départ',
  leftReason: 'motif de départ',
  assignment: 'affectation',
  share: 'part du temps',
  currency: 'devise',
  salary: 'salaire',
  'as-of date': 'date d’arrêté',
  'plan version': 'version du plan',
};

/** The beginnings and ends of what causes are called. */
const PHRASES: readonly (readonly [found: RegExp, french: string])[] = [
  [/^leave /, 'congé '],
  [/^days of earnings /, 'jours de la rémunération '],
  [/^earnings /, 'rémunération '],
  [/^exception /, 'exception '],
  [/^decision$/, 'décision'],
  [/^rate of (.+)$/, 'cours de $1'],
  [/ of the company/, ' de l’entreprise'],
  [/ target$/, ', objectif'],
  [/ target\.(\S+)$/, ', objectif $1'],
  [/ responses$/, ', réponses'],
];

/** Words within values: days of leave and of exceptions, how sure a score is. */
const VALUES: readonly (readonly [found: RegExp, french: string])[] = [
  [/ to further notice$/, ' jusqu’à nouvel ordre'],
  [/(\d{4}-\d\d-\d\d) to (?=\d{4}-)/, '$1 au '],
  [/ until (?=\d{4}-)/, ' jusqu’au '],
  [/ from (?=\d{4}-)/, ' à partir du '],
  [/ final$/, ' définitif'],
  [/ provisional$/, ' provisoire'],
  [/ forecast$/, ' prévisionnel'],
  [/^yes$/, 'oui'],
  [/^every plan$/, 'tous les plans'],
];

function replaced(text: string, phrases: typeof PHRASES): string {
  return phrases.reduce((changed, [found, french]) => changed.replace(found, french), text);
}

function named({ kind, input }: Cause): string {
  if (kind === 'person' || kind === 'asOf' || kind === 'plan') return COLUMNS[input] ?? input;
  return kind === 'others' ? 'ce qu’ont les autres' : replaced(input, PHRASES);
}

const causes: CauseWords = {
  none: 'rien',
  changed: 'modifié',
  input: named,
  whose: (group) => `de ${group}`,
  from: (day) => `à partir du ${day}`,
  number,
  value: (text) => replaced(text, VALUES),
};

/** What moved, in French; what a plan says differently stays in the words of `planDifferences`. */
export const french: Words = {
  number,
  title: (before, now) => `Calcul du ${before} comparé à celui du ${now}`,
  plan: (plan, currency) => `plan ${plan}, ${currency}`,
  people: (count) => (count === 1 ? '1 personne' : `${count} personnes`),
  counts: 'Personnes',
  most: 'Les plus grands écarts',
  nobody: 'Aucun écart.',
  average:
    'Le montant d’une donnée est sa moyenne sur tous les ordres dans lesquels les données ont pu changer.',
  together: 'Ce que chacune de ces données a apporté ne peut pas être distingué.',
  unknown: 'aucune donnée connue',
  more: (count) => `… et ${count} de plus`,
  noId: (person) => `Personne n’a l’identifiant ${person}.`,
  input: ({ kind, name }) =>
    ({
      employment: 'emploi',
      person: COLUMNS[name ?? ''] ?? name ?? '',
      leave: 'congés',
      earnings: 'rémunérations',
      exceptions: 'exceptions',
      decision: 'décision',
      rates: 'cours de change',
      actual: name === undefined ? 'réalisés' : `réalisé de ${name}`,
      asOf: 'date d’arrêté',
      plan: 'plan',
      others: 'ce qu’ont les autres',
    })[kind],
  statuses: {
    moved: 'avec écart',
    same: 'sans écart',
    new: 'seulement maintenant',
    gone: 'seulement avant',
    withheld: 'en attente',
    notCompared: 'hors comparaison',
  },
  whys: {
    new: 'nouvelles personnes',
    gone: 'personnes sorties',
    withheld: 'primes en attente',
    notCompared: 'personnes d’un seul calcul',
    currency: 'autre devise',
  },
  cause: (cause) => causeWords(cause, causes),
};
