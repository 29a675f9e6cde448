import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeFiles } from '../node/index.js';
import { EXIT } from './exit.js';
import { shippedFile } from './package-files.js';
import { printData, printIssues, printMessage } from './print.js';

const FILES = ['plan.yaml', 'people.csv', 'actuals.csv'] as const;

/** A file of the starter; the plan's schema line points from where the plan will be. */
async function starterFile(name: string, folder: string): Promise<string> {
  const text = await readFile(shippedFile('examples', 'starter', name), 'utf8');
  const toHere = relative(folder, '.').replaceAll('\\', '/');
  return text.replace('$schema=./node_modules/', `$schema=${toHere === '' ? '.' : toHere}/node_modules/`);
}

/** `init`: a working plan with people and actuals to start from; never over files that are there. */
export async function init(folder: string): Promise<number> {
  const present = await readdir(folder).catch((): string[] => []);
  const taken = FILES.filter((name) => present.includes(name));
  if (taken.length > 0) {
    printMessage(`${folder} has ${taken.join(', ')} already: nothing was written. Choose another folder.`);
    return EXIT.failure;
  }
  const files = await Promise.all(
    FILES.map(async (name) => ({ name, content: await starterFile(name, folder) })),
  );
  const issues = await writeFiles(folder, files);
  printIssues(issues);
  if (issues.length > 0) return EXIT.failure;
  const [plan, people, actuals] = FILES.map((name) => join(folder, name));
  printData(
    `Written: ${[plan, people, actuals].join(', ')}\nNow: npx variable-pay calculate ${plan} --people ${people} --actuals ${actuals} --as-of 2027-01-31`,
  );
  return EXIT.fine;
}
