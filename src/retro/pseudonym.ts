import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Stands in for a text: the same for the same text and key. */
export type Pseudonym = (text: string) => string;

/** A key shorter than the hash is guessed more easily than the hash is broken. */
export const SHORTEST_KEY = 32;

/** The bytes of a key; a text is taken in UTF-8. */
export function keyBytes(key: Uint8Array | string): Uint8Array {
  return typeof key === 'string' ? utf8ToBytes(key) : key;
}

/**
 * Makes the pseudonyms of a key. Who has the key can make them again and so tell who is who by trying; who has not
 * cannot, and cannot tell two keys apart. The key itself is kept nowhere.
 *
 * Formula:  p- and the first 80 bits of HMAC-SHA-256 of the text as JSON, in UTF-8, in hexadecimal digits
 * Source:   RFC 2104; FIPS 180-4
 */
export function pseudonymsOf(key: Uint8Array): Pseudonym {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // As JSON even half a character has a text of its own in UTF-8.
    const made = `p-${bytesToHex(hmac(sha256, key, utf8ToBytes(JSON.stringify(text)))).slice(0, DIGITS)}`;
    known.set(text, made);
    return made;
  };
}

/** Among a million people two have one pseudonym with a chance of less than one in a trillion. */
const DIGITS = 20;
