import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type TakeText, writeCanonical } from './canonical.js';

/** A fingerprint as text: `sha256:` and 64 hexadecimal digits. */
export const FINGERPRINT = /^sha256:[0-9a-f]{64}$/;

/**
 * The fingerprint of a piece of JSON data: equal data have equal fingerprints wherever and in whatever order of keys
 * they are written, and data that differ anywhere have different ones. It says that data are the same, not who made
 * them: whoever can change data can make a new fingerprint, so keep the fingerprint apart from what it is of.
 *
 * Formula:  SHA-256 of the canonical text in UTF-8
 * Source:   FIPS 180-4, 6.2; RFC 8785 for the text
 * @example  fingerprintOf({ plan: 'annual', version: 3 }) === fingerprintOf({ version: 3, plan: 'annual' }) // true
 */
export function fingerprintOf(value: unknown): string {
  return hashed((take) => writeCanonical(value, take));
}

/** The SHA-256 of a text that comes in pieces, as a fingerprint. */
export function hashed(write: (take: TakeText) => void): string {
  const hash = sha256.create();
  write((text) => hash.update(utf8ToBytes(text)));
  return `sha256:${bytesToHex(hash.digest())}`;
}

/** The fingerprint of a file: of its bytes as they are; of a text, in UTF-8. */
export function fileBytesFingerprint(content: Uint8Array | string): string {
  return `sha256:${bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))}`;
}
