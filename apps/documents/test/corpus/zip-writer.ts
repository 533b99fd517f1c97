import { crc32 } from 'node:zlib';

/** A ZIP archive with one stored file. `comment` follows its end record: where a polyglot hides the rest of another format. */
export function zip(name: string, data: Buffer, options: { comment?: Buffer; at?: number } = {}): Buffer {
  const { comment = Buffer.alloc(0), at = 0 } = options;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    place,
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at + local.length, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([local, directory, Buffer.from('PK\x05\x06', 'latin1'), end, comment]);
}
