import { describe, expect, test } from 'vitest';
import { isNumber, type LiteralFault, literalAdvice, readLiteral } from '../../../src/num/literal.js';
import { reduce } from '../../../src/num/ratio.js';

const BLANK = '\u00a0';
const NARROW = '\u202f';
const MINUS = '\u2212';

function read(raw: unknown, decimal: '.' | ',' = '.'): string {
  const result = readLiteral(raw, { decimal });
  if (!isNumber(result)) return result.fault;
  const { n, d } = reduce(result.value);
  return `${n}/${d}${result.percent ? ' percent' : ''}`;
}

describe('numbers as they are written', () => {
  test.each([
    ['1200.00', '1200/1'],
    ['-3', '-3/1'],
    ['0', '0/1'],
    ['-0', '0/1'],
    ['007', '7/1'],
    [' 85000 ', '85000/1'],
    ['12.5%', '1/8 percent'],
    ['12.5 %', '1/8 percent'],
    [`12.5${BLANK}%`, '1/8 percent'],
    ['-5%', '-1/20 percent'],
    ['0.1', '1/10'],
    ['2/37', '2/37'],
    ['-1/3', '-1/3'],
    ['50/100', '1/2'],
    ['1/3%', '1/300 percent'],
    ['999999999999999999.999999999999999999', '999999999999999999999999999999999999/1000000000000000000'],
  ])('%j is %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each([
    [85000, '85000/1'],
    [0.1, '1/10'],
    [-2.5, '-5/2'],
    [-0, '0/1'],
    [1e-7, '1/10000000'],
    [123456789012.345, '24691357802469/200'],
  ])('the JSON number %d is %s', (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  test.each<[unknown, LiteralFault]>([
    ['', 'empty'],
    ['   ', 'empty'],
    [BLANK, 'empty'],
    [null, 'empty'],
    [undefined, 'empty'],
    ['12,500.00 ', 'thousands'],
    ['1,234,567', 'thousands'],
    ["12'500.00", 'thousands'],
    ['12 500', 'thousands'],
    [`12${BLANK}500`, 'thousands'],
    [`12${NARROW}500.50`, 'thousands'],
    ['12,5', 'decimalComma'],
    ['1.234,56', 'decimalComma'],
    ['12,5 %', 'decimalComma'],
    ['1e999', 'exponent'],
    ['1.2E+5', 'exponent'],
    ['-4e-1', 'exponent'],
    ['2/0', 'zeroDivisor'],
    ['0/0', 'zeroDivisor'],
    [0.1 + 0.2, 'lossy'],
    [2 ** 53, 'lossy'],
    [1234567890.1234567, 'lossy'],
    ['n/a', 'form'],
    ['#REF!', 'form'],
    ['#DIV/0!', 'form'],
    ['=A1*2', 'form'],
    ['NaN', 'form'],
    ['Infinity', 'form'],
    ['0x1F', 'form'],
    ['TRUE', 'form'],
    ['-', 'form'],
    ['%', 'form'],
    ['.5', 'form'],
    ['5.', 'form'],
    ['+5', 'form'],
    ['--5', 'form'],
    ['1.2.3', 'form'],
    ['(500)', 'form'],
    ['500-', 'form'],
    ['$500', 'form'],
    ['500 USD', 'form'],
    ['12%%', 'form'],
    [`${MINUS}5`, 'form'],
    ['٣', 'form'],
    ['1/2/3', 'form'],
    ['1.5/2', 'form'],
    ['1/-2', 'form'],
    ['12\n34', 'form'],
    ['9'.repeat(19), 'form'],
    [`0.${'1'.repeat(19)}`, 'form'],
    [Number.NaN, 'form'],
    [Number.POSITIVE_INFINITY, 'form'],
    [Number('1e999'), 'form'],
    [5e-324, 'form'],
    [true, 'form'],
    [{ money: 5 }, 'form'],
    [['5'], 'form'],
  ])('%j is refused: %s', (raw, fault) => {
    expect(read(raw)).toBe(fault);
  });

  test.each([
    ['1234,5', '2469/2'],
    ['1.234,50', '2469/2'],
    ['1.234.567,89', '123456789/100'],
    ['1 234,5', '2469/2'],
    [`1${BLANK}234,5`, '2469/2'],
    [`1${NARROW}234,5`, '2469/2'],
    ['-12,5%', '-1/8 percent'],
    ['1200', '1200/1'],
    ['2/37', '2/37'],
    [1.5, '3/2'],
    ['1.5', 'form'],
    ['1.234', 'ambiguous'],
    ['0.037', 'ambiguous'],
    ['58.400,00', '58400/1'],
    ['58 400', '58400/1'],
    ['1,234.56', 'thousands'],
    ['12.34,5', 'decimalComma'],
  ])('with decimal commas %j is %s', (raw, expected) => {
    expect(read(raw, ',')).toBe(expected);
  });

  test('every fault has advice', () => {
    for (const advice of Object.values(literalAdvice)) expect(advice.length).toBeGreaterThan(20);
  });

  // A million million has one digit that says something; nothing was lost in reading it.
  test('a great round JSON number is not lossy', () => {
    expect(read(1e15)).toBe('1000000000000000/1');
  });
});
