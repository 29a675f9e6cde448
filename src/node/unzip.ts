import { crc32, inflateRawSync } from 'node:zlib';

/** One file inside a zip archive, unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of an archive, or why it was refused: broken, or larger than the limit once unpacked. */
export type Unzipped =
  | { readonly entries: readonly ZipEntry[] }
  | { readonly fault: 'syntax' | 'size'; readonly reason: string };

interface Listed {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const MAX_ENTRIES = 10_000;
/** What the 32-bit fields hold when the true figure stands in a zip64 record, which workbooks do not need. */
const ZIP64 = 0xffffffff;

/**
 * Unpacks the wanted files of a zip archive. The sizes listed are added up before anything is unpacked, unpacking
 * stops at the size listed, and size and checksum must then be right: a bomb or a damaged file cannot get through.
 *
 * @example unzip(bytes, 256_000_000, (name) => name.endsWith('.xml'))
 */
export function unzip(bytes: Uint8Array, limit: number, wanted: (name: string) => boolean): Unzipped {
  try {
    const all = listEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (all.reduce((total, { size }) => total + size, 0) > limit)
      return { fault: 'size', reason: 'it unpacks to too much' };
    const listed = all.filter(({ name }) => wanted(name));
    if (new Set(listed.map(({ name }) => name)).size < listed.length)
      throw new Error('two parts have one name');
    return { entries: listed.map((entry) => ({ name: entry.name, bytes: unpack(bytes, entry) })) };
  } catch (error) {
    return {
      fault: 'syntax',
      reason: error instanceof RangeError ? 'it is cut off or damaged' : messageOf(error),
    };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function listEntries(buffer: Buffer): Listed[] {
  // The directory is found from the end of the archive: 22 bytes, then a comment of at most 65535.
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('it is not a zip archive, or is cut off');
  const count = buffer.readUInt16LE(end + 10);
  let offset = buffer.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES || offset === ZIP64) throw new Error('it has too many parts');
  return Array.from({ length: count }, () => {
    if (buffer.readUInt32LE(offset) !== 0x02014b50) throw new Error('its list of parts is damaged');
    const entry = listedAt(buffer, offset);
    offset += 46 + [28, 30, 32].reduce((length, field) => length + buffer.readUInt16LE(offset + field), 0);
    return entry;
  });
}

function listedAt(buffer: Buffer, at: number): Listed {
  const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
  return {
    name: buffer.toString('utf8', at + 46, nameEnd),
    flags: buffer.readUInt16LE(at + 8),
    method: buffer.readUInt16LE(at + 10),
    checksum: buffer.readUInt32LE(at + 16),
    packed: buffer.readUInt32LE(at + 20),
    size: buffer.readUInt32LE(at + 24),
    offset: buffer.readUInt32LE(at + 42),
  };
}

function unpack(archive: Uint8Array, entry: Listed): Uint8Array {
  const packed = packedBytes(archive, entry);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.checksum) {
    throw new Error(`its part ${entry.name} is damaged`);
  }
  return unpacked;
}

function packedBytes(archive: Uint8Array, { name, flags, method, offset, packed }: Listed): Uint8Array {
  if (flags & 1) throw new Error(`its part ${name} is locked with a password`);
  if (method !== 0 && method !== 8) throw new Error(`its part ${name} is packed in an unknown way`);
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  if (buffer.readUInt32LE(offset) !== 0x04034b50)
    throw new Error(`its part ${name} is not where it should be`);
  const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
  return archive.subarray(start, start + packed);
}

function inflate(packed: Uint8Array, { name, size }: Listed): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Error(`its part ${name} is damaged`);
  }
}
