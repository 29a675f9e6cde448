import { type Comparison, comparisonText } from '../compare/index.js';
import { ratioOfDecimal, toFixed } from '../num/decimal.js';
import { isNumber, readLiteral } from '../num/literal.js';
import { compare, multiply, negate, type Ratio, ratio } from '../num/ratio.js';
import type {
  LineMove,
  PersonMove,
  ScenarioAnswer,
  SeekAnswer,
  Solution,
  Sweep,
  TornadoBar,
  TotalMove,
} from '../whatif/index.js';
import { formatTable, heading } from '../words/columns.js';
import { groupThousands } from '../words/grouped.js';
import { terminalWidth } from './terminal.js';

/** Scenarios: what each costs, which lines moved, and who moved most. */
export function showScenarios(
  answers: readonly ScenarioAnswer[],
  { person, rows = 10 }: { readonly person?: string; readonly rows?: number },
): string {
  return answers
    .filter(({ refused }) => !refused)
    .map((one) => (person === undefined ? scenarioText(one, rows) : personText(one, person)))
    .join('\n')
    .trimStart();
}

function scenarioText(answer: ScenarioAnswer, rows: number): string {
  const { scenario, totals, people, comparison, withheld } = answer;
  const totalRows = totals.map(({ plan, currency, before, now, difference }) => [
    plan,
    currency,
    money(before),
    money(now),
    signed(difference),
  ]);
  const parts = [
    heading(scenario),
    formatTable(
      [
        { title: 'plan' },
        { title: 'currency' },
        { title: 'before', right: true },
        { title: 'now', right: true },
        { title: 'difference', right: true },
      ],
      totalRows,
      terminalWidth(),
    ),
    ...totals.flatMap((total) => ['', ...totalText(total, totals.length > 1)]),
    '',
    ...(people.length === 0 ? [nobodyText(withheld)] : mostText(people, rows)),
    ...(comparison ? ['', ...inputText(comparison)] : []),
  ];
  return parts.join('\n');
}

/** What each input brought to the totals, on average over all orders. */
function inputText({ totals }: Comparison): string[] {
  return totals.flatMap(({ plan, currency, moves }) =>
    moves.map(({ inputs, amount, people }) => {
      const names = inputs.map(({ kind, name }) => (name === undefined ? kind : `${kind} ${name}`));
      return `by ${names.join(' + ') || 'others'}, ${plan}, ${currency}: ${signed(amount)} (${people} people)`;
    }),
  );
}

const FATES: Readonly<Record<keyof TotalMove['people'], string>> = {
  wins: 'win',
  loses: 'lose',
  unchanged: 'unchanged',
  withheldNow: 'withheld now',
  withheldBefore: 'withheld before',
  otherCurrency: 'in another currency',
};

function totalText(
  { plan, currency, people, spread, lines, otherwise, atRiskBefore, atRiskNow }: TotalMove,
  isOne: boolean,
): string[] {
  const told = Object.entries(FATES).filter(
    ([fate]) => people[fate as keyof TotalMove['people']] > 0 || fate === 'wins' || fate === 'loses',
  );
  const counts = told
    .map(([fate, words]) => `${people[fate as keyof TotalMove['people']]} ${words}`)
    .join(', ');
  const head = isOne ? `${plan}, ${currency}: ` : '';
  const shares = [atRiskBefore?.share, atRiskNow?.share].map((share) =>
    share === undefined ? '–' : percent(share),
  );
  return [
    `${head}${counts}`,
    ...(spread
      ? [
          `changes from ${signed(spread.lowest)} to ${signed(spread.highest)}, median ${signed(spread.median)}`,
        ]
      : []),
    ...(atRiskNow ? [`at risk: ${shares[0] === shares[1] ? shares[0] : shares.join(' → ')} of target`] : []),
    ...lines.map((line) => `  ${lineText(line)}`),
    ...(isNothing(otherwise) ? [] : [`  awards known on one side only: ${signed(otherwise)}`]),
  ];
}

function lineText({ stage, name, before, now, difference }: LineMove): string {
  return `${name} (${stage}): ${money(before)} → ${money(now)}: ${signed(difference)}`;
}

/** Who is withheld may have moved, too: nobody knows. */
function nobodyText(withheld: number | undefined): string {
  return withheld === undefined ? 'Nobody moved.' : 'Nobody moved whose award is known.';
}

function mostText(people: readonly PersonMove[], rows: number): string[] {
  const ordered = people.toSorted(bySize);
  const shown = ordered.slice(0, rows).map((one) => `  ${moveText(one)}`);
  return [
    'Who moved most:',
    ...shown,
    ...(people.length > rows ? [`  … and ${people.length - rows} more`] : []),
  ];
}

/** Those whose award is not known on one side first, then the largest move. */
function bySize(a: PersonMove, b: PersonMove): number {
  if ((a.difference === undefined) !== (b.difference === undefined))
    return a.difference === undefined ? -1 : 1;
  return compare(sizeOf(b.difference), sizeOf(a.difference));
}

function sizeOf(amount = '0'): Ratio {
  const size = ratioOfDecimal(amount);
  return size.n < 0n ? negate(size) : size;
}

