/** Writes dist/THIRD-PARTY-LICENSES.txt: whose code is bundled, and on what terms; fails when the terms are missing. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled.js';
import { ensure, main, root } from './support.js';

const NOTICE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const RULE = '-'.repeat(80);

/** The name of a package and the terms it is bundled on. */
function termsOf(name: string, folder: string): { readonly title: string; readonly text: string } {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .sort();
  ensure(
    files.length > 0,
    `${name} ${version} is bundled, but ships no licence file: it cannot be redistributed`,
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return { title: `${name} ${version} (${license})`, text: texts.join('\n') };
}

await main(() => {
  const packages = [...bundledPackages()];
  ensure(packages.length > 0, 'Nothing is listed as bundled: build first');
  const head = 'Files of this folder contain code of the following packages.\n';
  // Packages of one family share their terms word for word: the text stands once, below all their names.
  const shared = new Map<string, string[]>();
  for (const [name, folder] of packages) {
    const { title, text } = termsOf(name, folder);
    shared.set(text, [...(shared.get(text) ?? []), title]);
  }
  const notices = [...shared].map(([text, titles]) => [RULE, ...titles, RULE, '', text, ''].join('\n'));
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), [head, ...notices].join('\n'));
  const names = packages.map(([name]) => name).filter((name) => !name.startsWith('@stdlib/'));
  console.log(
    `licences of ${packages.length} bundled packages: ${names.join(', ')} and ${packages.length - names.length} of @stdlib`,
  );
});
