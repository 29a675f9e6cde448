import { type Issue, issue, quote } from '../issue/issue.js';
import { toFixed } from '../num/decimal.js';
import { compare, negate, type Ratio, ZERO } from '../num/ratio.js';
import { inputText } from './input.js';
import type { SeekQuestion } from './question.js';
import { type Sought, wantedText } from './sought.js';

/** Everybody who counts is withheld. */
export function nobodyKnown({ input }: SeekQuestion, count: number): Issue {
  return issue({
    code: 'whatif.seek.still',
    path: ['seek'],
    message: `No award is known whatever ${quote(inputText(input))} is: ${count} ${count === 1 ? 'person is' : 'people are'} withheld`,
    expected: 'somebody whose award is known',
    hint: 'Write what is missing first: the issues beside say what',
  });
}

/** The figure does not move with the input. */
export function still({ input }: SeekQuestion, figure: string): Issue {
  return issue({
    code: 'whatif.seek.still',
    path: ['seek'],
    message: `The figure is ${figure} whatever ${quote(inputText(input))} is`,
    expected: 'an input that it hangs on',
    hint: 'Seek another input, or show the steps of an award to see what it hangs on',
  });
}

/** The figure moves, and never to what was wanted. */
export function outOfReach(
  { input, wanted }: SeekQuestion,
  {
    sought,
    rest,
    lowest,
    highest,
  }: {
    readonly sought: Sought;
    readonly rest: {
      readonly between: { readonly from: string; readonly to: string };
      readonly reachable?: { readonly lowest: string; readonly highest: string } | undefined;
    };
    readonly lowest: Ratio;
    readonly highest: Ratio;
  },
): Issue {
  const { from, to } = rest.between;
  const range = rest.reachable
    ? `${rest.reachable.lowest} to ${rest.reachable.highest} can be reached`
    : `it is ${compare(highest, ZERO) < 0 ? 'always below' : 'always above'}: off by ${toFixed(compare(highest, ZERO) < 0 ? negate(highest) : lowest, sought.digits)} at the nearest`;
  return issue({
    code: 'whatif.seek.range',
    path: ['seek'],
    message: `No value of ${quote(inputText(input))} between ${from} and ${to} brings ${wantedText(wanted)}: ${range}`,
    expected: 'a figure that can be reached',
    hint: 'Seek a figure within the range, or look further with between',
  });
}

/** The steps along the input are none that are solved. */
export function unsolved(what: string): Issue {
  return issue({
    code: 'whatif.seek.unsolved',
    path: ['seek'],
    message: `The figure hangs on the input by ${what}, which is not solved`,
    expected: 'an input that is added, multiplied, divided, compared, rounded, or read by a curve or table',
    hint: 'Sweep the input instead, and look between its values',
  });
}
