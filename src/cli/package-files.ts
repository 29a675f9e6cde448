import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest above this file that has a package.json. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The path of a file shipped with the package, from the folder the command runs in. */
export function shippedFile(...parts: readonly string[]): string {
  return relative(process.cwd(), join(packageFolder(), ...parts));
}

/** The version of this package. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(shippedFile('package.json'), 'utf8')) as { version: string }).version;
}
