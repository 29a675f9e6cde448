import { type Issue, issue, type Path } from '../issue/issue.js';

/** Deeper than any plan a person would write. */
const MAXIMUM_DEPTH = 64;
/** More values than any plan a person would write; keeps a hostile document from costing time. */
const MAXIMUM_NODES = 20_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks at a document before anything else does: depth, size, keys that could be mistaken for JavaScript's
 * own, and values that are not JSON. A loop, not a recursion, so that no document can exhaust the stack.
 *
 * Issues:   plan.depth, plan.size, plan.key.forbidden, plan.value.type
 */
export function guardDocument(document: unknown): Issue[] {
  const issues: Issue[] = [];
  const waiting: { value: unknown; path: Path }[] = [{ value: document, path: [] }];
  for (let seen = 0; waiting.length > 0; seen += 1) {
    if (seen > MAXIMUM_NODES) return [tooLarge()];
    const { value, path } = waiting.pop() as { value: unknown; path: Path };
    if (!isJson(value)) issues.push(notJson(path, value));
    if (typeof value !== 'object' || value === null) continue;
    if (path.length >= MAXIMUM_DEPTH) return [tooDeep(path)];
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [key, inner] of entries) {
      if (FORBIDDEN.has(String(key))) issues.push(forbidden([...path, key]));
      else waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return issues;
}

function isJson(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  }
  return !['undefined', 'function', 'symbol', 'bigint'].includes(typeof value);
}

function tooDeep(path: Path): Issue {
  return issue({
    code: 'plan.depth',
    path: path.slice(0, 8),
    message: `The plan is nested more than ${MAXIMUM_DEPTH} levels deep`,
    expected: `at most ${MAXIMUM_DEPTH} levels`,
    hint: 'Name the parts and flatten them',
  });
}

function tooLarge(): Issue {
  return issue({
    code: 'plan.size',
    message: `The plan has more than ${MAXIMUM_NODES} values`,
    expected: `at most ${MAXIMUM_NODES} values`,
    hint: 'Keep people and actuals in files of their own',
  });
}

function forbidden(path: Path): Issue {
  return issue({
    code: 'plan.key.forbidden',
    path,
    message: `The key ${JSON.stringify(path.at(-1))} cannot be used`,
    expected: 'a name that JavaScript does not use itself',
    hint: 'Rename the key',
  });
}

function notJson(path: Path, value: unknown): Issue {
  return issue({
    code: 'plan.value.type',
    path,
    message: `A ${value instanceof Date ? 'Date' : typeof value} is not plan data`,
    expected: 'text, a number, true, false, a list or an object',
    hint:
      value instanceof Date ? 'Write the day as text: YYYY-MM-DD' : 'Leave the key out, or give it a value',
  });
}
