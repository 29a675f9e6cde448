import { actualRows, type BenchPerson, benchPeople, planDocument } from './plan.js';

/** What is measured is what users install: the built package. */
const built = new URL('../dist/index.js', import.meta.url).href;
const { calculate, parseActuals, parsePeople, parsePlan } = (await import(
  built
)) as typeof import('../src/index.js');
const entry = new URL('../dist/whatif.js', import.meta.url).href;
const { awardsWith, prepareWhatIf } = (await import(entry)) as typeof import('../src/whatif/index.js');

/**
 * One changed input among ten thousand people: the what-if answer, a full calculation of the changed data, and an open
 * HyperFormula workbook of the same plan with the same cell changed. The three take turns in one process, and the median
 * counts; read the ratios. HyperFormula is no dependency: `npm install --no-save hyperformula` for its column, or its folder
 * in HYPERFORMULA. A workbook rounds binary floats, so a total may miss some cents, which are told.
 */
const PEOPLE = 10_000;
const WARM_UP = 3;
const ROUNDS = 15;
const AS_OF = '2027-01-31';

/** One cell of a workbook. */
interface Cell {
  readonly sheet: number;
  readonly row: number;
  readonly col: number;
}

/** What is used of a workbook engine. */
interface Workbook {
  setCellContents(at: Cell, content: number): unknown;
  getCellValue(at: Cell): unknown;
}

interface Engine {
  readonly HyperFormula: {
    buildFromSheets(sheets: Record<string, unknown[][]>, options: object): Workbook;
  };
}

async function engine(): Promise<Engine | undefined> {
  const folder = process.env['HYPERFORMULA'];
  try {
    const found = (await import(folder ?? ['hyper', 'formula'].join(''))) as Engine & {
      readonly default?: Engine;
    };
    return found.HyperFormula ? found : found.default;
  } catch {
    return undefined;
  }
}

const rows = benchPeople(PEOPLE);
const parsed = parsePlan(planDocument);
if (!parsed.ok) throw new Error('The plan of the benchmark has faults.');
const plan = parsed.plan;
const people = parsePeople(rows as never);
const data = { people, actuals: parseActuals(actualRows) };

const DAY = 86_400_000;
const percent = (text: string) => Number(text.slice(0, -1)) / 100;

function daysOf({ hired }: BenchPerson): number {
  const start = hired < '2026-01-01' ? '2026-01-01' : hired;
  return (Date.parse('2026-12-31') - Date.parse(start)) / DAY + 1;
}

const REVENUE = { sheet: 0, row: 0, col: 0 };
const TEAM = (team: number) => ({ sheet: 0, row: 2 + team, col: 0 });
const SALARY = (person: number) => ({ sheet: 1, row: person, col: 0 });
const TOTAL = { sheet: 0, row: 0, col: 3 };

/** A curve as nested conditions, as people write it in a workbook. */
function curveFormula(x: string, points: readonly (readonly [number, number])[]): string {
  const last = points.at(-1) as readonly [number, number];
  const pieces = points.slice(1).map(([x1, y1], index) => {
    const [x0, y0] = points[index] as readonly [number, number];
    return [x1, `${y0}+(${x}-${x0})*${y1 - y0}/${x1 - x0}`] as const;
  });
  const inner = pieces.reduceRight((rest, [x1, text]) => `IF(${x}<${x1},${text},${rest})`, String(last[1]));
  return `IF(${x}<${points[0]?.[0]},0,${inner})`;
}

/** The plan as a workbook: company and teams on one sheet, people on the other. */
function workbook({ HyperFormula }: Engine): Workbook {
  const [revenue, retention, ...teams] = actualRows as readonly { readonly value: string | number }[];
  const company: unknown[][] = [
    [
      Number(revenue?.value),
      `=A1/120000000`,
      `=${curveFormula('B1', [
        [0.8, 0.5],
        [1, 1],
        [1.2, 2],
      ])}`,
      `=SUM(People!G1:G${PEOPLE})`,
    ],
    [
      percent(String(retention?.value)),
      null,
      `=${curveFormula('A2', [
        [0.85, 0.5],
        [0.9, 1],
        [0.95, 1.5],
      ])}`,
    ],
    ...teams.map(({ value }, index) => {
      const row = index + 3;
      const score = curveFormula(`A${row}`, [
        [30, 0.5],
        [45, 1],
        [60, 1.5],
      ]);
      return [Number(value), null, `=${score}`, `=IF($B$1>=0.7,0.5*$C$1+0.25*$C$2+0.25*C${row},0)`];
    }),
  ];
  const sheet = rows.map((person, index) => {
    const row = index + 1;
    const team = Number(person.team.slice('team-'.length)) + 3;
    const payout = `MAX(0,MIN(1.5,D${row}))*Company!$D$${team}`;
    return [
      Number(person.salary),
      percent(person.targetPercent),
      daysOf(person) / 365,
      percent(person.individualFactor),
      `=A${row}*B${row}*C${row}`,
      `=E${row}*0.3+E${row}*0.7*${payout}`,
      `=ROUND(MAX(0,MIN(2*E${row},F${row})),2)`,
    ];
  });
  return HyperFormula.buildFromSheets(
    { Company: company, People: sheet },
    { licenseKey: 'gpl-v3', precisionRounding: 14 },
  );
}

