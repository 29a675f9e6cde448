import ts from 'typescript';

/** A source file: its path below `src/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A rule of the house: what a file does against it, in words; nothing when it keeps it. */
export type Rule = (file: SourceFile) => string[];

/** Floors from the ground up: a file imports from its own floor and those below. */
export const FLOORS = [
  ...[
    'num',
    'time',
    'issue',
    'words',
    'plan',
    'data',
    'metrics',
    'sources',
    'program',
    'concepts',
    'exact',
    'batch',
  ],
  ...['trace', 'risk', 'settle', 'versions', 'run', 'scores', 'payroll', 'retro'],
  ...['verify', 'compare', 'explain', 'decide', 'accrual', 'cycle', 'whatif', 'lint', 'report', 'schemas'],
  ...['node', 'cli'],
];

/** Floors that stand beside the house: they may use these and nothing else of it. */
const NARROW: Readonly<Record<string, readonly string[]>> = { node: ['issue', 'data', 'num'] };

/** Where a package may be imported. */
const PACKAGES: readonly (readonly [package_: RegExp, floors: readonly string[]])[] = [
  [/^(date-fns|@date-fns)(\/|$)/, ['time']],
  [/^decimal\.js/, ['num']],
  [/^@stdlib\//, ['metrics']],
  [/^@noble\//, ['retro']],
  [/^zod(\/|$)/, ['plan', 'sources', 'payroll', 'accrual', 'schemas']],
  [/^node:/, ['node', 'cli']],
];

const floorOf = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : 'index');

/** A file is parsed once, whatever the number of rules. */
const parsed = new WeakMap<SourceFile, ts.SourceFile>();

function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  parsed.set(file, known);
  return known;
}

function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** What a file imports or re-exports, types included. */
export function importsOf(file: SourceFile): string[] {
  return [...nodesOf(parse(file))].flatMap((node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
    if (from && ts.isStringLiteral(from)) return [from.text];
    const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const argument = dynamic ? node.arguments[0] : undefined;
    return argument && ts.isStringLiteral(argument) ? [argument.text] : [];
  });
}

/** The floor an import leads to; undefined for packages and files of the root. */
function floorImported(from: string, path: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const resolved = new URL(from, `file:///${path}`).pathname.slice(1);
  return resolved.includes('/') ? resolved.split('/')[0] : 'index';
}

/** Imports go down only; the root may import everything and nothing may import the root. */
export const importsGoDown: Rule = (file) => {
  const own = floorOf(file.path);
  if (own === 'index') return [];
  if (!FLOORS.includes(own)) return [`${own} is not a floor`];
  return importsOf(file).flatMap((from) => {
    const floor = floorImported(from, file.path);
    if (floor === undefined || floor === own) return [];
    const allowed = NARROW[own]?.includes(floor) ?? FLOORS.indexOf(floor) < FLOORS.indexOf(own);
    return allowed && FLOORS.includes(floor) ? [] : [`${own} imports ${floor}`];
  });
};

/** Packages are imported on their own floor, so that each can be replaced in one place. */
export const packagesStayHome: Rule = (file) =>
  importsOf(file).flatMap((from) => {
    const home = PACKAGES.find(([known]) => known.test(from))?.[1];
    return !home || home.includes(floorOf(file.path)) ? [] : [`${from} outside ${home.join(', ')}`];
  });

/** No default exports: a thing has one name everywhere. */
export const noDefaultExports: Rule = (file) =>
  [...nodesOf(parse(file))]
    .filter((node) => ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword)
    .filter((node) => !(node.kind === ts.SyntaxKind.DefaultKeyword && ts.isDefaultClause(node.parent)))
    .map(() => 'a default export');

const FORBIDDEN: readonly (readonly [what: string, found: RegExp, allowed: readonly string[]])[] = [
  ['chance', /^Math\.random$/, []],
  ['the clock', /^(Date\.now|performance\.now)$/, ['time', 'node', 'cli']],
  ['a Date', /^new Date$/, ['time', 'node']],
  ['code from text', /^(eval|new Function|Function)$/, []],
  ['the process', /^process\./, ['node', 'cli']],
];

/** What only the border may touch: chance, the clock, code from text, the process. */
export const noAmbientState: Rule = (file) =>
  [...nodesOf(parse(file))].flatMap((node) => {
    const used = usedName(node);
    if (used === undefined) return [];
    return FORBIDDEN.filter(
      ([, found, allowed]) => found.test(used) && !allowed.includes(floorOf(file.path)),
    ).map(([what]) => `${what}: ${used}`);
  });

function usedName(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}`;
  if (ts.isPropertyAccessExpression(node)) return node.getText();
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : undefined;
}

/** Functions over data: the only class is the error of definePlan. */
export const noClasses: Rule = (file) =>
  [...nodesOf(parse(file))]
    .filter((node) => ts.isClassDeclaration(node) || ts.isClassExpression(node))
    .map((node) => node.name?.text ?? 'a nameless class')
    .filter((name) => name !== 'PlanError');

/** No module state: nothing at the top of a file changes. */
export const noModuleState: Rule = (file) =>
  parse(file)
    .statements.filter((statement) => ts.isVariableStatement(statement))
    .filter(({ declarationList }) => !(declarationList.flags & ts.NodeFlags.Const))
    .map((statement) => statement.getText().slice(0, 40));

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 60;

/** Files a reader can hold. */
export const shortFiles: Rule = ({ text }) => {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > LONGEST_FILE ? [`${lines} lines`] : [];
};

/** Functions that fit a screen. */
export const shortFunctions: Rule = (file) => {
  const source = parse(file);
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  return [...nodesOf(source)].flatMap((node) => {
    if (!ts.isFunctionLike(node)) return [];
    const lines = line(node.getEnd()) - line(node.getStart()) + 1;
    return lines > LONGEST_FUNCTION ? [`${node.name?.getText() ?? 'a function'}: ${lines} lines`] : [];
  });
};
