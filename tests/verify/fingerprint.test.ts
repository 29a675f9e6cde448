import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type People, parsePeople } from '../../src/data/people.js';

import type { Row } from '../../src/data/table.js';
import { readDocument } from '../../src/node/index.js';
import { canonicalText, MOST_DEEP, writeCanonical } from '../../src/retro/canonical.js';
import { FINGERPRINT, hashed } from '../../src/retro/fingerprint.js';
import {
  type Fingerprints,
  fileFingerprint,
  fingerprintsOf,
  planFingerprint,
} from '../../src/retro/fingerprints.js';
import { fingerprintOf, readStoredRun, type StoredRun } from '../../src/retro/index.js';
import { RELEASE } from '../../src/retro/release.js';
import { PLAN, workFolder } from '../cli/support.js';
import { draft, person } from '../retro/support.js';
import { planOf } from '../support/base.js';

const { write } = workFolder('fingerprint');

/** A text as a JSON file has it, and its canonical text by hand. */
const byHand: readonly (readonly [says: string, json: string, text: string])[] = [
  ['keys are sorted, spaces go', '{ "b" : 1,\n "a" : [ 2 , 3 ] }', '{"a":[2,3],"b":1}'],
  ['capitals stand before small letters', '{"a":1,"B":2}', '{"B":2,"a":1}'],
  ['keys that look like numbers are text, too', '{"10":1,"9":2}', '{"10":1,"9":2}'],
  // RFC 8785, 3.2.3: sorted by UTF-16 code units, the grinning face (D83D DE00) stands before U+FB33.
  ['keys by code units', '{"\\ufb33":1,"\\ud83d\\ude00":2,"\\u20ac":3}', '{"€":3,"😀":2,"\ufb33":1}'],
  ['numbers as JavaScript prints them', '[1.0, 1e2, 1E-7, 0.1, -0, 1e21]', '[1,100,1e-7,0.1,0,1e+21]'],
  ['texts of numbers stay as they are', '["1.0","80000.00"]', '["1.0","80000.00"]'],
  ['text is escaped where it must be only', '"\\u0041\\u00e9\\/\\"\\n\\u001f"', '"Aé/\\"\\n\\u001f"'],
  ['half a pair is escaped', '"\\ud800"', '"\\ud800"'],
  ['a column called __proto__ is a column', '{"b":1,"__proto__":{"a":2}}', '{"__proto__":{"a":2},"b":1}'],
  ['nothing and emptiness', '[null,true,false,{},[],""]', '[null,true,false,{},[],""]'],
];

describe('canonical text', () => {
  test.each(byHand)('%s', (_says, json, text) => {
    expect(canonicalText(JSON.parse(json))).toBe(text);
  });

  test('what JSON does not have is as a stored run keeps it', () => {
    const data = { nan: Number.NaN, none: undefined, big: 12n, call: () => 1, list: [undefined] };
    expect(canonicalText(data)).toBe('{"big":"12","list":[null],"nan":"NaN"}');
  });

  test('objects whose keys only look alike when joined are kept apart', () => {
    expect(
      canonicalText([
        { 'a,b': 1, c: 2 },
        { a: 1, 'b,c': 2 },
      ]),
    ).toBe('[{"a,b":1,"c":2},{"a":1,"b,c":2}]');
  });

  test('says the same data, in any order of keys, in pieces or whole', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = canonicalText(data);
        // -0 is written 0, as JSON.stringify does.
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
        expect(canonicalText(turned(data))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500, seed: 91 },
    );
    const pieces: string[] = [];
    const long = Array.from({ length: 5000 }, (_, index) => ({ index, name: `n${index}` }));
    writeCanonical(long, (piece) => pieces.push(piece));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('')).toBe(canonicalText(long));
  });

  test('data nested deeper than any run are refused before they exhaust the stack', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(() => canonicalText(deep)).toThrow(`${MOST_DEEP} levels`);
  });
});

/** The same people, with other words for what was found. */
function reworded({ people, ...rest }: People): People {
  const faults = (person: People['people'][number]) =>
    person.faults.map((one) => ({ ...one, message: 'Otherwise', hint: 'Look' }));
  return { ...rest, people: people.map((one) => ({ ...one, faults: faults(one), warnings: [] })) };
}