type Scenario = Parameters<typeof awardsWith>[1];

/** A question, and the cell that changes in a workbook; the value differs in every round. */
interface Question {
  readonly name: string;
  readonly scenario: (round: number) => Scenario;
  readonly cell: (round: number) => readonly [Cell, number];
}

const questions: readonly Question[] = [
  {
    name: 'revenue of the company',
    scenario: (round) => ({ actuals: { revenue: 110_000_000 + round * 250_000 } }),
    cell: (round) => [REVENUE, 110_000_000 + round * 250_000],
  },
  {
    name: "one team's score",
    scenario: (round) => ({ actuals: { recommendation: { group: 'team-3', is: 35 + round } } }),
    cell: (round) => [TEAM(3), 35 + round],
  },
  {
    name: "one person's salary",
    scenario: (round) => ({ people: { salary: { person: 'p-17', is: 60_000 + round * 100 } } }),
    cell: (round) => [SALARY(17), 60_000 + round * 100],
  },
];

function timed<T>(work: () => T): readonly [number, T] {
  const start = performance.now();
  const made = work();
  return [performance.now() - start, made];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The whole calculation on data changed by hand. */
function fullRun(question: Question, round: number): string {
  const { actuals, people: columns } = question.scenario(round) as {
    readonly actuals?: object;
    readonly people?: object;
  };
  const [, value] = question.cell(round);
  const isCompany = actuals !== undefined && 'revenue' in actuals;
  const changedActuals = {
    ...data.actuals,
    actuals: data.actuals.actuals.map((one) =>
      actuals !== undefined && (isCompany ? one.metric === 'revenue' : one.group === 'team-3')
        ? { ...one, value }
        : one,
    ),
  };
  const changedPeople = {
    ...people,
    people: people.people.map((one) =>
      columns !== undefined && one.id === 'p-17'
        ? {
            ...one,
            assignments: one.assignments.map((own) => ({ ...own, fields: { ...own.fields, salary: value } })),
          }
        : one,
    ),
  };
  return (
    calculate([plan], { people: changedPeople, actuals: changedActuals }, { asOf: AS_OF }).totals[0]
      ?.amount ?? ''
  );
}

/** The total of the workbook after a cell changed. */
function totalWith(book: Workbook, at: Cell, value: number): number {
  book.setCellContents(at, value);
  return Number(book.getCellValue(TOTAL));
}

interface Times {
  readonly whatIf: number[];
  readonly full: number[];
  readonly sheet: number[];
  first: number;
  off: number;
}

function measure(question: Question, book: Workbook | undefined): Times {
  const prepared = prepareWhatIf([plan], data, { asOf: AS_OF });
  const times: Times = { whatIf: [], full: [], sheet: [], first: 0, off: 0 };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [own, total] = timed(() => awardsWith(prepared, question.scenario(round)).totals[0]?.amount ?? '');
    const [whole, same] = timed(() => fullRun(question, round));
    if (total !== same) throw new Error(`${question.name}: ${total} differs from ${same}`);
    if (round === 0) times.first = own;
    const [at, value] = question.cell(round);
    const [sheet, shown] = book ? timed(() => totalWith(book, at, value)) : [0, 0];
    if (book) times.off = Math.max(times.off, Math.round(Math.abs(shown - Number(total)) * 100));
    if (round < WARM_UP) continue;
    times.whatIf.push(own);
    times.full.push(whole);
    times.sheet.push(sheet);
  }
  return times;
}

const found = await engine();
const book = found && workbook(found);
console.log(
  `\nWhat-if: ${PEOPLE} people, one changed input, median of ${ROUNDS} rounds in turn${found ? '' : '; HyperFormula is not installed'}`,
);
for (const question of questions) {
  const { whatIf, full, sheet, first, off } = measure(question, book);
  const [own, whole, cells] = [median(whatIf), median(full), median(sheet)];
  const beside = book
    ? `   HyperFormula ${cells.toFixed(1).padStart(6)} ms, ${(cells / own).toFixed(2)} x (at most ${off} cents off)`
    : '';
  console.log(
    `${question.name.padEnd(24)} ${own.toFixed(1).padStart(6)} ms (the first ${first.toFixed(1)} ms)   calculate ${whole.toFixed(1).padStart(6)} ms, ${(whole / own).toFixed(2)} x${beside}`,
  );
  // Each question starts from the workbook as it was.
  if (book) {
    const [at] = question.cell(0);
    const before = question.name.startsWith('revenue')
      ? 118234567.89
      : question.name.startsWith('one team')
        ? 51
        : Number(rows[17]?.salary);
    book.setCellContents(at, before);
  }
}
