import { englishPeople } from './english-people.js';
import { englishSteps } from './english-steps.js';
import { groupThousands } from './grouped.js';
import type { NameBook, OwnNames } from './names.js';

const OWN: OwnNames = {
  with: (name, what) => `${name}, ${what}`,
  achievementOf: (target) => `achievement of ${target} target`,
  aboveTargetOf: (target) => `above target of ${target} target`,
  readsAchievement: (metric) => `${metric} achievement`,
  readsAboveTarget: (metric) => `${metric} aboveTarget`,
  condition: (value, comparison) => `${value} ${comparison}`,
  within: (low, high) => `within ${low} and ${high}`,
  node: (key) => key,
};

/** The other names stand for themselves, before what they are of or between two things. */
function nameInEnglish(say: keyof NameBook, [one, other]: readonly string[]): string {
  if (say in OWN) return OWN[say as keyof OwnNames](one ?? '', other ?? '');
  if (one === undefined) return say;
  return other === undefined ? `${say} ${one}` : `${one} ${say} ${other}`;
}

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
  /** How sure a measured value is. */
  sureness: { forecast: 'forecast', provisional: 'provisional', final: 'final' },
  name: nameInEnglish,
  ...englishSteps,
  ...englishPeople,
};
