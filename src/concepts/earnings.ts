import type { EarningsNode } from '../plan/formula.js';
import { MONEY } from '../program/unit.js';
import { told } from '../words/words.js';
import { type Concept, compiled } from './concept.js';

/**
 * Pay earned: what the earnings file says was earned on the days of a segment, of the codes the plan names.
 *
 * Formula:  sum of the amounts; a row that reaches over an edge of the segment counts by its calendar days
 * Units:    money; it is for the days worked already and is never prorated
 * Issues:   run.earnings.none, run.currency.mixed
 * Source:   salary actually earned as basis (Adobe FY2012, FY2014 and FY2015: FEATURES EX34)
 */
export const earnings: Concept<EarningsNode> = {
  role: 'earnings',
  compile(node, compiler) {
    const input = { from: 'earnings', codes: node.earnings } as const;
    const operand = compiler.add({ op: 'input', input }, MONEY, 'segment');
    return compiled(
      'earnings',
      { name: told('pay earned'), ...node },
      { operand, unit: MONEY, scope: 'segment' },
    );
  },
  say: ({ operand }, reader) => reader.origin(operand) ?? reader.words.from.earnings,
};
