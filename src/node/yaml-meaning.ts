/**
 * Why a plain (unquoted) YAML scalar does not mean the same to every reader; undefined when it does.
 *
 * This library keeps plain scalars as the text written. A reader of YAML 1.1 takes `no` for false and `012` for
 * ten, one of YAML 1.2 takes them otherwise: such words must be quoted. Plain decimal numbers, `true`, `false` and
 * ISO dates are left alone as values, since every reader means the same by them.
 *
 * @example meaningFault('off', false) // 'a YAML 1.1 reader takes it for a truth value'
 */
export function meaningFault(text: string, isKey: boolean): string | undefined {
  const found = FAULTS.find(([form]) => form.test(text));
  if (found) return found[1];
  if (!isKey) return undefined;
  if (DATE.test(text)) return 'as a key, other readers take it for a date';
  return NUMBER.test(text) && String(Number(text)) !== text
    ? 'as a key, other readers write this number otherwise'
    : undefined;
}

const DATE = /^\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:y|n|yes|no|on|off)$/i, 'a YAML 1.1 reader takes it for a truth value'],
  [
    /^(?!(?:true|false)$)(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$/,
    'some readers take it for a truth value; write true or false',
  ],
  [/^(?:~|null)$/i, 'readers take it for no value at all'],
  [/^=$/, 'a YAML 1.1 reader takes it for a default value'],
  [
    /^[-+]?0\d[\d_]*(?:\.[\d_]*)?$/,
    'readers disagree on a number that starts with 0: octal, decimal or text',
  ],
  [/^[-+]?0(?:x[\da-f_]+|o[0-7_]+|b[01_]+)$/i, 'some readers take it for a number that is not decimal'],
  [/^[-+]?(?=[\d._]*_)[\d.][\d._]*(?:e[-+]?\d+)?$/i, 'a YAML 1.1 reader drops the underscores'],
  [/^[-+]?\.(?:e[-+]?\d+)?$/i, 'some readers take it for a number'],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/, 'a YAML 1.1 reader takes it for a number to the base 60'],
  [/^(?:[-+]?\.inf|\.nan)$/i, 'other readers take it for a number without a value'],
];
