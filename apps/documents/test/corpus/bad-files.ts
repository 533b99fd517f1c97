import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { Format } from '../../src/domain/limits.ts';
import { activePdfs, reachingPdfs } from './active-pdfs.ts';
import { onePage, packedPdf, pdf, stream } from './pdf-writer.ts';
import { document, encrypted, photo, type BadSample } from './samples.ts';
import { zip } from './zip-writer.ts';

const png = sharp({ create: { width: 700, height: 900, channels: 3, background: '#fff' } }).png();
const active: readonly ProblemCode[] = ['document-active-content'];
const wrong: readonly ProblemCode[] = ['document-wrong-type'];
const damaged: readonly ProblemCode[] = ['document-truncated'];
const locked: readonly ProblemCode[] = ['document-encrypted'];
const huge: readonly ProblemCode[] = ['document-too-large'];

/** Everything here must be refused, with one of the codes. */
export async function badFiles(): Promise<BadSample[]> {
  const whole = await document(3);
  const lockedByUser = await Promise.all(
    (['40', '128', '256'] as const).map((bits) => encrypted('user', 'owner', bits)),
  );
  const jpeg = await photo();
  const inside = zip('evil.html', Buffer.from('<script>alert(1)</script>'));
  const rows: readonly (readonly [string, Format, Buffer | Promise<Buffer>, readonly ProblemCode[]])[] = [
    ['nothing', 'pdf', Buffer.alloc(0), ['document-empty']],
    ['picture under the name of a PDF', 'pdf', png.toBuffer(), wrong],
    ['photo under the name of a PDF', 'pdf', jpeg, wrong],
    ['page of the web', 'pdf', Buffer.from('<!doctype html><script>alert(1)</script>%PDF-1.7\n%%EOF'), wrong],
    ['page of the web before a PDF', 'pdf', Buffer.concat([Buffer.from('<html>'), whole]), wrong],
    ['archive', 'pdf', inside, wrong],
    ['PDF with an archive behind', 'pdf', Buffer.concat([whole, inside]), wrong],
    ['PDF that is an archive too', 'pdf', polyglot(), wrong],
    ['program behind a PDF', 'pdf', Buffer.concat([whole, Buffer.from('MZ\x90\0\x03')]), damaged],
    ['header alone', 'pdf', Buffer.from('%PDF-1.7\n'), damaged],
    ['header and end alone', 'pdf', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n'), damaged],
    ['zeros instead of the middle', 'pdf', hollow(whole), damaged],
    [
      'content that does not unpack',
      'pdf',
      pdf([...onePage().slice(0, 4), stream('/Filter/FlateDecode', 'not packed at all')]),
      damaged,
    ],
    ['catalog twice in one', 'pdf', pdf(onePage({ catalog: '/Pages 9 0 R' })), damaged],
    ...lockedByUser.map((bytes, index) => [`user's password (${index})`, 'pdf', bytes, locked] as const),
    ['unknown encryption', 'pdf', unknownEncryption(), locked],
    [
      'no page',
      'pdf',
      pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']),
      ['document-empty', 'document-truncated'],
    ],
    ['sixty-one pages', 'pdf', document(61), ['document-too-many-pages']],
    [
      'nesting without end',
      'pdf',
      pdf(onePage({ catalog: `/X${'['.repeat(200_000)}${']'.repeat(200_000)}` })),
      damaged,
    ],
    [
      'pages that contain themselves',
      'pdf',
      pdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
      [...damaged, 'document-empty'],
    ],
    ...Object.entries({ ...activePdfs(), ...reachingPdfs() }).map(
      ([name, bytes]) => [name, 'pdf', bytes, active] as const,
    ),
    ['PDF under the name of a photo', 'jpeg', whole, wrong],
    ['picture under the name of a photo', 'jpeg', png.toBuffer(), wrong],
    [
      'start of a photo, then a page',
      'jpeg',
      Buffer.concat([jpeg.subarray(0, 3), Buffer.from('<script>')]),
      [...damaged, ...wrong],
    ],
    ['photo too small', 'jpeg', photo({ width: 300, height: 390 }), ['document-photo-refused']],
    ['photo too wide', 'jpeg', photo({ width: 900, height: 900 }), ['document-photo-refused']],
    ['photo of 196 million pixels', 'jpeg', bigPhoto(), huge],
  ];
  return Promise.all(
    rows.map(async ([name, format, bytes, codes]) => ({ name, format, bytes: await bytes, codes })),
  );
}

/** Each unpacks to far more than a document ever does. */
export function bombs(): BadSample[] {
  const zeros = deflateSync(Buffer.alloc(600_000_000), { level: 9 });
  const twice = deflateSync(zeros, { level: 9 });
  const content = (filter: string, data: Buffer) => pdf([...onePage().slice(0, 4), stream(filter, data)]);
  return [
    { name: 'content of 600 MB', format: 'pdf', bytes: content('/Filter/FlateDecode', zeros), codes: huge },
    {
      name: 'content packed twice',
      format: 'pdf',
      bytes: content('/Filter[/FlateDecode/FlateDecode]', twice),
      codes: huge,
    },
    {
      name: 'content that no page shows',
      format: 'pdf',
      bytes: pdf(onePage({ more: [stream('/Filter/FlateDecode', zeros)] })),
      codes: huge,
    },
    {
      name: 'object stream of 600 MB',
      format: 'pdf',
      bytes: packedPdf(onePage().slice(0, 4) as string[], [stream('', 'BT ET')], 600_000_000),
      codes: huge,
    },
  ];
}

/** A whole PDF inside the comment of an archive: both ends are right for both formats. */
function polyglot(): Buffer {
  const start = '%PDF-1.7\n';
  const head = `${start}1 0 obj\n<</Length 0000000>>stream\n`;
  const archive = zip('evil.html', Buffer.from('<script>alert(1)</script>'), { at: head.length });
  const objects = [
    '<</Type/Catalog/Pages 3 0 R>>',
    '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    '<</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]>>',
  ];
  const filled = head.replace('0000000', String(archive.length).padStart(7, '0'));
  let text = '\nendstream\nendobj\n';
  const offsets = [start.length];
  for (const [index, object] of objects.entries()) {
    offsets.push(head.length + archive.length + text.length);
    text += `${index + 2} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = head.length + archive.length + text.length;
  const tail = `${text}xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Root 2 0 R/Size 5>>\nstartxref\n${xref}\n%%EOF\n`;
  archive.writeUInt16LE(tail.length, archive.length - 2);
  return Buffer.concat([Buffer.from(filled), archive, Buffer.from(tail)]);
}

function hollow(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  copy.fill(0, 20, copy.length - 200);
  return copy;
}

function unknownEncryption(): Buffer {
  const text = pdf(onePage({ more: ['<</Filter/Company.Vault/V 9/R 9/O(x)/U(y)/P 0>>'] })).toString('latin1');
  return Buffer.from(text.replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 6 0 R/ID[<00><00>]'), 'latin1');
}

function bigPhoto(): Promise<Buffer> {
  return sharp({
    create: { width: 14_000, height: 14_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .jpeg()
    .toBuffer();
}
