/** Removes what a build makes, so that no file of an earlier one is packed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support.js';

for (const made of ['dist', 'out/build']) rmSync(join(root, made), { recursive: true, force: true });
