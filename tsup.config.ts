import { mkdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { withoutSchemaTexts } from './scripts/without-schema-texts.js';

/** Says which files went into each output, for scripts/write-licences.ts. */
function listInputs(name: string): Plugin {
  return {
    name: 'list-inputs',
    setup(build) {
      build.onEnd(({ metafile }) => {
        mkdirSync('out/build', { recursive: true });
        writeFileSync(`out/build/${name}.json`, JSON.stringify(metafile));
      });
    },
  };
}

/**
 * Two packages below the reader of workbooks that cannot be bundled. graceful-fs requires built-in modules at
 * run time, and is a drop-in for fs. worker-f sends the source text of functions to threads, which bundling
 * breaks, and ships no licence file; without it the reader parses in this thread, as its universal entry does.
 */
const workbookReader: Plugin = {
  name: 'workbook-reader',
  setup(build) {
    build.onResolve({ filter: /^graceful-fs$/ }, () => ({ path: 'node:fs', external: true }));
    build.onResolve({ filter: /^worker-f\/node$/ }, () => ({ path: 'no-worker', namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default undefined;' }));
  },
};

/**
 * Parts below the special functions that are not bundled: a logger that requires built-in modules, and whatever makes
 * code from text: a probe for generators, which every engine has, and factories that nothing here calls.
 */
const specialFunctions: Plugin = {
  name: 'special-functions',
  setup(build) {
    build.onResolve({ filter: /^debug$/ }, () => ({ path: 'no-logger', namespace: 'silent' }));
    build.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: 'module.exports = () => () => undefined;',
    }));
    build.onLoad({ filter: /@stdlib.assert-has-generator-support.lib.index\.js$/ }, () => ({
      contents: 'module.exports = () => true;',
    }));
    build.onLoad({ filter: /@stdlib.math-base-tools-eval\w+.lib.factory\.js$/ }, () => ({
      contents: 'module.exports = undefined;',
    }));
  },
};

const shared: Options = {
  // What package.json calls a dependency stays outside; every other package is bundled into the entries that
  // need it. Neutral takes the ESM builds of those, which esbuild can shake; the modules built into Node are
  // then to be named, and appear only where a file imports them.
  platform: 'neutral',
  target: 'es2022',
  external: [/^node:/, ...builtinModules],
  removeNodeProtocol: false,
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      data: 'src/data/index.ts',
      payroll: 'src/payroll/index.ts',
      retro: 'src/retro/index.ts',
      versions: 'src/versions/index.ts',
      metrics: 'src/scores/index.ts',
      sources: 'src/sources/index.ts',
      explain: 'src/explain/index.ts',
      decide: 'src/decide/index.ts',
      accrual: 'src/accrual/index.ts',
      cycle: 'src/cycle/index.ts',
      // Lint stands above what-if, and both are one entry.
      whatif: 'src/lint/index.ts',
      node: 'src/node/index.ts',
    },
    format: ['esm', 'cjs'],
    // tsup 8 sets baseUrl for declarations, which TypeScript 6 calls deprecated.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    // One copy of every class, whichever entries are imported.
    splitting: true,
    sourcemap: true,
    esbuildPlugins: [workbookReader, specialFunctions, withoutSchemaTexts, listInputs('library')],
  },
  {
    ...shared,
    entry: { cli: 'src/cli/cli.ts' },
    format: ['esm'],
    splitting: false,
    // The command parser is CommonJS and requires built-in modules, which ESM output cannot by itself.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    esbuildPlugins: [workbookReader, specialFunctions, withoutSchemaTexts, listInputs('command')],
  },
]);
