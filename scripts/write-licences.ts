/** Writes dist/THIRD-PARTY-LICENSES.txt: whose code is bundled, and on what terms; fails when the terms are missing. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled.js';
import { ensure, main, root } from './support.js';

const NOTICE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const RULE = '-'.repeat(80);

function noticeOf(name: string, folder: string): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .sort();
  ensure(
    files.length > 0,
    `${name} ${version} is bundled, but ships no licence file: it cannot be redistributed`,
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [RULE, `${name} ${version} (${license})`, RULE, '', ...texts, ''].join('\n');
}

await main(() => {
  const packages = [...bundledPackages()];
  ensure(packages.length > 0, 'Nothing is listed as bundled: build first');
  const head = 'Files of this folder contain code of the following packages.\n';
  const notices = packages.map(([name, folder]) => noticeOf(name, folder));
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-LICENSES.txt'), [head, ...notices].join('\n'));
  console.log(
    `licences of ${packages.length} bundled packages: ${packages.map(([name]) => name).join(', ')}`,
  );
});
