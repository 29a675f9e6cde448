import { dirname, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type AuditFile,
  type AuditOptions,
  auditFile,
  checkReceipt,
  type PayFileReceipt,
  pseudonymise,
  type Receipt,
  type ReceiptLanguage,
  receiptLanguages,
  receiptText,
  type Sample,
} from '../cycle/index.js';
import type { Issue } from '../issue/issue.js';
import { writeFiles } from '../node/index.js';
import { readBytes } from '../node/read-bytes.js';
import type { StoredRun } from '../retro/index.js';
import { pseudonymsOf } from '../retro/pseudonym.js';
import { auditFolder } from './audit-files.js';
import { EXIT } from './exit.js';
import type { Loaded } from './load.js';
import { loadJson, loadStored } from './load-runs.js';
import { usedFolder } from './output-folder.js';
import { printData, printIssues, printMessage } from './print.js';

/** What `audit` is told on the command line. */
export interface AuditCommand {
  readonly out: string;
  readonly people?: readonly string[];
  readonly largest?: number;
  readonly every?: number;
  readonly pseudonyms?: string;
  readonly language?: ReceiptLanguage;
}

/** The options of `audit`. */
export function addAuditOptions(command: Command): void {
  command
    .requiredOption('--out <folder>', 'a new or empty folder to write to')
    .optionsGroup('Who is explained step by step (everybody where nothing is said):')
    .option('--people <ids>', 'these people, separated by commas', ids)
    .option('--largest <count>', 'the largest awards of each plan and currency', fromOne)
    .option('--every <count>', 'every so-manieth person in the order of ids, from the first on', fromOne)
    .optionsGroup('Other:')
    .option(
      '--pseudonyms <keyfile>',
      'write pseudonyms instead of ids, names and texts; the file holds a key of 32 bytes or more',
    )
    .addOption(
      new Option('--language <language>', 'language of explanations, instructions and receipt')
        .choices([...receiptLanguages])
        .default('en'),
    );
}

function ids(text: string): readonly string[] {
  return text.split(',').map((id) => id.trim());
}

function fromOne(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Not a whole number from 1 on.');
  return Number(text);
}

/** What cannot be asked for together, in words; undefined where all is well. */
export function auditMisuse({ people, largest, every }: AuditCommand): string | undefined {
  const said = [people, largest, every].filter((one) => one !== undefined).length;
  return said > 1 ? 'give one of --people, --largest and --every' : undefined;
}

/** `audit`: a folder from which an auditor does the calculation once more. */
export async function audit(path: string, options: AuditCommand): Promise<number> {
  const { loaded: run, issues } = await loadStored(path);
  if (!run) return nothingWritten(issues, EXIT.invalidInput);
  const receipt = await loadReceipt(path, run);
  if (!receipt.loaded) return nothingWritten(receipt.issues, EXIT.controlFailed);
  const made = await auditOf(run, receipt.loaded, options);
  if (!made.loaded) return nothingWritten(made.issues, EXIT.invalidInput);
  return write(made.loaded, made.issues, options);
}

function nothingWritten(issues: readonly Issue[], code: number): number {
  printIssues(issues);
  printMessage('\nNothing was written.');
  return code;
}

async function write(
  file: AuditFile,
  issues: readonly Issue[],
  { out, language }: AuditCommand,
): Promise<number> {
  const used = await usedFolder(out);
  if (used.length > 0) return nothingWritten(used, EXIT.invalidInput);
  const files = auditFolder(file);
  const unwritten = await writeFiles(out, files);
  if (unwritten.length > 0) return nothingWritten(unwritten, EXIT.failure);
  printData(receiptText(file.receipt, language));
  printIssues(issues);
  const { length } = file.sample.people;
  printMessage(`\nExplained step by step: ${length} ${length === 1 ? 'person' : 'people'}`);
  printMessage(`Written to ${out}: ${files.map(({ name }) => name).join(', ')}`);
  return EXIT.fine;
}

/** The pay files that the receipt beside a run names; none where there is no receipt. */
async function loadReceipt(path: string, run: StoredRun): Promise<Loaded<readonly PayFileReceipt[]>> {
  const file = join(dirname(path), 'receipt.json');
  const { loaded, issues } = await loadJson(file);
  if (!loaded)
    return issues.some(({ code }) => code !== 'file.read') ? { issues } : { loaded: [], issues: [] };
  const found = checkReceipt(loaded.value, run).map((one) => ({ ...one, at: { file, ...one.at } }));
  return found.length > 0 ? { issues: found } : { loaded: (loaded.value as Receipt).files, issues: [] };
}

/** The audit file of the run, or of the run with pseudonyms. */
async function auditOf(
  run: StoredRun,
  files: readonly PayFileReceipt[],
  options: AuditCommand,
): Promise<Loaded<AuditFile>> {
  const { pseudonyms, language = 'en' } = options;
  const sample = sampleOf(options);
  if (pseudonyms === undefined) return audited(run, { sample, language, files });
  const key = await loadKey(pseudonyms);
  if (!key.loaded) return { issues: key.issues };
  const hidden = pseudonymise(run, { key: key.loaded });
  if (!hidden.ok) return { issues: hidden.issues };
  // The fingerprint of a short pay file gives its ids away to whoever tries some: it is not handed on.
  const named = typeof sample === 'object' && 'people' in sample;
  const theirs = named ? { people: sample.people.map(pseudonymsOf(key.loaded)) } : sample;
  const { loaded, issues } = audited(hidden.run, { sample: theirs, language });
  return { ...(loaded && { loaded }), issues: [...hidden.issues, ...issues] };
}

function audited(run: StoredRun, options: AuditOptions): Loaded<AuditFile> {
  const made = auditFile(run, options);
  return made.ok ? { loaded: made.audit, issues: [] } : { issues: made.issues };
}

function sampleOf({ people, largest, every }: AuditCommand): Sample {
  if (people !== undefined) return { people };
  if (largest !== undefined) return { largest };
  return every === undefined ? 'everybody' : { every };
}

/** More than any key. */
const KEY_LIMIT = 100_000;

/** The bytes of a key file; the line end that editors add is no part of the key. */
async function loadKey(path: string): Promise<Loaded<Uint8Array>> {
  const read = await readBytes(path, KEY_LIMIT);
  if ('issue' in read) return { issues: [read.issue] };
  let end = read.bytes.length;
  while (end > 0 && (read.bytes[end - 1] === 10 || read.bytes[end - 1] === 13)) end -= 1;
  return { loaded: read.bytes.subarray(0, end), issues: [] };
}
