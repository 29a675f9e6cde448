/**
 * Code points of the bytes 0x80 to 0x9F in windows-1252; undefined where the encoding defines nothing.
 * Carried here because Node's own decoder turns these bytes into control characters on some versions.
 */
const HIGH_CONTROLS: readonly (number | undefined)[] = [
  0x20ac,
  undefined,
  0x201a,
  0x0192,
  0x201e,
  0x2026,
  0x2020,
  0x2021,
  0x02c6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  undefined,
  0x017d,
  undefined,
  undefined,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2022,
  0x2013,
  0x2014,
  0x02dc,
  0x2122,
  0x0161,
  0x203a,
  0x0153,
  undefined,
  0x017e,
  0x0178,
];

/** The size of one piece of text built at a time: small enough for a call with that many arguments. */
const PIECE = 8192;

/** Text decoded from windows-1252, or the offset of the first byte that the encoding does not define. */
export type Windows1252Text = { readonly text: string } | { readonly undefinedAt: number };

/**
 * Decodes windows-1252 bytes with a fixed table; the bytes 81, 8D, 8F, 90 and 9D are not defined and are refused.
 *
 * @example decodeWindows1252(new Uint8Array([0x80])) // { text: '€' }
 */
export function decodeWindows1252(bytes: Uint8Array): Windows1252Text {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const codes = Array.from(bytes.subarray(start, start + PIECE), codePointOf);
    const wrong = codes.indexOf(-1);
    if (wrong >= 0) return { undefinedAt: start + wrong };
    pieces.push(String.fromCharCode(...codes));
  }
  return { text: pieces.join('') };
}

function codePointOf(byte: number): number {
  return byte < 0x80 || byte > 0x9f ? byte : (HIGH_CONTROLS[byte - 0x80] ?? -1);
}

/** The byte of each letter that the encoding has no plain place for. */
const BYTES: ReadonlyMap<number, number> = new Map(
  HIGH_CONTROLS.flatMap((code, index) => (code === undefined ? [] : [[code, 0x80 + index] as const])),
);

/** Bytes in windows-1252, or the first letter that the encoding does not have. */
export type Windows1252Bytes = { readonly bytes: Uint8Array } | { readonly unknown: string };

/**
 * Encodes text in windows-1252 with the same table. A letter it does not have is refused: nothing is replaced.
 *
 * @example encodeWindows1252('€') // { bytes: Uint8Array [0x80] }
 */
export function encodeWindows1252(text: string): Windows1252Bytes {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOf(letter.codePointAt(0) ?? 0);
    if (byte === undefined) return { unknown: letter };
    bytes.push(byte);
  }
  return { bytes: Uint8Array.from(bytes) };
}

function byteOf(code: number): number | undefined {
  return code < 0x80 || (code > 0x9f && code <= 0xff) ? code : BYTES.get(code);
}
