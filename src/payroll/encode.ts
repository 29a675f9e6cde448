import { decodeWindows1252, encodeWindows1252 } from '../data/windows-1252.js';
import type { PayEncoding } from './layout.js';

/** The first letter of a text that an encoding does not have; half a letter of a broken text is in none. */
export function letterOutside(text: string, encoding: PayEncoding): string | undefined {
  const broken = /\p{Surrogate}/u.exec(text)?.[0];
  if (broken !== undefined || encoding === 'utf-8') return broken;
  if (encoding === 'ascii') return /[^\0-\x7f]/u.exec(text)?.[0];
  const encoded = encodeWindows1252(text);
  return 'unknown' in encoded ? encoded.unknown : undefined;
}

/** The bytes of a text whose letters were looked at before. */
export function bytesOf(text: string, encoding: PayEncoding, bom: boolean): Uint8Array {
  const encoded = encoding === 'windows-1252' ? encodeWindows1252(text) : undefined;
  if (encoded && 'bytes' in encoded) return encoded.bytes;
  return new TextEncoder().encode(bom ? `\ufeff${text}` : text);
}

/** The text of bytes; undefined where they are not of the encoding. */
export function textOfBytes(bytes: Uint8Array, encoding: PayEncoding): string | undefined {
  if (encoding === 'windows-1252') {
    const decoded = decodeWindows1252(bytes);
    return 'text' in decoded ? decoded.text : undefined;
  }
  if (encoding === 'ascii' && bytes.some((byte) => byte > 0x7f)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
