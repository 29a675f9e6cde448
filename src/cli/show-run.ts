import { printable } from '../issue/issue.js';
import { ratioOfDecimal, toFixed } from '../num/decimal.js';
import { divide, multiply, ratio } from '../num/ratio.js';
import { decisionText } from '../run/decisions.js';
import type { PoolUse } from '../run/pool-use.js';
import type { Award, Run, Total } from '../run/run.js';
import type { StepLine } from '../trace/steps.js';
import { formatTable, heading } from '../words/columns.js';
import { english } from '../words/english.js';
import { groupThousands } from '../words/grouped.js';
import { terminalWidth } from './terminal.js';

/** The award table, totals per currency and reconciliation of a run, for people. */
export function showRun(run: Run, rows: number): string {
  return [
    heading('Awards'),
    awardTable(run, rows),
    heading('Totals'),
    totalTable(run),
    ...poolTables(run),
    heading('People'),
    headcountTable(run),
  ].join('\n');
}

function awardTable(run: Run, rows: number): string {
  const shown = run.awards.slice(0, rows);
  const rest = run.awards.length - shown.length;
  const isDecided = run.awards.some(({ decided }) => decided !== undefined);
  const columns = [
    { title: 'person' },
    ...(run.plans.length > 1 ? [{ title: 'plan' }] : []),
    { title: 'target', right: true },
    { title: 'at risk', right: true },
    ...(isDecided ? [{ title: 'formula', right: true }] : []),
    { title: 'award', right: true },
    { title: '' },
    { title: 'of target', right: true },
    { title: 'status' },
    { title: 'rests on / why' },
  ];
  const table = formatTable(
    columns,
    shown.map((award) => awardRow(award, { withPlan: run.plans.length > 1, withFormula: isDecided })),
    terminalWidth(),
  );
  return rest > 0 ? `${table}\n… and ${rest} more` : table;
}

const HUNDRED = ratio(100n);

const STATUS = { paid: 'paid', zero: 'zero', notEligible: 'not eligible', withheld: 'withheld' } as const;

/** Columns that are there only where they say something. */
interface Shown {
  readonly withPlan: boolean;
  readonly withFormula: boolean;
}

function awardRow(award: Award, { withPlan, withFormula }: Shown): string[] {
  const money = (amount: string | undefined) => (amount === undefined ? '' : groupThousands(amount));
  const why = award.reasons.map((reason) => reason.message).join('; ');
  return [
    award.person,
    ...(withPlan ? [award.plan] : []),
    money(award.target),
    money(award.atRisk),
    ...(withFormula ? [money(award.decided?.formula ?? award.amount)] : []),
    money(award.amount),
    award.currency ?? '',
    shareOfTarget(award),
    STATUS[award.status],
    [why === '' ? (award.restsOn ?? '') : why, ...decisionOf(award), ...notesOf(award)]
      .filter(Boolean)
      .join('; '),
  ];
}

/** Who decided, when and why; where nothing is paid by it, that is the reason told anyway. */
function decisionOf({ decided, amount = '', currency = '', reasons }: Award): string[] {
  if (decided === undefined || reasons.some(({ code }) => code === 'decided')) return [];
  return [shortened(decisionText(decided, { amount, currency }, english))];
}

/** How a leaver is treated, as far as there is room for it; exceptions have a table of their own. */
function notesOf({ notes = [] }: Award): string[] {
  const own = notes.filter((note) => !note.startsWith('exception: '));
  return own.map(shortened);
}

