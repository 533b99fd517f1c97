import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { ProblemCode } from '@admissions/contracts/problem';
import type { Format } from '../../src/domain/limits.ts';
import { append, onePage, packedPdf, pdf, stream } from './pdf-writer.ts';
import { document, encrypted, photo, type BadSample } from './samples.ts';
import { zip } from './zip-writer.ts';

const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

const png = sharp({ create: { width: 700, height: 900, channels: 3, background: '#fff' } }).png();
const active: readonly ProblemCode[] = ['document-active-content'];
const wrong: readonly ProblemCode[] = ['document-wrong-type'];
const damaged: readonly ProblemCode[] = ['document-truncated'];
const locked: readonly ProblemCode[] = ['document-encrypted'];
const huge: readonly ProblemCode[] = ['document-too-large'];

/** One PDF for each way of running, embedding or playing something. */
function activePdfs(): Record<string, Buffer> {
  const catalog = (entry: string, ...more: string[]) => pdf(onePage({ catalog: entry, more }));
  const page = (entry: string, ...more: (string | Buffer)[]) => pdf(onePage({ page: entry, more }));
  const packed = (entry: string, ...more: string[]) =>
    packedPdf([...(onePage({ catalog: entry }).slice(0, 4) as string[]), '<</Unused true>>', ...more]);
  const link = (action: string) =>
    page('/Annots[6 0 R]', `<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${action}>>`);
  return {
    'script at opening': catalog(`/OpenAction${script}`),
    'script by reference': catalog('/OpenAction 6 0 R', script),
    'script with an escaped name': catalog('/OpenAction<</S/Java#53cript/J#53(app.alert\\(1\\))>>'),
    'script in an object stream': packed('/OpenAction 6 0 R', script),
    'script in the tree of names': catalog(`/Names<</JavaScript<</Names[(a)${script}]>>>>`),
    'script in the tree of names, packed': packed(
      '/Names 6 0 R',
      `<</JavaScript<</Names[(a) 7 0 R]>>>>`,
      script,
    ),
    'script after a view action': catalog(`/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next${script}>>`),
    'script that nothing refers to': catalog('', script),
    'script in a later revision': append(
      pdf(onePage()),
      [{ number: 1, object: `<</Type/Catalog/Pages 2 0 R/OpenAction${script}>>` }],
      6,
    ),
    'script of a form field': catalog('/AcroForm<</Fields[6 0 R]>>', `<</FT/Tx/T(a)/AA<</K${script}>>>>`),
    'script as a stream': catalog('/OpenAction<</S/JavaScript/JS 5 0 R>>'),
    'page that opens an address by itself': page('/AA<</O<</S/URI/URI(https://example.org)>>>>'),
    'opens an address by itself': catalog('/OpenAction<</S/URI/URI(https://example.org)>>'),
    'prints at opening': catalog('/OpenAction<</S/Named/N/Print>>'),
    'starts a program': link('<</S/Launch/F(cmd.exe)>>'),
    'starts a program, packed': packed('/OpenAction 6 0 R', '<</S/Launch/Win<</F(cmd.exe)>>>>'),
    'sends a form': link('<</S/SubmitForm/F(https://example.org)>>'),
    'opens another file': link('<</S/GoToR/F(\\\\\\\\host\\\\share\\\\x.pdf)/D[0/Fit]>>'),
    'opens a file inside': link('<</S/GoToE/T<</R/C/N(x)>>/D[0/Fit]>>'),
    'link that is a script': link('<</S/URI/URI(java\\nscript:alert\\(1\\))>>'),
    'link to a local file': link('<</S/URI/URI(file:///etc/passwd)>>'),
    'link to a share': link('<</S/URI/URI(\\\\\\\\host\\\\share)>>'),
    'embedded file': pdf(
      onePage({
        catalog: '/Names<</EmbeddedFiles<</Names[(x) 6 0 R]>>>>',
        more: ['<</Type/Filespec/F(x.exe)/EF<</F 7 0 R>>>>', stream('/Type/EmbeddedFile', 'MZ')],
      }),
    ),
    'embedded file, packed': packed(
      '/Names 6 0 R',
      '<</EmbeddedFiles<</Names[(x)<</Type/Filespec/F(x)>>]>>>>',
    ),
    'attached by an annotation': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</Type/Filespec/EF<</F 7 0 R>>>>>>',
      stream('/Type/EmbeddedFile', 'MZ'),
    ),
    portfolio: catalog('/Collection<</Type/Collection>>'),
    'rich media': page(
      '/Annots[6 0 R]',
      '<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]/RichMediaContent<<>>>>',
    ),
    film: page('/Annots[6 0 R]', '<</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/OP 0>>>>'),
    'XFA form': pdf(onePage({ catalog: '/AcroForm<</XFA 6 0 R/Fields[]>>', more: [stream('', '<xdp/>')] })),
  };
}

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
    ...Object.entries(activePdfs()).map(([name, bytes]) => [name, 'pdf', bytes, active] as const),
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
