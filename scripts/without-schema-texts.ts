import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Takes the words and examples of the schemas of plans, sources, pay maps, layouts and accruals out of the build: editors read
 * them in schema/*.json, which are made from the sources, and nobody reads them at run time. They are some 3 kB of what
 * a page would load.
 */
export const withoutSchemaTexts: Plugin = {
  name: 'without-schema-texts',
  setup(build) {
    build.onLoad(
      { filter: /src[\\/](?:plan|sources|payroll|accrual)[\\/]schema[^\\/]*\.ts$/ },
      ({ path }) => ({
        contents: bare(readFileSync(path, 'utf8'), path),
        loader: 'ts',
      }),
    );
  },
};

function bare(text: string, path: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const { transformed } = ts.transform(file, [
    (context) => (root) => ts.visitNode(root, stripper(context)) as ts.SourceFile,
  ]);
  return ts.createPrinter().printFile(transformed[0] as ts.SourceFile);
}

/** `field(schema, words, example)` becomes the schema, and so does `schema.check(z.meta(words))`. */
function stripper(context: ts.TransformationContext): ts.Visitor {
  const visit: ts.Visitor = (node) => {
    const inner = ts.visitEachChild(node, visit, context);
    if (!ts.isCallExpression(inner)) return inner;
    const { expression, arguments: given } = inner;
    if (ts.isIdentifier(expression) && expression.text === 'field') return given[0];
    const checked = ts.isPropertyAccessExpression(expression) && expression.name.text === 'check';
    return checked && given.length === 1 && isMeta(given[0]) ? expression.expression : inner;
  };
  return visit;
}

function isMeta(node: ts.Node | undefined): boolean {
  if (!node || !ts.isCallExpression(node)) return false;
  const { expression } = node;
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'meta';
}
