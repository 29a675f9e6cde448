import type { IssueCode } from '../issue/codes.js';
import { quote } from '../issue/issue.js';
import type { LetterKind, TextRule } from './layout.js';

/** What is wrong with a text. */
export interface TextFault {
  readonly code: IssueCode & `payroll.cell.${string}`;
  readonly message: string;
  readonly expected: string;
}

const LETTERS: Readonly<Record<LetterKind, readonly [form: RegExp, words: string]>> = {
  digits: [/^[0-9]*$/, 'digits only'],
  letters: [/^[A-Za-z]*$/, 'letters A to Z only'],
  lettersAndDigits: [/^[A-Za-z0-9]*$/, 'letters A to Z and digits only'],
  withoutBlanks: [/^\S*$/, 'a text without blanks'],
};

/** Control characters and line ends, also those that only some readers know. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Whether a text keeps its rule: length, letters, and nothing that ends a line. */
export function textFault(text: string, { letters, minLength, maxLength }: TextRule): TextFault | undefined {
  const length = [...text].length;
  const [least, most] = [Number(minLength ?? 0), Number(maxLength ?? Number.POSITIVE_INFINITY)];
  if (CONTROL.test(text))
    return {
      code: 'payroll.cell.form',
      message: `${quote(text)} has a control character or a line end`,
      expected: 'plain text on one line',
    };
  const known = letters && LETTERS[letters];
  if (known && !known[0].test(text))
    return { code: 'payroll.cell.form', message: `${quote(text)} has other letters`, expected: known[1] };
  if (text === '' || (length >= least && length <= most)) return undefined;
  const expected =
    least === most
      ? `exactly ${most} letters`
      : length > most
        ? `at most ${most} letters`
        : `at least ${least} letters`;
  return { code: 'payroll.cell.length', message: `${quote(text)} has ${length} letters`, expected };
}
