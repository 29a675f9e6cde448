/** Fails when the built core entry, with everything it imports, weighs more in a page than it may. */
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bytesByPackage } from './bundled.js';
import { ensure, main, root } from './support.js';

/**
 * 116 KiB: 60 until plans could hold formulas, 88 until metrics could have sample rules, 100 until names and sentences were
 * data that two languages say, 104 until plans could share out pools, convert, and let managers decide.
 */
const LIMIT = 118_784;

await main(async () => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: "export * from './dist/index.js';", resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    metafile: true,
    write: false,
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const weight = gzipSync(code, { level: 9 }).length;
  const rows = [...bytesByPackage(metafile)].sort(([, a], [, b]) => b - a);
  for (const [name, bytes] of rows) console.log(`${String(bytes).padStart(8)}  ${name || 'variable-pay'}`);
  console.log(`${String(code.length).padStart(8)}  minified; ${weight} gzipped, ${LIMIT} allowed`);
  ensure(weight <= LIMIT, `The core entry weighs ${weight} bytes gzipped; ${LIMIT} are allowed`);
});
