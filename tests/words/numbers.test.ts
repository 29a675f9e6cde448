import { describe, expect, test } from 'vitest';
import { ratio } from '../../src/num/ratio.js';
import { MONEY, MONEY_PER_YEAR, POINTS, RATIO } from '../../src/program/unit.js';
import { showValue } from '../../src/trace/show.js';
import { english } from '../../src/words/english.js';
import { french } from '../../src/words/french.js';

// By hand. French: a narrow space (U+202F) between thousands, a comma before decimals, and a space at which no line
// breaks (U+00A0) before a percent sign and a currency.
const NARROW = '\u202f';
const SPACE = '\u00a0';

describe('numbers', () => {
  test.each([
    ['7918.83', 'USD', '7,918.83 USD', `7${NARROW}918,83${SPACE}USD`],
    ['999.00', 'EUR', '999.00 EUR', `999,00${SPACE}EUR`],
    ['1234567.89', 'EUR', '1,234,567.89 EUR', `1${NARROW}234${NARROW}567,89${SPACE}EUR`],
    ['-12000.50', 'EUR', '-12,000.50 EUR', `-12${NARROW}000,50${SPACE}EUR`],
    ['-120', 'JPY', '-120 JPY', `-120${SPACE}JPY`],
    ['215021', 'JPY', '215,021 JPY', `215${NARROW}021${SPACE}JPY`],
    ['2109.5890…', 'USD', '2,109.5890… USD', `2${NARROW}109,5890…${SPACE}USD`],
  ])('%s %s', (amount, currency, inEnglish, inFrench) => {
    expect(english.money(amount, currency)).toBe(inEnglish);
    expect(french.money(amount, currency)).toBe(inFrench);
  });

  test('numbers and percentages the library writes', () => {
    expect(['0.25', '12.5%', '1/3', '412'].map(english.number)).toEqual(['0.25', '12.5%', '1/3', '412']);
    expect(['0.25', '12.5%', '1/3', '412'].map(french.number)).toEqual([
      '0,25',
      `12,5${SPACE}%`,
      '1/3',
      '412',
    ]);
    expect([english.percent('98.53'), french.percent('98.53')]).toEqual(['98.53%', `98,53${SPACE}%`]);
  });

  test('values with their units', () => {
    const shown = [
      [ratio(21000000n, 1000n), MONEY],
      [ratio(85000n), MONEY_PER_YEAR],
      [ratio(2n, 3n), RATIO],
      [ratio(125n, 2n), POINTS],
      [true, 'condition'],
      [false, 'condition'],
      [{ fault: [] }, RATIO],
    ] as const;
    const told = (words: typeof english) =>
      shown.map(([value, unit]) => showValue(value, unit, 'USD', words));
    expect(told(english)).toEqual([
      '21,000.00 USD',
      '85,000.00 USD per year',
      '66.6666…%',
      '62.5',
      'open',
      'closed',
      'not known',
    ]);
    expect(told(french)).toEqual([
      `21${NARROW}000,00${SPACE}USD`,
      `85${NARROW}000,00${SPACE}USD par an`,
      `66,6666…${SPACE}%`,
      '62,5',
      'remplie',
      'non remplie',
      'inconnu',
    ]);
  });
});