function moveText({
  person,
  plan,
  fate,
  currency = '',
  before,
  now,
  difference,
  reasons,
}: PersonMove): string {
  const amounts = `${before === undefined ? '?' : money(before)} → ${now === undefined ? '?' : money(now)} ${currency}`;
  const told = difference === undefined ? FATES[fate] : signed(difference);
  return `${person}, plan ${plan}: ${amounts}: ${told}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
}

function personText({ scenario, people, comparison }: ScenarioAnswer, person: string): string {
  const own = people.flatMap((one) => [moveText(one), ...one.lines.map((line) => `  ${lineText(line)}`)]);
  const why = comparison ? [comparisonText(comparison, { person })] : [];
  return [heading(scenario), ...(own.length > 0 ? own : [`${person} does not move.`]), ...why].join('\n');
}

/** A sweep: one row for each cell. */
export function showSweep({ inputs, cells }: Sweep): string {
  const totals = [
    ...new Set(cells.flatMap((cell) => cell.totals.map(({ plan, currency }) => `${plan} ${currency}`))),
  ];
  const awards = [...new Set(cells.flatMap((cell) => (cell.awards ?? []).map(({ plan }) => plan)))];
  const columns = [
    ...inputs.map((title) => ({ title, right: true })),
    ...totals.map((title) => ({ title, right: true })),
    ...awards.map((plan) => ({ title: `award, ${plan}`, right: true })),
  ];
  const rows = cells.map((cell) => [
    ...cell.values,
    ...totals.map((key) => {
      const total = cell.totals.find(({ plan, currency }) => `${plan} ${currency}` === key);
      return total ? money(total.amount) : '–';
    }),
    ...awards.map((plan) => {
      const award = cell.awards?.find((one) => one.plan === plan);
      return award?.amount === undefined ? (award?.status ?? '–') : money(award.amount);
    }),
  ]);
  return formatTable(columns, rows, terminalWidth());
}

/** A tornado: one row for each input and total. */
export function showTornado(bars: readonly TornadoBar[]): string {
  const rows = bars.flatMap(({ input, down, up, totals, issues }) =>
    totals.map(({ plan, currency, downBy, upBy }) => [
      input,
      down,
      downBy === undefined ? '–' : signed(downBy),
      up,
      upBy === undefined ? '–' : signed(upBy),
      currency,
      `${plan}${downBy === undefined || upBy === undefined ? `: ${issues[0]?.message ?? ''}` : ''}`,
    ]),
  );
  const columns = [
    { title: 'input' },
    { title: 'down' },
    { title: 'total', right: true },
    { title: 'up' },
    { title: 'total', right: true },
    { title: '' },
    { title: 'plan' },
  ];
  return formatTable(columns, rows, terminalWidth());
}

/** What was sought: every value that brings it. */
export function showSeek({ input, wanted, between, now, reachable, solutions }: SeekAnswer): string {
  const from = between ? ` between ${value(between.from)} and ${value(between.to)}` : '';
  const range = reachable
    ? [`reachable there: ${number(reachable.lowest)} to ${number(reachable.highest)}`]
    : [];
  return [
    `${wanted}, by ${input}${from}${now === undefined ? '' : ` (now ${number(now)})`}`,
    ...solutions.map((one) => `  ${input} ${solutionText(one)}`),
    ...range,
  ].join('\n');
}

function solutionText(one: Solution): string {
  if (one.kind === 'interval') {
    const [from, to] = [one.fromIncluded ? 'from' : 'above', one.toIncluded ? 'to' : 'to below'];
    return `${from} ${value(one.from)} ${to} ${value(one.to)}: ${number(one.figure)}`;
  }
  const at = one.exact ? value(one.value) : `${one.value} to ${one.to} (no ratio is the place)`;
  if (one.kind === 'point') return `= ${at}${one.figure === '' ? '' : `: ${number(one.figure)}`}`;
  const sides = [
    one.below !== undefined && `${number(one.below)} below`,
    `${number(one.figure)} at it`,
    one.above !== undefined && `${number(one.above)} above`,
  ];
  const where = one.reaches
    .map((side) => ({ below: 'below it', here: 'at it', above: 'above it' })[side])
    .join(' and ');
  return `= ${at} is jumped over: ${sides.filter(Boolean).join(', ')}; at least what is wanted ${where}`;
}

/** A value of an input; a fraction with the decimals a person reads beside it. */
function value(text: string): string {
  if (!text.includes('/')) return number(text);
  const read = readLiteral(text);
  const isPercent = text.endsWith('%');
  const [top, bottom] = text.replace('%', '').split('/').map(BigInt) as [bigint, bigint];
  const near = `${number(toFixed(ratio(top, bottom), 6))}${isPercent ? '%' : ''}`;
  return isNumber(read) ? `${text} (about ${near})` : `about ${near}`;
}

function number(text: string): string {
  const [, plain, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  return plain === undefined ? text : `${groupThousands(plain)}${percent}`;
}

function money(amount: string): string {
  return groupThousands(amount);
}

function isNothing(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}

function signed(amount: string): string {
  return `${amount.startsWith('-') || isNothing(amount) ? '' : '+'}${groupThousands(amount)}`;
}

function percent(share: string): string {
  const read = readLiteral(share);
  return isNumber(read) ? `${toFixed(multiply(read.value, ratio(100)), 1)} %` : share;
}