function shortened(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1)}…` : note;
}

const LONGEST_NOTE = 72;

/** Award in percent of target, to a hundredth: display only. */
function shareOfTarget({ amount, target }: Award): string {
  if (amount === undefined || target === undefined) return '';
  const [paid, whole] = [ratioOfDecimal(amount), ratioOfDecimal(target)];
  return whole.n === 0n ? '' : `${toFixed(divide(multiply(paid, HUNDRED), whole), 2)}%`;
}

function totalTable(run: Run): string {
  const isDecided = run.totals.some(({ formula }) => formula !== undefined);
  const formulaOf = ({ formula, amount }: Total) => formula ?? amount;
  const columns = [
    { title: 'plan' },
    { title: 'currency' },
    { title: 'people', right: true },
    { title: 'target', right: true },
    { title: 'safe', right: true },
    { title: 'at risk', right: true },
    ...(isDecided ? [{ title: 'formula', right: true }] : []),
    { title: 'awards', right: true },
  ];
  const rows = run.totals.map((total) => [
    total.plan,
    total.currency,
    String(total.people),
    ...[total.target, total.safe, total.atRisk, ...(isDecided ? [formulaOf(total)] : []), total.amount].map(
      (amount) => groupThousands(amount ?? ''),
    ),
  ]);
  return formatTable(columns, rows);
}

/** What became of the pools, with the budgets of the groups they went through. */
function poolTables({ pools = [] }: Run): string[] {
  if (pools.length === 0) return [];
  const columns = [
    { title: 'pool' },
    { title: 'currency' },
    { title: 'people', right: true },
    { title: 'fund', right: true },
    { title: 'shared out', right: true },
    { title: 'left', right: true },
  ];
  const row = (name: string, { people, ...of }: Omit<PoolUse, 'plan' | 'groups'>) => [
    name,
    of.currency,
    String(people),
    ...[of.fund, of.paid, of.left].map(groupThousands),
  ];
  const rows = pools.flatMap(({ plan, groups = [], ...pool }) => [
    row(plan, pool),
    ...groups.map(({ level, group, ...own }) =>
      row(`  ${level} ${group}`, { ...own, currency: pool.currency }),
    ),
  ]);
  return [heading('Pools'), formatTable(columns, rows, terminalWidth())];
}

function headcountTable({ reconciliation }: Run): string {
  const counts =
    reconciliation.plans.length > 1
      ? [{ plan: 'all plans', ...reconciliation.people }, ...reconciliation.plans]
      : [{ plan: 'all plans', ...reconciliation.people }];
  return counts
    .map(({ plan, in: given, paid, zero, notEligible, withheld }) => {
      const sum = `${given} in = ${paid} paid + ${zero} zero + ${notEligible} not eligible + ${withheld} withheld`;
      return counts.length > 1 ? `${plan}: ${sum}` : sum;
    })
    .join('\n');
}

/** The steps and parts of one award, for people. */
export function showSteps(award: Award): string {
  const title = `Steps of ${award.person}, plan ${award.plan} version ${award.version}`;
  const steps = award.steps ?? [];
  if (steps.length === 0)
    return `${heading(title)}\n${STATUS[award.status]}: ${printable(award.reasons.map((reason) => reason.message).join('; '))}`;
  const columns = [{ title: 'what' }, { title: 'value', right: true }, { title: 'how' }];
  const rows = byStage(steps).flatMap(([stage, lines]) => [[stage, '', ''], ...lines.map(stepRow)]);
  return [
    heading(title),
    ...segmentLines(award),
    formatTable(columns, rows, terminalWidth()),
    heading(`What the award of ${award.person} is made of`),
    partTable(award),
  ].join('\n');
}

/** The stretches of days of somebody who moved. */
function segmentLines({ segments = [] }: Award): string[] {
  if (segments.length < 2) return [];
  return segments.map(
    ({ from, to, days, share }, index) =>
      `segment ${index + 1}: ${from} to ${to}, ${days} days${share === '' ? '' : `: ${share}`}`,
  );
}

/** Lines under their stage; an input stands under the stage of the line that reads it, which comes next. */
function byStage(steps: readonly StepLine[]): (readonly [string, StepLine[]])[] {
  const groups: [string, StepLine[]][] = [];
  let inputs: StepLine[] = [];
  for (const step of steps) {
    if (step.stage === undefined) {
      inputs.push(step);
      continue;
    }
    const last = groups.at(-1);
    if (last?.[0] === step.stage) last[1].push(...inputs, step);
    else groups.push([step.stage, [...inputs, step]]);
    inputs = [];
  }
  return groups;
}

function stepRow(step: StepLine): string[] {
  const segment = step.segment === undefined ? '' : ` (segment ${step.segment})`;
  const clause = step.source === undefined ? '' : ` [${step.source}]`;
  const used = step.notUsed ? ' (not used)' : '';
  return [`  ${step.name}${segment}${used}`, step.shown, `${step.how}${clause}`];
}

function partTable(award: Award): string {
  const rows = (award.parts ?? []).map((part) => [part.name, groupThousands(part.amount), part.stage]);
  const total = ['award', `${groupThousands(award.amount ?? '')}`, award.currency ?? ''];
  return formatTable(
    [{ title: 'part' }, { title: 'amount', right: true }, { title: 'stage' }],
    [...rows, total],
  );
}
