import type { Stage } from '../plan/formula.js';
import type { StepLine } from '../trace/steps.js';
import { formatTable } from '../words/columns.js';
import type { Explanation } from './explanation.js';
import { listed } from './explanation-text.js';
import type { ExplainWords } from './words.js';

/** Every step by its stage, with its clause; and the stretches of days they are of. */
export function fullText({ award }: Explanation, { text, headings }: ExplainWords): string[] {
  const { segments = [], steps = [] } = award;
  const stretches = segments.map(({ from, to, days, share }, index) =>
    text.segment(index + 1, from, to, days, share),
  );
  if (steps.length === 0) return [];
  const rows = byStage(steps).flatMap(([stage, lines]) => [
    [headings.stages[stage], '', ''],
    ...lines.map((line) => stepRow(line, text)),
  ]);
  const table = formatTable([{ title: '' }, { title: '', right: true }, { title: '' }], rows, WIDTH);
  // The first two lines of the table are its empty head.
  return [
    ...(segments.length > 1 ? listed(text.segments, stretches) : []),
    '',
    text.steps,
    ...table.split('\n').slice(2),
  ];
}

/** Beyond so many columns the clause of a step goes on in the next line. */
const WIDTH = 120;

function stepRow(
  { name, segment, shown, how, source, notUsed }: StepLine,
  text: ExplainWords['text'],
): string[] {
  const at = segment === undefined ? '' : ` ${text.inSegment(segment)}`;
  const clause = source === undefined ? '' : ` [${source}]`;
  const used = notUsed ? ` ${text.notTaken}` : '';
  return [`  ${name}${at}${used}`, shown, `${how}${clause}`];
}

/** Lines under their stage; an input stands under the stage of the line that reads it, which comes next. */
export function byStage(steps: readonly StepLine[]): (readonly [Stage, StepLine[]])[] {
  const groups: (readonly [Stage, StepLine[]])[] = [];
  let inputs: StepLine[] = [];
  for (const step of steps) {
    inputs.push(step);
    if (step.stage === undefined) continue;
    const last = groups.at(-1);
    if (last?.[0] === step.stage) last[1].push(...inputs);
    else groups.push([step.stage, inputs]);
    inputs = [];
  }
  return groups;
}
