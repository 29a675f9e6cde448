import { type Command, Option } from 'commander';
import { worksheets } from '../decide/index.js';
import { hasErrors, type Issue, printable } from '../issue/issue.js';
import { writeFiles } from '../node/index.js';
import { EXIT } from './exit.js';
import { loadStored } from './load-runs.js';
import { printData, printIssues, printMessage } from './print.js';
import { showWorksheets } from './show-worksheets.js';
import { type WorksheetFormat, worksheetFiles, worksheetFormats } from './worksheet-files.js';

/** What `worksheet` is told on the command line. */
export interface WorksheetCommand {
  readonly out: string;
  readonly format: WorksheetFormat;
  readonly manager?: string;
}

/** The options of `worksheet`. */
export function addWorksheetOptions(command: Command): void {
  command
    .requiredOption('--out <folder>', 'write a worksheet for each decider here, all or none')
    .addOption(
      new Option('--format <format>', 'format of the worksheets')
        .choices([...worksheetFormats])
        .default('xlsx'),
    )
    .option('--manager <id>', 'only the worksheet of this decider');
}

/** `worksheet`: what each manager decides on, as a file to fill in; it comes back with --decisions. */
export async function worksheet(path: string, { out, format, manager }: WorksheetCommand): Promise<number> {
  const { loaded, issues } = await loadStored(path);
  if (!loaded) return nothingWritten(issues);
  const made = worksheets(loaded, manager === undefined ? {} : { decider: manager });
  if (hasErrors(made.issues) || made.worksheets.length === 0) return nothingWritten(made.issues);
  const { files, issues: misread } = await worksheetFiles(made.worksheets, format);
  if (misread.length > 0) return nothingWritten([...made.issues, ...misread]);
  printData(showWorksheets(made.worksheets, files));
  printIssues(made.issues);
  const unwritten = await writeFiles(out, files);
  printIssues(unwritten);
  if (unwritten.length > 0) return EXIT.failure;
  printMessage(`\nWritten to ${printable(out)}: ${files.length} worksheet${files.length === 1 ? '' : 's'}`);
  return EXIT.fine;
}

function nothingWritten(issues: readonly Issue[]): number {
  printIssues(issues);
  printMessage('\nNothing was written.');
  return EXIT.invalidInput;
}
