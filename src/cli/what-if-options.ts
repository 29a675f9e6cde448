import { type Command, Option } from 'commander';
import { addDataFiles, addFileForms } from './calculate-options.js';
import type { DataFiles } from './load.js';
import { collect, wholeNumber } from './option-values.js';
import { betweenValues, sweepValues, wantedFigure, writtenInput } from './what-if-input.js';

/** What `what-if` is told on the command line. */
export interface WhatIfCommand extends DataFiles {
  readonly asOf: string;
  readonly scenarios?: string;
  readonly set?: readonly string[];
  readonly sweep?: readonly string[];
  readonly tornado?: boolean;
  readonly against?: string;
  readonly seek?: string;
  readonly for?: string;
  readonly between?: string;
  readonly plan?: string;
  readonly currency?: string;
  readonly person?: string;
  readonly inputs?: boolean;
  readonly rows?: number;
  readonly format?: 'table' | 'json' | 'csv';
}

/** The options of `what-if`, in the groups that its help shows. */
export function addWhatIfOptions(command: Command): void {
  command
    .optionsGroup('The question, one of:')
    .option(
      '--set <input=value>',
      'recommendation=60, salary@e-1=+5000, revenue=x110%, target/percent=12%; may be repeated',
      collect,
    )
    .option('--scenarios <file>', 'scenarios by name, YAML or JSON')
    .option('--against <plan>', 'another plan on the same people')
    .option(
      '--sweep <input=values>',
      'a table of totals: recommendation=30..70:5, or 30,45,60; at most twice',
      collect,
    )
    .option('--tornado', 'every input a step down and up, the one that moves most first')
    .option(
      '--seek <input>',
      'the values of an input that bring the figure of --for; salary=x for a factor, =+ for an amount more',
    )
    .optionsGroup('To seek:')
    .option('--for <figure>', 'total=500000, award=9000, target=100% or achievement:revenue=100%')
    .option('--between <values>', 'where to look: 0..100; what the input can be without it')
    .option('--plan <id>', 'the total of this plan')
    .option('--currency <code>', 'the total in this currency')
    .optionsGroup('What it is asked of:')
    .requiredOption('--people <file>', 'people')
    .requiredOption('--as-of <day>', 'day of the calculation, YYYY-MM-DD');
  addDataFiles(command);
  addFileForms(command);
  command
    .optionsGroup('Output:')
    .option('--person <id>', 'only this person, with every line that moved')
    .option('--inputs', 'also what each changed input brought, on average over all orders')
    .option('--rows <count>', 'how many of those who moved most are listed', wholeNumber)
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    );
}

const QUESTIONS = ['set', 'scenarios', 'against', 'sweep', 'tornado', 'seek'] as const;

/** What is missing or too much on the command line, in words; undefined where all is well. */
export function whatIfMisuse(options: WhatIfCommand): string | undefined {
  const asked = QUESTIONS.filter((key) => options[key] !== undefined);
  if (asked.length !== 1)
    return `ask one question: ${QUESTIONS.map((key) => `--${key}`).join(', ')}${asked.length > 1 ? `, not ${asked.length}` : ''}`;
  if (options.decisions !== undefined)
    return 'take --decisions out: they were made on the formula as it is, and a question is of the formula';
  const wrong = (options.set ?? []).find((one) => writtenInput(one) === undefined);
  if (wrong !== undefined) return `--set is an input and a value, such as recommendation=60, not ${wrong}`;
  return misusedSweep(options) ?? misusedSeek(options);
}

function misusedSweep({ sweep = [] }: WhatIfCommand): string | undefined {
  if (sweep.length > 2) return '--sweep is given once or twice';
  const wrong = sweep.find((one) => sweepValues(writtenInput(one)?.value ?? '') === undefined);
  return wrong === undefined
    ? undefined
    : `--sweep is an input and values, such as recommendation=30..70:5, not ${wrong}`;
}

function misusedSeek({
  seek,
  for: wanted,
  between,
  person,
  plan,
  currency,
}: WhatIfCommand): string | undefined {
  if (seek === undefined) {
    const beside = [wanted, between, plan, currency].some((one) => one !== undefined);
    return beside ? '--for, --between, --plan and --currency go with --seek' : undefined;
  }
  if (wanted === undefined) return '--seek needs --for: the figure that is wanted';
  if (between !== undefined && betweenValues(between) === undefined)
    return '--between is two values, such as 0..100';
  const figure = wantedFigure(wanted, { person, plan, currency });
  return typeof figure === 'string' ? figure : undefined;
}
