import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../data/table.js';
import { type Issue, issue } from '../issue/issue.js';
import { loadJson } from './load-runs.js';

/**
 * Whether a folder holds a final run, or one that cannot be read and may be final. It is never overwritten: what
 * was paid must stay known.
 *
 * Issues:   retro.run.kept
 */
export async function finalRunIn(folder: string): Promise<Issue[]> {
  // On many disks two names that differ only in case are one file.
  const name = (await namesIn(folder)).find((one) => one.toLowerCase() === 'run.json');
  if (name === undefined) return [];
  const file = join(folder, name);
  const { loaded } = await loadJson(file);
  const status = isRecord(loaded?.value) ? loaded.value['status'] : undefined;
  if (loaded && status !== 'final') return [];
  return [
    issue({
      code: 'retro.run.kept',
      at: { file },
      message: loaded
        ? 'The folder holds a final run, which is never overwritten'
        : 'The folder holds a run that cannot be read and may be final, so it is not overwritten',
      expected: 'a folder without a final run',
      hint: loaded
        ? `Write to another folder, with --follows ${file} if something is to be corrected`
        : 'Write to another folder',
    }),
  ];
}

/**
 * Files of an earlier run that a new one does not replace: a pay file among them would be taken for the new one's.
 *
 * Issues:   retro.file.left
 */
export async function filesLeft(folder: string, written: readonly string[]): Promise<Issue[]> {
  const names = await namesIn(folder);
  const left = names.filter((name) => OURS.test(name) && !written.includes(name));
  return left.toSorted().map((name) =>
    issue({
      code: 'retro.file.left',
      at: { file: join(folder, name) },
      message: 'This file is of an earlier run, and the one that was written has none of this name',
      expected: 'files of one run',
      hint: 'Remove it, or write to another folder',
    }),
  );
}

const OURS = /^(pay-[A-Z]{3}|differences|exceptions)\.csv$/;

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((): string[] => []);
}
