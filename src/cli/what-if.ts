import { eachOnce, hasErrors, type Issue } from '../issue/issue.js';
import { readDocument } from '../node/index.js';
import {
  whatIf as answer,
  type Prepared,
  parseScenarios,
  prepareWhatIf,
  type Scenario,
  type ScenarioAnswer,
  type SeekAnswer,
  type Sweep,
  seek,
  sweep,
  type TornadoBar,
  tornado,
  type WhatIfInput,
} from '../whatif/index.js';
import { EXIT } from './exit.js';
import { loadInputs } from './inputs.js';
import { whatIfCsv, whatIfJson } from './output-files.js';
import { printData, printIssues, printMessage } from './print.js';
import { showScenarios, showSeek, showSweep, showTornado } from './show-what-if.js';
import {
  betweenValues,
  inputNamed,
  isBoth,
  sweepValues,
  wantedFigure,
  writtenInput,
} from './what-if-input.js';
import type { WhatIfCommand } from './what-if-options.js';

/** What was answered: one of the questions, and what was found. */
export interface WhatIfAnswers {
  readonly scenarios?: readonly ScenarioAnswer[];
  readonly sweep?: Sweep;
  readonly tornado?: readonly TornadoBar[];
  readonly seek?: SeekAnswer;
  readonly issues: readonly Issue[];
}

/** `what-if`: one question, one line. */
export async function whatIf(planPaths: readonly string[], options: WhatIfCommand): Promise<number> {
  const { scenarios: _scenarios, ...files } = options;
  const { loaded, issues } = await loadInputs(planPaths, files);
  if (!loaded) return nothing(issues);
  const prepared = prepareWhatIf(loaded.plans, loaded.data, { asOf: options.asOf });
  const refused =
    prepared.run.awards.length === 0 ? prepared.run.issues.filter((one) => one.severity === 'error') : [];
  if (refused.length > 0) return nothing(refused);
  const answers = await answersTo(prepared, options);
  if (typeof answers === 'string') {
    printMessage(`error: ${answers}`);
    return EXIT.usage;
  }
  const isAnswered = [
    answers.scenarios?.filter(({ refused: isRefused }) => !isRefused),
    answers.sweep?.cells,
    answers.tornado,
    answers.seek?.solutions,
  ].some((one) => (one ?? []).length > 0);
  if (isAnswered) printData(shown(answers, options));
  for (const text of withheldTexts(answers)) printMessage(text);
  printIssues(answers.issues);
  if (!isAnswered) printMessage('\nNothing was answered.');
  return hasErrors(answers.issues) ? EXIT.invalidInput : EXIT.fine;
}

/** Who is missing in the figures: a total is not one of everybody then. */
function withheldTexts({ scenarios = [], seek: sought }: WhatIfAnswers): string[] {
  const counts = scenarios.map(({ scenario, withheld }) => ({ name: scenario, withheld }));
  const all = sought ? [...counts, { name: sought.wanted, withheld: sought.withheld }] : counts;
  return all.flatMap(({ name, withheld }) =>
    withheld === undefined
      ? []
      : [
          `${name}: without ${withheld} ${withheld === 1 ? 'person' : 'people'} who ${withheld === 1 ? 'is' : 'are'} withheld`,
        ],
  );
}

function nothing(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was answered.');
  return EXIT.invalidInput;
}

async function answersTo(prepared: Prepared, options: WhatIfCommand): Promise<WhatIfAnswers | string> {
  const { tornado: isTornado, seek: sought, sweep: swept } = options;
  if (isTornado) {
    const bars = tornado(prepared);
    return { tornado: bars, issues: [] };
  }
  if (sought !== undefined) return soughtIn(prepared, sought, options);
  if (swept !== undefined) return sweptIn(prepared, swept, options);
  return await scenariosIn(prepared, options);
}

/** An input by name, or why it cannot be told which is meant. */
function named(name: string, { plans, data }: Prepared): WhatIfInput | string {
  const columns = new Set(
    data.people.people.flatMap(({ assignments }) => assignments.flatMap(({ fields }) => Object.keys(fields))),
  );
  return isBoth(name, plans, columns)
    ? `${name} is a metric and a column of people: write actuals.${name} or people.${name}`
    : inputNamed(name, plans, columns);
}

