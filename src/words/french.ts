import { numberInFrench } from './french-figures.js';
import { frenchNames } from './french-names.js';
import { frenchPeople } from './french-people.js';
import { frenchSteps } from './french-steps.js';
import { grouped } from './grouped.js';
import type { NameBook } from './names.js';
import type { Words } from './words.js';

function nameInFrench(say: keyof NameBook, of: readonly string[]): string {
  const phrase: string | ((...of: string[]) => string) = frenchNames[say];
  return typeof phrase === 'string' ? phrase : phrase(...of);
}

/** Everything an explanation says, in French. */
export const french: Words = {
  language: 'fr',
  money: (amount, currency) => `${numberInFrench(grouped(amount, '\u202f'))}\u00a0${currency}`,
  perYear: (amount) => `${amount} par an`,
  percent: (number) => `${numberInFrench(number)}\u00a0%`,
  number: numberInFrench,
  notKnown: 'inconnu',
  notShown: 'non affiché',
  open: 'remplie',
  closed: 'non remplie',
  yes: 'oui',
  no: 'non',
  and: ' et ',
  also: '\u00a0; ',
  sureness: { forecast: 'prévision', provisional: 'provisoire', final: 'définitif' },
  name: nameInFrench,
  ...frenchSteps,
  ...frenchPeople,
};
