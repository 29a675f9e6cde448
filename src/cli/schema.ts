import { readFile } from 'node:fs/promises';
import { EXIT } from './exit.js';
import { shippedFile } from './package-files.js';
import { printData } from './print.js';

export const schemaNames = [
  'plan',
  'people',
  'actuals',
  'leave',
  'earnings',
  'exceptions',
  'decisions',
  'sources',
  'pay-map',
  'pay-layout',
  'accrual',
  'scenarios',
  'explanation',
  'comparison',
  'verification',
  'receipt',
] as const;

/** `schema`: the JSON Schema of a kind of file. */
export async function schema(name: (typeof schemaNames)[number]): Promise<number> {
  printData(await readFile(shippedFile('schema', `${name}.schema.json`), 'utf8'));
  return EXIT.fine;
}
