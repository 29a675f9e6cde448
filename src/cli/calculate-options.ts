import { type Command, Option } from 'commander';
import type { DataFiles } from './load.js';
import { collect, wholeNumber } from './option-values.js';

/** What `calculate` is told on the command line. */
export interface CalculateCommand extends DataFiles {
  readonly asOf: string;
  readonly only?: readonly string[];
  readonly final?: boolean;
  readonly follows?: readonly string[];
  readonly previous?: string;
  readonly steps?: readonly string[];
  readonly rows?: number;
  readonly format?: 'table' | 'json' | 'ndjson' | 'csv';
  readonly out?: string;
  readonly payDate?: string;
  readonly payCode?: string;
  readonly negatives?: boolean;
  readonly allowWithheld?: boolean;
}

/** The options of `calculate`, in the groups that its help shows. */
export function addCalculateOptions(command: Command): void {
  addInputs(command);
  addRun(command);
  addOutput(command);
  addFileForms(command);
  command.optionsGroup('Other:');
}

function addInputs(command: Command): void {
  command
    .optionsGroup('Files (CSV, XLSX, JSON or NDJSON; - is standard input):')
    .requiredOption('--people <file>', 'people');
  addDataFiles(command);
}

/** The files beside people that a run is calculated on, the same in every command. */
export function addDataFiles(command: Command): void {
  command
    .option('--actuals <file>', 'measured values; without it only what needs none is paid')
    .option('--sources <file>', 'sources document: customer data as exported, counted into measured values')
    .option('--changes <file>', 'dated changes of people; may be repeated, applied in order', collect)
    .option('--leave <file>', 'leave')
    .option('--earnings <file>', 'pay that was earned')
    .option('--exceptions <file>', 'what was decided for single people')
    .option(
      '--decisions <file>',
      'decisions of managers on awards, as worksheets come back; may be repeated',
      collect,
    )
    .option('--rates <file>', 'rates of exchange, for plans that convert');
}

/** The names of all files of data, as options have them. */
export const dataFiles = [
  'people',
  'changes',
  'actuals',
  'sources',
  'leave',
  'earnings',
  'exceptions',
  'decisions',
  'rates',
] as const;

function addRun(command: Command): void {
  command
    .optionsGroup('The run:')
    .requiredOption('--as-of <day>', 'day of the calculation, YYYY-MM-DD: later measurements do not count')
    .option('--only <person>', 'only this person, as off cycle; may be repeated', collect)
    .option('--final', 'awards are paid on this run; needs --out, and is never overwritten')
    .option(
      '--follows <file>',
      'run.json of a final run that was paid: gives the differences to it; in order',
      collect,
    )
    .option('--previous <file>', 'run.json to compare with, as last year: lists who moved most');
}

function addOutput(command: Command): void {
  command
    .optionsGroup('Output:')
    .option('--steps <person>', 'show the steps of this person; may be repeated', collect)
    .option('--rows <count>', 'rows of the award table to print', wholeNumber)
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json', 'ndjson', 'csv'])
        .default('table'),
    )
    .option(
      '--out <folder>',
      'write awards.csv, run.json, receipt.json and pay files here, whole or not at all',
    )
    .option('--pay-date <day>', 'day of payment; makes canonical pay lines')
    .option('--pay-code <code>', 'pay code of the payroll for these lines')
    .option('--negatives', 'make pay lines of negative amounts, too')
    .option('--allow-withheld', 'exit 0 although people are withheld');
}

/** How text files are written. */
export function addFileForms(command: Command): void {
  command
    .optionsGroup('How the files are written:')
    .addOption(new Option('--decimal <sign>', 'decimal sign of CSV files').choices(['.', ',']))
    .addOption(new Option('--encoding <name>', 'encoding of CSV files').choices(['utf-8', 'windows-1252']))
    .addOption(
      new Option('--delimiter <sign>', 'delimiter of CSV files; found from the header by default').choices([
        ',',
        ';',
      ]),
    )
    .option('--sheet <name>', 'sheet of XLSX files; the first by default');
}

/** What cannot be asked for together, in words; undefined where all is well. */
export function misuse({ final, out }: CalculateCommand): string | undefined {
  return final && out === undefined ? '--final needs --out: a run that was paid on is kept' : undefined;
}
