import { deflateSync } from 'node:zlib';

/** Writes PDFs by hand, so that a test can put anything anywhere. */
export type Part = string | Buffer;

/** A stream object: `/Filter/FlateDecode` when `deflate`. */
export function stream(dictionary: string, data: Part, options: { deflate?: boolean } = {}): Buffer {
  const bytes = options.deflate ? deflateSync(data) : Buffer.from(data);
  const filter = options.deflate ? '/Filter/FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<<${dictionary}${filter}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A file with a classic cross-reference table; object 1 is the catalog, object n stands at index n-1. */
export function pdf(objects: readonly Part[], version = '1.7'): Buffer {
  const parts: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = length;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
  add(Buffer.from(`trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/**
 * A file whose objects are packed in one object stream and whose cross-reference is a stream too (PDF 1.5): nothing of
 * them can be read in the raw bytes. `padding` blanks at the end of the object stream make it large. `packed` are objects 1…n; streams cannot be packed, they follow as `loose`.
 */
export function packedPdf(packed: readonly string[], loose: readonly Buffer[] = [], padding = 0): Buffer {
  const header = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const starts: number[] = [];
  let body = '';
  for (const object of packed) {
    starts.push(Buffer.byteLength(body));
    body += `${object}\n`;
  }
  const table = starts.map((start, index) => `${index + 1} ${start}`).join(' ') + ' ';
  const holder = packed.length + loose.length + 1;
  const pieces = [
    ...loose.map((object, index) => ({ number: packed.length + 1 + index, object })),
    {
      number: holder,
      object: stream(
        `/Type/ObjStm/N ${packed.length}/First ${Buffer.byteLength(table)}`,
        Buffer.concat([Buffer.from(table + body), Buffer.alloc(padding, ' ')]),
        {
          deflate: true,
        },
      ),
    },
  ];
  const written: Buffer[] = [header];
  const offsets = new Map<number, number>();
  let length = header.length;
  for (const { number, object } of pieces) {
    offsets.set(number, length);
    const bytes = Buffer.concat([Buffer.from(`${number} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    written.push(bytes);
    length += bytes.length;
  }
  const self = holder + 1;
  offsets.set(self, length);
  const row = (type: number, second: number, third: number) => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(type, 0);
    bytes.writeUInt32BE(second, 1);
    bytes.writeUInt16BE(third, 5);
    return bytes;
  };
  const rows = [row(0, 0, 65535)];
  for (let number = 1; number <= self; number++) {
    const offset = offsets.get(number);
    rows.push(offset === undefined ? row(2, holder, number - 1) : row(1, offset, 0));
  }
  const reference = stream(`/Type/XRef/W[1 4 2]/Size ${self + 1}/Root 1 0 R`, Buffer.concat(rows), {
    deflate: true,
  });
  written.push(
    Buffer.from(`${self} 0 obj\n`),
    reference,
    Buffer.from(`\nendobj\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(written);
}

const content = 'BT /F1 12 Tf 72 720 Td (Bonjour) Tj ET';

/** The objects of a document with one page, where a test adds its own: in the catalog, in the page, or as more objects (from 6). */
export function onePage(add: { catalog?: string; page?: string; more?: readonly Part[] } = {}): Part[] {
  return [
    `<</Type/Catalog/Pages 2 0 R${add.catalog ?? ''}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R${add.page ?? ''}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream('', content),
    ...(add.more ?? []),
  ];
}

/** A later revision appended to a file, as editors do: its objects, a table of their own, a trailer that names the one before. */
export function append(
  file: Buffer,
  objects: readonly { number: number; object: string }[],
  size: number,
): Buffer {
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.toString('latin1'))?.[1]);
  let text = '';
  let rows = '';
  for (const { number, object } of objects) {
    const offset = file.length + Buffer.byteLength(text);
    text += `${number} 0 obj\n${object}\nendobj\n`;
    rows += `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  const start = file.length + Buffer.byteLength(text);
  const trailer = `xref\n${rows}trailer\n<</Root 1 0 R/Size ${size}/Prev ${before}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(text + trailer)]);
}
