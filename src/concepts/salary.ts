import type { HoursNode, SalaryNode } from '../plan/formula.js';
import { MONEY_PER_YEAR, RATIO } from '../program/unit.js';
import { told } from '../words/words.js';
import { type Concept, compiled } from './concept.js';

/**
 * Yearly salary of the assignment at hand, or of the assignment at a day for all days.
 *
 * Formula:  salary × how often a year it is paid (`salaryTimes`; once, where it is yearly); of part-timers for
 *           their hours: a full-time salary × `hoursShare`, an actual one as it is; of the full-time salary the
 *           other way round
 * Units:    money per year
 * Issues:   people.field.*, people.salary.is
 * Source:   basis at one date or by dates (Adobe FY2009, FY2012 and FY2016: FEATURES EX34)
 */
export const salary: Concept<SalaryNode> = {
  role: 'salary',
  compile(node, compiler) {
    const { salary: hours, at } = node;
    const input = { from: 'salary', hours, ...(at !== undefined && { at }) } as const;
    const operand = compiler.add({ op: 'input', input }, MONEY_PER_YEAR, 'segment');
    return compiled(
      'salary',
      { name: told('salary'), ...node },
      { operand, unit: MONEY_PER_YEAR, scope: 'segment' },
    );
  },
  say: ({ operand }, reader) => reader.origin(operand) ?? reader.words.from.people,
};

/**
 * Hours share: the part of full time that the person works, for targets that are stated for full time.
 *
 * Units:    ratio; 1 where the column is blank
 * Issues:   people.field.number, people.field.percent
 */
export const hoursShare: Concept<HoursNode> = {
  role: 'hours',
  compile(node, compiler) {
    const operand = compiler.add({ op: 'input', input: { from: 'hours' } }, RATIO, 'segment');
    return compiled(
      'hours',
      { name: told('hours share'), ...node },
      { operand, unit: RATIO, scope: 'segment' },
    );
  },
  say: (_outline, { words }) => words.from.hours,
};
