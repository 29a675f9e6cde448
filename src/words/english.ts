import { englishNames } from './english-names.js';
import { englishPeople } from './english-people.js';
import { englishSteps } from './english-steps.js';
import { groupThousands } from './grouped.js';

/** Everything an explanation says, in English. */
export const english = {
  language: 'en',
  /** An amount of money as a decimal numeral, with its currency: `1,234.50 USD`. */
  money: (amount: string, currency: string) => `${groupThousands(amount)} ${currency}`,
  perYear: (amount: string) => `${amount} per year`,
  percent: (number: string) => `${number}%`,
  /** A number the library wrote, also one with a percent sign: `0.25`, `12.5%`, `1/3`. */
  number: (number: string) => number,
  notKnown: 'not known',
  /** Of a score of very few, or of what another person has. */
  notShown: 'not shown',
  open: 'open',
  closed: 'closed',
  yes: 'yes',
  no: 'no',
  /** Before the last of a list. */
  and: ' and ',
  /** Between findings that stand beside each other. */
  also: '; ',
  statuses: { paid: 'paid', zero: 'zero', notEligible: 'not eligible', withheld: 'withheld' },
  /** How sure a measured value is. */
  sureness: { forecast: 'forecast', provisional: 'provisional', final: 'final' },
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
  },
  names: englishNames,
  ...englishSteps,
  ...englishPeople,
};
