import { type Issue, issue, quote } from '../issue/issue.js';

/**
 * What is wrong with the names of files to be written: each must be a plain name, without a folder, given once.
 *
 * Issues:   file.write
 * @example  nameIssues('out', ['../a']) // one issue
 */
export function nameIssues(directory: string, names: readonly string[]): Issue[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    // Two names that differ only in case are one file on many disks.
    const reason = isPlainName(name)
      ? seen.has(name.toLowerCase()) && 'it is given twice'
      : 'it is not a plain file name';
    seen.add(name.toLowerCase());
    if (!reason) return [];
    return [
      issue({
        code: 'file.write',
        at: { file: directory },
        message: `Nothing was written: the file name ${quote(name)} cannot be used, ${reason}`,
        expected: 'a different plain name, without a folder, for each file',
        hint: 'Give the folder apart from the name',
      }),
    ];
  });
}

function isPlainName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is being refused
  return name !== '' && name !== '.' && name !== '..' && !/[/\\:\u0000-\u001f]/.test(name);
}
