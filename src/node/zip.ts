import { crc32 } from 'node:zlib';
import type { ZipEntry } from './unzip.js';

/**
 * A zip archive of these files, stored without packing: how checked parts are handed to the workbook reader.
 *
 * @example zip([{ name: 'a.txt', bytes: new Uint8Array([97]) }])
 */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const fields = fieldsOf(entry, name.length);
    parts.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields]), name, entry.bytes);
    directory.push(directoryHeader(fields, offset), name);
    offset += 30 + name.length + entry.bytes.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...parts, listing, endRecord(entries.length, listing.length, offset)]);
}

/** The 26 bytes that a part's own header and its line in the directory share. */
function fieldsOf({ bytes }: ZipEntry, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(0x21, 8); // 1 January 1980: the archive holds no time
  fields.writeUInt32LE(crc32(bytes), 10);
  fields.writeUInt32LE(bytes.length, 14);
  fields.writeUInt32LE(bytes.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryHeader(fields: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest]);
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
