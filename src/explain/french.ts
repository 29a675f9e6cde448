import type { ExplanationWords } from './english.js';

/** The same in French. */
export const frenchExplanation: ExplanationWords = {
  ofOthers: 'une valeur d’une autre personne est inconnue, et le montant en dépend',
  colon: '\u00a0: ',
  quoted: (name) => `«\u00a0${name}\u00a0»`,
  point: (kind, direction) => {
    const more = direction === 'higher' ? 'de plus' : 'de moins';
    if (kind === 'target') return `1\u00a0% de l’objectif ${more}`;
    return kind === 'percentage' ? `1 point de pourcentage ${more}` : `1 ${more}`;
  },
  period: (start, end) => `du ${start} au ${end}`,
  version: (plan, version) => `plan ${plan}, version ${version}`,
  draft: 'calcul provisoire',
  final: 'calcul définitif',
  asOf: (day) => `arrêté au ${day}`,
  award: 'Montant',
  ofTarget: (share, target) => `${share} de l’objectif de ${target}`,
  restsOn: (sureness) => `statut des résultats\u00a0: ${sureness}`,
  columns: {
    part: '',
    counted: 'retenu',
    pays: 'versement',
    atTarget: 'à l’objectif',
    brought: 'apporté',
    difference: 'écart',
  },
  noGoal: 'ne dépend d’aucun objectif pris en compte',
  total: 'montant',
  ofFormula: 'Le montant a été décidé\u00a0; ce qui suit porte sur le résultat de la formule.',
  atRisk: (atRisk, target, share) => `À risque\u00a0: ${atRisk} sur ${target} (${share}).`,
  nothingAtRisk: 'Rien n’est à risque.',
  totalPay: (share, pay) => `Soit ${share} du salaire de base et de l’objectif réunis (${pay}).`,
  basePay: (givenUp, atTarget) =>
    `Salaire de base mis en jeu\u00a0: ${givenUp} abandonnés, ${atTarget} versés en échange à l’objectif.`,
  between: (least, most) => `Le montant va de ${least} à ${most}, quels que soient les résultats`,
  always: (amount) => `Quels que soient les résultats, le montant est de ${amount}.`,
  from: (least) => `Le montant est d’au moins ${least}\u00a0; rien ne le plafonne`,
  upTo: (most) => `Quels que soient les résultats, le montant est d’au plus ${most}`,
  bounds: (least, most) => {
    if (least && most) return '.';
    if (!least && !most) return ' (ces bornes peuvent dépasser ce que les résultats permettent).';
    return ` (la borne ${least ? 'supérieure' : 'inférieure'} peut dépasser ce que les résultats permettent).`;
  },
  leverage: (times, most) =>
    `Effet de levier\u00a0: ${times} à gagner pour 1 à perdre\u00a0; au plus ${most} de l’objectif.`,
  canBeZero: 'Le montant peut être nul.',
  cannotBeZero: (why) => `Le montant ne peut pas être nul\u00a0: ${why.join('\u00a0; ')}.`,
  notZero: {
    safePart: 'la part garantie est toujours versée',
    safeFloor: 'la part garantie est un plancher sous l’ensemble',
    awardFloor: 'le montant a un plancher',
    guarantee: 'un montant est garanti',
    atTarget: 'il est versé à l’objectif',
    results: 'quels que soient les résultats, quelque chose est versé',
  },
  safePart: (share, isFloor) =>
    isFloor
      ? `Part garantie\u00a0: ${share} de l’objectif, plancher sous l’ensemble`
      : `Part garantie\u00a0: ${share} de l’objectif, quels que soient les résultats`,
  survives: (gate, leaving) =>
    `${gate ? 'maintenue' : 'perdue'} si une condition n’est pas remplie\u00a0; ${leaving ? 'maintenue' : 'perdue'} pour les salariés qui partent et perdent le reste.`,
  gates: 'Ce qu’une condition non remplie retire d’un montant à l’objectif',
  closes: (goals) => `(annule ${goals})`,
  onePoint: 'Ce qu’un résultat meilleur aurait ajouté',
  adds: (title, point, amount) => `${title}, ${point}\u00a0: ${amount}`,
  notCalculable: 'ne peut pas être calculé',
  next: 'Prochains seuils',
  nextPoint: (name, now, at, pays) => `${name}\u00a0: ${now} à présent\u00a0; à ${at}, versement de ${pays}`,
  nextGate: (name, now, at) => `${name}\u00a0: ${now} à présent\u00a0; remplie avec ${at}`,
  steps: 'Toutes les étapes',
  segments: 'Périodes',
  segment: (number, from, to, days, share) =>
    `${number}. du ${from} au ${to}, ${days} jour${days < 2 ? '' : 's'}\u00a0: ${share}`,
  inSegment: (number) => `(période ${number})`,
  notTaken: '(non retenu)',
  attribution: 'Ce que chaque résultat a apporté, en moyenne sur tous les ordres possibles',
  atNeutral: (amount, target) =>
    `Avec tous les résultats à leur valeur neutre, le plan verse ${amount}, l’objectif étant de ${target}.`,
  attributed: (title, amount) => `${title}\u00a0: ${amount}`,
  noAttribution: {
    noTarget: 'Aucune attribution possible\u00a0: le plan ne fixe pas d’objectif de rémunération variable.',
    notCalculable:
      'Aucune attribution possible\u00a0: avec d’autres résultats, le montant ne se calcule pas.',
    noNeutral: (inputs) =>
      `Aucune attribution possible\u00a0: le plan ne dit pas où ${inputs} n’augmente ni ne diminue le montant (neutral).`,
    tooMany: (inputs) =>
      `Aucune attribution possible\u00a0: trop de résultats influent sur le montant (${inputs}).`,
  },
  absent: 'Ce qui ne s’applique pas',
  terms: {
    target: 'objectif de rémunération variable',
    goals: 'montants par objectif',
    minimum: 'minimum',
    maximum: 'maximum',
    totalPay: 'part de la rémunération totale',
    leverage: 'effet de levier',
    canBeZero: 'possibilité d’un montant nul',
  },
  why: {
    noTarget: 'le plan ne fixe pas d’objectif de rémunération variable',
    noCap: 'rien ne plafonne le montant',
    formula: 'une formule donne le versement dans son ensemble',
    noSalary: 'aucun salaire n’est connu',
    noDownside: 'le montant ne peut pas passer sous l’objectif',
    noUpside: 'le montant ne peut pas dépasser l’objectif',
    notKnown: 'le plan ne permet pas de le dire',
  },
};
