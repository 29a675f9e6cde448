import { type Command, Option } from 'commander';
import { type ComparisonLanguage, comparisonLanguages } from '../compare/index.js';
import { addDataFiles, addFileForms, dataFiles } from './calculate-options.js';
import type { DataFiles } from './load.js';
import { collect, wholeNumber } from './option-values.js';

/** What `compare` is told on the command line. */
export interface CompareCommand extends Partial<DataFiles> {
  readonly plan?: readonly string[];
  readonly asOf?: string;
  readonly person?: string;
  readonly rows?: number;
  readonly format?: 'table' | 'json' | 'csv';
  readonly language?: ComparisonLanguage;
}

/** The options of `compare`, in the groups that its help shows. */
export function addCompareOptions(command: Command): void {
  command
    .optionsGroup('Output:')
    .option('--person <id>', 'only this person, with everything that moved')
    .option('--rows <count>', 'how many of those who moved most are listed', wholeNumber)
    .addOption(
      new Option('--format <format>', 'what goes to standard output')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    )
    .addOption(
      new Option('--language <language>', 'language of the table')
        .choices([...comparisonLanguages])
        .default('en'),
    )
    .optionsGroup('Instead of a second run, what the first is calculated on anew:')
    .option('--plan <file>', 'another version of a plan of the run; may be repeated', collect)
    .option('--as-of <day>', 'another day of the calculation, YYYY-MM-DD')
    .option('--people <file>', 'people');
  addDataFiles(command);
  addFileForms(command);
  command.optionsGroup('Other:');
}

const REPLACING = ['plan', ...dataFiles, 'asOf'] as const;

/** What cannot be asked for together, in words; undefined where all is well. */
export function compareMisuse(now: string | undefined, options: CompareCommand): string | undefined {
  const isReplaced = REPLACING.some((key) => options[key] !== undefined);
  if (now === undefined && !isReplaced)
    return 'compare needs a second run.json, or a file to replace in the first, such as --actuals';
  return now !== undefined && isReplaced
    ? 'a second run has files of its own: give either the run, or files to replace in the first'
    : undefined;
}
