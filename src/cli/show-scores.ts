import { isNumber, readLiteral } from '../num/literal.js';
import { kindOf, type MetricKindName } from '../plan/metric-kinds.js';
import { POINTS, RATIO } from '../program/unit.js';
import type { MetricScore, ScoreReport } from '../scores/index.js';
import { showValue } from '../trace/show.js';
import { formatTable, heading } from '../words/columns.js';
import { english } from '../words/english.js';
import { terminalWidth } from './terminal.js';

/** The scores of a report as a table for each metric: as measured, how sure, what counts and why. */
export function showScores({ scores }: ScoreReport): string {
  const metrics = new Map<string, MetricScore[]>();
  for (const score of scores) {
    const key = `${score.plan}: ${score.title ?? score.metric}`;
    const known = metrics.get(key);
    if (known) known.push(score);
    else metrics.set(key, [score]);
  }
  if (scores.length === 0) return 'No metric of these plans has a value.';
  return [...metrics].map(([key, list]) => [heading(key), tableOf(list)].join('\n')).join('\n');
}

function tableOf(list: readonly MetricScore[]): string {
  const withPeriod = list.some(({ period }) => period !== undefined);
  const levels = new Set(list.map(({ level }) => level).filter((level) => level !== 'company'));
  const withLevel = levels.size > 1;
  const [first] = list.flatMap(({ intervals }) => intervals);
  const columns = [
    ...(withLevel ? [{ title: 'level' }] : []),
    { title: 'group' },
    ...(withPeriod ? [{ title: 'period' }] : []),
    { title: 'n', right: true },
    { title: 'measured', right: true },
    ...(first ? [{ title: `${first.confidence} interval`, right: true }] : []),
    { title: 'counts', right: true },
    { title: 'how' },
  ];
  const rows = list.map((score) => [
    ...(withLevel ? [score.level] : []),
    score.group ?? 'company',
    ...(withPeriod ? [score.period ?? 'whole'] : []),
    score.responses === undefined ? '' : String(score.responses),
    score.masked ? 'not shown' : shown(score, score.measured),
    ...(first ? [intervalText(score)] : []),
    shown(score, score.counts),
    [score.how || issueText(score), ...score.flags.map((flag) => `flag: ${flag}`)].filter(Boolean).join('; '),
  ]);
  return formatTable(columns, rows, terminalWidth());
}

function issueText({ issues }: MetricScore): string {
  return issues.map(({ message }) => message).join('; ');
}

function shown({ kind }: MetricScore, exact: string | undefined): string {
  const value = exact === undefined ? undefined : readLiteral(exact);
  if (value === undefined || !isNumber(value)) return '–';
  return showValue(value.value, isShare(kind) ? RATIO : POINTS, '', english);
}

function isShare(kind: string): boolean {
  return kindOf(kind as MetricKindName).unit === 'ratio';
}

/** One decimal is as much as an estimate can be read to. */
function intervalText({ kind, intervals }: MetricScore): string {
  const [interval] = intervals;
  if (interval === undefined) return '';
  const [low, high] = [interval.low, interval.high].map((end) =>
    isShare(kind) ? `${(end * 100).toFixed(1)}%` : end.toFixed(1),
  );
  return `${low} to ${high}`;
}