/** The same data with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('fingerprints', () => {
  /** FIPS 180-4 and its examples: one block, two blocks, and a million letters in pieces; the empty text from its test vectors. */
  test.each<readonly [readonly string[], string]>([
    [[], 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [['abc'], 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [['a', '', 'bc'], 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      ['abcdbcdecdefdefgefghfghighij', 'hijkijkljklmklmnlmnomnopnopq'],
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      Array.from({ length: 1000 }, () => 'a'.repeat(1000)),
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    ],
  ])('are SHA-256', (pieces, hex) => {
    expect(hashed((take) => pieces.forEach(take))).toBe(`sha256:${hex}`);
  });

  /**
   * SHA-256 of the two-byte text `""`, of `{}`, and of 1,000,000 times "a" in quotes, made with sha256sum of coreutils:
   * `printf '""' | sha256sum` and so on.
   */
  test.each([
    ['', '12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126'],
    [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
    ['a'.repeat(1_000_000), '6baf4c35957b6d7bc3a54bde0e79851f81cab67232eee2b4b75be96fb2f5ccf4'],
  ])('are those of the canonical text in UTF-8', (value, hex) => {
    expect(fingerprintOf(value)).toBe(`sha256:${hex}`);
  });

  test('hold whatever was written between', () => {
    expect(fingerprintOf(1)).not.toBe(fingerprintOf('1'));
    expect(fingerprintOf([])).not.toBe(fingerprintOf({}));
  });

  test('a plan has the same in YAML and JSON, and another when a weight moves', async () => {
    const yaml = write('plan.yaml', PLAN);
    const json = write(
      'plan.json',
      `{ "version": 1, "plan": "daily", "period": { "end": "2026-12-31", "start": "2026-01-01" },
      "target": { "percent": "10%", "of": "salary", "prorate": "calendarDays" },
      "metrics": { "score": { "kind": "nps", "level": "team" } },
      "goals": [{ "metric": "score", "curve": [[30, "50%"], [45, "100%"], [60, "150%"]], "weight": "100%" }],
      "leave": { "parental": { "counts": "0%" } }, "leavers": { "retirement": "prorate", "resignation": "forfeit" } }`,
    );
    const of = async (path: string) => planFingerprint(planOf((await readDocument(path)).document).document);
    expect(await of(json)).toBe(await of(yaml));
    expect(await of(write('other.yaml', PLAN.replace('[60, 150%]', '[60, 151%]')))).not.toBe(await of(yaml));
  });

  test('of people cover what the rows say, not where they stand nor the words of what was found', () => {
    const rows = [person('ann'), person('ben', { salary: 'n/a' })];
    const of = (given: People) => fileFingerprint.people(given);
    const read = parsePeople(rows as Row[]);
    const elsewhere = parsePeople({ file: 'other.csv', rows: rows as Row[] });
    expect(of(elsewhere)).toBe(of(read));
    expect(of(reworded(read))).toBe(of(read));
    expect(of(parsePeople([rows[1], rows[0]] as Row[]))).not.toBe(of(read));
    expect(of(parsePeople([rows[0], person('ben', { salary: '1' })] as Row[]))).not.toBe(of(read));
    // A number spelt otherwise is another text.
    expect(of(parsePeople([person('ann', { salary: '73000.00' }), rows[1]] as Row[]))).not.toBe(of(read));
  });

  test('are stored with a run, and the same after a file was written and read', () => {
    const stored = draft({ people: [person('ann')], leave: [] });
    const { plans, people, actuals, leave, result } = stored.fingerprints ?? ({} as Fingerprints);
    expect(stored.release).toBe(RELEASE);
    expect(plans).toEqual([{ plan: 'daily', version: '1', fingerprint: expect.stringMatching(FINGERPRINT) }]);
    for (const one of [people, actuals, leave, result]) expect(one).toMatch(FINGERPRINT);
    expect(stored.fingerprints).not.toHaveProperty('earnings');
    const read = JSON.parse(JSON.stringify(stored)) as StoredRun;
    expect(fingerprintsOf(read, read.inputs, RELEASE)).toEqual(stored.fingerprints);
  });

  test('of a result do not depend on who was explained', () => {
    const made = { people: [person('ann')] };
    const explained = draft({ ...made, options: { steps: 'everyone' } });
    expect(explained.awards[0]?.steps).toBeDefined();
    expect(explained.fingerprints).toEqual(draft(made).fingerprints);
    expect(draft({ ...made, options: { status: 'final' } }).fingerprints?.result).not.toBe(
      explained.fingerprints?.result,
    );
  });

  test('an older run without them is still read', () => {
    const { release: _release, fingerprints: _fingerprints, ...older } = draft({ people: [person('ann')] });
    expect(readStoredRun(older).ok).toBe(true);
    expect(readStoredRun({ ...older, fingerprints: { people: 'x' } }).ok).toBe(false);
  });

  test('the release is that of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(RELEASE).toBe(version);
  });
});
