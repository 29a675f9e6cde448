import {
  Composer,
  type CST,
  type Document,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml';
import { type Issue, issue, quote } from '../issue/issue.js';
import { MAX_DEPTH } from './json-text.js';
import { meaningFault } from './yaml-meaning.js';

/** What a reader of documents returns. The document is undefined when its structure could not be read. */
export interface DocumentReading {
  readonly document: unknown;
  readonly issues: Issue[];
}

/** Turns a position in the text into the issue a person sees. */
type Report = (position: number, message: string, hint: string) => Issue;

/**
 * Reads one YAML document in which every scalar stays the text written (`0.10`, and '' for an empty value), and
 * which means the same to every YAML reader. Refused with line and column: keys given twice, keys that are not text,
 * `__proto__`, aliases, directives, tags other than the plain ones, a second document, nesting deeper than 100, and
 * plain words that other readers turn into something else. Of very many issues the first 200 are given.
 *
 * Issues:   file.syntax, file.size (more words and signs than can be read in good time)
 * @example  documentFromYaml('rate: 0.10', 'plan.yaml').document // { rate: '0.10' }
 */
export function documentFromYaml(text: string, file: string): DocumentReading {
  const lines = new LineCounter();
  const report = reporter(lines, file);
  try {
    const tokens = tokensOf(text, lines, report);
    if (!Array.isArray(tokens)) return refused([tokens]);
    const options = {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
    } as const;
    const [document, second] = [...new Composer(options).compose(tokens)];
    if (document === undefined) return refused([emptyDocument(report)]);
    if (second)
      return refused([report(second.range[0], 'A second document starts', 'Keep one document in a file')]);
    return documentOf(document, tokens, report);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused([report(0, `Not YAML that can be read: ${reason}`, 'Simplify the document')]);
  }
}

/** What a person can act on at once; the first are the ones to correct. */
const MAX_ISSUES = 200;

function refused(issues: readonly Issue[]): DocumentReading {
  return { document: undefined, issues: issues.slice(0, MAX_ISSUES) };
}

function emptyDocument(report: Report): Issue {
  return report(0, 'The document is empty', 'Check that this is the file that was meant');
}

function reporter(lines: LineCounter, file: string): Report {
  return (position, message, hint) => {
    const { line, col } = lines.linePos(position);
    const [row, column] = [Math.max(line, 1), Math.max(col, 1)];
    return issue({
      code: 'file.syntax',
      at: { file, row, column: String(column) },
      message: `Line ${row}, column ${column}: ${message}`,
      expected: 'YAML that every reader understands alike',
      hint,
    });
  };
}

/** More words and signs than any plan has; the time to read them grows faster than their number. */
const MAX_LEXEMES = 300_000;

/** Tokens of the text, unless it is so deep that composing it could exhaust the stack, or so long that it takes minutes. */
function tokensOf(text: string, lines: LineCounter, report: Report): CST.Token[] | Issue {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    // A level takes one or two places of the parser's stack.
    if (parser.stack.length > 2 * MAX_DEPTH) {
      return report(parser.offset, `Nested more than ${MAX_DEPTH} deep`, 'Flatten the document');
    }
    if (lexemes > MAX_LEXEMES)
      return { ...report(parser.offset, 'The document is too long', 'Split it'), code: 'file.size' };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

function documentOf(
  document: Document.Parsed<ParsedNode>,
  tokens: readonly CST.Token[],
  report: Report,
): DocumentReading {
  const fatal = [
    ...tokens.filter(({ type }) => type === 'directive').map((token) => directiveIssue(token, report)),
    ...[...document.errors, ...document.warnings].map(({ pos, message }) =>
      report(pos[0], message, 'Correct this place'),
    ),
    ...structureIssues(document, report),
  ];
  if (fatal.length > 0) return refused(fatal);
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === '' || value === null) return refused([emptyDocument(report)]);
  return { document: value, issues: meaningIssues(document, report).slice(0, MAX_ISSUES) };
}

function directiveIssue({ offset }: CST.Token, report: Report): Issue {
  return report(offset, 'A directive is not allowed', 'Remove the line that starts with %');
}

/** Aliases and keys that cannot be read; with one of these there is no document. */
function structureIssues(document: Document.Parsed<ParsedNode>, report: Report): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Alias: (_, alias) => {
      issues.push(
        report(startOf(alias), `The alias *${alias.source} is not allowed`, 'Write the value out here'),
      );
    },
    Map: (_, map) => {
      for (const one of keyIssues(map, report)) issues.push(one);
    },
  });
  return issues;
}

function keyIssues(map: YAMLMap, report: Report): Issue[] {
  const places = new Map<string, number>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key))
      return [
        report(startOf(isNode(key) ? key : map), 'A key must be plain text', 'Write a word as the key'),
      ];
    const [name, start] = [String(key.value), startOf(key)];
    const first = places.get(name);
    places.set(name, first ?? start);
    if (first !== undefined)
      return [report(start, `The key ${quote(name)} is given twice`, 'Keep one of them')];
    return name === '__proto__'
      ? [report(start, 'The key "__proto__" cannot be used', 'Choose another key')]
      : [];
  });
}

function meaningIssues(document: Document.Parsed<ParsedNode>, report: Report): Issue[] {
  const issues: Issue[] = [];
  visit(document, {
    Scalar: (place, scalar) => {
      if (scalar.type !== 'PLAIN' || scalar.tag !== undefined) return;
      const fault = meaningFault(String(scalar.value), place === 'key');
      const hint = `Quote it: '${scalar.value}', if the text is meant`;
      if (fault) issues.push(report(startOf(scalar), `${quote(scalar.value)} is not quoted: ${fault}`, hint));
    },
  });
  return issues;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
