/**
 * What the stages of a calculation and the outcomes of people are called, in English. They head an explanation; a
 * calculation does not need them.
 */
export const englishHeadings = {
  stages: {
    'target opportunity': 'target opportunity',
    goal: 'goal',
    blend: 'blend',
    modifier: 'modifier',
    'payout limit': 'payout limit',
    gate: 'gate',
    'risk split': 'risk split',
    proration: 'proration',
    'award limit': 'award limit',
    rounding: 'rounding',
    pool: 'pool',
    decision: 'decision',
  },
  statuses: { paid: 'paid', zero: 'zero', notEligible: 'not eligible', withheld: 'withheld' },
};

/** The headings of a language. */
export type Headings = typeof englishHeadings;

/** The same in French. */
export const frenchHeadings: Headings = {
  stages: {
    'target opportunity': 'objectif de rémunération variable',
    goal: 'objectif',
    blend: 'pondération',
    modifier: 'modulateur',
    'payout limit': 'limite du taux de versement',
    gate: 'condition',
    'risk split': 'part garantie et part à risque',
    proration: 'prorata',
    'award limit': 'plafond et plancher du montant',
    rounding: 'arrondi',
    pool: 'enveloppe',
    decision: 'décision',
  },
  statuses: { paid: 'versé', zero: 'nul', notEligible: 'non éligible', withheld: 'en attente' },
};
