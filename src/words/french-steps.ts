import type { englishSteps } from './english-steps.js';
import { asWritten } from './french-figures.js';

/** How the values of an explanation came about, in French, by pay term. */
export const frenchSteps: typeof englishSteps = {
  arithmetic: {
    highest: (list) => `le plus élevé de ${list}`,
    lowest: (list) => `le plus bas de ${list}`,
    mean: (list) => `la moyenne de ${list}`,
  },
  blend: {
    doesNotCount: 'non retenu',
    without: (item, why) => `(${item}\u00a0: ${why})`,
    leftOut: (item, why) => `${item} n’est pas pris en compte\u00a0: ${why}`,
    nameless: 'un élément',
  },
  bound: {
    lower: 'borne inférieure',
    upper: 'borne supérieure',
    wilson: 'Wilson',
    adjustedWald: 'Wald ajusté',
    interval: (confidence, low, high) => `de l’intervalle à ${asWritten(confidence)}, de ${low} à ${high}`,
    rounded: (bound, rounding) => `${bound}, arrondi à ${rounding}`,
  },
  changeLimit: {
    none: (score) => `${score}\u00a0; il n’y a pas de score antérieur qui le limite`,
    atMost: (score, change, before) =>
      `${score}, au plus ${asWritten(change)} d’écart avec ${before} auparavant`,
  },
  condition: {
    needs: (value, comparison) => `${value}, requis\u00a0: ${comparison}`,
    holds: (name) => `${name}\u00a0: oui`,
    fails: (name) => `${name}\u00a0: non`,
    held: (count, of, needed) => `${count} sur ${of} remplie${count < 2 ? '' : 's'}, ${needed}`,
    allNeeded: 'toutes requises',
    oneNeeded: 'une requise',
    someNeeded: (least) => `${least} requises`,
    opposite: (condition) => `le contraire de ${condition}`,
    measured: 'mesuré',
    notMeasured: 'non mesuré',
    so: (condition, taken) => `${condition}, donc ${taken}`,
  },
  credibility: {
    nobody: (wider) => `personne n’a répondu, donc ${wider} seul`,
    weighed: (own, wider, weight) => `${own} mesuré, combiné avec ${wider}\u00a0: poids propre ${weight}`,
  },
  curve: {
    slices: (read) => `${read}, chaque tranche à son propre taux`,
    point: (read, point) => `${read} est le point ${asWritten(point)}`,
    between: (read, left, right) => `${read} se situe entre ${asWritten(left)} et ${asWritten(right)}`,
    worse: (read, end, outside) =>
      `${read} est en deçà de ${asWritten(end)}, dernier point\u00a0: ${outside}`,
    better: (read, end, outside) =>
      `${read} est au-delà de ${asWritten(end)}, dernier point\u00a0: ${outside}`,
    reaches: (read, point) => `${read} atteint ${asWritten(point)}`,
    beyond: (read, point) => `${read} dépasse ${asWritten(point)}\u00a0: rien n’est versé`,
    notReached: (read, point, outside) => `${read} n’atteint pas ${asWritten(point)}\u00a0: ${outside}`,
    outside: {
      nothing: 'rien n’est versé',
      hold: 'le versement reste le même',
      continue: 'la dernière pente se prolonge',
    },
    perStep: (more, each) => `${asWritten(more)} de plus par tranche entière de ${asWritten(each)}`,
    slope: (slope) => `la courbe se prolonge avec une pente de ${asWritten(slope)}`,
    until: (end) => ` jusqu’à ${asWritten(end)}`,
    cap: (cap) => `, au plus ${asWritten(cap)}`,
  },
  deadBand: {
    within: (score, band, target) => `${score} est à ${asWritten(band)} au plus de l’objectif ${target}`,
    outside: (score, band, target) => `${score} est à plus de ${asWritten(band)} de l’objectif ${target}`,
  },
  enough: {
    needs: (responses, least) => `${responses}, au moins ${least} requises`,
    responses: (count) => `${count} réponse${count === '0' || count === '1' ? '' : 's'}`,
    atLeast: (least) => `au moins ${least}`,
    enough: (responses, asked) => `${responses}, suffisant (${asked})`,
    tooFew: (responses, asked, instead) => `${responses}, insuffisant (${asked})\u00a0: ${instead}`,
    paysNothing: 'trop peu de réponses\u00a0: rien n’est versé',
    paysTarget: 'trop peu de réponses\u00a0: versement à l’objectif',
  },
  flag: { raised: 'signalé', notRaised: 'non signalé' },
  limit: {
    cap: (end) => `plafond ${end}`,
    floor: (end) => `plancher ${end}`,
    notReached: (value, ends) => `${value}, ${ends}\u00a0: sans effet`,
    capped: (value, ends) => `${value}, ${ends}\u00a0: plafonné`,
    raised: (value, ends) => `${value}, ${ends}\u00a0: relevé au plancher`,
  },
  matrix: {
    row: (read, level, at) => `${read} est à la ligne ${level} (${asWritten(at)})`,
    noRow: (read) => `${read} n’atteint aucune ligne`,
    column: (read, level, at) => `${read} est à la colonne ${level} (${asWritten(at)})`,
    noColumn: (read) => `${read} n’atteint aucune colonne`,
  },
  peers: {
    sum: (whom) => `somme ${whom}`,
    mean: (whom) => `moyenne ${whom}`,
    lowest: (whom) => `valeur la plus basse ${whom}`,
    highest: (whom) => `valeur la plus élevée ${whom}`,
    count: (whom) => `nombre ${whom}`,
    everybody: 'parmi toutes les personnes éligibles',
    among: (group) => `parmi les personnes éligibles de même ${group}`,
    meanOfTop: (part, counted, whom) =>
      `moyenne des ${asWritten(part)} meilleurs, effectif arrondi ${counted}, ${whom}`,
    counted: { up: 'par excès', nearest: 'au plus proche', down: 'par défaut' },
    awards: 'tous les montants avant cette condition',
    resultOf: (whom) => `résultat de ${whom}`,
  },
  pool: {
    more: (amount) => `\u202f; planchers, plafonds et budgets des autres ajoutent ${amount}`,
    less: (amount) => `\u202f; planchers, plafonds et budgets des autres retirent ${amount}`,
  },
  proration: {
    ofYear: (years) => ` × ${years} d’année`,
    noDays: 'aucun jour ne compte',
    noDayOfPart: 'aucun de ses jours ne compte',
  },
  rounding: {
    to: (value, rounding) => `${value}, arrondi à ${rounding}`,
    smallestUnit: 'la plus petite unité de la devise',
    halfUp: (unit) => `${asWritten(unit)}, au plus proche, le demi s’éloignant de zéro`,
    halfDown: (unit) => `${asWritten(unit)}, au plus proche, le demi vers zéro`,
    halfEven: (unit) => `${asWritten(unit)}, au plus proche, le demi vers l’unité paire`,
    up: (unit) => `${asWritten(unit)}, en s’éloignant de zéro`,
    down: (unit) => `${asWritten(unit)}, vers zéro`,
    ceiling: (unit) => `${asWritten(unit)}, par excès`,
    floor: (unit) => `${asWritten(unit)}, par défaut`,
  },
  from: {
    actuals: 'valeur communiquée',
    people: 'selon le fichier du personnel',
    hours: 'd’un temps plein, selon le fichier du personnel',
    earnings: 'selon le fichier des rémunérations',
    plan: 'un montant fixé par le plan',
    rule: 'selon le plan',
    table: (category) => `${category} dans le barème`,
  },
};