function soughtIn(prepared: Prepared, sought: string, options: WhatIfCommand): WhatIfAnswers | string {
  const how = sought.endsWith('=+') ? 'plus' : /=[x×]$/.test(sought) ? 'times' : 'is';
  const input = named(sought.replace(/=[+x×]$/, ''), prepared);
  const wanted = wantedFigure(options.for ?? '', options);
  const between = options.between === undefined ? undefined : betweenValues(options.between);
  if (typeof input === 'string') return input;
  if (typeof wanted === 'string') return wanted;
  const found = seek(prepared, { input, how, wanted, ...(between && { between }) });
  return { seek: found, issues: found.issues };
}

function sweptIn(
  prepared: Prepared,
  swept: readonly string[],
  { person }: WhatIfCommand,
): WhatIfAnswers | string {
  const axes = swept.flatMap((text) => {
    const written = writtenInput(text);
    const values = sweepValues(written?.value ?? '');
    return written && values ? [{ ...written, values, input: named(written.name, prepared) }] : [];
  });
  const wrong = axes.find(({ input }) => typeof input === 'string');
  if (wrong) return String(wrong.input);
  const own = axes.map(({ input, how, values }) => ({ input: input as WhatIfInput, how, values }));
  const made = sweep(prepared, own, person === undefined ? {} : { person });
  return { sweep: made, issues: [...made.issues, ...distinct(made.cells.flatMap(({ issues }) => issues))] };
}

async function scenariosIn(prepared: Prepared, options: WhatIfCommand): Promise<WhatIfAnswers | string> {
  const read = await scenariosOf(prepared, options);
  if (typeof read === 'string') return read;
  const answers = answer(prepared, read.scenarios, { inputs: options.inputs === true });
  const { person } = options;
  const own =
    person === undefined
      ? answers
      : answers.map((one) => ({ ...one, people: one.people.filter((move) => move.person === person) }));
  return { scenarios: own, issues: [...read.issues, ...eachOnce(answers.flatMap(({ issues }) => issues))] };
}

interface Scenarios {
  readonly scenarios: Readonly<Record<string, Scenario>>;
  readonly issues: readonly Issue[];
}

async function scenariosOf(
  prepared: Prepared,
  { scenarios, against, set = [] }: WhatIfCommand,
): Promise<Scenarios | string> {
  if (scenarios !== undefined) {
    const { document, issues } = await readDocument(scenarios);
    if (hasErrors(issues)) return { scenarios: {}, issues };
    const read = parseScenarios(document);
    return {
      ...read,
      issues: [...issues, ...read.issues.map((one) => ({ ...one, at: { file: scenarios } }))],
    };
  }
  if (against !== undefined) {
    const { document, issues } = await readDocument(against);
    const other = document as Readonly<Record<string, unknown>>;
    return hasErrors(issues)
      ? { scenarios: {}, issues }
      : { scenarios: { [against]: { plan: other } }, issues };
  }
  return setScenario(prepared, set);
}

/** What is set on the command line, as one scenario. */
function setScenario(prepared: Prepared, set: readonly string[]): Scenarios | string {
  const actuals: Record<string, NonNullable<Scenario['actuals']>[string][]> = {};
  const people: Record<string, NonNullable<Scenario['people']>[string][]> = {};
  const plan: Record<string, unknown> = {};
  for (const text of set) {
    const written = writtenInput(text);
    if (!written) continue;
    const input = named(written.name, prepared);
    if (typeof input === 'string') return input;
    const change = { [written.how]: written.value };
    if ('path' in input) {
      const place = input.path.replace(/^\//, '');
      if (Object.hasOwn(plan, place)) return `--set changes ${place} twice: write once what it becomes`;
      plan[place] = change;
    } else if ('metric' in input) {
      const { metric, ...where } = input;
      actuals[metric] = [...(own(actuals, metric) ?? []), { ...change, ...where } as never];
    } else {
      const { column, ...where } = input;
      people[column] = [...(own(people, column) ?? []), { ...change, ...where } as never];
    }
  }
  const parts = {
    ...(hasKeys(actuals) && { actuals }),
    ...(hasKeys(people) && { people }),
    ...(hasKeys(plan) && { plan }),
  };
  return { scenarios: { [set.join(', ')]: parts }, issues: [] };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function hasKeys(record: object): boolean {
  return Object.keys(record).length > 0;
}

function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((one) => [one.message, one])).values()];
}

function shown(answers: WhatIfAnswers, options: WhatIfCommand): string {
  if (options.format === 'json') return whatIfJson(answers);
  if (options.format === 'csv') return whatIfCsv(answers);
  const { scenarios, sweep: swept, tornado: bars, seek: found } = answers;
  if (scenarios) return showScenarios(scenarios, options);
  if (swept) return showSweep(swept);
  return bars ? showTornado(bars) : showSeek(found as SeekAnswer);
}
