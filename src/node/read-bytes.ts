import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Issue, issue } from '../issue/issue.js';

/** The bytes of a file, or the one issue that says why there are none. */
export type ReadBytes = { readonly bytes: Uint8Array } | { readonly issue: Issue };

/** The name that issues give to what comes in by standard input (the path `-`). */
export const STANDARD_INPUT = 'standard input';

/** The name of a path in issues and tables. */
export function fileName(path: string): string {
  return path === '-' ? STANDARD_INPUT : path;
}

/**
 * Reads a whole file (`-` is standard input), and stops as soon as it proves larger than the limit.
 *
 * Issues:   file.read, file.size
 * @example  await readBytes('people.csv', 200_000_000)
 */
export async function readBytes(path: string, limit: number): Promise<ReadBytes> {
  try {
    if (path !== '-' && (await stat(path)).size > limit) return { issue: tooLarge(fileName(path), limit) };
    return await collect(path, limit);
  } catch (error) {
    return { issue: unreadable(fileName(path), error) };
  }
}

/** The issue of a file above its limit, in bytes. */
export function tooLarge(file: string, limit: number): Issue {
  const megabytes = Math.floor(limit / 1_000_000);
  return issue({
    code: 'file.size',
    at: { file },
    message: `The file is larger than ${megabytes} MB and was not read`,
    expected: `a file of at most ${megabytes} MB`,
    hint: 'Split it, or remove what this does not need',
  });
}

async function collect(path: string, limit: number): Promise<ReadBytes> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // The size is counted again while reading: a pipe or a device has none to ask for.
  for await (const piece of path === '-' ? process.stdin : createReadStream(path)) {
    const bytes: Uint8Array = typeof piece === 'string' ? Buffer.from(piece) : piece;
    size += bytes.length;
    if (size > limit) return { issue: tooLarge(fileName(path), limit) };
    pieces.push(bytes);
  }
  return { bytes: Buffer.concat(pieces) };
}

function unreadable(file: string, error: unknown): Issue {
  const code = errorCode(error);
  return issue({
    code: 'file.read',
    at: { file },
    message: `The file cannot be read: ${REASONS[code] ?? code}`,
    expected: 'a file that exists and may be read',
    hint: 'Check the name, the folder and the permissions',
  });
}

/** The short code of a system error, such as ENOENT. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ERR_INVALID_ARG_VALUE: 'the path is not a possible path',
};
