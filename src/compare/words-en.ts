import { groupThousands } from '../words/grouped.js';
import { type CauseWords, causeWords, type Words } from './words.js';

const causes: CauseWords = {
  none: 'none',
  changed: 'changed',
  input: ({ input }) => input,
  whose: (group) => `of ${group}`,
  from: (day) => `from ${day}`,
  number: groupThousands,
  value: (text) => text,
};

/** What moved, in English. */
export const english: Words = {
  number: groupThousands,
  title: (before, now) => `Run of ${before} compared with that of ${now}`,
  plan: (plan, currency) => `plan ${plan}, ${currency}`,
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  counts: 'People',
  most: 'Who moved most',
  nobody: 'Nobody moved.',
  average: 'The amount of an input is its average over all orders in which the inputs could have moved.',
  together: 'What each of these inputs brought cannot be told apart.',
  unknown: 'no input that is known',
  more: (count) => `… and ${count} more`,
  noId: (person) => `Nobody has the id ${person}.`,
  input: ({ kind, name }) =>
    ({
      employment: 'employment',
      person: name ?? '',
      leave: 'leave',
      earnings: 'earnings',
      exceptions: 'exceptions',
      decision: 'decision',
      rates: 'rates of exchange',
      actual: name === undefined ? 'actuals' : `actuals of ${name}`,
      asOf: 'as-of date',
      plan: 'plan',
      others: 'what other people have',
    })[kind],
  statuses: {
    moved: 'moved',
    same: 'same',
    new: 'new',
    gone: 'gone',
    withheld: 'withheld',
    notCompared: 'not compared',
  },
  whys: {
    new: 'new people',
    gone: 'people who are gone',
    withheld: 'awards that are withheld',
    notCompared: 'people one run did not look at',
    currency: 'another currency',
  },
  cause: (cause) => causeWords(cause, causes),
};
