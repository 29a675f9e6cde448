/** What the build bundled, from the lists that tsup.config.ts writes to out/build. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './support.js';

const INSIDE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** The folder of the package a file belongs to, and the package's name; undefined for a file of our own. */
export function packageOf(file: string): { folder: string; name: string } | undefined {
  const [, folder, name] = INSIDE.exec(file) ?? [];
  return folder === undefined || name === undefined ? undefined : { folder, name };
}

/** Bytes of each package (and of our own files, as '') in the outputs of one build. */
export function bytesByPackage({ outputs }: Metafile): Map<string, number> {
  const bytes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const name = packageOf(file)?.name ?? '';
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  }
  return bytes;
}

/** Folders of the packages of which at least one byte reached an output, by name. */
export function bundledPackages(): Map<string, string> {
  const found = new Map<string, string>();
  for (const { outputs } of buildLists().values()) {
    for (const { inputs } of Object.values(outputs)) {
      const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      for (const [file] of used) {
        const one = packageOf(file);
        if (one) found.set(one.name, join(root, one.folder));
      }
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function buildLists(): Map<string, Metafile> {
  const folder = join(root, 'out', 'build');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
