import { cellIssue } from '../data/cells.js';
import type { PayException } from '../data/exceptions.js';
import { type Issue, quote } from '../issue/issue.js';
import { divide, ONE } from '../num/ratio.js';
import type { ExceptionNode } from '../plan/formula.js';
import { MONEY, MONEY_PER_YEAR, RATIO } from '../program/unit.js';
import { told } from '../words/words.js';
import { type Compiler, type Concept, compiled } from './concept.js';

/**
 * Exception: what somebody decided for one person, with reason, approver and end, in place of what the plan says.
 *
 * Formula:  a target percent or amount takes the place of the plan's on its days; a guarantee is a floor under
 *           the award as written, not prorated, also behind closed gates
 * Units:    ratio, or money; an amount beside yearly amounts is what makes it up in the period: amount ÷ years
 */
export const exception: Concept<ExceptionNode> = {
  role: 'exception',
  compile(node, compiler) {
    const { exception: kind, per } = node;
    const scope = kind === 'guarantee' ? 'person' : 'segment';
    const amount = kind === 'targetPercent' ? RATIO : MONEY;
    const unit = per === 'year' ? MONEY_PER_YEAR : amount;
    const value = compiler.add(
      { op: 'input', input: { from: 'exception', kind, part: 'value' } },
      amount,
      scope,
    );
    const operand =
      per === 'year'
        ? compiler.add({ op: 'multiply', args: [value, divide(ONE, compiler.years)] }, unit, scope)
        : value;
    const named = { name: told(NAMES[kind]), ...node, of: value };
    return compiled('exception', named, { operand, unit, scope });
  },
  say: ({ node }, reader) => reader.origin((node as { of: number }).of) ?? '',
};

const NAMES = {
  targetPercent: 'target percent by exception',
  targetAmount: 'target amount by exception',
  guarantee: 'guarantee',
} as const;

/** Whether there is such an exception for the row. */
export function compileExcepted({ exception: kind }: ExceptionNode, compiler: Compiler) {
  const scope = kind === 'guarantee' ? 'person' : 'segment';
  return compiler.add(
    { op: 'input', input: { from: 'exception', kind, part: 'present' } },
    'condition',
    scope,
  );
}

/** An exception that covers only part of the days it is for: nobody knows how much of it is meant. */
export function partlyCovered({ person, kind, until, at }: PayException): Issue {
  return cellIssue(at, 'until', {
    code: 'run.exception.days',
    message: `The ${kind} of ${quote(person)} until ${until} covers only part of the days it is for`,
    expected:
      kind === 'treatment'
        ? 'from and until around the day of leaving'
        : 'from and until around all eligible days of the period',
    hint: 'Write the value for this period and days that cover it; the person is withheld until then',
  });
}
