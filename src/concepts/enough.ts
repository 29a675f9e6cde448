import { quote } from '../issue/issue.js';
import { ZERO } from '../num/ratio.js';
import type { EnoughNode } from '../plan/formula.js';
import type { SampleDocument } from '../plan/sample-rules.js';
import type { Outline } from '../program/outline.js';
import type { Operand } from '../program/step.js';
import { COUNT } from '../program/unit.js';
import { told } from '../words/words.js';
import { type Compiled, type Concept, compiled, numberOf, type Reader, unusable } from './concept.js';
import { factOf, factText, titleOf } from './fact.js';
import { flagsOf, raisedNames } from './flag.js';
import { metricOf, spanOf } from './measured.js';
import { readOf, type Score } from './score.js';
import { commonScope } from './units.js';

/**
 * Enough: whether a score rests on as many responses as the sample rules of its metric ask for, and on none that are
 * flagged where flags count as too few.
 *
 * Formula:  responses ≥ atLeast, and no flag raised where `flags.then` says so; of several parts of the period the
 *           responses of all
 * Domain:   a group without any row is a fault, or with `notMeasured: tooFew` one without responses
 * Issues:   actuals.responses.missing, plan.sample.none
 */
export const enough: Concept<EnoughNode> = {
  role: 'enough',
  compile(node, compiler) {
    const read = { ...node, name: node.enough, node };
    const metric = metricOf(read, compiler);
    if (!metric) return unusable(node);
    const { sample } = metric;
    if (sample?.atLeast === undefined && sample?.flags?.then === undefined) {
      compiler.report({
        code: 'plan.sample.none',
        path: compiler.at(node, 'enough'),
        message: `${quote(node.enough)} has no sample rules, so that nothing says how many responses are enough`,
        expected: 'sample: { atLeast: 30, … } on the metric',
        hint: 'Write the rule on the metric, or compare something else',
      });
      return unusable(node);
    }
    return enoughFor({ read, metric, compiler, span: spanOf(read, metric, compiler) }, node);
  },
  say(outline, reader) {
    const { atLeast } = outline.node as EnoughOutline;
    const [responses, ...flags] = outline.children as [Outline, ...Outline[]];
    const { words } = reader;
    const count =
      atLeast === undefined ? [] : [words.enough.needs(responsesText(responses, reader), String(atLeast))];
    return [...count, ...raisedNames(flags, reader)].join(words.also) + factText(outline.node, reader);
  },
};

/** What the sentence needs. */
interface EnoughOutline {
  readonly atLeast: SampleDocument['atLeast'];
}

/** Whether a score rests on enough, as a condition. */
export function enoughFor(score: Score, node: object = {}): Compiled {
  const { read, metric, span, compiler } = score;
  const { atLeast, flags } = metric.sample ?? {};
  const responses = responsesOf(score);
  const raised = flags?.then === undefined ? [] : flagsOf(score);
  const scope = commonScope([responses, ...raised]);
  const counts =
    atLeast === undefined
      ? []
      : [
          compiler.add(
            { op: 'compare', relation: 'atLeast', args: [responses.operand, numberOf(atLeast)] },
            'condition',
            scope,
          ),
        ];
  const calm = raised.map((flag) =>
    compiler.add({ op: 'not', args: [flag.operand] }, 'condition', flag.scope),
  );
  const operand = compiler.add(
    { op: 'all', args: [...measuredAtAll(score), ...counts, ...calm] },
    'condition',
    scope,
  );
  const named = {
    name: told('enough responses for', titleOf(read, compiler)),
    ...node,
    atLeast,
    fact: factOf(read, metric, compiler, span),
  };
  return compiled('enough', named, { operand, unit: 'condition', scope, children: [responses, ...raised] });
}

/** Where a group without any row counts as one with too few responses: that there is a row. */
function measuredAtAll(score: Score): Operand[] {
  if (score.metric.sample?.notMeasured === undefined) return [];
  const { operand, scope } = readOf(score, 'responses');
  return [score.compiler.add({ op: 'present', args: [operand] }, 'condition', scope)];
}

/** The number of responses behind a score; none where it was not measured and the plan treats that as too few. */
export function responsesOf(score: Score): Compiled {
  const { metric, compiler } = score;
  const { operand, scope } = readOf(score, 'responses');
  const made = (one: Compiled['operand']) =>
    compiled('responses', {}, { operand: one, unit: COUNT, scope, counted: scope === 'person' });
  if (metric.sample?.notMeasured === undefined) return made(operand);
  const present = compiler.add({ op: 'present', args: [operand] }, 'condition', scope);
  return made(compiler.add({ op: 'select', args: [present, operand, ZERO] }, COUNT, scope));
}

/** A score that is a fault where it does not rest on enough: nothing says what becomes of it there. */
export function requiredScore(value: Compiled, score: Score): Compiled {
  const { metric, read, compiler } = score;
  const { atLeast, flags } = metric.sample ?? {};
  if (atLeast === undefined && flags?.then === undefined) return value;
  const condition = enoughFor(score);
  const responses = condition.outline.children[0] as Outline;
  const last = readOf({ ...score, span: { ...score.span, how: 'last' } }, 'responses');
  const args = [condition.operand, value.operand, responses.operand, last.operand] as const;
  const scope = commonScope([value, condition]);
  const operand = compiler.add({ op: 'sample', metric: read.name, args }, value.unit, scope);
  return { ...value, operand, scope, outline: { ...value.outline, operand, scope } };
}

/** A number of responses in words. */
export function responsesText(responses: Outline, reader: Reader): string {
  return reader.words.enough.responses(reader.show(responses));
}
