import { describe, expect, test } from 'vitest';
import { withoutStages } from '../../src/index.js';
import { type Outline, worded } from '../../src/program/outline.js';
import { RATIO } from '../../src/program/unit.js';
import { english } from '../../src/words/english.js';
import { french } from '../../src/words/french.js';
import { nameIn, told } from '../../src/words/words.js';
import { basePlan, planOf } from '../support/base.js';

const part: Outline = {
  name: told('limit of', 'NPS'),
  role: 'limit',
  operand: 0,
  unit: RATIO,
  scope: 'company',
  children: [],
  node: {},
};

describe('names', () => {
  test('a name of the library is said in the language; what the plan wrote is not translated', () => {
    const name = told(
      'with',
      told('in', 'Net revenue', 'Q1'),
      told('change since', told('the period before')),
    );
    expect(nameIn(english, name)).toBe('Net revenue in Q1, change since the period before');
    expect(nameIn(french, name)).toBe('Net revenue (Q1), évolution depuis la période précédente');
    expect(nameIn(french, 'at risk')).toBe('at risk');
  });

  test('French names take d’ before a vowel', () => {
    expect(nameIn(french, told('limit of', 'EBITDA'))).toBe('limite d’EBITDA');
    expect(nameIn(french, told('limit of', 'NPS'))).toBe('limite de NPS');
  });

  test('names are plain data', () => {
    const name = told('gate:', told('condition', 'NPS', told('at least', '40')));
    expect(JSON.parse(JSON.stringify(name))).toEqual({
      say: 'gate:',
      of: [{ say: 'condition', of: ['NPS', { say: 'at least', of: ['40'] }] }],
    });
    expect(nameIn(french, name)).toBe('condition «\u00a0NPS au moins 40\u00a0»');
  });

  test('what an outline uses several times stays one part, in words', () => {
    const outline = { ...part, name: 'Result', children: [part, part] };
    const made = worded(outline, french);
    expect(made.name).toBe('Result');
    expect(made.children.map(({ name }) => name)).toEqual(['limite de NPS', 'limite de NPS']);
    expect(made.children[0]).toBe(made.children[1]);
  });

  test('the formula that is printed has names in English', () => {
    const { formula } = planOf(basePlan());
    const printed = JSON.stringify(withoutStages(formula));
    expect(printed).toContain('"name":"blend of goals"');
    expect(printed).toContain('"name":"target opportunity, prorated"');
    expect(printed).not.toContain('"say"');
  });
});
